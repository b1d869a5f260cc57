import type { LicenseDetailsData } from '../../../../../src/domain/license/license-details';
import type { OfferData } from '../../../../../src/domain/license/offer';
import type { GenerationPlan } from '../../../../../src/service/license/generate-offers';
import type { Given } from '../../given';
import { dayOfNumber } from '../../../../../src/domain/values/date-range';
import {
  amendLicense,
  replaceOffer,
  withdrawOffers,
} from '../../../../../src/service/license/license-service';
import { anOfferData, days, prices, someDetails } from '../../../../builders/license-builders';

export const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
export const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
export const june = anOfferData({ name: 'JUN', window: days('2026-06-01', '2026-06-30') });

export const amended = someDetails({ notes: 'By letter.' });

/** Day numbers of the long license begin here. */
export const FIRST = 20_000;

/** So many days from a day of the long license on. */
export function window(start: number, length: number) {
  return { startsOn: dayOfNumber(FIRST + start), endsOn: dayOfNumber(FIRST + start + length) };
}

/** A license from `FIRST` on, without an end. */
export function longLicense(): LicenseDetailsData {
  return someDetails({ terms: { window: { startsOn: dayOfNumber(FIRST), endsOn: null } } });
}

/** On every other day from the first on, so that slots of one day lie between. They need an open license. */
export function oneDayOffers(count: number): OfferData[] {
  return Array.from({ length: count }, (_, index) =>
    anOfferData({ name: `DAY ${index}`, window: window(2 * index, 1) }),
  );
}

/** March, in the first free slot of so many days. */
export function firstFree(length: number, onOrAfter: string): GenerationPlan {
  const { name, prices: list, devices } = march;
  return { kind: 'first-free', offer: { name, prices: list, devices }, days: length, onOrAfter };
}

/** Steps of so many days each, one after the other. */
export function ladder(start: string, ...lengths: number[]): GenerationPlan {
  const steps = lengths.map((length, index) => ({
    name: `STEP ${index}`,
    prices: prices(String(index)),
    days: length,
  }));
  return { kind: 'ladder', start, steps, devices: ['tv'] };
}

/** Puts one offer in place of another. */
export function replace(given: Given, before: OfferData, after: OfferData) {
  return replaceOffer({ ...given.command(), before, after }, given.unitOfWork);
}

/** Takes offers out of the license. */
export function withdraw(given: Given, ...offers: OfferData[]) {
  return withdrawOffers({ ...given.command(), offers }, given.unitOfWork);
}

/** Amends the license. */
export function amend(given: Given, details: LicenseDetailsData) {
  return amendLicense({ ...given.command(), details }, given.unitOfWork);
}
