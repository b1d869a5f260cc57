import { DomainError } from '../errors';
import { listed, quoted } from './words';

/**
 * Picture formats: the FormatProfile vocabulary of avails 1.9, from the least to the best picture. The index plus one is the
 * number in storage.
 */
export const FORMATS = ['SD', 'HD', 'UHD', '3D', '3DSD', '3DHD', '3DUHD'] as const;

export type Format = (typeof FORMATS)[number];

function isFormat(code: string): code is Format {
  return (FORMATS as readonly string[]).includes(code);
}

/** @throws InvalidFormats for a code that is not in `FORMATS` */
export function format(code: string): Format {
  if (!isFormat(code)) throw new InvalidFormats([code]);
  return code;
}

/**
 * A set of formats: in the order of `FORMATS`, without duplicates. Where all formats are meant, there is `null` instead.
 *
 * @throws InvalidFormats for the empty set or an unknown format
 */
export function formatSet(codes: readonly string[]): readonly Format[] {
  const unknown = codes.filter((code) => !isFormat(code));
  if (codes.length === 0 || unknown.length > 0) throw new InvalidFormats(unknown);
  return Object.freeze(FORMATS.filter((one) => codes.includes(one)));
}

/** The formats in both of two sets, `null` for all; the empty array when there is none. */
export function sharedFormats(
  some: readonly Format[] | null,
  others: readonly Format[] | null,
): readonly Format[] | null {
  if (some === null || others === null) return some ?? others;
  return some.filter((one) => others.includes(one));
}

/** `All`, or the formats by name: `HD and UHD`. */
export function formatWords(some: readonly string[] | null): string {
  return some === null ? 'All' : listed(some);
}

/** The small integer used in storage. */
export function formatNumber(one: Format): number {
  return FORMATS.indexOf(one) + 1;
}

/** The format with this number in storage. */
export function formatOfNumber(number: number): Format {
  const found = FORMATS[number - 1];
  if (found === undefined) throw new InvalidFormats([String(number)]);
  return found;
}

export class InvalidFormats extends DomainError {
  readonly code = 'invalid-formats';
  override readonly field = 'formats';

  constructor(readonly unknown: readonly string[]) {
    super(
      unknown.length === 0
        ? 'Choose at least one format.'
        : `${quoted(unknown)} is not a known format.`,
    );
  }
}
