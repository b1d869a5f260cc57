import type { CellObject } from '@e965/xlsx';
import { restored } from '../../domain/avails/cell-text';

/** Days from the first day of the date system of 1900 to that of 1904. */
const DAYS_BETWEEN_SYSTEMS = 1462;
/** Milliseconds of 1899-12-30, which serial numbers count from after February 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const MILLISECONDS_PER_DAY = 86_400_000;
const SECONDS_PER_DAY = 86_400;
/** The day that spreadsheet programs believe in: 29 February 1900. Days before it are one further along. */
const FALSE_LEAP_DAY = 60;
/** So many digits of a number mean something to a spreadsheet program. */
const DIGITS = 15;

/**
 * What a cell says, as text: of dates the day (`2027-03-04`) and, if they have one, the time (`2027-03-04T06:00:00`), of
 * times of day the time, of numbers the shortest decimal. How the cell shows it plays no role. Empty for a blank cell.
 */
export function textOf({ t, v, z }: CellObject, date1904: boolean): string {
  if (v === undefined) return '';
  if (t === 's') return restored(String(v));
  if (t === 'b') return v === true ? 'TRUE' : 'FALSE';
  if (t === 'e') return '#ERROR';
  if (typeof v !== 'number') return String(v);
  if (!Number.isFinite(v)) return '';
  const kind = typeof z === 'string' ? kindOf(z) : 'number';
  if (kind === 'number') return decimalText(v);
  if (kind === 'elapsed') return timeText(Math.round(v * SECONDS_PER_DAY));
  if (kind === 'time' || (v >= 0 && v < 1)) return timeOfDay(v);
  return dateText(date1904 ? v + DAYS_BETWEEN_SYSTEMS : v);
}

type NumberKind = 'number' | 'date' | 'time' | 'elapsed';

const kinds = new Map<string, NumberKind>();

function kindOf(format: string): NumberKind {
  const known = kinds.get(format);
  if (known !== undefined) return known;
  const kind = readKind(format);
  kinds.set(format, kind);
  return kind;
}

/** What a display format makes of a number: quoted text, colors and conditions in it say nothing. */
function readKind(format: string): NumberKind {
  const [first = ''] = format.split(';');
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return 'elapsed';
  const letters = bare.replace(/\[[^\]]*\]/g, '').replace(/general|AM\/PM|A\/P/gi, '');
  if (/[yd]/i.test(letters)) return 'date';
  if (/[hs]/i.test(letters)) return 'time';
  return /m/i.test(letters) ? 'date' : 'number';
}

function decimalText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (Number.isInteger(value)) return BigInt(value).toString();
  const short = Number(value.toPrecision(DIGITS));
  const text = String(short);
  return text.includes('e') ? short.toFixed(20).replace(/0+$/, '') : text;
}

function timeOfDay(value: number): string {
  return timeText(Math.round((value - Math.floor(value)) * SECONDS_PER_DAY) % SECONDS_PER_DAY);
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function dateText(serial: number): string {
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const date = dayText(day);
  const rest = seconds - day * SECONDS_PER_DAY;
  return rest === 0 ? date : `${date}T${timeText(rest)}`;
}

function dayText(day: number): string {
  if (day === FALSE_LEAP_DAY) return '1900-02-29';
  const days = day < FALSE_LEAP_DAY ? day + 1 : day;
  const date = new Date(DAY_ZERO + days * MILLISECONDS_PER_DAY);
  return Number.isNaN(date.getTime()) ? String(day) : date.toISOString().slice(0, 10);
}
