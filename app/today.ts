import 'server-only';
import type { IsoDate } from '../src/domain/values/date-range';
import { dayIn } from '../src/domain/values/calendar-day';

/** Time zone that defines calendar days: `CRMS_TIME_ZONE`, an IANA name. */
export const TIME_ZONE = process.env.CRMS_TIME_ZONE || 'UTC';

/** The current calendar day. */
export function today(): IsoDate {
  return dayIn(TIME_ZONE, new Date());
}
