import { describe, expect, it } from 'vitest';
import type { DateRangeData } from '../../../../../src/domain/values/date-range';
import { DateRange } from '../../../../../src/domain/values/date-range';
import {
  DevicesNotLicensed,
  OfferOutsideLicense,
  OfferOverlap,
} from '../../../../../src/domain/license/license-errors';
import { aLicense, anOffer, days } from '../../../../builders/license-builders';
import { refusalOf } from '../../../../builders/refusal';
import { inJune, DSC, PREM, disney, dataOf } from './support-license';

describe('generating offers', () => {
  it('records the offers', () => {
    const license = aLicense({ version: 7 });
    const offers = [anOffer(), anOffer(inJune)];

    license.generate(offers);

    expect(license.timeline.offers).toEqual(offers);
    expect(license.change).toEqual({ kind: 'offers-generated', offers: offers.map(dataOf) });
    expect(license.version).toBe(7);
  });

  it('has no effect without offers', () => {
    const license = aLicense();

    license.generate([]);

    expect(license.change).toBeNull();
  });

  it.each([
    ['from the license’s first day', days('2026-01-01', '2026-01-01')],
    ['to the license’s last day', days('2026-12-31', '2026-12-31')],
    ['on all its days', days('2026-01-01', '2026-12-31')],
  ])('L2: is legal %s', (_where, window) => {
    const license = aLicense();

    license.generate([anOffer({ window })]);

    expect(license.timeline.offers).toHaveLength(1);
  });

  it.each([
    ['a day early', days('2025-12-31', '2026-06-30'), [days('2025-12-31', '2025-12-31')]],
    ['a day late', days('2026-06-01', '2027-01-01'), [days('2027-01-01', '2027-01-01')]],
    [
      'on both sides',
      days('2025-12-01', '2027-01-31'),
      [days('2025-12-01', '2025-12-31'), days('2027-01-01', '2027-01-31')],
    ],
    ['altogether', days('2028-01-01', '2028-01-31'), [days('2028-01-01', '2028-01-31')]],
    ['without end', days('2026-06-01', null), [days('2027-01-01', null)]],
  ])('L2: is refused with the days outside %s', (_where, window, outside) => {
    const license = aLicense();
    const offer = anOffer({ window });

    const refusal = refusalOf(OfferOutsideLicense, () => license.generate([offer]));

    expect(refusal.offer).toBe(offer);
    expect(refusal.outside.map((part) => part.toData())).toEqual(outside);
    expect(refusal.window).toEqual(license.window);
  });

  it('L2: accepts an open end if the license has one', () => {
    const license = aLicense({ terms: { window: days('2026-01-01', null) } });

    license.generate([anOffer({ window: days('2026-06-01', null) })]);

    expect(license.change).not.toBeNull();
  });

  it('L2: suggests the part that fits, and the nearest place for the whole offer', () => {
    const offer = anOffer({ window: days('2026-12-17', '2027-01-15') });

    const { alternatives } = refusalOf(OfferOutsideLicense, () => aLicense().generate([offer]));

    expect(alternatives?.shortened?.toData()).toEqual(days('2026-12-17', '2026-12-31'));
    expect(alternatives?.fits.map((fit) => fit.toData())).toEqual([
      days('2026-12-02', '2026-12-31'),
    ]);
  });

  it.each([
    ['before another', days('2026-05-01', '2026-05-31')],
    ['after another', days('2026-07-01', '2026-07-31')],
  ])('L3: accepts touching offers: the day %s', (_where, window) => {
    const license = aLicense({ offers: [anOffer(inJune)] });

    license.generate([anOffer({ window })]);

    expect(license.timeline.offers).toHaveLength(2);
  });

  it.each([
    ['its first day', days('2026-05-01', '2026-06-01'), days('2026-06-01', '2026-06-01')],
    ['its last day', days('2026-06-30', '2026-07-31'), days('2026-06-30', '2026-06-30')],
    ['all its days', days('2026-05-01', '2026-07-31'), inJune.window],
    ['some of its days', days('2026-06-10', '2026-06-12'), days('2026-06-10', '2026-06-12')],
  ])('L3: is refused if another has %s', (_what, window, shared) => {
    const existing = anOffer(inJune);
    const license = aLicense({ offers: [existing] });
    const offer = anOffer({ window });

    const refusal = refusalOf(OfferOverlap, () => license.generate([offer]));

    expect(refusal.offer).toBe(offer);
    expect(refusal.clashes).toEqual([{ with: existing, days: rangeOf(shared) }]);
  });

  it('L3: reports each overlapping offer with the shared days', () => {
    const offer = anOffer({ name: 'FOURTH', window: days('2021-06-01', '2022-05-31') });

    const refusal = refusalOf(OfferOverlap, () => disney().generate([offer]));

    expect(refusal.clashes).toEqual([
      { with: DSC, days: DateRange.fromDays('2021-06-01', '2021-12-31') },
      { with: PREM, days: DateRange.fromDays('2022-01-01', '2022-05-31') },
    ]);
    expect(refusal.message).toBe(
      'FOURTH overlaps DSC by 214 days (1 Jun – 31 Dec 2021) and PREM by 151 days (1 Jan – 31 May 2022).',
    );
  });

  it('L3: suggests the nearest places that fit', () => {
    const offer = anOffer({ window: days('2022-09-01', '2022-10-31') });

    const { alternatives } = refusalOf(OfferOverlap, () => disney().generate([offer]));

    expect(alternatives?.shortened?.toData()).toEqual(days('2022-10-01', '2022-10-31'));
    expect(alternatives?.fits.map((fit) => fit.toData())).toEqual([
      days('2022-10-01', '2022-11-30'),
      days('2020-11-01', '2020-12-31'),
    ]);
  });

  it('L3: is refused if two of the generated offers overlap', () => {
    const [first, second] = [
      anOffer(inJune),
      anOffer({ window: days('2026-06-30', '2026-07-01') }),
    ];

    const refusal = refusalOf(OfferOverlap, () => aLicense().generate([first, second]));

    expect(refusal.clashes).toEqual([
      { with: first, days: DateRange.fromDays('2026-06-30', '2026-06-30') },
    ]);
  });

  it('L4: accepts some of the license’s devices, or all', () => {
    const license = aLicense({ terms: { devices: ['tv', 'mobile'] } });

    license.generate([
      anOffer({ devices: ['mobile'] }),
      anOffer({ ...inJune, devices: ['tv', 'mobile'] }),
    ]);

    expect(license.timeline.offers).toHaveLength(2);
  });

  it('L4: is refused with the uncovered devices', () => {
    const license = aLicense({ terms: { devices: ['tv', 'mobile'] } });
    const offer = anOffer({ devices: ['tv', 'console', 'tablet'] });

    const refusal = refusalOf(DevicesNotLicensed, () => license.generate([offer]));

    expect(refusal).toMatchObject({
      offer,
      missing: ['tablet', 'console'],
      licensed: ['tv', 'mobile'],
      field: 'devices',
    });
    expect(refusal.message).toBe(
      'Tablet and console are not licensed here. The license covers TV and mobile.',
    );
  });

  it.each([
    ['outside', anOffer({ window: days('2027-01-01', '2027-01-31') })],
    ['overlapping', anOffer({ window: days('2026-03-10', '2026-03-20') })],
    [
      'for other devices',
      anOffer({ window: days('2026-08-01', '2026-08-31'), devices: ['console'] }),
    ],
  ])('is all or nothing: one %s refuses all', (_why, bad) => {
    const existing = anOffer({ window: days('2026-03-01', '2026-03-31') });
    const license = aLicense({ offers: [existing] });

    expect(() => license.generate([anOffer(inJune), bad])).toThrow();
    expect(license.timeline.offers).toEqual([existing]);
    expect(license.change).toBeNull();
  });
});

function rangeOf({ startsOn, endsOn }: DateRangeData): DateRange {
  return DateRange.of(startsOn, endsOn);
}
