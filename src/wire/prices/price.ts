import * as z from 'zod';
import type { MoneyData } from '../../domain/values/money';
import { CURRENCIES, MAX_AMOUNT, Money } from '../../domain/values/money';
import { codeList } from '../code-list';
import { valid } from '../valid';

export const Currency = codeList('Currency', CURRENCIES, (one) => Money.of(0, one), 'ISO 4217.');

/** An amount in a currency. */
export const Price = valid(
  z.strictObject({
    minor: z.int().meta({
      description: 'Whole minor units: 999 is $9.99, 550 is ¥550.',
      minimum: 0,
      maximum: MAX_AMOUNT,
    }),
    currency: Currency,
  }),
  ({ minor, currency }) => Money.of(minor, currency),
  () => ['minor'],
).meta({ id: 'Money' }) satisfies z.ZodType<MoneyData, MoneyData>;
