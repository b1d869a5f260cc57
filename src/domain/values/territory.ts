import { DomainError } from '../errors';
import { ISO_3166_1 } from './iso-3166-1';
import { quoted } from './words';

/**
 * An ISO 3166-1 alpha-2 country code, upper case, or `XK` for Kosovo, which is in the user-assigned range of ISO 3166-1.
 */
export type Territory = string & { readonly __brand: 'Territory' };

interface TerritoryEntry {
  readonly code: Territory;
  readonly numeric: number;
  readonly name: string;
}

const entries: readonly TerritoryEntry[] = ISO_3166_1.trim()
  .split('\n')
  .map((line) => {
    const [code = '', numeric = '', ...name] = line.split(' ');
    return { code: code as Territory, numeric: Number(numeric), name: name.join(' ') };
  });

const byCode = new Map<string, TerritoryEntry>(entries.map((entry) => [entry.code, entry]));
const byNumeric = new Map(entries.map((entry) => [entry.numeric, entry]));

/** All territories, ordered by code. */
export const ALL_TERRITORIES: readonly Territory[] = entries.map((entry) => entry.code);

/**
 * A set of territories: sorted by code, without duplicates.
 *
 * @throws InvalidTerritories for the empty set or a code that is not in ISO 3166-1
 */
export function territorySet(codes: readonly string[]): readonly Territory[] {
  const unknown = codes.filter((code) => !byCode.has(code));
  if (codes.length === 0 || unknown.length > 0) throw new InvalidTerritories(unknown);
  return Object.freeze([...new Set(codes)].sort() as Territory[]);
}

/** The short English name, or the text itself when it is not an ISO 3166-1 code. */
export function territoryName(code: string): string {
  return byCode.get(code)?.name ?? code;
}

/** The ISO 3166-1 numeric code, the compact form used in storage. */
export function territoryNumber(code: Territory): number {
  const entry = byCode.get(code);
  if (entry === undefined) throw new InvalidTerritories([code]);
  return entry.numeric;
}

/** The territory with this ISO 3166-1 numeric code. */
export function territoryOfNumber(numeric: number): Territory {
  const entry = byNumeric.get(numeric);
  if (entry === undefined) throw new InvalidTerritories([String(numeric)]);
  return entry.code;
}

export class InvalidTerritories extends DomainError {
  readonly code = 'invalid-territories';
  override readonly field = 'territories';

  constructor(readonly unknown: readonly string[]) {
    super(
      unknown.length === 0
        ? 'Choose at least one territory.'
        : `${quoted(unknown)} is not an ISO 3166-1 country code.`,
    );
  }
}
