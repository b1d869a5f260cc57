import * as z from 'zod';
import type { LinePrice as ResolvedLine } from '../../domain/price-table/line-prices';
import { FORMATS } from '../../domain/values/format';
import { Price } from './price';
import { Format, PriceKind } from './price-list';

const LinePrice = z
  .strictObject({
    format: Format.nullable().meta({
      enum: [...FORMATS, null],
      description: 'null: all formats, or all that the other lines do not name.',
    }),
    kind: PriceKind,
    tier: z
      .string()
      .nullable()
      .meta({ description: 'The tier of the studio’s price table that the amount comes from.' }),
    state: z
      .enum(['priced', 'not-sold', 'missing'])
      .meta({ description: 'missing: the studio’s price table has no amount for the tier yet.' }),
    amount: Price.nullable().meta({ description: 'null unless the state is priced.' }),
  })
  .meta({ id: 'LinePrice' });

/** What an offer costs in one territory on some days, tiers resolved. */
export const LinePrices = z.array(LinePrice).readonly().meta({
  description: 'What the offer costs in the territory on these days, tiers resolved.',
});

/** A price as the API says it. */
export function linePriceOf({ price, ...line }: ResolvedLine) {
  const isAmount = price !== null && price !== 'not-sold';
  return {
    ...line,
    state: price === null ? ('missing' as const) : isAmount ? ('priced' as const) : price,
    amount: isAmount ? price : null,
  };
}
