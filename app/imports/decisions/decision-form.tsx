'use client';

import { useFieldArray } from 'react-hook-form';
import type { TypedRules } from '../import-input';
import { Notice } from '@/ui/overlays/notice';
import { StateMark } from '@/ui/state-mark';
import { FormOfFields } from '@/forms/form-of-fields';
import { DecisionButton } from '../review/decision-button';
import { PriceFields } from './price-fields';
import { rebasedPrices } from './typed-rules';
import { useRulesForm, type RulesInForm } from './use-rules-form';

/** So many prices are asked for here; the rules have them all. */
const ASKED = 8;

type TypedPrices = Pick<TypedRules, 'prices'>;

/** Asks what tiers and categories are worth, where rows wait for nothing else. */
export function UnpricedForm({
  rules,
  unpriced,
  ...ofImport
}: RulesInForm & { unpriced: readonly string[] }) {
  const isAsked = ({ key }: { readonly key: string }) => unpriced.includes(key);
  const { form, draft, invalid, onSubmit } = useRulesForm<TypedPrices>({
    ...ofImport,
    decision: 'prices',
    initial: { prices: rules.prices.filter(isAsked).slice(0, ASKED) },
    rulesOf: ({ prices }) => ({
      ...rules,
      prices: [
        ...prices,
        ...rules.prices.filter(({ key }) => prices.every((typed) => typed.key !== key)),
      ],
    }),
    rebase,
  });
  const { fields } = useFieldArray({ control: form.control, name: 'prices' });
  const more = unpriced.length - fields.length;
  return (
    <FormOfFields
      form={form}
      draft={draft}
      label="Prices without an amount"
      className="flex flex-col gap-3 border-b border-line bg-straw-tint/40 px-4 py-3"
      onSubmit={onSubmit}
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
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
        {fields.map(({ id, key }, place) => (
          <PriceFields key={id} place={place} price={key} />
        ))}
      </div>
      {invalid !== null && (
        <Notice tone="refused" role="alert" answer={invalid}>
          {invalid.message}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <DecisionButton decision="prices" type="submit">
          Check again with these prices
        </DecisionButton>
        {more > 0 && (
          <span className="text-table text-ink-2">
            {more.toLocaleString('en-US')} more are in the rules.
          </span>
        )}
      </div>
    </FormOfFields>
  );
}

function rebase(...[draft, opened]: Parameters<typeof rebasedPrices>): TypedPrices {
  return { prices: rebasedPrices(draft, opened) };
}
