import * as z from 'zod';
import type { CellPrice, PriceCellData, PriceEdit } from '../../domain/price-table/price-cell';
import type { PriceTableCommands } from '../../service/commands/price-table-commands';
import { priceEdit } from '../../domain/price-table/price-cell';
import { MAX_EDITS } from '../../domain/price-table/price-table-errors';
import { isoDate } from '../../domain/values/date-range';
import { shortText } from '../../domain/values/text';
import { checked, expectedVersion, identity, typed } from './typed';

const price = z.union([z.int(), z.enum(['not-sold', 'same']), z.null()]);

/** Prices of one column on one day, by tier: a browser sends many of them, and nothing twice. */
const column = z.strictObject({
  rightsType: typed,
  kind: typed,
  format: typed.nullable(),
  territory: typed.nullable(),
  currency: typed,
  startsOn: typed,
  prices: z.array(z.tuple([typed, price])).max(MAX_EDITS),
});

const pricesInput = z
  .array(column)
  .min(1, 'Nothing to save yet.')
  .max(MAX_EDITS)
  .transform((columns, context) =>
    columns.flatMap(({ prices, ...cell }, place) =>
      prices.flatMap(([tier, value], index) => {
        const edit = { ...cell, tier, price: value };
        return checked(context, [place, 'prices', index], () => priceEdit(edit)) ?? [];
      }),
    ),
  );

const onTable = { priceTableId: identity, expectedVersion };

/** The commands on price tables that a browser may send. */
export const PRICE_TABLE_FORMS = {
  'record-price-table': z
    .strictObject({ priceTableId: identity, studio: typed, prices: pricesInput })
    .transform((input, context) => {
      const studio = checked(context, 'studio', () =>
        shortText(input.studio, 'studio', 'A studio’s name'),
      );
      return studio === undefined ? z.NEVER : { ...input, studio };
    }),
  'change-prices': z.strictObject({ ...onTable, prices: pricesInput }),
  'remove-price-day': z.strictObject({ ...onTable, day: typed }).transform((input, context) => {
    const day = checked(context, 'day', () => isoDate(input.day));
    return day === undefined ? z.NEVER : { ...input, day };
  }),
  'undo-prices': z.strictObject({
    ...onTable,
    undoes: z.int().min(1).optional(),
  }),
} satisfies {
  readonly [K in keyof PriceTableCommands]?: z.ZodType<PriceTableCommands[K]['input']>;
};

type ColumnInput = z.input<typeof column>;

/** Edits as their form sends them, column by column. */
export function columnsInput(edits: readonly PriceEdit[]): ColumnInput[] {
  const columns = new Map<
    string,
    Omit<PriceCellData, 'tier'> & { startsOn: string; prices: [string, CellPrice | null][] }
  >();
  for (const { tier, price: value, ...rest } of edits) {
    const { rightsType, kind, format, territory, currency, startsOn } = rest;
    const at = { rightsType, kind, format, territory, currency, startsOn };
    const key = JSON.stringify(at);
    const found = columns.get(key) ?? { ...at, prices: [] };
    found.prices.push([tier, value]);
    columns.set(key, found);
  }
  return [...columns.values()];
}
