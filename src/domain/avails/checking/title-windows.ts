import type { ImportRules } from '../import-rules';
import type { Candidate, Dated } from './candidate';
import { isDated } from './candidate';
import { checkDuplicates } from './duplicate-rows';
import { grouped } from './grouped';
import { checkGaps, handOver } from './neighbors';
import { checkOverlaps } from './overlaps';
import { checkReductions } from './reductions';

/** The rules for combining rows of one title. */
export type WindowRules = Pick<ImportRules, 'sameDayHandover' | 'reductions'>;

/**
 * Combines the rows of each title that grant the same kind of right, so that one customer sees one price at a time. Rows
 * that cannot be combined get an error.
 */
export function resolveTitleWindows(candidates: readonly Candidate[], rules: WindowRules): void {
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
      checkOverlaps(rows);
      checkGaps(rows);
    }
    checkReductions(reductions, offers, rules.reductions, hasOffers);
  }
}

/**
 * Splits rows into groups that cannot overlap: by territory if every row has a single one. Rows with lists of territories
 * can overlap with any.
 */
function byPlace(rows: readonly Dated[]): Dated[][] {
  return rows.every(({ territories }) => territories.length === 1)
    ? grouped(rows, ({ territories }) => territories[0] ?? '')
    : [[...rows]];
}
