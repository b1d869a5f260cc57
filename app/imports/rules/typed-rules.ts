import type { Changed } from '@/forms/use-typed-form';
import type { ImportRules } from '../../../src/domain/avails/import-rules';
import type { TypedPrice, TypedRules } from '../../../src/wire/forms/import';
import { typedAmount } from '../../../src/domain/values/money';

/** The rules of an import as their form shows them first: every price that is known, and every one that is asked for. */
export function typedRules(rules: ImportRules, unpriced: readonly string[]): TypedRules {
  const { prices, devices, contract, licensees, ...switches } = rules;
  return {
    ...switches,
    devices: [...devices],
    contract: contract ?? '',
    licensees: Object.entries(licensees).map(([name, isUs]) => ({ name, isUs })),
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

/** Rules that were typed, laid over the rules as they are now: what was not changed is as it is now. */
export function rebasedRules(
  { initial, values }: Changed<TypedRules>,
  now: TypedRules,
): TypedRules {
  const { prices: _, ...others } = values;
  const changed = Object.entries(others).filter(
    ([rule, value]) => JSON.stringify(value) !== JSON.stringify(initial[rule as keyof TypedRules]),
  );
  return {
    ...now,
    ...Object.fromEntries(changed),
    prices: rebasedPrices({ initial, values }, now),
  };
}

/** The same of prices, which are told apart by their keys. */
export function rebasedPrices(
  { initial, values }: Changed<Pick<TypedRules, 'prices'>>,
  now: Pick<TypedRules, 'prices'>,
): TypedPrice[] {
  const changed = values.prices.filter((price) => {
    const before = initial.prices.find(({ key }) => key === price.key);
    return before?.amount !== price.amount || before.currency !== price.currency;
  });
  return now.prices.map((price) => changed.find(({ key }) => key === price.key) ?? price);
}
