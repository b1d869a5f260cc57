import { civilDay, monthStart } from '../../../src/domain/values/civil-day';
import { periodStart, nextPeriod, shortMonthName } from './calendar';
import type { DaySpan } from '../model';

/** Days that a strip shows from its left to its right edge, half-open. */
export interface ShownDays {
  readonly start: number;
  readonly end: number;
}

/** A label on the axis of a strip, at the start of its period. */
export interface ShareTick {
  readonly day: number;
  readonly label: string;
  /** Whether the label is a year; years have the stronger line. */
  readonly isYear: boolean;
}

const HALF_YEARS_UP_TO = 3 * 366;
const MAX_YEARS = 8;

/** Position of a day in the shown days, in percent from the left; below 0 or above 100 outside them. */
export function shareOf(day: number, { start, end }: ShownDays): number {
  return Math.round(((day - start) / (end - start)) * 100_000) / 1000;
}

/** The shown part of a span, in percent from the left; `null` if no part is shown. */
export function shareOfSpan(
  span: DaySpan,
  shown: ShownDays,
): { left: number; width: number; cutLeft: boolean; cutRight: boolean } | null {
  const end = span.end ?? Number.POSITIVE_INFINITY;
  if (end <= shown.start || span.start >= shown.end) return null;
  const left = shareOf(Math.max(span.start, shown.start), shown);
  const right = shareOf(Math.min(end, shown.end), shown);
  return {
    left,
    width: Math.round((right - left) * 1000) / 1000,
    cutLeft: span.start < shown.start,
    cutRight: end > shown.end,
  };
}

/** Ticks for each year (every few years if there are many), and for each July in spans up to three years. */
export function yearTicks(shown: ShownDays): ShareTick[] {
  const first = civilDay(shown.start).year;
  const last = civilDay(shown.end - 1).year;
  const step = Math.max(1, Math.ceil((last - first + 1) / MAX_YEARS));
  const withJulys = shown.end - shown.start <= HALF_YEARS_UP_TO;
  const ticks: ShareTick[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    ticks.push({ day: monthStart(year, 1), label: String(year), isYear: true });
    if (withJulys) ticks.push({ day: monthStart(year, 7), label: 'Jul', isYear: false });
  }
  return ticks.filter(({ day }) => day >= shown.start && day < shown.end);
}

/** Ticks for at most `max` months; for years if even every sixth month exceeds it. */
export function monthTicks(shown: ShownDays, max = 5): ShareTick[] {
  const months = (shown.end - shown.start) / 30.4;
  const step = [1, 2, 3, 6].find((every) => months / every <= max);
  if (step === undefined) return yearTicks(shown);
  const ticks: ShareTick[] = [];
  let day = periodStart('month', shown.start);
  while (day < shown.end) {
    const { year, month } = civilDay(day);
    if (day >= shown.start && (month - 1) % step === 0) {
      const isYear = month === 1 && step > 1;
      ticks.push({ day, label: isYear ? String(year) : shortMonthName(month), isYear });
    }
    day = nextPeriod('month', day);
  }
  return ticks;
}
