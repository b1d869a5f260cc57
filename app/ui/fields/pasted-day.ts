import type { CalendarDate } from '@internationalized/date';
import { daysInMonth, monthName, wholeDay } from './day-text';

/** What a pasted text says: one day, several that it could mean, or none, each with the sentence for the reader. */
export type PastedDay =
  | { readonly kind: 'day'; readonly day: CalendarDate }
  | { readonly kind: 'ambiguous' | 'unreadable'; readonly message: string };

interface Numbers {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Full names; a text may cut them to three letters or more ("Sept"). */
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
];

/** A day may come from a spreadsheet with the time of its first moment; any other time is a reason to ask. */
const MIDNIGHT = /[T\s]+(?:00?:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)(?: ?Z)?$/i;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;

/** Two digits of a year from here on could be of the last century as well. */
const FIRST_OLD_YEAR = 70;

/**
 * The day in a text as people copy it from mails, contracts and spreadsheets: `2030-12-31`, `20301231`, `31 Dec 2030`,
 * `December 31, 2030`, `31-Dec-30`, `31.12.30`, `12/31/2030`. In digits, the day comes first between points; between
 * slashes or hyphens day or month may, and two digits before a hyphen may be the year. Where more than one order makes a
 * day, the text is ambiguous.
 *
 * @returns `null` for an empty text
 */
export function pastedDay(text: string): PastedDay | null {
  const shown = text.trim().replaceAll(/\s+/g, ' ');
  if (shown === '') return null;
  const readings = readingsOf(shown.replace(MIDNIGHT, '').replace(WEEKDAY, ''));
  const days = new Map(
    readings.flatMap((numbers) => {
      const day = wholeDay(numbers);
      return day === null ? [] : [[day.toString(), day] as const];
    }),
  );
  const [first, ...others] = days.values();
  if (first === undefined) return { kind: 'unreadable', message: unreadable(shown, readings) };
  if (others.length === 0) return { kind: 'day', day: first };
  const meanings = [first, ...others].map(dayWords);
  const last = meanings.pop() ?? '';
  return {
    kind: 'ambiguous',
    message: `“${shown}” can mean ${meanings.join(', ')} or ${last}. Type the day.`,
  };
}

function unreadable(shown: string, readings: readonly Numbers[]): string {
  const [only] = readings;
  if (readings.length === 1 && only !== undefined && only.month >= 1 && only.month <= 12)
    return `“${shown}” is not a day: ${monthName(only.month)} ${only.year} has ${daysInMonth(only.year, only.month)} days.`;
  const short = shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
  return `“${short}” is not a day. Paste it like 31 Dec 2030 or 2030-12-31.`;
}

function dayWords({ day, month, year }: CalendarDate): string {
  return `${day} ${monthName(month)} ${year}`;
}

/** Every day that the text could mean, the likeliest first; some of them may not exist. */
function readingsOf(text: string): readonly Numbers[] {
  const named =
    /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[\s./-]*([a-z]{3,9})\.?[\s./,-]*(?:(\d{4})|’?'?(\d{2}))$/i.exec(
      text,
    );
  if (named !== null) return withNamedMonth(named[1], named[2], named[3], named[4]);
  const american =
    /^([a-z]{3,9})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(?:(\d{4})|'?(\d{2}))$/i.exec(text);
  if (american !== null) return withNamedMonth(american[2], american[1], american[3], american[4]);
  const yearAndName = /^(\d{4})[\s./-]+([a-z]{3,9})\.?[\s./-]+(\d{1,2})$/i.exec(text);
  if (yearAndName !== null)
    return withNamedMonth(yearAndName[3], yearAndName[2], yearAndName[1], undefined);
  const yearFirst =
    /^(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (yearFirst !== null)
    return [{ year: int(yearFirst[1]), month: int(yearFirst[3]), day: int(yearFirst[4]) }];
  const digits = /^(\d{1,2})([-/. ]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/.exec(text);
  return digits === null ? [] : inDigits(digits[1], digits[2], digits[3], digits[4]);
}

function withNamedMonth(
  day: string | undefined,
  name: string | undefined,
  year: string | undefined,
  shortYear: string | undefined,
): readonly Numbers[] {
  const month = MONTHS.findIndex((full) => full.startsWith((name ?? '').toLowerCase())) + 1;
  if (month === 0) return [];
  return years(year ?? shortYear).map((each) => ({ year: each, month, day: int(day) }));
}

function inDigits(
  first: string | undefined,
  separator: string | undefined,
  second: string | undefined,
  last: string | undefined,
): readonly Numbers[] {
  const [a, b] = [int(first), int(second)];
  const dayFirst = years(last).map((year) => ({ year, month: b, day: a }));
  const monthFirst = years(last).map((year) => ({ year, month: a, day: b }));
  const yearFirst =
    separator === '-' && first?.length === 2 && last?.length === 2
      ? years(first).map((year) => ({ year, month: b, day: int(last) }))
      : [];
  // Between points the month never comes first, unless nothing else makes a day.
  if (separator === '.' && dayFirst.some((numbers) => wholeDay(numbers) !== null)) return dayFirst;
  return [...dayFirst, ...monthFirst, ...yearFirst];
}

/** The years that four or two digits can mean. */
function years(text: string | undefined): readonly number[] {
  const number = int(text);
  if (text?.length !== 2) return [number];
  return number < FIRST_OLD_YEAR ? [2000 + number] : [2000 + number, 1900 + number];
}

function int(text: string | undefined): number {
  return Number.parseInt(text ?? '', 10);
}
