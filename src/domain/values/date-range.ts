import { DomainError } from '../errors';
import { civilDay } from './civil-day';

/**
 * A calendar day, `YYYY-MM-DD`, without time or zone: it means that day in the territory's own local time, as license
 * agreements and avails do. Only `isoDate` creates one. ISO dates compare with `<` and `===`.
 */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

const EARLIEST = '1900-01-01';
/** The last day of the calendar. */
export const LATEST = '9999-12-31';
const MILLISECONDS_PER_DAY = 86_400_000;
const FIRST_DAY = dayNumber(EARLIEST as IsoDate);
const LAST_DAY = dayNumber(LATEST as IsoDate);

/**
 * Reads a calendar day from `YYYY-MM-DD`, from 1900-01-01 to 9999-12-31.
 *
 * @throws InvalidDate when the text has a different format, or the day does not exist or lies outside this range
 */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new InvalidDate(text);
  return text;
}

/** Whether `isoDate` reads a text. */
export function isIsoDate(text: string): text is IsoDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null || text < EARLIEST) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && day <= daysInMonth(year, month);
}

/** The length of a month, 1 to 12, in the Gregorian calendar; 0 for any other number. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1970-01-01, the integer used for arithmetic and geometry. */
export function dayNumber(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

/**
 * The calendar day a number of days after 1970-01-01.
 *
 * @throws InvalidDate outside 1900 to 9999
 */
export function dayOfNumber(days: number): IsoDate {
  // Not a number is not within either.
  if (!(days >= FIRST_DAY && days <= LAST_DAY)) throw new InvalidDate(`day ${days}`);
  const { year, month, day } = civilDay(days);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as IsoDate;
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}

/**
 * The day `count` days later, or earlier when negative.
 *
 * @throws InvalidDate outside 1900 to 9999
 */
export function addDays(day: IsoDate, count: number): IsoDate {
  return dayOfNumber(dayNumber(day) + count);
}

/** The day `count` days later, limited to the first and last day of the calendar, 1900 to 9999. */
export function addDaysWithin(day: IsoDate, count: number): IsoDate {
  return dayOfNumber(Math.min(Math.max(dayNumber(day) + count, FIRST_DAY), LAST_DAY));
}

/** Whole days from `from` until `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The plain form of a window on the wire and in storage: half-open, `endsOn: null` is open. */
export interface DateRangeData {
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/**
 * A window: a span of calendar days, half-open. `startsOn` is the first day inside, `endsOn` the first day after; an
 * `endsOn` of `null` is open. People read and type the last day, inclusive: `fromDays` and `lastDay` are the only conversions.
 */
export class DateRange {
  private constructor(
    readonly startsOn: IsoDate,
    readonly endsOn: IsoDate | null,
  ) {
    Object.freeze(this);
  }

  /**
   * Half-open: `start` is the first day inside, `end` the first day after, `null` for an open end.
   *
   * @throws InvalidDate for a day that does not exist
   * @throws InvalidDateRange when the end is not after the start (rule L1)
   */
  static of(start: string, end: string | null): DateRange {
    const from = isoDate(start);
    const to = end === null ? null : isoDate(end);
    if (to !== null && to <= from) throw new InvalidDateRange(from, addDays(to, -1));
    return new DateRange(from, to);
  }

  /**
   * The window from its first to its last day, both inclusive, as people type it; `null` for an open end.
   *
   * @throws InvalidDate for a day that does not exist
   * @throws InvalidDateRange when the last day is before the first (rule L1)
   * @throws LastDayTooLate for the calendar's last day, which people type when they mean an open end
   */
  static fromDays(firstDay: string, lastDay: string | null): DateRange {
    const first = isoDate(firstDay);
    if (lastDay === null) return new DateRange(first, null);
    const last = isoDate(lastDay);
    if (last < first) throw new InvalidDateRange(first, last);
    if (last === LATEST) throw new LastDayTooLate();
    return new DateRange(first, addDays(last, 1));
  }

  /** The span of `days` days that begins on `start`; `null` days is open. */
  static ofLength(start: IsoDate, days: number | null): DateRange {
    return DateRange.of(start, days === null ? null : addDays(start, days));
  }

  /** The last day inside, inclusive; `null` when the end is open. */
  get lastDay(): IsoDate | null {
    return this.endsOn === null ? null : addDays(this.endsOn, -1);
  }

  /** Length in days; `null` when the end is open. */
  get days(): number | null {
    return this.endsOn === null ? null : daysBetween(this.startsOn, this.endsOn);
  }

  /** Whether the two share at least one day. Touching windows do not overlap. */
  overlaps(other: DateRange): boolean {
    return isBefore(this.startsOn, other.endsOn) && isBefore(other.startsOn, this.endsOn);
  }

  /** Whether every day of the other lies inside this one. */
  encloses(other: DateRange): boolean {
    return this.startsOn <= other.startsOn && latest(this.endsOn, other.endsOn) === this.endsOn;
  }

  /** Whether the day lies inside. */
  contains(day: IsoDate): boolean {
    return this.startsOn <= day && isBefore(day, this.endsOn);
  }

  /** The days in both windows, or `null` when they share none. */
  intersection(other: DateRange): DateRange | null {
    if (!this.overlaps(other)) return null;
    const start = this.startsOn > other.startsOn ? this.startsOn : other.startsOn;
    return new DateRange(start, earliest(this.endsOn, other.endsOn));
  }

  /** The days of this window that are not in the other: no, one or two spans. */
  outside(other: DateRange): DateRange[] {
    if (!this.overlaps(other)) return [this];
    const parts: DateRange[] = [];
    if (this.startsOn < other.startsOn) parts.push(new DateRange(this.startsOn, other.startsOn));
    if (other.endsOn !== null && isBefore(other.endsOn, this.endsOn)) {
      parts.push(new DateRange(other.endsOn, this.endsOn));
    }
    return parts;
  }

  /** The days of this window that none of the others has, in date order. */
  outsideAll(others: readonly DateRange[]): DateRange[] {
    return others.reduce<DateRange[]>(
      (left, other) => left.flatMap((part) => part.outside(other)),
      [this],
    );
  }

  /** The shortest window that encloses both. */
  hull(other: DateRange): DateRange {
    const start = this.startsOn < other.startsOn ? this.startsOn : other.startsOn;
    return new DateRange(start, latest(this.endsOn, other.endsOn));
  }

  /** This window moved by the number of days between `from` and `to`. */
  shifted(from: string, to: string): DateRange {
    const days = daysBetween(isoDate(from), isoDate(to));
    return DateRange.of(
      addDays(this.startsOn, days),
      this.endsOn === null ? null : addDays(this.endsOn, days),
    );
  }

  equals(other: DateRange): boolean {
    return this.startsOn === other.startsOn && this.endsOn === other.endsOn;
  }

  toData(): DateRangeData {
    return { startsOn: this.startsOn, endsOn: this.endsOn };
  }

  /** The window for display: `12 Mar – 3 Apr 2027`, or `From 1 Mar 2026`. */
  toString(): string {
    return formatDays(this.startsOn, this.lastDay);
  }
}

function isBefore(day: IsoDate, end: IsoDate | null): boolean {
  return end === null || day < end;
}

function latest(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  return a === null || b === null ? null : a > b ? a : b;
}

function earliest(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}

const MONTHS = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
] as const;

function parts(day: string): { day: number; month: string; year: string } {
  return {
    day: Number(day.slice(8)),
    month: MONTHS[Number(day.slice(5, 7)) - 1] ?? '',
    year: day.slice(0, 4),
  };
}

/** Formats one day for display: `4 Jan 2027`. */
export function formatDay(day: string): string {
  const { day: number, month, year } = parts(day);
  return `${number} ${month} ${year}`;
}

/** Formats a span for display, both days inclusive: `12 – 21 Feb 2027`, `4 Jan 2027`, `From 1 Mar 2026` (open end). */
export function formatDays(firstDay: string, lastDay: string | null): string {
  if (lastDay === null) return `From ${formatDay(firstDay)}`;
  if (firstDay === lastDay) return formatDay(firstDay);
  const first = parts(firstDay);
  const last = parts(lastDay);
  if (first.year !== last.year) return `${formatDay(firstDay)} – ${formatDay(lastDay)}`;
  if (first.month !== last.month)
    return `${first.day} ${first.month} – ${last.day} ${last.month} ${last.year}`;
  return `${first.day} – ${last.day} ${last.month} ${last.year}`;
}

/** Formats a length for display: `1 day`, `38 days`. */
export function formatLength(days: number): string {
  return days === 1 ? '1 day' : `${days.toLocaleString('en-US')} days`;
}

export class InvalidDate extends DomainError {
  readonly code = 'invalid-date';

  constructor(readonly text: string) {
    super(
      text.trim() === ''
        ? 'Enter a date.'
        : `“${text.slice(0, 40)}” is not a valid date. Dates range from 1900 to 9999.`,
    );
  }
}

/** L1: a window's last day is not before its first. */
export class InvalidDateRange extends DomainError {
  readonly code = 'invalid-window';
  override readonly field = 'lastDay';

  constructor(
    readonly firstDay: IsoDate,
    readonly lastDay: IsoDate,
  ) {
    super(`The last day, ${formatDay(lastDay)}, is before the first day, ${formatDay(firstDay)}.`);
  }
}

/** A window cannot include the last day of the calendar, because no day follows it. */
export class LastDayTooLate extends DomainError {
  readonly code = 'last-day-too-late';
  override readonly field = 'lastDay';

  /** @param wayOut what to do for rights without a last day */
  constructor(wayOut = 'For a window without a last day, choose Open.') {
    super(`The last day cannot be after 30 Dec 9999. ${wayOut}`);
  }
}
