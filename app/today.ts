import 'server-only';
import type { IsoDate } from '../src/domain/date-range';
import { isoDate } from '../src/domain/date-range';

/** The time zone in which days begin for the people who use this installation: `CRMS_TIME_ZONE`, an IANA name. */
export const TIME_ZONE = process.env.CRMS_TIME_ZONE ?? 'UTC';

/** The calendar day it is now. */
export function today(): IsoDate {
  return isoDate(new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date()));
}
