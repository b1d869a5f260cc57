import type { IsoDate } from '../../values/date-range';
import type { Dated } from './candidate';
import { DateRange, addDaysWithin, formatDay } from '../../values/date-range';
import { areNeighbors, isSameKind, rowName } from './row-likeness';

/**
 * W2: when the last day of a window is the first day of the next, the window ends one day earlier and the two become
 * consecutive. A window of a single day is left as it is, and overlaps.
 */
export function handOver(rows: readonly Dated[]): void {
  const starts = byStart(rows);
  for (const row of rows) {
    const { startsOn: start, endsOn: end } = row.window;
    const { cells } = row.terms;
    if (end === null || cells?.isLastDay !== true || cells.end !== end) continue;
    const lastDay = addDaysWithin(end, -1);
    const next = starts
      .get(lastDay)
      ?.find((other) => areNeighbors(row, other) && isSameKind(row, other));
    if (next === undefined || lastDay === start) continue;
    row.window = DateRange.of(start, lastDay);
    row.findings.warn(
      'W2',
      'AvailTrans/End',
      `The window ends on the day ${rowName(next)} starts; it is shortened to end the day before.`,
      'In the rules, choose what end dates mean, or enter the day before.',
    );
  }
}

/** W2: a gap of one day between two windows is nearly always an end date that was meant to be inclusive. */
export function checkGaps(rows: readonly Dated[]): void {
  const starts = byStart(rows);
  for (const row of rows) {
    const day = row.window.endsOn;
    if (day === null) continue;
    const isNext = (other: Dated) => areNeighbors(row, other) && isSameKind(row, other);
    const next = starts.get(addDaysWithin(day, 1))?.find(isNext);
    if (next === undefined) continue;
    if (rows.some((other) => isNext(other) && other.window.contains(day))) continue;
    row.findings.warn(
      'W2',
      'AvailTrans/End',
      `One day, ${formatDay(day)}, is free between this window and ${rowName(next)}.`,
      'In the rules, choose what end dates mean, or close the gap.',
    );
  }
}

function byStart(rows: readonly Dated[]): ReadonlyMap<IsoDate, readonly Dated[]> {
  const starts = new Map<IsoDate, Dated[]>();
  for (const row of rows) {
    const same = starts.get(row.window.startsOn);
    if (same === undefined) starts.set(row.window.startsOn, [row]);
    else same.push(row);
  }
  return starts;
}
