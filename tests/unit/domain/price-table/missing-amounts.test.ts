import { describe, expect, it } from 'vitest';
import type { PriceEdit } from '../../../../src/domain/price-table/price-cell';
import type { TierOffers } from '../../../../src/domain/price-table/missing-amounts';
import { missingAmounts } from '../../../../src/domain/price-table/missing-amounts';
import { Prices } from '../../../../src/domain/price-table/prices';
import { isoDate } from '../../../../src/domain/values/date-range';
import { aTierLine, days } from '../../../builders/license-builders';
import { anEdit, inCanada } from '../../../builders/price-table-builders';

const TODAY = isoDate('2026-06-01');
const SPRING: TierOffers = {
  ...{ studio: 'Halcyon', rightsType: 'EST', formats: null, territories: ['CA', 'US'] },
  ...{ prices: [aTierLine('Tier 1')], window: days('2026-03-01', '2026-12-31') },
};

describe('a missing amount', () => {
  it('is told once for the territories in which the same offers wait, from today on', () => {
    expect(missing([SPRING, { ...SPRING, studio: 'HALCYON' }])).toEqual([
      {
        ...{ studio: 'Halcyon', tier: 'Tier 1', rightsType: 'EST', kind: 'SRP', format: null },
        ...{ territories: ['CA', 'US'], neededOn: TODAY, offers: [0, 1] },
      },
    ]);
  });

  it('is told of each territory alone where other offers wait there', () => {
    const more = { ...SPRING, territories: ['US'] };

    expect(missing([SPRING, more]).map(({ territories, offers }) => [territories, offers])).toEqual(
      [
        [['CA'], [0]],
        [['US'], [0, 1]],
      ],
    );
  });

  it('is needed from the first day on which an offer runs without it', () => {
    const soon = { ...SPRING, window: days('2026-08-01', '2026-12-31') };
    const later = { ...SPRING, window: days('2026-09-01', null) };

    expect(missing([later, soon])).toMatchObject([{ neededOn: '2026-08-01' }]);
  });

  it('is no longer missing from the day on which the table has it', () => {
    expect(missing([SPRING], [anEdit({ startsOn: '2026-06-01' })])).toEqual([]);
    expect(missing([SPRING], [anEdit({ startsOn: '2026-06-02' })])).toMatchObject([
      { neededOn: TODAY },
    ]);
  });

  it('is missing again from the day on which the table gives it up, while an offer runs', () => {
    const given = anEdit({ territory: 'US' });
    const up = (startsOn: string) => [
      inCanada(),
      given,
      { ...given, startsOn, price: 'same' as const },
    ];

    expect(missing([SPRING], up('2026-12-31'))).toMatchObject([
      { territories: ['US'], neededOn: '2026-12-31' },
    ]);
    expect(missing([SPRING], up('2027-01-01'))).toEqual([]);
  });

  it('is told by format where lines or the license name formats', () => {
    const prices = [
      { ...aTierLine('Tier 1'), format: 'HD' },
      { ...aTierLine('Tier 1'), format: 'UHD' },
    ];
    const table = [anEdit({ format: 'HD' }), inCanada({ format: 'HD' })];

    expect(missing([{ ...SPRING, prices }], table)).toMatchObject([{ format: 'UHD' }]);
    expect(missing([{ ...SPRING, formats: ['UHD'] }], table)).toMatchObject([{ format: 'UHD' }]);
  });

  it('is nothing that the studio does not sell', () => {
    expect(missing([SPRING], [anEdit({ price: 'not-sold' })])).toEqual([]);
  });
});

function missing(offers: readonly TierOffers[], table: readonly PriceEdit[] = []) {
  return missingAmounts(offers, () => Prices.NONE.with(table), TODAY);
}
