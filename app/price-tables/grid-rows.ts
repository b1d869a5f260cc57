import type { Prices } from '../../src/domain/price-table/prices';
import type { GridView, PriceColumn } from './price-grid';
import { typedCellPrice } from '../../src/domain/price-table/price-cell';
import { columnsOf, tiersOf } from './price-grid';

const NOTHING_ADDED = { tiers: [], columns: [] };

/**
 * A state of a table as rows of a spreadsheet: a heading row, then the tiers. `pastedBlock` reads it back. Cells that say
 * nothing of their own are empty.
 *
 * @param day ISO 8601
 */
export function gridRows(prices: Prices, view: GridView, day: string): string[][] {
  const columns = columnsOf(prices, {}, NOTHING_ADDED, view);
  const state = prices.on(day);
  return [
    ['Tier', ...columns.map(heading)],
    ...tiersOf(prices, {}, NOTHING_ADDED, view).map((tier) => [
      tier,
      ...columns.map((column) =>
        typedCellPrice(state.own({ ...column, tier }) ?? 'same', column.currency),
      ),
    ]),
  ];
}

/** A heading that is read back: `UHD CAD CA`, `all EUR`. */
function heading({ format, currency, territory }: PriceColumn): string {
  return [format ?? 'all', currency, territory ?? ''].join(' ').trim();
}
