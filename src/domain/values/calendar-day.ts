import type { IsoDate } from './date-range';
import { isoDate } from './date-range';

/**
 * The calendar day of an instant in a time zone.
 *
 * @param timeZone IANA name
 */
export function dayIn(timeZone: string, instant: Date): IsoDate {
  return isoDate(new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant));
}
