import type { IsoDate } from '../values/date-range';

/**
 * The formats for the last day of a window in an export. By the standard, a date alone includes the whole day. Receivers
 * that take it for the start of the day would lose that day, so they need its last second. An import accepts both
 * (`ImportRules.endDates`).
 */
export const EXPORTED_END_DATES = {
  date: 'Date: 2027-05-31',
  'last-second': 'Date and time: 2027-05-31T23:59:59',
} as const;

export type ExportedEndDates = keyof typeof EXPORTED_END_DATES;

/** The format of the standard. */
export const STANDARD_END_DATES: ExportedEndDates = 'date';

export function isExportedEndDates(text: string | null): text is ExportedEndDates {
  return text !== null && Object.hasOwn(EXPORTED_END_DATES, text);
}

const LAST_SECOND = 'T23:59:59';

/**
 * The End cell of a window.
 *
 * @param lastDay inclusive; `null` for an open end
 */
export function endCell(lastDay: IsoDate | null, endDates: ExportedEndDates): string {
  if (lastDay === null) return 'Open';
  return endDates === 'last-second' ? lastDay + LAST_SECOND : lastDay;
}
