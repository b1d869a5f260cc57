import type { IsoDate } from '../../src/domain/values/date-range';
import { dayIn } from '../../src/domain/values/calendar-day';
import { formatDay } from '../../src/domain/values/date-range';
import { TIME_ZONE } from '../today';

/** An instant for display: `today 10:42`, `18 Nov`, `18 Nov 2025`. */
export function instantWords(at: string, now: Date = new Date()): string {
  const [day, today] = [dayOf(new Date(at)), dayOf(now)];
  if (day === today) return `today ${clockOf(at)}`;
  const words = formatDay(day);
  const year = ` ${today.slice(0, 4)}`;
  return words.endsWith(year) ? words.slice(0, -year.length) : words;
}

/** Full day and time, for tooltips and headings: `18 Nov 2026, 10:42`. */
export function fullInstant(at: string): string {
  return `${formatDay(dayOf(new Date(at)))}, ${clockOf(at)}`;
}

function dayOf(instant: Date): IsoDate {
  return dayIn(TIME_ZONE, instant);
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
});

function clockOf(at: string): string {
  return clock.format(new Date(at));
}
