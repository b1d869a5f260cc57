import { describe, expect, it } from 'vitest';
import type { PriceCellData, PriceEntry } from '../../../../src/domain/price-table/price-cell';
import type { TypedCells } from '../../../../app/price-tables/price-grid';
import {
  columnsOf,
  currentDay,
  daysOf,
  readCells,
  shownCell,
  tiersOf,
  typedInto,
  viewsOf,
} from '../../../../app/price-tables/price-grid';
import { columnName } from '../../../../app/price-tables/grid/price-grid-row';
import { Prices } from '../../../../src/domain/price-table/prices';
import { anEdit, inCanada } from '../../../builders/price-table-builders';

const VIEW = { rightsType: 'EST', kind: 'SRP' };
const NONE = { tiers: [], columns: [] };
const DAY = '2026-01-01';
const NEXT = '2027-01-01';
const CELL = { tier: 'Tier 1', ...VIEW, format: null, territory: null, currency: 'USD' };
const PRICES = Prices.of([
  { ...anEdit(), price: 1499 },
  { ...inCanada({ format: 'UHD' }), price: 1999 },
]);

describe('the grid of a price table', () => {
  it('has every format with every place, general ones first, and tiers by their numbers', () => {
    const prices = Prices.of([
      entry({ tier: 'Tier 10' }),
      entry({ tier: 'Tier 2', format: 'UHD', territory: 'AT', currency: 'EUR' }),
      entry({ tier: 'Back', format: 'HD', currency: 'EUR' }),
      entry({ tier: 'Elsewhere', rightsType: 'TVOD' }),
    ]);

    expect(tiersOf(prices, {}, NONE, VIEW)).toEqual(['Back', 'Tier 2', 'Tier 10']);
    expect(columnsOf(prices, {}, NONE, VIEW).map(columnName)).toEqual(
      ['all formats', 'HD', 'UHD'].flatMap((format) =>
        ['EUR, all territories', 'USD, all territories', 'EUR, Austria'].map(
          (place) => `${format}, ${place}`,
        ),
      ),
    );
    expect(viewsOf(prices)).toEqual([VIEW, { rightsType: 'TVOD', kind: 'SRP' }]);
  });

  it('shows what is typed, added and stored', () => {
    const typed = typedInto({}, PRICES, {
      cell: { ...CELL, tier: 'New' },
      startsOn: NEXT,
      text: '1',
    });
    const added = {
      tiers: ['Added'],
      columns: [{ ...VIEW, format: '3D', territory: null, currency: 'GBP' }],
    };

    expect(tiersOf(PRICES, typed, added, VIEW)).toEqual(['Added', 'New', 'Tier 1']);
    expect(columnsOf(PRICES, typed, added, VIEW)).toHaveLength(9);
    expect(daysOf(PRICES, typed, '2026-06-01')).toEqual([DAY, '2026-06-01', NEXT]);
  });

  it('begins with the state of today', () => {
    expect(currentDay([DAY, NEXT], '2026-11-29')).toBe(DAY);
    expect(currentDay([DAY, NEXT], NEXT)).toBe(NEXT);
    expect(currentDay([DAY], '2025-12-31')).toBe(DAY);
    expect(currentDay([], NEXT)).toBe(NEXT);
  });

  it.each([
    [CELL, 'amount', '14.99', null],
    [{ ...CELL, format: 'UHD' }, 'same', '', '14.99'],
    [{ ...CELL, currency: 'CAD', territory: 'CA', format: 'HD' }, 'missing', '', null],
    [{ ...CELL, currency: 'CAD' }, 'empty', '', null],
  ])('shows each cell as what it is', (cell, look, text, inherited) => {
    expect(shown(cell, {})).toMatchObject({ look, text, inherited, isChanged: false });
  });

  it('keeps what cannot be read as it was typed, says why, and saves nothing of it', () => {
    const typed = typedInto({}, PRICES, { cell: CELL, startsOn: DAY, text: '4,99' });

    expect(shown(CELL, typed)).toMatchObject({
      ...{ look: 'invalid', text: '4,99', problem: 'Enter the price like 4.99.' },
    });
    expect(readCells(typed, PRICES).edits).toEqual([]);
  });

  it.each([
    ['15.49', NEXT, 1549],
    ['', NEXT, 'same'],
    ['–', NEXT, 'not-sold'],
    ['', DAY, null],
    ['$1,299.00', DAY, 129_900],
  ])('saves “%s” from %s on', (text, startsOn, price) => {
    const typed = typedInto({}, PRICES, { cell: CELL, startsOn, text });

    expect(readCells(typed, PRICES).edits).toEqual([{ ...CELL, startsOn, price }]);
  });

  it('saves nothing where the cell is typed as it is, or as it was', () => {
    const typed = typedInto({}, PRICES, { cell: CELL, startsOn: NEXT, text: '15.49' });

    expect(typedInto(typed, PRICES, { cell: CELL, startsOn: NEXT, text: '14.990' })).toEqual({});
  });

  it('takes the entry of a day away where the day before says the same', () => {
    const prices = PRICES.with([{ ...anEdit({ startsOn: NEXT, price: 1699 }) }]);
    const typed = typedInto({}, prices, { cell: CELL, startsOn: NEXT, text: '14.99' });

    expect(readCells(typed, prices).edits).toEqual([{ ...CELL, startsOn: NEXT, price: null }]);
  });
});

function entry(parts: Partial<PriceEntry>): PriceEntry {
  return { ...anEdit(), price: 1, ...parts };
}

function shown(cell: PriceCellData, typed: TypedCells) {
  const { edits, problems } = readCells(typed, PRICES);
  return shownCell(cell, DAY, { prices: PRICES.with(edits), typed, problems, hasFormats: true });
}
