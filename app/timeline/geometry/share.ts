import { civilDay, monthStart, periodStart, nextPeriod, shortMonthName } from './calendar';
import type { DaySpan } from '../model';

/** A bounded span of days, half-open: what a strip that is not measured shows, from its left to its right edge. */
export interface ShownDays {
  readonly start: number;
  readonly end: number;
}

/** A label on the axis of a strip, where its period begins. */
export interface ShareTick {
  readonly day: number;
  readonly label: string;
  /** Whether it names a year, which is the stronger line. */
  readonly isYear: boolean;
}

const HALF_YEARS_UP_TO = 3 * 366;
const MAX_YEARS = 8;

/** Where a day lies in the shown days, in percent from the left; below 0 and above 100 when it is not shown. */
export function shareOf(day: number, { start, end }: ShownDays): number {
  return Math.round(((day - start) / (end - start)) * 100_000) / 1000;
}

/** The shown part of a span, in percent from the left; `null` when none of it is shown. */
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
    width: right - left,
    cutLeft: span.start < shown.start,
    cutRight: end > shown.end,
  };
}

/** Years, and Julys where there is room: the axis of strips of a year and more. */
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

/** Months, at most `most` of them; years when even every sixth month is too many. */
export function monthTicks(shown: ShownDays, most = 5): ShareTick[] {
  const months = (shown.end - shown.start) / 30.4;
  const step = [1, 2, 3, 6].find((every) => months / every <= most);
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
