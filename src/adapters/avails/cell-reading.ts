import type { CellObject } from '@e965/xlsx';
import type { CellNote } from '../../domain/avails/reading/raw-sheet';
import { NumberFormat } from './number-format';

/** Days from the epoch of the 1900 date system to that of the 1904 date system. */
const DAYS_BETWEEN_SYSTEMS = 1462;
/** Milliseconds of 1899-12-30, the epoch of serial numbers after February 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const MILLISECONDS_PER_DAY = 86_400_000;
const SECONDS_PER_DAY = 86_400;
/** The nonexistent 29 February 1900 that spreadsheet programs count. Days before it are off by one. */
const FALSE_LEAP_DAY = 60;
/** The significant digits of a number in spreadsheet programs. */
const DIGITS = 15;
/** The precision of serial numbers: a tenth of a millisecond. */
const TICKS_PER_DAY = 864_000_000;

/** Error values by their numbers in the library (ECMA-376-1, 18.17.3). */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};
/** An error value newer than the standard. */
const NEWER_ERROR = '#ERROR!';

/**
 * The text of a cell: for dates the day (`2027-03-04`) and any time (`2027-03-04T06:00:00`), for times of day the time, for
 * numbers the shortest decimal, or the displayed text where the format adds leading zeros or shows only letters. Empty for
 * a blank cell.
 */
export function textOf({ t, v, z }: CellObject, date1904: boolean): string {
  if (t === 'e') return (typeof v === 'number' ? ERRORS[v] : undefined) ?? NEWER_ERROR;
  if (t === 'z' || v === undefined) return '';
  if (t === 's') return String(v);
  if (t === 'b') return v === true ? 'TRUE' : 'FALSE';
  if (typeof v !== 'number') return String(v);
  if (!Number.isFinite(v)) return '';
  if (typeof z !== 'string') return decimalText(v);
  const format = NumberFormat.of(z);
  switch (format.kindOf(v)) {
    case 'general':
      return decimalText(v);
    case 'number':
      return (format.padsZeros(v) ? format.shown(v) : null) ?? decimalText(v);
    case 'text':
      return format.shown(v) ?? decimalText(v);
    case 'elapsed':
      return timeText(Math.round(v * SECONDS_PER_DAY));
    case 'time':
      return timeOfDay(v);
    case 'date':
      return v >= 0 && v < 1 ? timeOfDay(v) : dateText(date1904 ? v + DAYS_BETWEEN_SYSTEMS : v);
  }
}

/**
 * Information about a cell in addition to its text; `null` for nearly all cells.
 *
 * @param text the result of `textOf`
 */
export function noteOf({ t, v, z, f, F }: CellObject, text: string): CellNote | null {
  if (t === 'e') return { kind: 'error' };
  if (f !== undefined || F !== undefined)
    return { kind: t === 'z' || v === undefined ? 'unsaved-formula' : 'formula' };
  if (t === 's') return looksNeutralized(text) ? { kind: 'apostrophe' } : null;
  if (t !== 'n' || typeof v !== 'number') return null;
  if (Math.abs(v) >= 10 ** DIGITS) return { kind: 'cut-digits' };
  if (typeof z !== 'string' || z === 'General') return null;
  const format = NumberFormat.of(z);
  const kind = format.kindOf(v);
  if (kind === 'text')
    return text === '' ? { kind: 'shown', shown: '', value: decimalText(v) } : null;
  if (kind !== 'number') return null;
  const shown = format.shown(v);
  return shown === null || shown === text || amountIn(shown) === text
    ? null
    : { kind: 'shown', shown, value: text };
}

const APOSTROPHE = "'";

/** Whether a text begins as neutralized CSV text does. */
function looksNeutralized(text: string): boolean {
  return text.startsWith(APOSTROPHE) && /^'+[=+\-@]/.test(text);
}

/** The number in what a cell shows, without its currency, unit and thousands separators. */
function amountIn(shown: string): string {
  const bare = shown.replace(/[\p{L}\p{Sc}\s]/gu, '').replace(/,(?=\d{3})/g, '');
  const amount = bare.replace(/^\(([\d.]+)\)$/, '-$1');
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(amount) ? decimalText(Number(amount)) : shown;
}

function decimalText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (Number.isInteger(value)) return BigInt(value).toString();
  const short = Number(value.toPrecision(DIGITS));
  const text = String(short);
  return text.includes('e') ? short.toFixed(20).replace(/0+$/, '') : text;
}

function timeOfDay(value: number): string {
  return timeText(
    secondsOf(Math.round((value - Math.floor(value)) * TICKS_PER_DAY) % TICKS_PER_DAY),
  );
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** The integer part of a serial number is its day (ECMA-376-1, 18.17.4); rounding never moves a time to the next day. */
function dateText(serial: number): string {
  const ticks = Math.round(serial * TICKS_PER_DAY);
  const day = Math.floor(ticks / TICKS_PER_DAY);
  const seconds = secondsOf(ticks - day * TICKS_PER_DAY);
  const date = dayText(day);
  return seconds === 0 ? date : `${date}T${timeText(seconds)}`;
}

/** Rounds to the nearest second within the same day. */
function secondsOf(ticks: number): number {
  return Math.min(Math.round(ticks / (TICKS_PER_DAY / SECONDS_PER_DAY)), SECONDS_PER_DAY - 1);
}

function dayText(day: number): string {
  if (day === FALSE_LEAP_DAY) return '1900-02-29';
  const days = day < FALSE_LEAP_DAY ? day + 1 : day;
  const date = new Date(DAY_ZERO + days * MILLISECONDS_PER_DAY);
  return Number.isNaN(date.getTime()) ? String(day) : date.toISOString().slice(0, 10);
}
