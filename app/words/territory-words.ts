import { ALL_TERRITORIES, territoryName } from '../../src/domain/values/territory';

/** More territories than these are not listed one by one, not even where there is room. */
const MOST_LISTED = 20;
/** A set that lacks no more territories than these is named by what it lacks. */
const MOST_EXCEPTED = 3;

/** How a set of territories is named. */
export interface TerritoryWords {
  /** As short as it fits a column: `CA, MX +12`, `Worldwide`, or `All but JP`. */
  readonly short: string;
  /** With names, as long as it is worth reading. */
  readonly long: string;
}

/**
 * Names a set of territories by its members, or by what it lacks when that is much less.
 *
 * @param codes ISO 3166-1 alpha-2 codes, sorted
 * @param named how many members the short form names
 * @param called what the short form calls a member, its code by default
 */
export function territoryWords(
  codes: readonly string[],
  { named = 2, called = (code: string) => code } = {},
): TerritoryWords {
  const listed = new Set(codes);
  const lacking = ALL_TERRITORIES.filter((code) => !listed.has(code));
  if (lacking.length === 0) return { short: 'Worldwide', long: 'All territories' };
  if (lacking.length <= MOST_EXCEPTED)
    return {
      short: `All but ${lacking.map(called).join(', ')}`,
      long: `All territories but ${lacking.map(territoryName).join(', ')}`,
    };
  const others = codes.length - named;
  const shown = codes.slice(0, named).map(called).join(', ');
  return {
    short: others > 0 ? `${shown} +${others}` : shown,
    long: firstOf(codes.map(territoryName)),
  };
}

function firstOf(names: readonly string[]): string {
  const others = names.length - MOST_LISTED;
  const shown = names.slice(0, MOST_LISTED).join(', ');
  return others > 0 ? `${shown} and ${others} more` : shown;
}
