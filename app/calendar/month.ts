import type { DateRangeData, IsoDate } from '../../src/domain/values/date-range';
import type { CalendarDay, DayHeadline } from '../../src/service/content/calendar-views';
import { addDaysWithin, dayNumber, isoDate } from '../../src/domain/values/date-range';

/** `YYYY-MM` */
export type Month = string;

const NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** So many names fit a day. */
export const HEADLINES = 3;

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

/** One day: how many offers start on it, of how many it is the last day, how many rights end or come back, and some by name. */
export interface MonthDay {
  readonly day: IsoDate;
  /** Whether it is of the month itself, and not of the one before or after, whose days fill its weeks. */
  readonly isOfMonth: boolean;
  readonly starts: number;
  readonly ends: number;
  readonly rights: number;
  readonly headlines: readonly DayHeadline[];
}

/** The days of the weeks of a month from Monday to Sunday, half-open. */
function weeksSpan(month: Month): { readonly start: IsoDate; readonly end: IsoDate } {
  const { start, end } = monthSpan(month);
  return {
    start: addDaysWithin(start, -weekday(start)),
    end: addDaysWithin(end, (7 - weekday(end)) % 7),
  };
}

/** Span to query for the weeks of a month. It extends one day past them, because offers that end are found by the day after. */
export function querySpan(month: Month): DateRangeData {
  const { start, end } = weeksSpan(month);
  return { startsOn: start, endsOn: addDaysWithin(end, 1) };
}

/** Every day of the weeks of a month, seven for each week; an offer that ends is told on its last day. */
export function monthDays(
  month: Month,
  found: readonly CalendarDay[],
  headlines: readonly DayHeadline[],
): readonly MonthDay[] {
  const byDay = new Map(found.map((each) => [each.day, each]));
  const { start, end } = weeksSpan(month);
  const length = dayNumber(end) - dayNumber(start);
  return Array.from({ length }, (_, index) => {
    const day = addDaysWithin(start, index);
    return {
      day,
      isOfMonth: monthOf(day) === month,
      starts: byDay.get(day)?.starts ?? 0,
      ends: byDay.get(addDaysWithin(day, 1))?.ends ?? 0,
      rights: byDay.get(day)?.rights ?? 0,
      headlines: headlines
        .filter((each) => toldOn(each) === day)
        .sort((one, other) => rank(one) - rank(other)),
    };
  });
}

/** A day tells of rights first, then of what ends, then of what starts. */
function rank({ kind }: DayHeadline): number {
  return kind === 'starts' ? 2 : kind === 'ends' ? 1 : 0;
}

function toldOn({ kind, day }: DayHeadline): string {
  return kind === 'ends' ? addDaysWithin(isoDate(day), -1) : day;
}

/** Days in weeks. */
export function weeksOf<Day>(days: readonly Day[]): readonly (readonly Day[])[] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
}

export const WEEKDAYS = [
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
] as const;

/** Day of the week, 0 for Monday; 1970-01-01 was a Thursday. */
export function weekday(day: IsoDate): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}
