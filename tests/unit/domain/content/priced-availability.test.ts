import { describe, expect, it } from 'vitest';
import type {
  AvailabilityQuestion,
  LicenseRights,
} from '../../../../src/domain/content/availability-question';
import type { PriceEdit } from '../../../../src/domain/price-table/price-cell';
import type { Territory } from '../../../../src/domain/values/territory';
import { availabilityOf } from '../../../../src/domain/content/availability';
import { linePricesInWords } from '../../../../src/domain/price-table/line-prices';
import { Prices } from '../../../../src/domain/price-table/prices';
import { DateRange } from '../../../../src/domain/values/date-range';
import { deviceSet } from '../../../../src/domain/values/device';
import { Languages } from '../../../../src/domain/values/languages';
import { territorySet } from '../../../../src/domain/values/territory';
import { anOffer, aTierLine, days } from '../../../builders/license-builders';
import { anEdit, inCanada } from '../../../builders/price-table-builders';

describe('availability on a tier', () => {
  it('is a yes with the amount in the territory', () => {
    expect(answer([anEdit(), inCanada({ price: 1699 })])).toEqual([
      ['1 – 31 Mar 2026', 'Tier 1: C$16.99'],
    ]);
  });

  it('is a yes without an amount', () => {
    expect(answer([])).toEqual([['1 – 31 Mar 2026', 'Tier 1: no amount yet']]);
  });

  it('is answered by days where the amount changes, and only there', () => {
    const table = [
      inCanada(),
      inCanada({ startsOn: '2026-03-10', price: 1699 }),
      inCanada({ startsOn: '2026-03-20', tier: 'Tier 2' }),
    ];

    expect(answer(table)).toEqual([
      ['1 – 9 Mar 2026', 'Tier 1: C$14.99'],
      ['10 – 31 Mar 2026', 'Tier 1: C$16.99'],
    ]);
  });

  it('is answered with the amount of the format that is asked for', () => {
    const table = [inCanada(), inCanada({ format: 'UHD', price: 1999 })];

    expect(answer(table, { format: 'UHD' })).toEqual([['1 – 31 Mar 2026', 'Tier 1: UHD C$19.99']]);
    expect(answer(table, { format: 'HD' })).toEqual([['1 – 31 Mar 2026', 'Tier 1: HD C$14.99']]);
  });
});

function answer(table: readonly PriceEdit[], parts: Partial<AvailabilityQuestion> = {}) {
  const window = days('2026-03-01', '2026-03-31');
  const offer = anOffer({ prices: [aTierLine('Tier 1')], window });
  const license: LicenseRights = {
    ...{ licenseId: 'a1', licenseVersion: 1, licenseName: 'Library', studio: 'Halcyon' },
    ...{ rightsType: 'EST', territories: territorySet(['CA', 'US']), devices: deviceSet(['tv']) },
    ...{ formats: null, languages: Languages.ALL, window: offer.window },
    ...{ table: Prices.NONE.with(table), assigned: [offer], unassigned: [] },
  };
  const title = { contentId: 'c1', title: 'Low Orbit', licenses: [license], takedowns: [] };
  const { spans } = availabilityOf(
    { ...title, closing: null },
    {
      ...{ territory: 'CA' as Territory, device: 'tv', rightsType: 'EST' },
      ...{ days: DateRange.of(window.startsOn, window.endsOn), ...parts },
    },
  );
  return spans.map((span) => [
    span.days.toString(),
    span.available ? linePricesInWords(span.prices) : span.obstacle.kind,
  ]);
}
