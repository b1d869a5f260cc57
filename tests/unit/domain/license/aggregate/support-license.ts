import type { LicenseDetailsData } from '../../../../../src/domain/license/license-details';
import type { TermsData } from '../../../../../src/domain/license/terms';
import type { License } from '../../../../../src/domain/license/license';
import { LicenseDetails } from '../../../../../src/domain/license/license-details';
import type { Offer } from '../../../../../src/domain/license/offer';
import { aLicense, anOffer, days, prices } from '../../../../builders/license-builders';

export const inJune = { window: days('2026-06-01', '2026-06-30') };
export const DSC = anOffer({
  name: 'DSC',
  prices: prices('9.99'),
  window: days('2021-01-01', '2021-12-31'),
});
export const PREM = anOffer({
  name: 'PREM',
  prices: prices('4.99'),
  window: days('2022-01-01', '2022-09-30'),
});
export const STD_DSC = anOffer({
  name: 'STD_DSC',
  prices: prices('1.99'),
  window: days('2023-01-01', '2023-09-08'),
});
export const disney = () =>
  aLicense({
    terms: { window: days('2019-01-01', '2024-12-31') },
    offers: [DSC, PREM, STD_DSC],
    version: 4,
  });

/** The license’s details with other terms. */
export function amended(license: License, terms: Partial<TermsData>): LicenseDetails {
  const data: LicenseDetailsData = license.details.toData();
  return LicenseDetails.of({ ...data, terms: { ...data.terms, ...terms } });
}

/** An offer as plain data. */
export function dataOf(offer: Offer) {
  return offer.toData();
}
