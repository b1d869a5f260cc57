import type { DateRangeData, IsoDate } from '../../../src/domain/values/date-range';
import type { MonthCount } from '../../../src/service/content/calendar-views';
import { addDaysWithin } from '../../../src/domain/values/date-range';
import { monthOf, monthSpan, monthWords, nextMonth } from '../../calendar/month';

/** One bar of a chart. */
export interface Bar {
  /** In full: `December 2026`. */
  readonly name: string;
  /** For the axis: `Dec`. */
  readonly short: string;
  readonly count: number;
}

const MONTHS = 12;

/** Twelve months, the one of today first. */
function monthsFrom(today: IsoDate): string[] {
  const months = [monthOf(today)];
  while (months.length < MONTHS) months.push(nextMonth(months.at(-1) ?? ''));
  return months;
}

/** The days of the charts: from a day of this month to the end of the twelfth month, half-open. */
export function chartSpan(
  first: IsoDate,
  today: IsoDate,
): DateRangeData & { readonly endsOn: IsoDate } {
  return { startsOn: first, endsOn: monthSpan(monthsFrom(today).at(-1) ?? '').end };
}

/** A bar for each of the twelve months; those that were not counted have none. */
export function monthBars(counts: readonly MonthCount[], today: IsoDate): readonly Bar[] {
  const byMonth = new Map(counts.map(({ month, count }) => [month, count]));
  return monthsFrom(today).map((month) => {
    const name = monthWords(month);
    return { name, short: name.slice(0, 3), count: byMonth.get(month) ?? 0 };
  });
}

/** So many days into the past that a chart shows. */
const DAYS = 12;

/** The first of the twelve days that end today. */
export function firstOfDays(today: IsoDate): IsoDate {
  return addDaysWithin(today, 1 - DAYS);
}
