import type { LicenseDetailsData } from '../../../../../src/domain/license/license-details';
import type { OfferData } from '../../../../../src/domain/license/offer';
import type { LicenseIntent } from '../../../../../src/service/license/conflict-explanation';
import type { Given } from '../../given';
import { actor } from '../../../../../src/domain/people/actor';
import { explainConflict } from '../../../../../src/service/license/conflict-explanation';
import type { LicenseClosingPlan } from '../../../../../src/domain/closing';
import { closeLicense } from '../../../../../src/service/license/close-license';
import {
  amendLicense,
  replaceOffer,
  withdrawOffers,
} from '../../../../../src/service/license/license-service';
import { generateOffers } from '../../../../../src/service/license/generate-offers';
import { anOfferData, days } from '../../../../builders/license-builders';
import { FakeLicenseViews } from '../../../../fakes/fake-license-views';

export const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
export const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
export const june = anOfferData({ name: 'JUN', window: days('2026-06-01', '2026-06-30') });

/** What other people do meanwhile. */
export const others = {
  generate: (given: Given, ...offers: OfferData[]) =>
    generateOffers({ ...byOtto(given), plan: { kind: 'at', offers } }, given.unitOfWork),
  withdraw: (given: Given, ...offers: OfferData[]) =>
    withdrawOffers({ ...byOtto(given), offers }, given.unitOfWork),
  replace: (given: Given, before: OfferData, after: OfferData) =>
    replaceOffer({ ...byOtto(given), before, after }, given.unitOfWork),
  close: (given: Given, plan: LicenseClosingPlan) =>
    closeLicense({ ...byOtto(given), plan }, given.unitOfWork),
  amend: (given: Given, details: LicenseDetailsData) =>
    amendLicense({ ...byOtto(given), details }, given.unitOfWork),
};

function byOtto(given: Given) {
  return { ...given.command(), actor: actor('Otto'), at: '2026-07-08T09:10:11.000Z' };
}

/** How a stale command is explained, whatever it meant. */
export function explainedIntent(given: Given, version: number, intent: LicenseIntent) {
  const views = new FakeLicenseViews(given.unitOfWork);
  return explainConflict(given.licenseId, version, intent, views);
}

/** Offers that are generated. */
export function generation(...offers: OfferData[]) {
  return { kind: 'offers-generated', offers } as const;
}
