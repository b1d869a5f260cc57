import { describe, expect, it } from 'vitest';
import {
  DevicesNotLicensed,
  OfferGone,
  OfferOutsideLicense,
  OfferOverlap,
} from '../../../../../src/domain/license/license-errors';
import { aLicense, anOffer, days, prices } from '../../../../builders/license-builders';
import { refusalOf } from '../../../../builders/refusal';
import { inJune, DSC, PREM, STD_DSC, disney, dataOf } from './support-license';

describe('replacing an offer', () => {
  it('L5: is one change with the offers before and after', () => {
    const [before, after] = [anOffer(), anOffer(inJune)];
    const other = anOffer({ window: days('2026-03-01', '2026-03-31') });
    const license = aLicense({ offers: [before, other] });

    license.replace(before, after);

    expect(license.timeline.offers).toEqual([other, after]);
    expect(license.change).toEqual({
      kind: 'offer-replaced',
      before: before.toData(),
      after: after.toData(),
    });
  });

  it('may use the days of the replaced offer', () => {
    const before = anOffer(inJune);
    const after = anOffer({ window: days('2026-06-15', '2026-07-15') });
    const license = aLicense({ offers: [before] });

    license.replace(before, after);

    expect(license.timeline.offers).toEqual([after]);
  });

  it('has no effect if both are equal', () => {
    const offer = anOffer();
    const license = aLicense({ offers: [offer] });

    license.replace(offer, anOffer(offer.toData()));

    expect(license.change).toBeNull();
  });

  it.each([
    ['name', { name: 'other' }],
    ['price', { prices: prices('1') }],
    ['last day', { window: days('2026-02-01', '2026-02-27') }],
    ['devices', { devices: ['mobile'] }],
  ])('is refused if the license has the offer with another %s only', (_what, part) => {
    const offer = anOffer();
    const license = aLicense({ offers: [anOffer({ ...offer.toData(), ...part })] });

    const refusal = refusalOf(OfferGone, () => license.replace(offer, anOffer(inJune)));

    expect(refusal.offer).toBe(offer);
  });

  it.each([
    ['L2', anOffer({ window: days('2026-12-31', '2027-01-01') }), OfferOutsideLicense],
    ['L3', anOffer({ window: days('2026-03-31', '2026-04-30') }), OfferOverlap],
    ['L4', anOffer({ devices: ['console'] }), DevicesNotLicensed],
  ])('%s: is refused, and the offer stays', (_rule, after, refusal) => {
    const [before, other] = [anOffer(), anOffer({ window: days('2026-03-01', '2026-03-31') })];
    const license = aLicense({ offers: [before, other] });

    expect(() => license.replace(before, after)).toThrow(refusal);
    expect(license.timeline.offers).toEqual([before, other]);
    expect(license.change).toBeNull();
  });

  it('suggests places that count the replaced offer’s days as free', () => {
    const before = anOffer(inJune);
    const other = anOffer({ window: days('2026-07-01', '2026-07-31') });
    const license = aLicense({ offers: [before, other] });

    const { alternatives } = refusalOf(OfferOverlap, () =>
      license.replace(before, anOffer({ window: days('2026-06-15', '2026-07-14') })),
    );

    expect(alternatives?.fits[0]?.toData()).toEqual(inJune.window);
  });
});

describe('withdrawing offers', () => {
  it('records the offers', () => {
    const license = disney();

    license.withdraw([STD_DSC, DSC]);

    expect(license.timeline.offers).toEqual([PREM]);
    expect(license.change).toEqual({
      kind: 'offers-withdrawn',
      offers: [STD_DSC, DSC].map(dataOf),
    });
  });

  it('has no effect without offers', () => {
    const license = disney();

    license.withdraw([]);

    expect(license.change).toBeNull();
  });

  it('is all or nothing: one missing offer refuses all', () => {
    const license = disney();
    const unknown = anOffer(inJune);

    const refusal = refusalOf(OfferGone, () => license.withdraw([DSC, unknown]));

    expect(refusal.offer).toBe(unknown);
    expect(license.timeline.offers).toHaveLength(3);
  });

  it('of an offer named twice can be undone', () => {
    const license = disney();
    license.withdraw([DSC, DSC]);
    const withdrawn = license.change;

    const offers = withdrawn?.kind === 'offers-withdrawn' ? withdrawn.offers : [];

    expect(offers).toEqual([DSC.toData()]);
  });
});
