import * as z from 'zod';
import type { PriceLineData } from '../../domain/license/price-list';
import { isDomainError } from '../../domain/errors';
import { PriceList } from '../../domain/license/price-list';
import { FORMATS } from '../../domain/values/format';
import { Money } from '../../domain/values/money';
import { priceTier } from '../../domain/values/price-tier';
import { checked, typed } from './typed';

/** A price list as forms have it. */
export const pricesInput = {
  currency: typed,
  /** A line per format; the only line can be for all formats, whose `format` is ''. */
  prices: z
    .strictObject({ format: typed, kind: typed, price: typed })
    .array()
    .min(1, 'An offer has at least one price.')
    .max(FORMATS.length, 'Each format has one price.'),
};

/** Whether a price as typed is the name of a tier: `Tier 1`, not `4.99`. */
export function isTier(price: string): boolean {
  return /^\p{L}/u.test(price.trim()) && !/^[a-z]{3}\s*[\d.]/i.test(price.trim());
}

/** Reads a price as typed: an amount, or the name of a tier. @throws what amounts and tiers are refused with */
export function readPrice(price: string, currency: string): Pick<PriceLineData, 'amount' | 'tier'> {
  return isTier(price)
    ? { amount: null, tier: priceTier(price) }
    : { amount: Money.parse(price, currency).toData(), tier: null };
}

/** The same of a field. */
function checkedPrice(
  context: z.core.$RefinementCtx,
  field: readonly PropertyKey[],
  price: string,
  currency: string,
): Pick<PriceLineData, 'amount' | 'tier'> | undefined {
  return checked(context, field, () => readPrice(price, currency));
}

/** The prices of an offer as typed. */
export function checkedPrices(
  context: z.core.$RefinementCtx,
  { currency, prices }: z.output<z.ZodObject<typeof pricesInput>>,
): readonly PriceLineData[] | undefined {
  const known = checked(context, 'currency', () => Money.of(0, currency));
  if (known === undefined) return undefined;
  const lines = prices.flatMap(({ format, kind, price }, index): PriceLineData[] => {
    const value = checkedPrice(context, ['prices', index, 'price'], price, currency);
    if (value === undefined) return [];
    return [{ format: format === '' ? null : format, kind, ...value }];
  });
  if (lines.length < prices.length) return undefined;
  return checkedList(context, lines);
}

function checkedList(context: z.core.$RefinementCtx, lines: readonly PriceLineData[]) {
  try {
    return PriceList.of(lines).toData();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    context.addIssue({
      code: 'custom',
      path: [...error.part, ...(error.field === undefined ? [] : [error.field])],
      message: error.message,
    });
    return undefined;
  }
}
