import type { DateRangeData } from '../../../src/domain/values/date-range';

/** A window as programs read and write it: half-open, `endsOn` is the first day after, `null` for an open end. */
export interface WireWindow {
  startsOn: string;
  endsOn: string | null;
}

/** Plain data as it travels: every window in it under the names that say what its ends are. */
export type Wire<T> = T extends string & { readonly __brand: string }
  ? string
  : T extends DateRangeData
    ? Exclude<keyof T, keyof DateRangeData> extends never
      ? WireWindow
      : WireObject<T>
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends object
        ? WireObject<T>
        : T;

type WireObject<T> = { -readonly [Key in keyof T]: Wire<T[Key]> };

/** The other way around. */
export type Unwired<T> = T extends WireWindow
  ? DateRangeData
  : T extends readonly (infer Item)[]
    ? Unwired<Item>[]
    : T extends object
      ? { [Key in keyof T]: Unwired<T[Key]> }
      : T;

export function wire<T>(data: T): Wire<T> {
  return mapped(data, ['start', 'end'], ['startsOn', 'endsOn']) as Wire<T>;
}

export function unwired<T>(data: T): Unwired<T> {
  return mapped(data, ['startsOn', 'endsOn'], ['start', 'end']) as Unwired<T>;
}

type Ends = readonly [start: string, end: string];

function mapped(value: unknown, from: Ends, to: Ends): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, from, to));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value);
  const isWindow = parts.length === 2 && from.every((name) => name in value);
  return Object.fromEntries(
    parts.map(([name, part]) => [
      isWindow ? (to[from.indexOf(name)] ?? name) : name,
      mapped(part, from, to),
    ]),
  );
}
