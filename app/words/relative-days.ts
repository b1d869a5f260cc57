import type { IsoDate } from '../../src/domain/values/date-range';
import { daysBetween, formatDay, isoDate } from '../../src/domain/values/date-range';

/** Distance to a day in days, or its date beyond 99 days: `today`, `in 8 days`, `31 Aug 2027`. */
export function inDays(day: string, today: IsoDate): string {
  const days = daysBetween(today, isoDate(day));
  if (days === 0) return 'today';
  if (days < 0) return days === -1 ? 'yesterday' : agoOrDate(day, -days);
  if (days > 99) return formatDay(day);
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** Start of a gap: like `inDays`, with `from` before a date. */
export function fromDay(day: string, today: IsoDate): string {
  return daysBetween(today, isoDate(day)) > 99 ? `from ${formatDay(day)}` : inDays(day, today);
}

function agoOrDate(day: string, days: number): string {
  return days > 99 ? formatDay(day) : `${days} days ago`;
}
