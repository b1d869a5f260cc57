import type { IsoDate } from './date-range';
import { isoDate } from './date-range';

/** A formatter takes longer to make than to use a hundred times, and a process has one time zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day of an instant in a time zone.
 *
 * @param timeZone IANA name
 */
export function dayIn(timeZone: string, instant: Date): IsoDate {
  const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  formatters.set(timeZone, formatter);
  return isoDate(formatter.format(instant));
}
