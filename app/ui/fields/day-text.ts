import { CalendarDate } from '@internationalized/date';

/** Calendar days between text and the date field. No clock and no time zone: a day is a day everywhere. */

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What stands in the three parts of a date field; null where nothing has been typed. */
export interface DayParts {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
}

/** Nobody licenses the year 202; it is 2026 on its way. */
const FIRST_WHOLE_YEAR = 1000;

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? String(month);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day of an ISO date, or null when the text is none. */
export function dayOfIso(text: string | null | undefined): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '');
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number);
  return wholeDay({ year: year ?? null, month: month ?? null, day: day ?? null });
}

/** The day these parts make, or null while they are not a day that exists. */
export function wholeDay({ day, month, year }: DayParts): CalendarDate | null {
  if (day === null || month === null || year === null) return null;
  if (year < FIRST_WHOLE_YEAR || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return new CalendarDate(year, month, day);
}

/**
 * What a date field posts: an ISO date for a day, nothing for nothing, and for everything in between the text as it stands
 * there ("31 Feb 2027", "30 Nov yyyy"), so that a refusal can quote it.
 */
export function postedText(parts: DayParts): string {
  const whole = wholeDay(parts);
  if (whole !== null) return whole.toString();
  const { day, month, year } = parts;
  if (day === null && month === null && year === null) return '';
  return `${day ?? 'dd'} ${month === null ? 'mm' : monthName(month)} ${year ?? 'yyyy'}`;
}

/** A text that a date field has posted, as it is shown again; `null` for nothing, and for what is only half a day. */
export function shownDay(
  text: string | null | undefined,
): { readonly day: CalendarDate; readonly impossibleDay: number | null } | null {
  const day = dayOfIso(text);
  if (day !== null) return { day, impossibleDay: null };
  const match = /^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})$/.exec(text ?? '');
  if (match === null) return null;
  const [impossibleDay, year] = [Number(match[1]), Number(match[3])];
  const month = MONTHS.indexOf(match[2] ?? '') + 1;
  // The last day of the month stands in for one that the month does not have.
  const last = wholeDay({ day: daysInMonth(year, month), month, year });
  return last === null ? null : { day: last, impossibleDay };
}
