'use client';

import type { ReactNode } from 'react';
import type { OfferData } from '../../../src/domain/license/offer';
import type { OfferDifference } from '../../../src/domain/license/history/version-difference';
import type { DateRangeData, IsoDate } from '../../../src/domain/values/date-range';
import { withStyle } from '@/ui/with-style';
import { daysOfBoth } from '../../../src/domain/license/history/version-difference';
import { dayNumber } from '../../../src/domain/values/date-range';
import { daysModel } from '../../timeline/days-model';
import { shareOfSpan, type ShownDays } from '../../timeline/geometry/share';
import { MiniAxis } from '../../timeline/mini-axis';
import { MiniTimeline } from '../../timeline/mini-timeline';
import { daySpan } from '../../timeline/model';
import { StripScale } from '../../timeline/strip-scale';
import { meaning } from './compare-words';

/** So many days are shown of what has no end. */
const YEAR = 366;

/** A version of a license as its lane shows it. */
export interface Lane {
  readonly version: number;
  /** When it was saved, and by whom. */
  readonly saved: string;
  readonly window: DateRangeData;
  readonly offers: readonly OfferData[];
}

/** Two versions on one scale, and below them the days in which they differ. */
export function CompareLanes({
  a,
  b,
  differences,
  today,
}: {
  a: Lane;
  b: Lane;
  differences: readonly OfferDifference[];
  today: IsoDate;
}) {
  const shown = shownDays([a, b], dayNumber(today));
  return (
    <section aria-label="Timelines" className="border-b border-line px-4">
      <div className="ms-24 sm:ms-36">
        <MiniAxis from={shown.start} to={shown.end} today={dayNumber(today)} />
      </div>
      <StripScale shown={shown} today={dayNumber(today)}>
        {[a, b].map((lane, place) => (
          <LaneRow
            key={place === 0 ? 'a' : 'b'}
            name={
              <>
                <strong className="font-emphasis text-ink">{place === 0 ? 'A' : 'B'}</strong>{' '}
                <span className="font-mono">v{lane.version}</span>
              </>
            }
            note={lane.saved}
          >
            <MiniTimeline
              model={daysModel(
                lane.window,
                lane.offers.map(({ window }) => window),
                today,
              )}
              shown={shown}
            />
          </LaneRow>
        ))}
        <LaneRow name="Difference">
          <ul aria-label="Days that differ" className="relative h-8">
            {differences.flatMap((difference) =>
              daysOfBoth(difference).map((days) => (
                <DifferentDays key={days.startsOn} days={days} shown={shown}>
                  {meaning(difference.before, difference.after)}
                </DifferentDays>
              )),
            )}
          </ul>
        </LaneRow>
      </StripScale>
    </section>
  );
}

function LaneRow({
  name,
  note,
  children,
}: {
  name: ReactNode;
  note?: string;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-11 items-center border-t border-line text-table">
      <div className="w-24 shrink-0 pe-2 text-ink-2 sm:w-36">
        <p>{name}</p>
        {note !== undefined && <p className="truncate text-label text-ink-3">{note}</p>}
      </div>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

function DifferentDays({
  days,
  shown,
  children,
}: {
  days: DateRangeData;
  shown: ShownDays;
  children: string;
}) {
  const share = shareOfSpan(daySpan(days), shown);
  return share === null ? null : (
    <li
      title={children}
      className="absolute top-1.5 h-5 min-w-1 truncate border border-t-[3px] border-control border-t-ink bg-sunken px-1 text-label leading-4 text-ink"
      {...withStyle({ left: `${share.left}%`, width: `${share.width}%` })}
    >
      {children}
    </li>
  );
}

function shownDays(lanes: readonly Lane[], today: number): ShownDays {
  const windows = lanes.map(({ window }) => daySpan(window));
  const offers = lanes.flatMap((lane) => lane.offers.map(({ window }) => daySpan(window)));
  const ends = [...windows, ...offers].map(
    ({ start, end }) => end ?? Math.max(start, today) + YEAR,
  );
  return { start: Math.min(...windows.map(({ start }) => start)), end: Math.max(...ends) };
}
