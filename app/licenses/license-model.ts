import type { LicenseView } from '../../src/service/license/license-views';
import type { AmountStep } from '../../src/domain/price-table/offer-amounts';
import type { OfferData } from '../../src/domain/license/offer';
import type { PackedOffers } from './offers/packed-offers';
import type { TimelineModel } from '../timeline/model';
import type { PictureWords } from '../timeline/picture/timeline-svg';
import { DateRange, dayNumber, formatDay, isoDate } from '../../src/domain/values/date-range';
import { territoryName } from '../../src/domain/values/territory';
import { territoryWords } from '@/words/territory-words';
import { License } from '../../src/domain/license/license';
import { LicenseDetails } from '../../src/domain/license/license-details';
import { Offer } from '../../src/domain/license/offer';
import { Timeline } from '../../src/domain/license/timeline';
import { daySpan } from '../timeline/model';

/** A license as its page sends it to the browser. */
export type PackedLicense = Omit<LicenseView, 'offers'> & {
  readonly offers: PackedOffers;
  /** What each of the price lists of its offers costs over time; none for those without a tier. */
  readonly amounts: readonly (readonly AmountStep[])[];
};

/** What the timeline draws, days as integers. */
export function timelineModel(
  { details, offers: packed, amounts }: Pick<PackedLicense, 'details' | 'offers' | 'amounts'>,
  offers: readonly OfferData[],
  today: string,
): TimelineModel {
  const known = new Map(packed.prices.map((lines, index) => [lines, amounts[index]]));
  return {
    window: daySpan(details.terms.window),
    offers: offers.map(({ name, prices, window, devices }) => ({
      name,
      prices,
      amounts: known.get(prices),
      devices,
      ...daySpan(window),
    })),
    today: dayNumber(isoDate(today)),
    devices: details.terms.devices,
  };
}

/**
 * Makes the domain's own license of what the page shows, as often as asked: to say in advance what a change would run
 * into. The server decides again, on what is stored.
 */
export function licenseMaker(
  { id, version, details, contract, closing }: Omit<LicenseView, 'offers'>,
  offers: readonly OfferData[],
): () => License {
  const known = {
    details: LicenseDetails.of(details),
    timeline: Timeline.whole(offers.map(Offer.of)),
    closing,
  };
  return () => License.reconstitute({ id, contractId: contract.id, version, ...known });
}

/**
 * The words above a picture of a license's timeline.
 *
 * @param today ISO 8601
 */
export function pictureWords(
  { details, contract, version }: PackedLicense,
  today: string,
): PictureWords {
  const { rightsType, territories, window } = details.terms;
  return {
    title: details.name,
    about: [
      `${contract.studio} ${contract.reference}`,
      rightsType,
      territoryWords(territories, { named: 3, called: territoryName }).short,
      DateRange.of(window.startsOn, window.endsOn).toString(),
      `version ${version}, ${formatDay(today)}`,
    ].join(' · '),
  };
}
