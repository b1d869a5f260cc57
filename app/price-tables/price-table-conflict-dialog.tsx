'use client';

import type { Choices, Dispute } from '../../src/domain/conflict/merge';
import type { PricesChanged } from '../../src/domain/price-table/price-table-change';
import type { PriceTableConflict } from '../../src/service/conflict/conflict';
import type { ConflictHandling } from '../conflict/conflict-dialog';
import { entryKey } from '../../src/domain/price-table/price-cell';
import { ConflictDialog } from '../conflict/conflict-dialog';

/** The conflict of a price table: each cell that both changed is decided by itself. */
export function PriceTableConflictDialog({
  conflict,
  ...handling
}: ConflictHandling<PricesChanged> & { conflict: PriceTableConflict }) {
  return <ConflictDialog {...handling} conflict={conflict} settle={settlePrices} />;
}

/** Decides disputed prices, each cell as it was chosen, `yours` where it was not. */
export function settlePrices(
  { fields, yours, theirs }: Dispute<PricesChanged, string>,
  choices: Choices,
): PricesChanged {
  const other = new Map(theirs.prices.map((price) => [entryKey(price), price]));
  return {
    ...yours,
    prices: yours.prices.map((price) => {
      const key = entryKey(price);
      return fields.includes(key) && choices[key] === 'theirs' ? (other.get(key) ?? price) : price;
    }),
  };
}
