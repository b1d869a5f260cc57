'use client';

import { FormSelectField } from '@/forms/fields/select-field';
import { FormTextField } from '@/forms/fields/text-field';
import { CURRENCY_OPTIONS } from '../../words/currency-options';

/** What a price without an amount is worth: an amount as people type it, and its currency. */
export function PriceFields({
  place,
  price,
}: {
  /** The place of the price in the list `prices` of its form. */
  place: number;
  /** The price's key: `Tier 2`. */
  price: string;
}) {
  return (
    <div
      role="group"
      aria-label={price}
      className="grid grid-cols-[minmax(0,1fr)_6.5rem] items-start gap-3"
    >
      <FormTextField
        label={`Amount of ${price}`}
        name={`prices.${place}.amount`}
        inputMode="decimal"
        autoComplete="off"
      />
      <FormSelectField
        label="Currency"
        name={`prices.${place}.currency`}
        options={CURRENCY_OPTIONS}
      />
    </div>
  );
}
