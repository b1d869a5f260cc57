'use client';

import { Link } from '@/ui/link';
import type { OfferData } from '../../../src/domain/license/offer';
import { Button } from '@/ui/button';
import { Fact, Facts } from '@/ui/shell/page-header';
import { ForEditors } from '@/ui/role';
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
import { deviceName } from '../../../src/domain/values/device';
import { priceInWords } from '../../../src/domain/license/price-list';
import { priceKindName } from '../../../src/domain/values/price-kind';
import { titleCount } from '../titles/title-count';

/** How many titles have the offer, and what becomes of that when it changes. */
export function TitlesLine({
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
export function OfferFacts({ offer: { prices, window, devices } }: { offer: OfferData }) {
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
export function OfferStateLine({ offer, today }: { offer: OfferData; today: string }) {
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
