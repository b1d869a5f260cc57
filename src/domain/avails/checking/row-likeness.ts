import type { Territory } from '../../values/territory';
import type { Dated } from './candidate';
import { formatDays } from '../../values/date-range';
import { fold } from '../../names/folding';

/** What a row offers but for its price: when, and in which license. */
export function placeOf({ window, terms, contract }: Dated): string {
  return [
    window.startsOn,
    window.endsOn ?? '',
    terms.rights.description,
    fold(contract ?? ''),
  ].join('|');
}

/** Whether two rows cost the same, as far as is known. */
export function costTheSame({ terms: one }: Dated, { terms: other }: Dated): boolean {
  const [a, b] = [one.price, other.price];
  return a === null || b === null || (a.minor === b.minor && a.currency === b.currency);
}

/** Whether two rows are of the same format and language; a row without language is of every one. */
export function isSameKind({ terms: a }: Dated, { terms: b }: Dated): boolean {
  if (a.picture !== b.picture) return false;
  return a.language === b.language || a.language === '' || b.language === '';
}

/** Territories that two rows share. */
export function sharedTerritories(a: Dated, b: Dated): readonly Territory[] {
  if (a.territories === b.territories) return a.territories;
  return a.territories.filter((territory) => b.territories.includes(territory));
}

export function areNeighbors(a: Dated, b: Dated): boolean {
  return a !== b && (a.territories === b.territories || sharedTerritories(a, b).length > 0);
}

/** A row as others speak of it: `row 10 (HD, From 28 May 2013)`. */
export function rowName({ findings, terms, window }: Dated): string {
  return `row ${findings.row.row} (${terms.format}, ${formatDays(window.startsOn, window.lastDay)})`;
}
