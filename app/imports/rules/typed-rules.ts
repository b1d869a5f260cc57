import type { ImportRules } from '../../../src/domain/avails/import-rules';
import type { TypedPrice, TypedRules } from '../import-input';
import { typedAmount } from '../../../src/domain/values/money';

/** The rules of an import as their form shows them first: every price that is known, and every one that is asked for. */
export function typedRules(rules: ImportRules, unpriced: readonly string[]): TypedRules {
  const { prices, devices, contract, ...switches } = rules;
  return {
    ...switches,
    devices: [...devices],
    contract: contract ?? '',
    prices: [
      ...unpriced
        .filter((key) => prices[key] === undefined)
        .map((key) => ({ key, amount: '', currency: rules.currency })),
      ...Object.entries(prices).map(([key, price]) => ({
        key,
        amount: typedAmount(price),
        currency: price.currency,
      })),
    ],
  };
}

/** The prices with one of them typed anew. */
export function withPrice(
  prices: readonly TypedPrice[],
  key: string,
  part: Partial<TypedPrice>,
): TypedPrice[] {
  return prices.map((price) => (price.key === key ? { ...price, ...part } : price));
}
