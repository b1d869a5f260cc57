import type { DateRangeData, IsoDate } from '../../src/domain/values/date-range';
import type { CalendarDay } from '../../src/service/content/calendar-views';
import { addDaysWithin, dayNumber, isoDate } from '../../src/domain/values/date-range';

/** `YYYY-MM` */
export type Month = string;

const NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** Month of a day. */
export function monthOf(day: IsoDate): Month {
  return day.slice(0, 7);
}

/** A month for display: `December 2026`. */
export function monthWords(month: Month): string {
  return `${NAMES[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** Days of a month, half-open. */
export function monthSpan(month: Month): { readonly start: IsoDate; readonly end: IsoDate } {
  const start = isoDate(`${month}-01`);
  return { start, end: isoDate(`${monthOf(addDaysWithin(start, 31))}-01`) };
}

export function nextMonth(month: Month): Month {
  return monthOf(monthSpan(month).end);
}

export function previousMonth(month: Month): Month {
  return monthOf(addDaysWithin(monthSpan(month).start, -1));
}

/** One day of a month: how many offers start on it, of how many it is the last day, and how many rights end or come back. */
export interface MonthDay {
  readonly day: IsoDate;
  readonly starts: number;
  readonly ends: number;
  readonly rights: number;
}

/** Span to query for a month. It extends one day past the month, because offers that end are found by the day after. */
export function querySpan(month: Month): DateRangeData {
  const { start, end } = monthSpan(month);
  return { startsOn: start, endsOn: addDaysWithin(end, 1) };
}

/** Every day of a month; an offer that ends is counted on its last day. */
export function monthDays(month: Month, found: readonly CalendarDay[]): readonly MonthDay[] {
  const byDay = new Map(found.map((each) => [each.day, each]));
  const { start, end } = monthSpan(month);
  const length = dayNumber(end) - dayNumber(start);
  return Array.from({ length }, (_, index) => {
    const day = addDaysWithin(start, index);
    return {
      day,
      starts: byDay.get(day)?.starts ?? 0,
      ends: byDay.get(addDaysWithin(day, 1))?.ends ?? 0,
      rights: byDay.get(day)?.rights ?? 0,
    };
  });
}

/** Days in weeks from Monday to Sunday; `null` for days of another month. */
export function weeksOf<Day extends { readonly day: IsoDate }>(
  days: readonly Day[],
): readonly (readonly (Day | null)[])[] {
  const lead = days[0] === undefined ? 0 : weekday(days[0].day);
  const cells = [...Array.from({ length: lead }, () => null), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_unused, place) => cells[week * 7 + place] ?? null),
  );
}

export const WEEKDAYS = [
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
] as const;

/** Day of the week, 0 for Monday; 1970-01-01 was a Thursday. */
export function weekday(day: IsoDate): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}
