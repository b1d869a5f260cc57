import { describe, expect, it } from 'vitest';
import type { PriceEdit } from '../../../../src/domain/price-table/price-cell';
import { describePriceTableChange } from '../../../../src/domain/price-table/price-table-change';
import { PriceTable } from '../../../../src/domain/price-table/price-table';
import {
  MAX_EDITS,
  NoPrices,
  NoSuchPriceDay,
  PriceGivenTwice,
  TooManyPrices,
} from '../../../../src/domain/price-table/price-table-errors';
import { DomainError } from '../../../../src/domain/errors';
import { anEdit, inCanada } from '../../../builders/price-table-builders';
import { refusalOf } from '../../../builders/refusal';

const STUDIO = 'Halcyon Pictures';

describe('a price table', () => {
  it('is recorded with its first prices, at version 0', () => {
    const table = PriceTable.record('id', ' Halcyon  Pictures ', [anEdit()]);

    expect(table).toMatchObject({ version: 0, studio: 'Halcyon  Pictures' });
    expect(table.change).toEqual({
      kind: 'price-table-recorded',
      studio: 'Halcyon  Pictures',
      prices: [anEdit()],
    });
  });

  it('is not recorded without a price', () => {
    expect(() => PriceTable.record('id', STUDIO, [])).toThrow(NoPrices);
    expect(() => PriceTable.record('id', STUDIO, [anEdit({ price: null })])).toThrow(NoPrices);
  });

  it('keeps what a cell said before on that day with a change', () => {
    const table = tableWith(anEdit());

    table.changePrices([anEdit({ price: 1599 }), inCanada({ price: 1999 })]);

    expect(table.change).toEqual({
      kind: 'prices-changed',
      prices: [
        { ...anEdit({ price: 1599 }), before: 1499 },
        { ...inCanada({ price: 1999 }), before: null },
      ],
    });
  });

  it('is not changed by edits that change nothing', () => {
    const table = tableWith(anEdit());

    table.changePrices([anEdit({ tier: ' TIER 1' }), inCanada({ price: null })]);

    expect(table.change).toBeNull();
  });

  it('keeps the spelling of a tier', () => {
    const table = tableWith(anEdit());

    table.changePrices([
      inCanada({ tier: 'tier  1' }),
      anEdit({ tier: 'New Release' }),
      inCanada({ tier: 'NEW RELEASE' }),
    ]);

    const tiers = table.change?.prices.map(({ tier }) => tier);
    expect(tiers).toEqual(['Tier 1', 'New Release', 'New Release']);
    expect([...table.prices.tiers.values()]).toEqual(['Tier 1', 'New Release']);
  });

  it('begins a state on each day on which it changes', () => {
    const table = tableWith(
      anEdit({ startsOn: '2027-01-01', price: 1699 }),
      anEdit(),
      inCanada({ startsOn: '2026-07-01' }),
    );

    expect(table.prices.days).toEqual(['2026-01-01', '2026-07-01', '2027-01-01']);
    const priceOn = (day: string) =>
      table.prices.resolve({ ...anEdit(), territory: 'US' }, day)?.toString();
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(priceOn)).toEqual([
      undefined,
      '$14.99',
      '$14.99',
      '$16.99',
    ]);
  });

  it('goes on as before when a day is removed', () => {
    const table = tableWith(anEdit(), anEdit({ startsOn: '2027-01-01', price: 1699 }));

    table.removeDay('2027-01-01');

    expect(table.prices.entries).toEqual([anEdit()]);
    expect(table.change?.prices).toEqual([
      { ...anEdit({ startsOn: '2027-01-01', price: null }), before: 1699 },
    ]);
    expect(() => {
      table.removeDay('2027-01-01');
    }).toThrow(NoSuchPriceDay);
  });

  it.each<[string, Partial<PriceEdit>, string]>([
    ['no tier', { tier: ' ' }, 'tier'],
    ['a tier that is too long', { tier: 'x'.repeat(61) }, 'tier'],
    ['another rights type', { rightsType: 'RENT' }, 'rightsType'],
    ['another kind of price', { kind: 'Tier' }, 'kind'],
    ['another format', { format: '8K' }, 'formats'],
    ['another territory', { territory: 'XX' }, 'territories'],
    ['another currency', { currency: 'BTC' }, 'currency'],
    ['a negative amount', { price: -1 }, 'price'],
    ['a broken amount', { price: 14.5 }, 'price'],
    ['an amount too large', { price: 3_000_000_000 }, 'price'],
  ])('refuses %s, names the price, and changes nothing', (_what, parts, field) => {
    const table = tableWith(anEdit());

    const refusal = refusalOf(DomainError, () => {
      table.changePrices([anEdit({ price: 1 }), inCanada(parts)]);
    });

    expect(refusal).toMatchObject({ field, part: ['prices', 1] });
    expect(table.prices.entries).toEqual([anEdit()]);
  });

  it('refuses a day that does not exist', () => {
    const edits = [anEdit({ startsOn: '2026-02-30' })];

    expect(refusalOf(DomainError, () => tableWith(...edits))).toMatchObject({
      code: 'invalid-date',
      part: ['prices', 0],
    });
  });

  it('refuses one cell twice on one day', () => {
    const edits = [anEdit(), anEdit({ tier: 'tier 1', price: 1 })];

    const refusal = refusalOf(PriceGivenTwice, () => tableWith(...edits));

    expect(refusal.message).toBe(
      'Tier 1, EST, all formats, all in USD from 1 Jan 2026 is given twice. Keep one of the two.',
    );
  });

  it('takes 2,000 prices at once, and refuses more than it has room for', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => anEdit({ tier: `Tier ${index}` }));

    expect(tableWith(...many(2_000)).prices.size).toBe(2_000);
    expect(refusalOf(TooManyPrices, () => tableWith(...many(MAX_EDITS + 1))).message).toBe(
      '5,001 prices are too many at once. Save at most 5,000, then the rest.',
    );
    const full = tableWith(...many(MAX_EDITS));
    for (const startsOn of ['2026-02-01', '2026-03-01', '2026-04-01'])
      full.changePrices(many(MAX_EDITS).map((edit) => ({ ...edit, startsOn })));
    expect(() => {
      full.changePrices([inCanada()]);
    }).toThrow('The table would have 20,001 prices; at most 20,000 fit.');
  });
});

