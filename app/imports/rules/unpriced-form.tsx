'use client';

import { useState } from 'react';
import type { TypedRules } from '../import-input';
import { StateMark } from '@/ui/state-mark';
import { changeRulesAction } from '../actions';
import { DecisionButton } from '../review/decision-button';
import { useDecision } from '../review/decision-desk';
import { PriceFields } from './price-fields';
import { priceField } from './price-field';
import { withPrice } from './typed-rules';

/** So many prices are asked for here; the rules have them all. */
const ASKED = 8;

/** Asks what tiers and categories are worth, where rows wait for nothing else. */
export function UnpricedForm({
  importId,
  revision,
  rules,
  unpriced,
}: {
  importId: string;
  revision: number;
  rules: TypedRules;
  unpriced: readonly string[];
}) {
  const [prices, setPrices] = useState(rules.prices);
  const { decide, fieldErrors } = useDecision();
  const asked = prices.filter(({ key }) => unpriced.includes(key)).slice(0, ASKED);
  const more = unpriced.length - asked.length;
  return (
    <form
      noValidate
      aria-label="Prices without an amount"
      className="border-b border-line bg-straw-tint/40 px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        void decide('price', () =>
          changeRulesAction({ importId, revision, rules: { ...rules, prices } }),
        );
      }}
    >
      <p className="flex flex-wrap items-center gap-x-2 text-body">
        <StateMark state="attention" className="font-heading">
          Some rows have a price without an amount.
        </StateMark>
        <span className="text-ink-2">
          These rows are rejected until you enter the amount, which also applies to the next file of
          the studio.
        </span>
      </p>
      <div className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
        {asked.map((price) => (
          <PriceFields
            key={price.key}
            price={price}
            errorMessage={fieldErrors[priceField(price.key)]}
            onChange={(part) => setPrices(withPrice(prices, price.key, part))}
          />
        ))}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <DecisionButton decision="price" type="submit">
          Check again with these prices
        </DecisionButton>
        {more > 0 && (
          <span className="text-table text-ink-2">
            {more.toLocaleString('en-US')} more are in the rules.
          </span>
        )}
      </div>
    </form>
  );
}
