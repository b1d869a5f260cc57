import type { IsoDate } from '../values/date-range';

/**
 * How the last day of a window leaves in an export. The standard means all of a day by its date alone; receivers that read a
 * date alone as the start of the day lose it, and need its last second. An import reads either (`ImportRules.endDates`).
 */
export const EXPORTED_END_DATES = {
  date: 'Date: 2027-05-31',
  'last-second': 'Date and time: 2027-05-31T23:59:59',
} as const;

export type ExportedEndDates = keyof typeof EXPORTED_END_DATES;

/** As the standard has it. */
export const STANDARD_END_DATES: ExportedEndDates = 'date';

export function isExportedEndDates(text: string | null): text is ExportedEndDates {
  return text !== null && Object.hasOwn(EXPORTED_END_DATES, text);
}

const LAST_SECOND = 'T23:59:59';

/** The cell End of a window with this last day, inclusive; `null` for an open end. */
export function endCell(lastDay: IsoDate | null, endDates: ExportedEndDates): string {
  if (lastDay === null) return 'Open';
  return endDates === 'last-second' ? lastDay + LAST_SECOND : lastDay;
}
