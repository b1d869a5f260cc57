'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Link } from '@/ui/link';
import { useId } from 'react';
import { useWatch } from 'react-hook-form';
import type { License } from '../../../src/domain/license/license';
import type { AmountStep } from '../../../src/domain/price-table/offer-amounts';
import type { OfferData } from '../../../src/domain/license/offer';
import type { CommandRun } from '../../commands/use-command';
import type { ProposedChange } from '../../../src/domain/license/license-change';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { Fact, Facts } from '@/ui/shell/page-header';
import { ForEditors, useMayActAs } from '@/ui/role';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { StateMark } from '@/ui/state-mark';
import { daySpan, offerState } from '../../timeline/model';
import { inDays } from '../../words/relative-days';
import {
  DateRange,
  dayNumber,
  formatDay,
  formatLength,
  isoDate,
} from '../../../src/domain/values/date-range';
import { deviceName, deviceSet } from '../../../src/domain/values/device';
import { priceInWords } from '../../../src/domain/license/price-list';
import { priceKindName } from '../../../src/domain/values/price-kind';
import { CommandNotice } from '../../commands/form-words';
import { FormOfFields } from '@/forms/form-of-fields';
import { useCommandForm } from '@/forms/use-command-form';
import { offerInput } from '../../../src/wire/forms/license';
import { licenseDraft, typedOffer } from '../license-commands';
import { DayFields, DevicesField, OfferNameField } from './offer-fields';
import { OfferAmounts } from './offer-amounts';
import { apartFromPrices, PriceFields } from './price-fields';
import { placeWords, windowOfDays } from './place-words';
import { titleCount } from '../titles/title-count';
import { titlesAddress } from '../titles/titles-address';

/** One offer beside the timeline: to read, change or withdraw. Changing it replaces it by a different one. */
export function OfferInspector({
  offer,
  amounts,
  studio,
  position,
  makeLicense,
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
  makeLicense: () => License;
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
  const license = makeLicense();
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
  const window = windowOfDays(firstDay, lastDay);
  const place =
    window === null || devices.length === 0
      ? null
      : placeWords(license, window, {
          kind: 'offer-replaced',
          before: offer,
          after: { ...offer, window: window.toData(), devices: deviceSet(devices) },
        });
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
              Save
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
          onSubmit={submit((after) => ({
            kind: 'replace-offer',
            input: {
              licenseId: license.id,
              expectedVersion: base.version,
              before: base.initial,
              after,
            },
          }))}
        >
          {about}
          <OfferNameField />
          <PriceFields />
          <OfferAmounts steps={amounts} studio={studio} window={offer.window} />
          <DayFields canBeOpen={license.window.endsOn === null}>
            {place !== null && <PlaceLine {...place} />}
          </DayFields>
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

/** How many titles have the offer, and what becomes of that when it changes. */
function TitlesLine({
  titles,
  address,
  onFollow,
  onAssign,
}: {
  titles: number;
  address: string;
  /** Where the sheet lies over the page, it would hide the titles that the link leads to. */
  onFollow: () => void;
  onAssign: () => void;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-sunken px-3 py-2 text-table text-ink-2">
      <span className="min-w-0 flex-1 basis-40">
        {titles === 0 ? (
          'No titles have this offer.'
        ) : (
          <>
            <Link
              href={address}
              prefetch={false}
              className="inline-flex min-h-6 items-center font-emphasis text-ink underline underline-offset-2"
              onClick={onFollow}
            >
              {titleCount(titles)}
            </Link>{' '}
            {titles === 1 ? 'has' : 'have'} this offer.
            <ForEditors>
              {' '}
              {titles === 1 ? 'It keeps' : 'They keep'} it when it changes; withdrawing takes it
              away.
            </ForEditors>
          </>
        )}
      </span>
      <ForEditors>
        <Button size="toolbar" onPress={onAssign}>
          Assign titles
        </Button>
      </ForEditors>
    </div>
  );
}

/** What its form would hold, for those who only read. */
function OfferFacts({ offer: { prices, window, devices } }: { offer: OfferData }) {
  const range = DateRange.of(window.startsOn, window.endsOn);
  return (
    <Facts>
      {prices.map((line) => (
        <Fact key={line.format} name={line.format === null ? 'Price' : `Price in ${line.format}`}>
          {priceInWords(line)} <span className="text-ink-3">{priceKindName(line.kind)}</span>
        </Fact>
      ))}
      <Fact name="First day">{formatDay(window.startsOn)}</Fact>
      <Fact name="Last day">{range.lastDay === null ? 'Open' : formatDay(range.lastDay)}</Fact>
      {range.days !== null && <Fact name="Length">{formatLength(range.days)}</Fact>}
      <Fact name="Devices">{devices.map(deviceName).join(', ')}</Fact>
    </Facts>
  );
}

/** Whether and when the offer is on, in words. */
function OfferStateLine({ offer, today }: { offer: OfferData; today: string }) {
  const day = isoDate(today);
  const { startsOn: start, endsOn: end } = offer.window;
  const state = offerState(daySpan(offer.window), dayNumber(day));
  const last = DateRange.of(start, end).lastDay;
  const words = {
    'on-offer': last === null ? 'On offer, no last day' : `On offer, ends ${inDays(last, day)}`,
    upcoming: `Starts ${inDays(start, day)}`,
    ended: `Ended ${inDays(last ?? start, day)}`,
  }[state];
  return <StateMark state={state}>{words}</StateMark>;
}

/** How a place fits, under the days that make it. */
export function PlaceLine({ isLegal, words }: { isLegal: boolean; words: string }) {
  return isLegal ? (
    <p className="text-table text-ink-3">{words}</p>
  ) : (
    <StateMark state="refused" className="text-table">
      {words}
    </StateMark>
  );
}
