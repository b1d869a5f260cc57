import { Link } from '@/ui/link';
import type { DateRangeData } from '../../../src/domain/values/date-range';
import type { ShownDays } from '../../timeline/geometry/share';
import type { CoveredDays, Hole, TitleCoverage } from './title-coverage';
import { classes } from '@/ui/classes';
import { StateGlyph } from '@/ui/state-mark';
import { DateRange, formatLength } from '../../../src/domain/values/date-range';
import { MINI_BAR_LOOK } from '../../timeline/bar-look';
import { shareOfSpan } from '../../timeline/geometry/share';
import { daySpan, offerState } from '../../timeline/model';
import { withStyle } from '@/ui/with-style';

/**
 * A title's days in one territory as a strip, inside a `StripScale`. Days on offer are filled; each hole links to its fix: to the license, or to
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
    <div className="mini-strip">
      {coverage.covered.map(({ days, offer }) => (
        <Covered key={days.startsOn} days={days} offer={offer} shown={shown} today={today} />
      ))}
      {coverage.holes.map((hole) => (
        <HoleLink key={hole.days.startsOn} hole={hole} shown={shown} />
      ))}
      {coverage.holes
        .flatMap(({ wouldBe }) => wouldBe)
        .map((days) => (
          <TakenDown key={days.days.startsOn} {...days} shown={shown} />
        ))}
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
  const isTakenDown = hole.remedy.kind === 'bring-back';
  return (
    <Link
      href={
        hole.remedy.kind === 'license' ? `/licenses/${hole.remedy.licenseId}` : `#${holeId(hole)}`
      }
      prefetch={false}
      aria-label={`${holeWords(hole)} ${hole.reason}`}
      title={`${holeWords(hole)} ${hole.reason}`}
      className={classes(
        'absolute top-1/2 @container z-10 flex h-6 min-w-6 -translate-y-1/2 items-center justify-center gap-1 overflow-clip rounded-bar border border-dashed text-label hover:border-solid',
        isTakenDown
          ? 'border-clay-line bg-panel text-clay-ink'
          : 'border-straw-line bg-straw-tint text-straw-ink',
      )}
      {...withStyle({ left: `${share.left}%`, width: `calc(${share.width}% - 1px)` })}
    >
      {!isTakenDown && <StateGlyph state="attention" className="size-3!" />}
      {hole.wouldBe.length === 0 && isTakenDown && (
        <StateGlyph state="taken-down" className="size-3!" />
      )}
      {!isTakenDown && length !== null && (
        <span className="hidden whitespace-nowrap @min-[6rem]:inline">{formatLength(length)}</span>
      )}
    </Link>
  );
}

/** Days that would be on offer, inside the link of the days that are taken down. */
function TakenDown({ days, price, shown }: CoveredDays & { shown: ShownDays }) {
  const share = shareOfSpan(daySpan(days), shown);
  if (share === null) return null;
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute top-1/2 @container z-10 flex h-6 min-w-0.5 -translate-y-1/2 items-center justify-center overflow-clip rounded-bar border border-clay-line text-label text-clay-ink hatch-down"
      {...withStyle({ left: `${share.left}%`, width: `calc(${share.width}% - 1px)` })}
    >
      <span className="hidden items-center gap-1 rounded-bar bg-panel px-1 whitespace-nowrap @min-[6rem]:flex">
        <StateGlyph state="taken-down" className="size-3!" />
        <span>
          Taken down<span className="hidden @min-[11rem]:inline">, would be {price}</span>
        </span>
      </span>
    </span>
  );
}

/** `Dark 12 Mar – 3 Apr 2027, 23 days.`, or `Taken down …` */
export function holeWords({ days, remedy }: Hole): string {
  const range = rangeOf(days);
  const length = range.days === null ? '' : `, ${formatLength(range.days)}`;
  return `${remedy.kind === 'bring-back' ? 'Taken down' : 'Dark'} ${range.toString()}${length}.`;
}

/** Element id of a hole's line. */
export function holeId({ days }: Hole): string {
  return `hole-${days.startsOn}`;
}

function rangeOf({ startsOn: start, endsOn: end }: DateRangeData): DateRange {
  return DateRange.of(start, end);
}
