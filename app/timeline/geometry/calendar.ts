/**
 * Calendar arithmetic for the axis, on integers: converts days since 1970-01-01 to year, month and day and back, in the
 * proleptic Gregorian calendar. Avoids `Date` and time zones, so that a clock change cannot move a line by a day.
 */
export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

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

/** Days since 1970-01-01 of the first of a month; months outside 1 to 12 carry into adjacent years. */
export function monthStart(year: number, month: number): number {
  const months = year * 12 + month - 1;
  // The "days from civil" algorithm: years start on 1 March, so that the leap day comes last.
  const shifted = Math.floor((months - 2) / 12);
  const monthFromMarch = months - 2 - shifted * 12;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + dayOfEra + dayOfYear - 719_468;
}

/** Year, month and day of a number of days since 1970-01-01. */
export function civilDay(days: number): CivilDay {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 };
}

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
