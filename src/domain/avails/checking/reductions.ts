import type { DateRange } from '../../values/date-range';
import type { ImportRules } from '../import-rules';
import type { Dated } from './candidate';
import { areNeighbors, isSameKind, rowName } from './row-likeness';

/**
 * W3: a temporary price reduction applies to an offer of the same title, which must cover all its days and have no error. In
 * a file that has only reductions, they apply to stored offers.
 *
 * @param hasOffers whether the file has rows that are not reductions
 */
export function checkReductions(
  reductions: readonly Dated[],
  offers: readonly Dated[],
  rule: ImportRules['reductions'],
  hasOffers: boolean,
): void {
  for (const reduction of reductions) {
    const { findings } = reduction;
    if (rule === 'refuse') {
      const message = 'The rules of this import refuse temporary price reductions.';
      const remedy = 'Remove the row, or choose “Split the base offer” in the rules.';
      findings.error('W3', 'AvailTrans/PriceType', message, remedy);
    } else if (!hasOffers) {
      const message = 'The file has only price reductions; they apply to stored offers.';
      const remedy = 'Check in the review that the offers they reduce exist.';
      findings.warn('W3', 'AvailTrans/PriceType', message, remedy);
    } else if (!isCovered(reduction, offers)) {
      const message = 'No offer of this title in the file covers every day of the reduction.';
      const remedy = 'Add the row of the offer, or shorten the reduction to its days.';
      findings.error('W3', 'AvailTrans/PriceType', message, remedy);
    } else {
      const refused = refusedUnder(reduction, offers);
      if (refused === null) continue;
      const message = `The price reduces ${rowName(refused)}, which has an error itself.`;
      findings.error('W3', 'AvailTrans/PriceType', message, 'Repair that row first.');
    }
  }
}

/** The refused offer that a reduction needs for some of its days; `null` when others cover all of them. */
function refusedUnder(reduction: Dated, offers: readonly Dated[]): Dated | null {
  const standing = offers.filter(({ findings }) => !findings.isStopped);
  if (isCovered(reduction, standing)) return null;
  return offers.find((one) => !standing.includes(one) && isUnder(reduction, one)) ?? null;
}

/** Whether an offer is one that a reduction reduces on some of its days. */
function isUnder(reduction: Dated, offer: Dated): boolean {
  return (
    isSameKind(offer, reduction) &&
    areNeighbors(offer, reduction) &&
    offer.window.overlaps(reduction.window)
  );
}

function isCovered(reduction: Dated, offers: readonly Dated[]): boolean {
  const alike = offers.filter((offer) => isSameKind(offer, reduction));
  return reduction.territories.every((territory) => {
    let open: DateRange[] = [reduction.window];
    for (const { territories, window } of alike)
      if (territories.includes(territory)) open = open.flatMap((part) => part.outside(window));
    return open.length === 0;
  });
}
