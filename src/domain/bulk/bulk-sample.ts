import type { LicenseChange } from '../license/license-change';
import type { OfferData } from '../license/offer';
import type { DateRangeData } from '../values/date-range';
import { offersAddedBy, replacedBy } from '../license/license-change';
import { pricesInWords } from '../license/price-list';
import { DateRange } from '../values/date-range';

/** One thing that a bulk change changes, in words. */
export interface BulkSample {
  /** The offer; `null` for the license itself. */
  readonly offer: string | null;
  /** `''` for an offer that is new. */
  readonly before: string;
  readonly after: string;
}

/** What the change of one license changes, in words: at most the first `most` things. */
export function samplesOf(change: LicenseChange, most: number): readonly BulkSample[] {
  if (change.kind === 'license-closed')
    return [{ offer: null, before: daysOf(change.before), after: daysOf(change.after) }];
  if (change.kind === 'license-amended') {
    const { before, after } = change;
    return before.name === after.name
      ? [{ offer: null, before: daysOf(before.terms.window), after: daysOf(after.terms.window) }]
      : [{ offer: null, before: before.name, after: after.name }];
  }
  if (change.kind === 'offers-generated')
    return change.offers.slice(0, most).map(({ name, window, prices }) => ({
      ...{ offer: name, before: '', after: `${daysOf(window)}, ${pricesInWords(prices)}` },
    }));
  return replacedBy(change)
    .slice(0, most)
    .map(({ before, after }) => ({ offer: before.name, ...difference(before, after) }));
}

/** How many offers a change replaces or makes. */
export function countOffers(change: LicenseChange): number {
  return replacedBy(change).length + offersAddedBy(change).length;
}

function difference(before: OfferData, after: OfferData): Pick<BulkSample, 'before' | 'after'> {
  if (before.name !== after.name) return { before: before.name, after: after.name };
  const [was, is] = [before, after].map(({ window }) => daysOf(window));
  if (was !== is) return { before: was ?? '', after: is ?? '' };
  return { before: pricesInWords(before.prices), after: pricesInWords(after.prices) };
}

function daysOf({ startsOn, endsOn }: DateRangeData): string {
  return DateRange.of(startsOn, endsOn).toString();
}
