import type { DateRangeData, IsoDate } from '../../src/domain/values/date-range';
import type { CalendarDay } from '../../src/service/views';
import { addDaysWithin, dayNumber, isoDate } from '../../src/domain/values/date-range';

/** `YYYY-MM` */
export type Month = string;

const NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** The month a day is in. */
export function monthOf(day: IsoDate): Month {
  return day.slice(0, 7);
}

/** As people read it: `December 2026`. */
export function monthWords(month: Month): string {
  return `${NAMES[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** Its first day, and the first day after it. */
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

/** One day of a month, with how many offers start on it and how many end with it. */
export interface MonthDay {
  readonly day: IsoDate;
  readonly starts: number;
  readonly ends: number;
}

/** The span to look at for what starts on a month's days and ends with them: what ends is known by the day after. */
export function lookedAt(month: Month): DateRangeData {
  const { start, end } = monthSpan(month);
  return { startsOn: start, endsOn: addDaysWithin(end, 1) };
}

/** Every day of a month: what ends stands on its last day, as people say it. */
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
    };
  });
}

/** The days in weeks from Monday to Sunday; `null` where a week reaches into another month. */
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

/** 0 is Monday: 1970-01-01 was a Thursday. */
export function weekday(day: IsoDate): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}
