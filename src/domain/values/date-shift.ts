import type { IsoDate } from './date-range';
import { DomainError } from '../errors';
import { addDays, dayNumber, isoDate } from './date-range';

/** How far days move: whole days or whole months, earlier when negative. */
export interface DateShift {
  readonly unit: 'days' | 'months';
  readonly by: number;
}

/** The farthest that days are shifted: ten years, in each unit. */
export const MAX_SHIFTED = { days: 3_660, months: 120 } as const;

/**
 * The same day some months later, or earlier when negative; the last day of a month that does not have it. In the order of
 * days: of two days the later one never comes before the other.
 *
 * @throws InvalidDate outside 1900 to 9999
 */
export function addMonths(day: IsoDate, count: number): IsoDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const first = (month: number) =>
    isoDate(
      `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`,
    );
  const begin = first(months);
  const fromBegin = Number(day.slice(8)) - 1;
  // The last month of the calendar has no first day after it, and 31 days.
  const length = begin === '9999-12-01' ? 31 : dayNumber(first(months + 1)) - dayNumber(begin);
  return addDays(begin, Math.min(fromBegin, length - 1));
}

/** @throws InvalidDateShift unless it is by a whole number of days or months other than 0, at most ten years */
export function dateShift({ unit, by }: DateShift): DateShift {
  if (!Number.isInteger(by) || by === 0 || Math.abs(by) > MAX_SHIFTED[unit])
    throw new InvalidDateShift(unit);
  return { unit, by };
}

/** A day moved by a shift; the same day where there is none. @throws InvalidDate outside 1900 to 9999 */
export function shiftedDay(day: IsoDate, shift: DateShift | null): IsoDate {
  if (shift === null) return day;
  return shift.unit === 'days' ? addDays(day, shift.by) : addMonths(day, shift.by);
}

/** A shift is by at least one day or month and at most ten years. */
export class InvalidDateShift extends DomainError {
  readonly code = 'invalid-shift';
  override readonly field = 'by';

  constructor(unit: DateShift['unit']) {
    const most = MAX_SHIFTED[unit].toLocaleString('en-US');
    super(`Enter a whole number of ${unit} from 1 to ${most}; a minus sign is earlier.`);
  }
}
