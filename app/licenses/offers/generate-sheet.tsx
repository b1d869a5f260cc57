'use client';

import { useId, useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { ShownLicense } from '../license-maker';
import type { ProposedChange } from '../../../src/domain/license/license-change';
import type { OfferData } from '../../../src/domain/license/offer';
import type { RoomWay } from '../../../src/domain/license/room';
import type { CommandRun } from '../../commands/use-command';
import type { TimelineModel } from '../../timeline/model';
import type { RoomForForms } from '../room/use-room';
import type { PlannedOffer } from './planned-offers';
import { licenseMaker } from '../license-maker';
import { SegmentedControl } from '@/ui/fields/segmented-control';
import { SheetFooter } from '@/ui/overlays/sheet-footer';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { FormDateField, FormTextField } from '@/forms/fields';
import { FormOfFields } from '@/forms/form-of-fields';
import { useCommandForm } from '@/forms/use-command-form';
import { DateRange } from '../../../src/domain/values/date-range';
import { USUAL_KIND } from '../../../src/domain/license/price-list';
import { offerInput, planInput } from '../../../src/wire/forms/license';
import { CommandNotice } from '../../commands/form-words';
import { licenseDraft, typedOffer } from '../license-commands';
import { DayFields, DevicesField, OfferNameField } from './offer-fields';
import { PlaceLine } from './offer-about';
import { RoomFields, type ChosenRoom } from '../room/room-fields';
import { placeWords } from './place-words';
import { LadderFields } from './ladder-fields';
import { usePlannedOffers } from './use-planned-offers';
import { apartFromPrices, PriceFields } from './price-fields';
import { nothingTyped, planOf, type Prefill, type TypedPlan } from './typed-plan';

const KINDS = [
  { value: 'at', label: 'At dates' },
  { value: 'first-free', label: 'First free' },
  { value: 'ladder', label: 'Price ladder' },
] as const;

/** New offers for a license: at dates, in the first free slot, or as a price ladder. */
export function GenerateSheet({
  prefill,
  way,
  lastOffer,
  shown,
  room,
  model,
  baseVersion,
  command,
  onTake,
  onClose,
}: {
  prefill: Prefill;
  /** The way to make room for it that is chosen already. */
  way: RoomWay | undefined;
  /** Whose currency a new offer begins with. */
  lastOffer: OfferData | undefined;
  shown: ShownLicense;
  room: RoomForForms;
  model: TimelineModel;
  /** The version that the license is known to be at. */
  baseVersion: number;
  command: CommandRun<'generate-offers'>;
  /** Makes a change that was proposed instead. */
  onTake: (change: ProposedChange) => void;
  onClose: () => void;
}) {
  const formId = useId();
  const makeLicense = licenseMaker(shown);
  const license = makeLicense();
  const { devices: licensed } = license.details.terms;
  const last = lastPrice(lastOffer);
  const { form, base, draft, result, submit } = useCommandForm({
    command,
    initial: nothingTyped(prefill, last, licensed),
    check: (values) => ({
      codec: planInput,
      typed: planOf(values),
      part: 'plan',
      within: values.kind === 'at' ? 'offers.0' : undefined,
    }),
    // A ladder that does not fit is refused at its first day.
    fieldNamed: (name, values) => (values.kind === 'ladder' && STEP.test(name) ? 'start' : name),
    draft: { form: licenseDraft.newOffer(license.id), version: baseVersion },
  });
  const kind = useWatch({ control: form.control, name: 'kind' });
  const planned = usePlannedOffers(form.control, makeLicense, room.onPlanned);
  const [chosen, setChosen] = useState<ChosenRoom | null>(null);
  const at = kind === 'at' ? planned[0]?.offer : undefined;
  const [prices, currency] = useWatch({ control: form.control, name: ['prices', 'currency'] });
  const wanted = useMemo(() => {
    if (at === undefined) return null;
    const typed = offerInput.safeParse({ ...typedOffer(at), prices, currency });
    return { before: null, after: typed.success ? { ...at, prices: typed.data.prices } : at };
  }, [at, prices, currency]);
  const place =
    at === undefined
      ? null
      : placeWords(license, DateRange.of(at.window.startsOn, at.window.endsOn), {
          kind: 'offers-generated',
          offers: [{ ...at, name: 'This offer' }],
        });
  /** Makes the change of the way that is chosen, in place of sending the form. */
  const makeRoom = (values: TypedPlan): boolean => {
    const plan = planInput.parse(planOf(values));
    const [after] = plan.kind === 'at' ? plan.offers : [];
    const change = after === undefined ? null : (chosen?.changeFor(after) ?? null);
    if (change !== null) room.make(change, base.version);
    return change !== null;
  };
  return (
    <SideSheet
      isOpen
      isWide
      onClose={onClose}
      eyebrow="New offer"
      title={kind === 'ladder' ? 'Price ladder' : 'Generate an offer'}
      footer={
        <SheetFooter
          formId={formId}
          send={chosen?.button ?? (kind === 'ladder' ? 'Add offers' : 'Add offer')}
          isPending={command.phase !== 'idle'}
          onCancel={onClose}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <SegmentedControl
          label="Where it goes"
          options={KINDS}
          value={kind}
          onChange={(chosen) => {
            form.setValue('kind', chosen);
            form.clearErrors();
            command.dismiss();
          }}
        />
        <FormOfFields
          form={form}
          draft={draft}
          id={formId}
          className="flex flex-col gap-4"
          onSubmit={submit(
            (values) => ({
              kind: 'generate-offers',
              input: {
                licenseId: license.id,
                expectedVersion: base.version,
                plan: planOf(values),
              },
            }),
            makeRoom,
          )}
        >
          {kind !== 'ladder' && <OfferNameField />}
          {kind !== 'ladder' && <PriceFields />}
          {kind === 'at' && (
            <DayFields canBeOpen={license.window.endsOn === null}>
              {place !== null && <PlaceLine {...place} />}
            </DayFields>
          )}
          {wanted !== null && place?.isLegal === false && (
            <RoomFields
              wanted={wanted}
              room={room}
              model={model}
              initialWay={way}
              onChoose={setChosen}
            />
          )}
          {kind === 'first-free' && <FirstFreeFields planned={planned} />}
          {kind === 'ladder' && <LadderFields makeLicense={makeLicense} planned={planned} />}
          <DevicesField initial={[]} licensed={licensed} />
          <CommandNotice
            result={apartFromPrices(result)}
            onTake={(way) => {
              onTake(way.change);
            }}
            onAgain={() => void command.resend()}
          />
        </FormOfFields>
      </div>
    </SideSheet>
  );
}

/** Currency and kind of the newest price, with which a new one begins. */
function lastPrice(offer: OfferData | undefined): { currency: string; priceKind: string } {
  const amount = offer?.prices.find((line) => line.amount !== null)?.amount;
  return { currency: amount?.currency ?? 'USD', priceKind: offer?.prices[0]?.kind ?? USUAL_KIND };
}

function FirstFreeFields({ planned: [first] }: { planned: readonly PlannedOffer[] }) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="grid grid-cols-2 items-start gap-3">
        <FormTextField label="Days" name="days" inputMode="numeric" autoComplete="off" />
        <FormDateField label="On or after" name="onOrAfter" />
      </div>
      {first !== undefined && (
        <PlaceLine
          isLegal
          words={DateRange.of(first.offer.window.startsOn, first.offer.window.endsOn).toString()}
        />
      )}
    </div>
  );
}

const STEP = /^steps\.\d+$/;
