import * as z from 'zod';
import type { PriceLineData } from '../../domain/license/price-list';
import { PriceList as PriceListValue, onePrice } from '../../domain/license/price-list';
import { FORMATS, format } from '../../domain/values/format';
import { PRICE_KINDS, priceKind } from '../../domain/values/price-kind';
import { MAX_TIER_LENGTH } from '../../domain/values/price-tier';
import { codeList } from '../code-list';
import { Price } from './price';
import { line } from '../text';
import { valid } from '../valid';

export const Format = codeList(
  'Format',
  FORMATS,
  format,
  'Picture format: FormatProfile of avails 1.9.',
);

/** What a price is. */
export const PriceKind = codeList(
  'PriceKind',
  Object.keys(PRICE_KINDS),
  priceKind,
  'What the price is: suggested retail (SRP), or a PriceType of avails 1.9.',
);

const PriceLine = z
  .strictObject({
    format: Format.nullable().meta({
      enum: [...FORMATS, null],
      description: 'null: all formats of the license.',
    }),
    kind: PriceKind,
    amount: Price.nullable().meta({ description: 'null when the price is a tier.' }),
    tier: line('A tier’s name', 'tier', MAX_TIER_LENGTH)
      .nullable()
      .meta({ description: 'A tier of the studio’s price table; null when there is an amount.' }),
  })
  .meta({ id: 'PriceLine' }) satisfies z.ZodType<PriceLineData, PriceLineData>;

/** The prices of an offer. */
export const PriceList = valid(
  z.array(PriceLine).max(FORMATS.length).readonly(),
  (lines) => PriceListValue.of(lines),
  ({ part, field }) => [...part.slice(1).map(String), ...(field === undefined ? [] : [field])],
).meta({
  description: 'One line for all formats, or a line per format. All amounts are in one currency.',
  minItems: 1,
});

/** What a request gives as price: a price list, or the amount that is the price for all formats. */
export const givenPrices = {
  prices: PriceList.optional().meta({ description: 'Either this or price.' }),
  price: Price.optional().meta({
    description: 'The same as prices with one line: a wholesale price (WSP) for all formats.',
  }),
};

interface GivenPrices {
  readonly prices?: readonly PriceLineData[] | undefined;
  readonly price?: z.output<typeof Price> | undefined;
}

/**
 * A schema of what has `givenPrices`, whose values have the price list.
 *
 * @param id its name in the OpenAPI document
 */
export function priced<Given extends GivenPrices>(id: string, schema: z.ZodType<Given>) {
  return schema
    .superRefine(({ prices, price }, context) => {
      const isOne = (prices === undefined) !== (price === undefined);
      if (isOne || context.issues.length > 0) return;
      const message =
        prices === undefined ? 'The price is missing.' : 'Send either price or prices, not both.';
      context.addIssue({ code: 'custom', path: ['prices'], message });
    })
    .meta({ id })
    .transform(({ price, prices, ...others }) => ({
      ...others,
      prices: prices ?? (price === undefined ? [] : onePrice(price)),
    }));
}
