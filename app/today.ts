import 'server-only';
import type { IsoDate } from '../src/domain/values/date-range';
import { dayIn } from '../src/domain/values/calendar-day';

/** The time zone in which days begin for the people who use this installation: `CRMS_TIME_ZONE`, an IANA name. */
export const TIME_ZONE = process.env.CRMS_TIME_ZONE || 'UTC';

/** The calendar day it is now. */
export function today(): IsoDate {
  return dayIn(TIME_ZONE, new Date());
}
