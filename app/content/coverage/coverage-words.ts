import type { DateRangeData, IsoDate } from '../../../src/domain/values/date-range';
import { addDays, daysBetween, isoDate } from '../../../src/domain/values/date-range';
import { DARK_SOON } from '../../../src/service/content/content-views';
import { fromDay, inDays } from '../../words/relative-days';

/** Short description of a title's next change, and whether it needs attention. */
export interface CoverageWords {
  readonly words: string;
  readonly mark: 'attention' | 'upcoming' | 'on-offer' | 'taken-down' | null;
}

/**
 * @param coverage days on which a title is on offer anywhere, in date order, neither overlapping nor adjacent
 * @param takenDown the days of its takedowns
 */
export function coverageWords(
  coverage: readonly DateRangeData[],
  today: IsoDate,
  takenDown: readonly DateRangeData[] = [],
): CoverageWords {
  const [next, afterwards] = coverage.filter(({ endsOn: end }) => end === null || end > today);
  if (next === undefined) {
    if (isTakenDown(takenDown, today)) return { words: 'taken down', mark: 'taken-down' };
    const ended = coverage.at(-1)?.endsOn ?? null;
    return ended === null
      ? { words: 'not on offer', mark: 'attention' }
      : { words: `ended ${inDays(addDays(isoDate(ended), -1), today)}`, mark: 'attention' };
  }
  if (next.startsOn > today)
    return { words: `starts ${inDays(next.startsOn, today)}`, mark: 'upcoming' };
  if (next.endsOn === null) return { words: 'on offer, no end', mark: 'on-offer' };
  const mark = daysBetween(today, isoDate(next.endsOn)) <= DARK_SOON ? 'attention' : null;
  // An end is described by its last day, a gap by its first.
  return afterwards === undefined
    ? { words: `ends ${inDays(addDays(isoDate(next.endsOn), -1), today)}`, mark }
    : { words: `gap ${fromDay(next.endsOn, today)}`, mark };
}

/** Whether a title is taken down on a day, everywhere or in some place. */
export function isTakenDown(takenDown: readonly DateRangeData[], day: IsoDate): boolean {
  return takenDown.some(
    ({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn > day),
  );
}
