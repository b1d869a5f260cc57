import { describe, expect, it } from 'vitest';
import { gridRows } from '../../../../app/price-tables/grid-rows';
import { countsOf, pastedBlock } from '../../../../app/price-tables/pasted-prices';
import { columnsOf, tiersOf } from '../../../../app/price-tables/price-grid';
import { Prices } from '../../../../src/domain/price-table/prices';
import { anEdit, inCanada } from '../../../builders/price-table-builders';

const VIEW = { rightsType: 'EST', kind: 'SRP' };
const DAY = '2026-06-01';
const PRICES = Prices.of([
  { ...anEdit(), price: 1499 },
  { ...anEdit({ tier: 'Catalog', format: 'HD' }), price: 'not-sold' },
  { ...inCanada({ format: 'UHD' }), price: 1999 },
  { ...inCanada({ format: 'UHD', startsOn: '2027-01-01' }), price: 2199 },
]);

describe('a price table as a spreadsheet', () => {
  it('has a heading row, the tiers, and what the cells say on the day', () => {
    expect(gridRows(PRICES, VIEW, DAY)).toEqual([
      ['Tier', 'all USD', 'all CAD CA', 'HD USD', 'HD CAD CA', 'UHD USD', 'UHD CAD CA'],
      ['Catalog', '', '', '–', '', '', ''],
      ['Tier 1', '14.99', '', '', '', '', '19.99'],
    ]);
  });

  it('changes nothing when it is pasted back', () => {
    const none = { tiers: [], columns: [] };
    const text = gridRows(PRICES, VIEW, DAY)
      .map((row) => row.join('\t'))
      .join('\n');

    const block = pastedBlock(text, {
      ...{ prices: PRICES, view: VIEW, day: DAY, row: 0, column: 0 },
      tiers: tiersOf(PRICES, {}, none, VIEW),
      columns: columnsOf(PRICES, {}, none, VIEW),
    });

    expect(countsOf(block)).toEqual({ new: 0, changed: 0, same: 3, unreadable: 0 });
  });
});
