import * as z from 'zod';
import type { PriceEdit } from '../../domain/price-table/price-cell';
import type { PricesChanged as PricesChangedData } from '../../domain/price-table/price-table-change';
import { priceEdit } from '../../domain/price-table/price-cell';
import { MAX_EDITS } from '../../domain/price-table/price-table-errors';
import { MAX_AMOUNT } from '../../domain/values/money';
import { PRICE_KINDS, priceKind } from '../../domain/values/price-kind';
import { MAX_TIER_LENGTH } from '../../domain/values/price-tier';
import { codeList } from '../code-list';
import { Format } from '../formats';
import { RightsType } from '../license/license-details';
import { Currency } from './price';
import { Territory } from '../territories';
import { line } from '../text';
import { valid } from '../valid';
import { Day } from '../window';

export const PriceKind = codeList(
  'PriceKind',
  Object.keys(PRICE_KINDS),
  priceKind,
  'PriceType of avails 1.9, or SRP.',
);

/** What a cell says from a day on. */
const CellPrice = z.union([z.int().min(0).max(MAX_AMOUNT), z.enum(['not-sold', 'same'])]).meta({
  id: 'CellPrice',
  description:
    'Whole minor units: 999 is $9.99, 550 is ¥550. not-sold: not sold here. same: as the next more general cell says.',
});

const CellEdit = z.union([CellPrice, z.null()]);

const cellParts = {
  tier: line('A tier’s name', 'tier', MAX_TIER_LENGTH),
  rightsType: RightsType,
  kind: PriceKind,
  format: z.union([Format, z.null()]).meta({ description: 'null is all formats.' }),
  territory: z.union([Territory, z.null()]).meta({
    description: 'null is all territories that are priced in the currency.',
  }),
  currency: Currency,
  startsOn: Day.meta({ description: 'The first day of the price. Later days follow it.' }),
};

/** What a table says about a cell from a day on. */
export const PriceEntry = z
  .strictObject({ ...cellParts, price: CellPrice })
  .meta({ id: 'PriceEntry' });

/** What a cell is to say from a day on. */
export const PriceEntryEdit = valid(
  z.strictObject({
    ...cellParts,
    price: CellEdit.meta({ description: 'null takes away what the day says about the cell.' }),
  }),
  priceEdit,
  ({ field }) => (field === undefined ? [] : [field]),
).meta({ id: 'PriceEntryEdit' }) satisfies z.ZodType<PriceEdit, PriceEdit>;

/** Some prices in one command. */
export const somePrices = z.array(PriceEntryEdit).min(1).max(MAX_EDITS).readonly();

/** What happens to a price table: what a conflict proposes. */
export const PricesChanged = z
  .strictObject({
    kind: z.literal('prices-changed'),
    prices: z
      .array(z.strictObject({ ...cellParts, price: CellEdit, before: CellEdit }))
      .max(MAX_EDITS)
      .readonly(),
  })
  .meta({ id: 'PricesChanged' }) satisfies z.ZodType<PricesChangedData, PricesChangedData>;
