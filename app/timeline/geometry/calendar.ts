import { civilDay, monthStart } from '../../../src/domain/values/civil-day';

/** What the axis has a line for. */
export type CalendarUnit =
  'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century' | 'millennium';

const YEARS: Partial<Record<CalendarUnit, number>> = {
  year: 1,
  decade: 10,
  century: 100,
  millennium: 1000,
};

const MONTH_NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
] as const;

/** First day of the period that contains `days`; weeks begin on Monday. */
export function periodStart(unit: CalendarUnit, days: number): number {
  if (unit === 'day') return days;
  if (unit === 'week') return Math.floor((days + 3) / 7) * 7 - 3;
  const { year, month } = civilDay(days);
  const years = YEARS[unit];
  if (years !== undefined) return monthStart(Math.floor(year / years) * years, 1);
  return unit === 'quarter' ? monthStart(year, month - ((month - 1) % 3)) : monthStart(year, month);
}

/** First day of the period after the one that begins on `start`. */
export function nextPeriod(unit: CalendarUnit, start: number): number {
  if (unit === 'day') return start + 1;
  if (unit === 'week') return start + 7;
  const { year, month } = civilDay(start);
  const years = YEARS[unit];
  if (years !== undefined) return monthStart(year + years, 1);
  return monthStart(year, month + (unit === 'quarter' ? 3 : 1));
}

/** The English name of a month, 1 to 12. */
export function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? '';
}

/** The first three letters of a month's English name. */
export function shortMonthName(month: number): string {
  return monthName(month).slice(0, 3);
}

/** A day for display, in any year: `4 Jan 2027`. */
export function dayText(days: number): string {
  const { year, month, day } = civilDay(days);
  return `${day} ${shortMonthName(month)} ${year}`;
}
