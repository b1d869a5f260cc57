import type { Territory } from '../../values/territory';
import type { Dated } from './candidate';
import { formatDays } from '../../values/date-range';
import { fold } from '../../names/folding';

/** The window, rights and contract of a row: everything it offers except the price. */
export function placeOf({ window, terms, contract }: Dated): string {
  return [
    window.startsOn,
    window.endsOn ?? '',
    terms.rights.description,
    fold(contract ?? ''),
  ].join('|');
}

/** Whether two rows have the same price, as far as it is known. */
export function costTheSame({ terms: one }: Dated, { terms: other }: Dated): boolean {
  const [a, b] = [one.price, other.price];
  return a === null || b === null || (a.minor === b.minor && a.currency === b.currency);
}

/** Whether two rows have the same format and language; a row without a language matches any. */
export function isSameKind({ terms: a }: Dated, { terms: b }: Dated): boolean {
  if (a.picture !== b.picture) return false;
  return a.language === b.language || a.language === '' || b.language === '';
}

/** The territories in both rows. */
export function sharedTerritories(a: Dated, b: Dated): readonly Territory[] {
  if (a.territories === b.territories) return a.territories;
  return a.territories.filter((territory) => b.territories.includes(territory));
}

export function areNeighbors(a: Dated, b: Dated): boolean {
  return a !== b && (a.territories === b.territories || sharedTerritories(a, b).length > 0);
}

/** The label of a row in messages about other rows: `row 10 (HD, From 28 May 2013)`. */
export function rowName({ findings, terms, window }: Dated): string {
  return `row ${findings.row.row} (${terms.format}, ${formatDays(window.startsOn, window.lastDay)})`;
}