describe('a change of a price table', () => {
  it.each<[readonly PriceEdit[], string]>([
    [
      [anEdit({ price: 1699 })],
      'Tier 1, EST, all formats, all in USD from 1 Jan 2026: $14.99 → $16.99',
    ],
    [
      [inCanada({ format: 'UHD', kind: 'WSP', price: 'not-sold' })],
      'Tier 1, EST WSP, UHD, Canada from 1 Jan 2026: Not sold',
    ],
    [
      [anEdit({ price: null })],
      'Tier 1, EST, all formats, all in USD from 1 Jan 2026: $14.99 removed',
    ],
    [[anEdit({ price: 'same' }), inCanada()], 'Changed 2 prices from 1 Jan 2026'],
    [[anEdit({ price: 1 }), inCanada({ startsOn: '2027-01-01' })], 'Changed 2 prices on 2 days'],
  ])('is told in a line', (edits, words) => {
    const table = tableWith(anEdit());
    table.changePrices(edits);

    expect(table.change === null ? '' : describePriceTableChange(table.change)).toBe(words);
  });

  it('tells of the recording and of a removed day', () => {
    const recorded = PriceTable.record('id', STUDIO, [anEdit()]).change;
    const table = tableWith(anEdit(), inCanada());
    table.removeDay('2026-01-01');

    expect(recorded === null ? '' : describePriceTableChange(recorded)).toBe(
      'Price table of Halcyon Pictures recorded with 1 price',
    );
    expect(table.change === null ? '' : describePriceTableChange(table.change)).toBe(
      'Removed 2 prices from 1 Jan 2026',
    );
  });
});

/** At version 1. */
function tableWith(...edits: readonly PriceEdit[]): PriceTable {
  const { prices } = PriceTable.record('id', STUDIO, edits);
  return PriceTable.reconstitute('id', 1, STUDIO, prices.entries);
}
