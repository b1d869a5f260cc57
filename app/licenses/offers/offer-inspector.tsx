'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { License } from '../../../src/domain/license/license';
import type { ShownLicense } from '../license-maker';
import type { AmountStep } from '../../../src/domain/price-table/offer-amounts';
import type { OfferData } from '../../../src/domain/license/offer';
import type { CommandRun } from '../../commands/use-command';
import type { ProposedChange } from '../../../src/domain/license/license-change';
import { licenseMaker } from '../license-maker';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { useMayActAs } from '@/ui/role';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { daySpan } from '../../timeline/model';
import { DateRange } from '../../../src/domain/values/date-range';
import { deviceSet } from '../../../src/domain/values/device';
import { CommandNotice } from '../../commands/form-words';
import { FormOfFields } from '@/forms/form-of-fields';
import { useCommandForm } from '@/forms/use-command-form';
import { offerInput, type OfferInput } from '../../../src/wire/forms/license';
import { licenseDraft, typedOffer } from '../license-commands';
import { DayFields, DevicesField, OfferNameField } from './offer-fields';
import { OfferFacts, OfferStateLine, PlaceLine, TitlesLine } from './offer-about';
import { OfferAmounts } from './offer-amounts';
import { RoomFields, type ChosenRoom } from '../room/room-fields';
import type { RoomForForms } from '../room/use-room';
import type { TimelineModel } from '../../timeline/model';
import { apartFromPrices, PriceFields } from './price-fields';
import { placeWords, windowOfDays } from './place-words';
import { titlesAddress } from '../titles/titles-address';

/** One offer beside the timeline: to read, change or withdraw. Changing it replaces it by a different one. */
export function OfferInspector({
  offer,
  amounts,
  studio,
  position,
  shown,
  room,
  model,
  today,
  titles,
  onAssign,
  baseVersion,
  command,
  isBusy,
  onWithdraw,
  onTake,
  onStep,
  onClose,
}: {
  offer: OfferData;
  /** What its tiers cost over time; none when it has no tier. */
  amounts: readonly AmountStep[];
  studio: string;
  /** "Offer 4 of 7". */
  position: string;
  shown: ShownLicense;
  room: RoomForForms;
  model: TimelineModel;
  today: string;
  /** How many titles have it. */
  titles: number;
  /** Goes on to assigning it to titles. */
  onAssign: () => void;
  /** The version that the offer was opened at. */
  baseVersion: number;
  command: CommandRun<'replace-offer'>;
  isBusy: boolean;
  onWithdraw: () => void;
  /** Makes a change that was proposed instead. */
  onTake: (change: ProposedChange) => void;
  /** Goes to the offer before or after this one. */
  onStep: (by: -1 | 1) => void;
  onClose: () => void;
}) {
  const mayEdit = useMayActAs('editor');
  const formId = useId();
  const license = licenseMaker(shown)();
  const { form, base, draft, result, submit } = useCommandForm({
    command,
    initial: typedOffer(offer),
    check: (values) => ({ codec: offerInput, typed: values, part: 'after' }),
    draft: { form: licenseDraft.offer(license.id, offer.window.startsOn), version: baseVersion },
  });
  const { isDirty } = form.formState;
  const [firstDay, lastDay, devices] = useWatch({
    control: form.control,
    name: ['firstDay', 'lastDay', 'devices'],
  });
  const [chosen, setChosen] = useState<ChosenRoom | null>(null);
  const wanted = useMemo(() => {
    const window = windowOfDays(firstDay, lastDay);
    if (window === null || devices.length === 0) return null;
    return {
      before: offer,
      after: { ...offer, window: window.toData(), devices: deviceSet(devices) },
    };
  }, [offer, firstDay, lastDay, devices]);
  const place = wanted === null ? null : placeOf(license, wanted);
  const after = wanted?.after.window;
  const showPlanned = useEffectEvent(room.onPlanned);
  useEffect(() => {
    const { startsOn, endsOn } = offer.window;
    const isMoved = after !== undefined && (after.startsOn !== startsOn || after.endsOn !== endsOn);
    if (isMoved)
      showPlanned([{ name: offer.name, ...daySpan(after), replaces: daySpan(offer.window).start }]);
    return () => {
      showPlanned([]);
    };
  }, [offer, after]);
  /** Makes the change of the way that is chosen, in place of sending the form. */
  const makeRoom = (values: OfferInput): boolean => {
    const change = chosen?.changeFor(offerInput.parse(values)) ?? null;
    if (change !== null) room.make(change, base.version);
    return change !== null;
  };
  const about = (
    <>
      <OfferStateLine offer={offer} today={today} />
      <TitlesLine
        titles={titles}
        address={titlesAddress(license.id, offer.window.startsOn)}
        onFollow={() => {
          if (!isDirty) onClose();
        }}
        onAssign={onAssign}
      />
    </>
  );
  return (
    <SideSheet
      isOpen
      isWide
      onClose={onClose}
      eyebrow={position}
      title={offer.name}
      actions={
        <>
          <IconButton
            label="Previous offer"
            icon={<ChevronLeft aria-hidden />}
            onPress={() => {
              onStep(-1);
            }}
          />
          <IconButton
            label="Next offer"
            icon={<ChevronRight aria-hidden />}
            onPress={() => {
              onStep(1);
            }}
          />
        </>
      }
      footer={
        mayEdit ? (
          <>
            <Button variant="danger-text" isDisabled={isBusy} onPress={onWithdraw}>
              Withdraw
            </Button>
            <span className="ms-auto text-table text-ink-3">
              {isDirty ? 'Not saved yet' : 'No changes'}
            </span>
            <Button
              type="submit"
              form={formId}
              variant={isDirty ? 'primary' : 'secondary'}
              isPending={isBusy}
            >
              {chosen?.button ?? 'Save'}
            </Button>
          </>
        ) : undefined
      }
    >
      {mayEdit ? (
        <FormOfFields
          form={form}
          draft={draft}
          id={formId}
          className="flex flex-col gap-4"
          onSubmit={submit(
            (after) => ({
              kind: 'replace-offer',
              input: {
                licenseId: license.id,
                expectedVersion: base.version,
                before: base.initial,
                after,
              },
            }),
            makeRoom,
          )}
        >
          {about}
          <OfferNameField />
          <PriceFields />
          <OfferAmounts steps={amounts} studio={studio} window={offer.window} />
          <DayFields canBeOpen={license.window.endsOn === null}>
            {place !== null && <PlaceLine {...place} />}
          </DayFields>
          {wanted !== null && place?.isLegal === false && (
            <RoomFields
              wanted={wanted}
              room={room}
              model={model}
              initialWay={undefined}
              onChoose={setChosen}
            />
          )}
          <DevicesField initial={base.initial.devices} licensed={license.details.terms.devices} />
          <CommandNotice
            result={apartFromPrices(result)}
            onTake={(way) => {
              onTake(way.change);
            }}
            onAgain={() => void command.resend()}
          />
        </FormOfFields>
      ) : (
        <div className="flex flex-col gap-4">
          {about}
          <OfferFacts offer={offer} />
          <OfferAmounts steps={amounts} studio={studio} window={offer.window} />
        </div>
      )}
    </SideSheet>
  );
}

/** How the offer would fit where it is to be. */
function placeOf(
  license: License,
  { before, after }: { readonly before: OfferData; readonly after: OfferData },
) {
  const { startsOn, endsOn } = after.window;
  const change = { kind: 'offer-replaced', before, after } as const;
  return placeWords(license, DateRange.of(startsOn, endsOn), change);
}
