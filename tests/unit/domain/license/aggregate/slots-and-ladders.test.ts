import { describe, expect, it } from 'vitest';
import type { LicenseChange } from '../../../../../src/domain/license/license-change';
import { InvalidDate } from '../../../../../src/domain/values/date-range';
import {
  DevicesNotLicensed,
  NoFreeSlot,
  OfferOverlap,
} from '../../../../../src/domain/license/license-errors';
import { InvalidLength } from '../../../../../src/domain/license/offer';
import { EmptyLadder, generateLadder } from '../../../../../src/domain/price-plan/ladder';
import {
  aLicense,
  anOffer,
  anOfferData,
  days,
  prices,
} from '../../../../builders/license-builders';
import { refusalOf } from '../../../../builders/refusal';
import { disney } from './support-license';

describe('generating in the first free slot', () => {
  it('uses the first slot that is long enough', () => {
    const license = disney();

    license.generateInFirstFreeSlot(anOfferData(), 93, '2021-06-01');

    const added = addedBy(license.change);
    expect(added).toEqual([days('2023-09-09', '2023-12-10')]);
  });

  it('uses a slot with exactly the length', () => {
    const license = disney();

    license.generateInFirstFreeSlot(anOfferData(), 92, '2021-06-01');

    expect(addedBy(license.change)).toEqual([days('2022-10-01', '2022-12-31')]);
  });

  it('begins on the wanted day if it is free', () => {
    const license = disney();

    license.generateInFirstFreeSlot(anOfferData(), 10, '2022-12-10');

    expect(addedBy(license.change)).toEqual([days('2022-12-10', '2022-12-19')]);
  });

  it('begins with the license if the wanted day is before it', () => {
    const license = disney();

    license.generateInFirstFreeSlot(anOfferData(), 10, '1999-01-01');

    expect(addedBy(license.change)).toEqual([days('2019-01-01', '2019-01-10')]);
  });

  it('is refused with the longest free slot', () => {
    const refusal = refusalOf(NoFreeSlot, () =>
      disney().generateInFirstFreeSlot(anOfferData(), 481, '2021-01-01'),
    );

    expect(refusal).toMatchObject({ length: 481, from: '2021-01-01', field: 'days' });
    expect(refusal.longest?.toData()).toEqual(days('2023-09-09', '2024-12-31'));
  });

  it.each(['2024-12-31', '2025-01-01'])(
    'is refused where less is free from the wanted day on: %s',
    (from) => {
      const refusal = refusalOf(NoFreeSlot, () =>
        disney().generateInFirstFreeSlot(anOfferData(), 2, from),
      );

      expect(refusal.longest?.days ?? 0).toBe(from === '2024-12-31' ? 1 : 0);
    },
  );

  it.each([0, -1, 1.5, 36_501])('is refused with a length of %d days', (length) => {
    expect(() => disney().generateInFirstFreeSlot(anOfferData(), length, '2021-01-01')).toThrow(
      InvalidLength,
    );
  });

  it('is refused from a day that does not exist', () => {
    expect(() => disney().generateInFirstFreeSlot(anOfferData(), 1, '2026-02-30')).toThrow(
      InvalidDate,
    );
  });

  it('L4: is refused with uncovered devices', () => {
    const offer = anOfferData({ devices: ['console'] });

    expect(() => disney().generateInFirstFreeSlot(offer, 1, '2021-01-01')).toThrow(
      DevicesNotLicensed,
    );
  });
});

describe('generating a price ladder', () => {
  const steps = [
    { name: 'HIGH', prices: prices('9.99'), days: 31 },
    { name: 'LOW', prices: prices('4.99'), days: 28 },
  ];

  it('adds consecutive offers in one change', () => {
    const license = aLicense();

    generateLadder(license, { start: '2026-01-01', steps, devices: ['tv'] });

    expect(addedBy(license.change)).toEqual([
      days('2026-01-01', '2026-01-31'),
      days('2026-02-01', '2026-02-28'),
    ]);
  });

  it('is all or nothing', () => {
    const existing = anOffer({ window: days('2026-02-28', '2026-03-31') });
    const license = aLicense({ offers: [existing] });

    const refusal = refusalOf(OfferOverlap, () =>
      generateLadder(license, { start: '2026-01-01', steps, devices: ['tv'] }),
    );

    expect(refusal.offer.name).toBe('LOW');
    expect(license.timeline.offers).toEqual([existing]);
  });

  it('is refused with the nearest place for the whole run', () => {
    const existing = anOffer({ window: days('2026-02-28', '2026-03-31') });
    const license = aLicense({ offers: [existing] });

    const refusal = refusalOf(OfferOverlap, () =>
      generateLadder(license, { start: '2026-01-02', steps, devices: ['tv'] }),
    );

    expect(refusal.alternatives?.fits.map((fit) => fit.toData())).toEqual([
      days('2026-04-01', '2026-05-29'),
    ]);
  });

  it('requires a step', () => {
    expect(() =>
      generateLadder(aLicense(), { start: '2026-01-01', steps: [], devices: ['tv'] }),
    ).toThrow(EmptyLadder);
  });
});

function addedBy(change: LicenseChange | null) {
  return change?.kind === 'offers-generated' ? change.offers.map(({ window }) => window) : [];
}
