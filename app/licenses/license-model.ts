import type { LicenseView } from '../../src/service/license/license-views';
import type { AmountStep } from '../../src/domain/price-table/offer-amounts';
import type { OfferData } from '../../src/domain/license/offer';
import type { PackedOffers } from './offers/packed-offers';
import type { TimelineModel } from '../timeline/model';
import type { PictureWords } from '../timeline/picture/timeline-svg';
import { DateRange, dayNumber, formatDay, isoDate } from '../../src/domain/values/date-range';
import { territoryName } from '../../src/domain/values/territory';
import { territoryWords } from '@/words/territory-words';
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
