import type { ImportRules } from '../import-rules';
import type { Candidate, Dated } from './candidate';
import { isDated } from './candidate';
import { checkDuplicates } from './duplicate-rows';
import { checkGaps, handOver } from './neighbors';
import { settleOverlaps } from './overlaps';
import { checkReductions } from './reductions';

/** How rows of one title are brought together. */
export type WindowRules = Pick<ImportRules, 'sameDayHandover' | 'reductions' | 'formats'>;

/**
 * Brings the rows of every title together that grant the same kind of right: one customer sees one price at a time. What
 * cannot be brought together is an error.
 */
export function settleTitleWindows(candidates: readonly Candidate[], rules: WindowRules): void {
  const granting = candidates.filter(isDated).filter(({ terms }) => terms.cells !== null);
  const hasOffers = granting.some(({ terms }) => !terms.reduction);
  for (const group of grouped(
    granting,
    ({ alid, terms }) => `${alid}\n${terms.rights.rightsType}`,
  )) {
    const offers = group.filter(({ terms }) => !terms.reduction);
    const reductions = group.filter(({ terms }) => terms.reduction);
    for (const rows of [...byPlace(offers), ...byPlace(reductions)]) {
      checkDuplicates(rows);
      if (rules.sameDayHandover === 'hand-over') handOver(rows);
      settleOverlaps(rows, rules.formats);
      checkGaps(rows);
    }
    checkReductions(reductions, offers, rules.reductions, hasOffers);
  }
}

/** Rows apart that cannot meet: those of single territories by territory. Rows of lists can meet any. */
function byPlace(rows: readonly Dated[]): Dated[][] {
  return rows.every(({ territories }) => territories.length === 1)
    ? grouped(rows, ({ territories }) => territories[0] ?? '')
    : [[...rows]];
}

function grouped(rows: readonly Dated[], keyOf: (row: Dated) => string): Dated[][] {
  const groups = new Map<string, Dated[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
