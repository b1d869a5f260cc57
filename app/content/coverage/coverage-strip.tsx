import Link from 'next/link';
import type { DateRangeData } from '../../../src/domain/values/date-range';
import type { ShownDays } from '../../timeline/geometry/share';
import type { Hole, TitleCoverage } from './title-coverage';
import { classes } from '@/ui/classes';
import { StateGlyph } from '@/ui/state-mark';
import { DateRange, formatLength } from '../../../src/domain/values/date-range';
import { MINI_BAR_LOOK } from '../../timeline/bar-look';
import { shareOfSpan } from '../../timeline/geometry/share';
import { TodayLine, YearLines } from '../../timeline/mini-lines';
import { daySpan, offerState } from '../../timeline/model';
import { withStyle } from '@/ui/with-style';

/**
 * A title's days in one territory as a strip. Days on offer are filled; each hole links to its fix: to the license, or to
 * the hole's line below, where an offer can be assigned.
 */
export function CoverageStrip({
  coverage,
  shown,
  today,
}: {
  coverage: TitleCoverage;
  shown: ShownDays;
  today: number;
}) {
  return (
    <div className="relative h-8">
      <YearLines shown={shown} />
      {coverage.covered.map(({ days, offer }) => (
        <Covered key={days.startsOn} days={days} offer={offer} shown={shown} today={today} />
      ))}
      {coverage.holes.map((hole) => (
        <HoleLink key={hole.days.startsOn} hole={hole} shown={shown} />
      ))}
      <TodayLine today={today} shown={shown} />
    </div>
  );
}

function Covered({
  days,
  offer,
  shown,
  today,
}: {
  days: DateRangeData;
  offer: string;
  shown: ShownDays;
  today: number;
}) {
  const share = shareOfSpan(daySpan(days), shown);
  if (share === null) return null;
  return (
    <span
      role="img"
      aria-label={`On offer ${rangeOf(days).toString()}: ${offer}`}
      title={`${offer}, ${rangeOf(days).toString()}`}
      className={classes(
        'absolute top-1/2 h-4.5 min-w-0.5 -translate-y-1/2 rounded-[3px]',
        MINI_BAR_LOOK[offerState(daySpan(days), today)],
      )}
      {...withStyle({ left: `${share.left}%`, width: `calc(${share.width}% - 1px)` })}
    />
  );
}

function HoleLink({ hole, shown }: { hole: Hole; shown: ShownDays }) {
  const share = shareOfSpan(daySpan(hole.days), shown);
  if (share === null) return null;
  const length = rangeOf(hole.days).days;
  return (
    <Link
      href={
        hole.remedy.kind === 'license' ? `/licenses/${hole.remedy.licenseId}` : `#${holeId(hole)}`
      }
      prefetch={false}
      aria-label={`${holeWords(hole)} ${hole.reason}`}
      title={`${holeWords(hole)} ${hole.reason}`}
      className="absolute top-1/2 @container z-10 flex h-6 min-w-6 -translate-y-1/2 items-center justify-center gap-1 overflow-clip rounded-bar border border-dashed border-straw-line bg-straw-tint text-label text-straw-ink hover:border-solid"
      {...withStyle({ left: `${share.left}%`, width: `calc(${share.width}% - 1px)` })}
    >
      <StateGlyph state="attention" className="size-3!" />
      {length !== null && (
        <span className="hidden whitespace-nowrap @min-[6rem]:inline">{formatLength(length)}</span>
      )}
    </Link>
  );
}

/** `Dark 12 Mar – 3 Apr 2027, 23 days.` */
export function holeWords({ days }: Hole): string {
  const range = rangeOf(days);
  const length = range.days === null ? '' : `, ${formatLength(range.days)}`;
  return `Dark ${range.toString()}${length}.`;
}

/** Element id of a hole's line. */
export function holeId({ days }: Hole): string {
  return `hole-${days.startsOn}`;
}

function rangeOf({ startsOn: start, endsOn: end }: DateRangeData): DateRange {
  return DateRange.of(start, end);
}
