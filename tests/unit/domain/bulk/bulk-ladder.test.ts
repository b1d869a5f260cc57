import { describe, expect, it } from 'vitest';
import type { LadderStep } from '../../../../src/domain/price-plan/ladder';
import type { LadderStart } from '../../../../src/domain/bulk/bulk-plan';
import type { LicenseParts } from '../../../builders/license-builders';
import { bulkStep } from '../../../../src/domain/bulk/bulk-change';
import { NoDayAfterOffers } from '../../../../src/domain/bulk/bulk-ladder';
import { countOffers, samplesOf } from '../../../../src/domain/bulk/bulk-sample';
import { OtherCurrency } from '../../../../src/domain/bulk/price-ending';
import { OfferOutsideLicense, OfferOverlap } from '../../../../src/domain/license/license-errors';
import { NoDayForLastStep } from '../../../../src/domain/price-plan/ladder';
import { aLicense, anOffer, aTierLine, days, prices } from '../../../builders/license-builders';

const LAUNCH: LadderStep = { name: 'Launch', prices: prices('4.99'), months: 1 };
const REST: LadderStep = { name: 'Rest', prices: prices('1.99'), days: null };
const march = anOffer({ window: days('2026-03-01', '2026-03-31') });
const BEGIN: LadderStart = { at: 'license-start' };

/** The offers of a license after a ladder. */
function after(parts: LicenseParts, start: LadderStart, steps = [LAUNCH, REST]) {
  const license = aLicense(parts);
  const { change } = bulkStep({ kind: 'ladder', steps, start }, license);
  if (change === null) throw new Error('A ladder has offers.');
  license.perform(change);
  return license.change?.kind === 'offers-generated' ? license.change.offers : [];
}
const windows = (offers: readonly { readonly window: object }[]) =>
  offers.map(({ window }) => window);

describe('a ladder in many licenses', () => {
  it('begins with the license, runs until it ends, and is for all its devices', () => {
    const offers = after({ terms: { devices: ['tv', 'mobile'] } }, BEGIN);

    expect(windows(offers)).toEqual([
      days('2026-01-01', '2026-01-31'),
      days('2026-02-01', '2026-12-31'),
    ]);
    expect(offers.map(({ devices }) => devices)).toEqual([
      ['tv', 'mobile'],
      ['tv', 'mobile'],
    ]);
    expect(offers.map(({ name, prices: list }) => [name, list])).toEqual([
      ['Launch', LAUNCH.prices],
      ['Rest', REST.prices],
    ]);
  });

  it('begins on a day, and is open where the license is', () => {
    const terms = { window: days('2026-01-01', null) };

    const offers = after({ terms }, { at: 'day', day: '2026-01-31' });

    expect(windows(offers)).toEqual([days('2026-01-31', '2026-02-27'), days('2026-02-28', null)]);
  });

  it('begins after the last offer, or with the license that has none', () => {
    const start = { at: 'after-offers' } as const;

    expect(windows(after({ offers: [march] }, start))[0]).toEqual(days('2026-04-01', '2026-04-30'));
    expect(windows(after({}, start))[0]).toEqual(days('2026-01-01', '2026-01-31'));
  });

  it.each([days('2026-12-01', '2026-12-31'), days('2026-12-01', null)])(
    'has no day after an offer of %o that runs until the license ends',
    (window) => {
      const terms = { window: days('2026-01-01', window.endsOn === null ? null : '2026-12-31') };
      const act = () => after({ terms, offers: [anOffer({ window })] }, { at: 'after-offers' });

      expect(act).toThrow(NoDayAfterOffers);
    },
  );

  it('is refused where days have an offer, and where the license is too short', () => {
    const tooLong = [{ ...LAUNCH, months: 12 }];

    expect(() => after({ offers: [march] }, BEGIN)).toThrow(OfferOverlap);
    expect(() => after({}, { at: 'day', day: '2026-01-02' }, tooLong)).toThrow(OfferOutsideLicense);
    expect(() => after({}, BEGIN, [...tooLong, REST])).toThrow(NoDayForLastStep);
    expect(windows(after({}, BEGIN, tooLong))).toEqual([days('2026-01-01', '2026-12-31')]);
  });

  it('is refused beside offers in another currency, but not beside tiers or as tiers', () => {
    const start = { at: 'after-offers' } as const;
    const inEuros = anOffer({ prices: prices('4.99', 'EUR') });
    const onTier = anOffer({ prices: [aTierLine('Tier 1')] });

    expect(() => after({ offers: [inEuros] }, start)).toThrow(OtherCurrency);
    expect(after({ offers: [onTier] }, start)).toHaveLength(2);
    expect(
      after({ offers: [inEuros] }, start, [{ ...REST, prices: onTier.prices.toData() }]),
    ).toHaveLength(1);
  });

  it('is told by its new offers', () => {
    const { change } = bulkStep(
      { kind: 'ladder', steps: [LAUNCH, REST], start: BEGIN },
      aLicense(),
    );
    if (change === null) throw new Error('A ladder has offers.');

    expect(countOffers(change)).toBe(2);
    expect(samplesOf(change, 1)).toEqual([
      { offer: 'Launch', before: '', after: '1 – 31 Jan 2026, $4.99' },
    ]);
  });
});
