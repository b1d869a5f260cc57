'use client';

import type { TypedPrice } from '../import-input';
import { SelectField } from '@/ui/fields/select-field';
import { TextField } from '@/ui/fields/text-field';
import { CURRENCY_OPTIONS } from '../../words/currency-options';

/** What a price without an amount is worth: an amount as people type it, and its currency. */
export function PriceFields({
  price,
  errorMessage,
  onChange,
}: {
  price: TypedPrice;
  errorMessage: string | undefined;
  onChange: (part: Partial<TypedPrice>) => void;
}) {
  return (
    <div
      role="group"
      aria-label={price.key}
      className="grid grid-cols-[minmax(0,1fr)_6.5rem] items-start gap-3"
    >
      <TextField
        label={`Amount of ${price.key}`}
        inputMode="decimal"
        value={price.amount}
        onChange={(amount) => onChange({ amount })}
        errorMessage={errorMessage}
        autoComplete="off"
      />
      <SelectField
        label="Currency"
        options={CURRENCY_OPTIONS}
        value={price.currency}
        onChange={(currency) => onChange({ currency })}
      />
    </div>
  );
}
