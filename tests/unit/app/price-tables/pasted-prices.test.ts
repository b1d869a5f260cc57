import { describe, expect, it } from 'vitest';
import type { PasteTarget } from '../../../../app/price-tables/pasted-prices';
import { countsOf, pastedBlock } from '../../../../app/price-tables/pasted-prices';
import { columnsOf, tiersOf } from '../../../../app/price-tables/price-grid';
import { Prices } from '../../../../src/domain/price-table/prices';
import { anEdit, inCanada } from '../../../builders/price-table-builders';

const VIEW = { rightsType: 'EST', kind: 'SRP' };
const PRICES = Prices.of([
  { ...anEdit(), price: 1499 },
  { ...anEdit({ tier: 'Tier 2' }), price: 1299 },
  { ...inCanada({ format: 'UHD' }), price: 1999 },
]);

describe('a block from a spreadsheet', () => {
  it('lands at the marked cell', () => {
    const block = pastedBlock('15.99\r\n12.99\r\n', target());

    expect(block.refusal).toBeNull();
    expect(block.cells).toMatchObject([
      { fate: 'changed', text: '15.99', cell: { tier: 'Tier 1', format: null, territory: null } },
      { fate: 'same', text: '12.99', cell: { tier: 'Tier 2' } },
    ]);
  });

  it('with tiers and a heading row lands where they say', () => {
    const text = [
      'Tier\tHD USD\tUHD CA\tUHD Japan\tSD JPY',
      'tier  2\t9.99\tC$24.99\t1\t550',
      'Catalog\t–\t\t2\t550.5',
    ].join('\n');

    const block = pastedBlock(text, target());

    expect(block.cells).toMatchObject([
      { fate: 'new', cell: { tier: 'Tier 2', format: 'HD', territory: null, currency: 'USD' } },
      { fate: 'new', cell: { format: 'UHD', territory: 'CA', currency: 'CAD' } },
      {
        fate: 'unreadable',
        why: '“UHD Japan” names no column: “Japan” is no format, currency or territory.',
      },
      { fate: 'new', cell: { format: 'SD', currency: 'JPY' } },
      { fate: 'new', cell: { tier: 'Catalog', format: 'HD' }, text: '–' },
      { fate: 'unreadable' },
      {
        fate: 'unreadable',
        where: 'Row 3, column 5',
        why: 'JPY has no decimals. Enter 550.5 as a whole number.',
      },
    ]);
    expect(countsOf(block)).toEqual({ new: 4, changed: 0, same: 0, unreadable: 3 });
  });

  it('says of each word that it is no amount', () => {
    const block = pastedBlock('15.99\ton request\t-5\t1.999', target());

    expect(block.cells).toMatchObject([
      { fate: 'changed' },
      { fate: 'unreadable', why: 'Enter the price like 4.99.' },
      { fate: 'unreadable', why: 'A price cannot be negative; 0 is free.' },
      { fate: 'unreadable', why: 'CAD has 2 decimals; 1.999 has more.' },
    ]);
  });

  it('says where the table has no room', () => {
    const block = pastedBlock('1\n2\n3', { ...target(), row: 1 });

    expect(block.cells.slice(1)).toMatchObject([
      { why: 'The table has no row here. Paste the tiers, too.' },
      { why: 'The table has no row here. Paste the tiers, too.' },
    ]);
  });

  it('of words alone is refused, and so is nothing and too much', () => {
    expect(pastedBlock('a\tb\nc\td', target()).refusal).toBe('No cell of the block is a price.');
    expect(pastedBlock('', target()).refusal).toBe('The block is empty.');
    const large = Array.from({ length: 2_501 }, () => '1\t2').join('\n');
    expect(pastedBlock(large, target())).toEqual({
      ...{ cells: [], refusal: '5,002 cells are too many at once. Paste at most 5,000.' },
    });
  });

  it('of 2,000 cells is read', () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => `Row ${index}\t1.99\t2.99`);

    const block = pastedBlock(['Tier\tHD USD\tUHD USD', ...lines].join('\n'), target());

    expect(countsOf(block)).toEqual({ new: 2_000, changed: 0, same: 0, unreadable: 0 });
  });
});

function target(): PasteTarget {
  const none = { tiers: [], columns: [] };
  return {
    ...{ prices: PRICES, view: VIEW, day: '2026-01-01', row: 0, column: 0 },
    tiers: tiersOf(PRICES, {}, none, VIEW),
    columns: columnsOf(PRICES, {}, none, VIEW),
  };
}
