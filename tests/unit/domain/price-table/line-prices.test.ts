import { describe, expect, it } from 'vitest';
import type { PriceEdit } from '../../../../src/domain/price-table/price-cell';
import type { PriceLineData } from '../../../../src/domain/license/price-list';
import type { Sale } from '../../../../src/domain/price-table/line-prices';
import { linePrices, linePricesInWords } from '../../../../src/domain/price-table/line-prices';
import { Prices } from '../../../../src/domain/price-table/prices';
import { anEdit, inCanada } from '../../../builders/price-table-builders';
import { aTierLine, prices } from '../../../builders/license-builders';

const IN_CANADA: Sale = { rightsType: 'EST', formats: null, territory: 'CA' };

describe('a line on a tier', () => {
  it('costs what the table says in the territory, whatever the case of its name', () => {
    expect(words([aTierLine('TIER 1')], [inCanada({ price: 1699 }), anEdit()])).toBe(
      'TIER 1: C$16.99',
    );
  });

  it('costs an amount for each format that the table tells apart, and one for the others', () => {
    const table = [inCanada({ price: 1699 }), inCanada({ format: 'UHD', price: 1999 })];

    expect(words([aTierLine('Tier 1')], table)).toBe('Tier 1: UHD C$19.99, other formats C$16.99');
  });

  it('says nothing of formats that a table by format does not name', () => {
    expect(words([aTierLine('Tier 1')], [inCanada({ format: 'HD' })])).toBe('Tier 1: HD C$14.99');
  });

  it('costs the same in some formats, which is not what all cost', () => {
    const table = [inCanada({ format: 'SD' }), inCanada({ format: 'HD' })];

    expect(words([aTierLine('Tier 1')], table)).toBe('Tier 1: SD C$14.99, HD C$14.99');
  });

  it('costs an amount for each format of the license, one where they are the same', () => {
    const table = [inCanada({ price: 1699 }), inCanada({ format: 'UHD', price: 1999 })];
    const sale = (...formats: string[]) => ({ ...IN_CANADA, formats });

    expect(words([aTierLine('Tier 1')], table, sale('SD', 'HD'))).toBe('Tier 1: C$16.99');
    expect(words([aTierLine('Tier 1')], table, sale('HD', 'UHD'))).toBe(
      'Tier 1: HD C$16.99, UHD C$19.99',
    );
  });

  it('has no amount yet where the table has none for its kind of price, rights type or territory', () => {
    const missing = 'Tier 1: no amount yet';
    const line = aTierLine('Tier 1');

    expect(words([line], [inCanada({ kind: 'WSP' })])).toBe(missing);
    expect(words([line], [inCanada({ rightsType: 'TVOD' })])).toBe(missing);
    expect(words([line], [anEdit({ territory: 'US' })])).toBe(missing);
    expect(words([line], [])).toBe(missing);
  });

  it('is not sold where the table says so', () => {
    expect(words([aTierLine('Tier 1')], [inCanada({ price: 'not-sold' })])).toBe(
      'Tier 1: not sold',
    );
  });
});

describe('lines by format', () => {
  const lines = [
    { ...prices('4.99')[0], format: 'SD' },
    { ...aTierLine('Tier 1'), format: 'HD' },
    { ...aTierLine('Tier 1'), format: 'UHD' },
  ];

  it('keep their own amounts, and resolve their tiers', () => {
    expect(words(lines, [inCanada()])).toBe('SD $4.99, Tier 1: HD C$14.99, UHD C$14.99');
  });

  it('are those of the sale only', () => {
    expect(words(lines, [inCanada()], { ...IN_CANADA, formats: ['UHD'] })).toBe(
      'Tier 1: UHD C$14.99',
    );
  });
});

function words(lines: readonly PriceLineData[], table: readonly PriceEdit[], sale = IN_CANADA) {
  const state = Prices.NONE.with(table).on('2026-06-01');
  return linePricesInWords(linePrices(lines, sale, state));
}
