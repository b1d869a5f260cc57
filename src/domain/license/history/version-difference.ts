import type { DateRangeData } from '../../values/date-range';
import type { OfferData } from '../offer';
import { Offer } from '../offer';

/** An offer that is not the same in two versions of a license; `null` where a version does not have it. */
export interface OfferDifference {
  readonly before: OfferData | null;
  readonly after: OfferData | null;
}

/**
 * The offers in which two versions of a license differ, in date order. Offers that begin on the same day are one offer that was
 * changed; of the others, those with the same name are, in date order.
 *
 * @param before in date order, as is `after`
 */
export function offerDifferences(
  before: readonly OfferData[],
  after: readonly OfferData[],
): readonly OfferDifference[] {
  const isSame = (one: OfferData, other: OfferData) => Offer.of(one).equals(Offer.of(other));
  const begun = new Map(after.map((offer) => [offer.window.startsOn, offer]));
  const pairs: OfferDifference[] = [];
  const left: OfferData[] = [];
  for (const offer of before) {
    const other = begun.get(offer.window.startsOn);
    if (other === undefined) left.push(offer);
    else if (!isSame(offer, other)) pairs.push({ before: offer, after: other });
    begun.delete(offer.window.startsOn);
  }
  const come = [...begun.values()];
  for (const offer of left) {
    const place = come.findIndex(({ name }) => name === offer.name);
    const [other = null] = place === -1 ? [] : come.splice(place, 1);
    pairs.push({ before: offer, after: other });
  }
  pairs.push(...come.map((offer) => ({ before: null, after: offer })));
  return pairs.sort((one, other) => (firstDay(one) < firstDay(other) ? -1 : 1));
}

/** The days of both versions, each of which may be the other's. */
export function daysOfBoth({ before, after }: OfferDifference): readonly DateRangeData[] {
  return [before, after].flatMap((offer) => (offer === null ? [] : [offer.window]));
}

function firstDay(difference: OfferDifference): string {
  return (
    daysOfBoth(difference)
      .map(({ startsOn }) => startsOn)
      .sort()[0] ?? ''
  );
}
