import type { PriceTableConflict } from '../conflict/conflict';
import type { PricesIntent } from '../price-table/price-table-conflict';
import type {
  ChangePrices,
  PriceTableSaved,
  RecordPriceTable,
  RemovePriceDay,
  UndoPrices,
} from '../price-table/price-table-service';
import type { Definition, Definitions, InputIn, Kind } from './definition';
import type { InputPart } from './refused-part';
import { explainPriceTableConflict } from '../price-table/price-table-conflict';
import {
  changePrices,
  recordPriceTable,
  removePriceDay,
  undoPrices,
} from '../price-table/price-table-service';
import { onVersions } from './definition';

export interface PriceTableCommands {
  readonly 'record-price-table': Kind<InputIn<RecordPriceTable>, PriceTableSaved>;
  readonly 'change-prices': Kind<InputIn<ChangePrices>, PriceTableSaved, PriceTableConflict>;
  readonly 'remove-price-day': Kind<InputIn<RemovePriceDay>, PriceTableSaved, PriceTableConflict>;
  readonly 'undo-prices': Kind<InputIn<UndoPrices>, PriceTableSaved, PriceTableConflict>;
}

export const PRICE_TABLE_COMMANDS: Definitions<PriceTableCommands> = {
  'record-price-table': {
    ...{ aggregate: 'price-table', role: 'editor', run: onVersions(recordPriceTable) },
    parts: ({ prices }) => priceParts(prices),
  },
  'change-prices': onTable(
    onVersions(changePrices),
    ({ prices }) => ({ kind: 'change', prices }),
    ({ prices }) => priceParts(prices),
  ),
  'remove-price-day': onTable(onVersions(removePriceDay), ({ day }) => ({
    kind: 'remove-day',
    day,
  })),
  'undo-prices': onTable(
    onVersions(undoPrices),
    ({ expectedVersion, undoes = expectedVersion }) => ({
      kind: 'undo',
      undoes,
    }),
  ),
};

/** A command on one table: its intent explains it when it is stale. */
function onTable<Input extends { readonly priceTableId: string; readonly expectedVersion: number }>(
  run: Definition<NoInfer<Input>, PriceTableSaved, PriceTableConflict>['run'],
  intentOf: (input: Input) => PricesIntent,
  parts: (input: Input) => readonly InputPart[] = () => [],
): Definition<Input, PriceTableSaved, PriceTableConflict> {
  return {
    aggregate: 'price-table',
    role: 'editor',
    run,
    explain: (input, { priceTables }) =>
      explainPriceTableConflict(
        input.priceTableId,
        input.expectedVersion,
        intentOf(input),
        priceTables,
      ),
    parts,
  };
}

function priceParts(prices: readonly object[]): InputPart[] {
  return prices.map((value, index) => ({ at: ['prices', index], value }));
}
