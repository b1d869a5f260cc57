'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { CommandResult } from '../../commands/command-result';
import type { OfferInput } from '../../../src/wire/forms/license';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { SegmentedControl } from '@/ui/fields/segmented-control';
import { SelectField } from '@/ui/fields/select-field';
import { FormSelectField, FormTextField } from '@/forms/fields';
import { GroupError } from '@/forms/fields/group-error';
import { FORMATS } from '../../../src/domain/values/format';
import { PRICE_KINDS } from '../../../src/domain/values/price-kind';
import { isTier } from '../../../src/wire/forms/prices';
import { FormLongSelectField } from '@/forms/fields/long-select-field';
import { CURRENCY_OPTIONS } from '../../words/currency-options';

type Prices = Pick<OfferInput, 'prices' | 'currency'>;

const WAYS = [
  { value: 'one', label: 'One price' },
  { value: 'formats', label: 'By format' },
] as const;

const KIND_OPTIONS = Object.entries(PRICE_KINDS).map(([value, label]) => ({ value, label }));
const FORMAT_OPTIONS = FORMATS.map((value) => ({ value, label: value }));

/** The formats in which a by-format list begins. */
const FIRST_FORMATS = ['SD', 'HD'];

/** The prices of an offer: one for all formats, or a line per format; each as people type it, `4.99` or `Tier 1`. */
export function PriceFields() {
  const { fields, append, remove, replace } = useFieldArray<Prices, 'prices'>({ name: 'prices' });
  const { prices } = useWatch<Prices>() as Prices;
  const [first] = prices;
  const isOne = prices.length === 1 && first?.format === '';
  const free = FORMATS.find((format) => prices.every((line) => line.format !== format));
  const [isKindEach, setKindEach] = useState(false);
  const hasKinds = isKindEach || prices.some(({ kind }) => kind !== first?.kind);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">Prices</legend>
      <SegmentedControl
        label="Prices"
        options={WAYS}
        value={isOne ? 'one' : 'formats'}
        onChange={(way) => {
          if (first === undefined) return;
          replace(
            way === 'one'
              ? [{ ...first, format: '' }]
              : FIRST_FORMATS.map((format) => ({ ...first, format })),
          );
        }}
      />
      {isOne ? (
        <>
          <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] items-start gap-3">
            <PriceField label="Price" place={0} price={first.price} />
            <CurrencyField />
          </div>
          <PriceKindField name="prices.0.kind" />
        </>
      ) : (
        <>
          {hasKinds ? (
            <CurrencyField />
          ) : (
            <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-3">
              <CurrencyField />
              <CommonKindField
                prices={prices}
                onEach={() => {
                  setKindEach(true);
                }}
              />
            </div>
          )}
          <ul className="flex flex-col gap-2">
            {fields.map(({ id }, place) => (
              <li
                key={id}
                className="grid grid-cols-[5.5rem_minmax(0,1fr)_2rem] items-start gap-x-2 gap-y-1"
              >
                <FormSelectField
                  label={`Format of price ${place + 1}`}
                  isLabelHidden
                  name={`prices.${place}.format`}
                  options={FORMAT_OPTIONS}
                />
                <PriceField
                  label={`Price ${place + 1}`}
                  isLabelHidden
                  place={place}
                  price={prices[place]?.price ?? ''}
                />
                <IconButton
                  label={`Remove price ${place + 1}`}
                  icon={<X aria-hidden />}
                  isDisabled={fields.length === 1}
                  onPress={() => {
                    remove(place);
                  }}
                />
                {hasKinds && (
                  <span className="col-start-2">
                    <PriceKindField name={`prices.${place}.kind`} of={place + 1} />
                  </span>
                )}
              </li>
            ))}
          </ul>
          {free !== undefined && (
            <Button
              variant="quiet"
              size="toolbar"
              className="self-start"
              onPress={() => {
                append({ format: free, kind: prices.at(-1)?.kind ?? '', price: '' });
              }}
            >
              <Plus aria-hidden />
              Add a format
            </Button>
          )}
        </>
      )}
      <GroupError name="prices" />
    </fieldset>
  );
}

/** An answer without what is said at the prices already. */
export function apartFromPrices(result: CommandResult | null): CommandResult | null {
  return result?.status === 'refused' && result.code === 'formats-not-licensed' ? null : result;
}

/** An amount or the name of a tier. */
function PriceField({
  place,
  price,
  ...label
}: {
  label: string;
  isLabelHidden?: boolean;
  place: number;
  /** As typed. */
  price: string;
}) {
  return (
    <FormTextField
      {...label}
      name={`prices.${place}.price`}
      placeholder="4.99 or Tier 1"
      description={isTier(price) ? 'A tier: its amounts are in the price table.' : undefined}
      autoComplete="off"
    />
  );
}

export function CurrencyField() {
  return <FormLongSelectField label="Currency" name="currency" options={CURRENCY_OPTIONS} />;
}

const EACH = 'each';

/** The kind of all prices of a list. */
function CommonKindField({ prices, onEach }: { prices: Prices['prices']; onEach: () => void }) {
  const { setValue } = useFormContext<Prices>();
  return (
    <SelectField
      label="Kind of price"
      value={prices[0]?.kind ?? ''}
      options={[...KIND_OPTIONS, { value: EACH, label: 'Choose for each format' }]}
      onChange={(kind) => {
        if (kind === EACH) onEach();
        else
          prices.forEach((_, place) => {
            setValue(`prices.${place}.kind`, kind, { shouldDirty: true });
          });
      }}
    />
  );
}

/** What a price is: retail, wholesale, a fee. @param of the number of the price, where there are several */
export function PriceKindField({ name, of }: { name: string; of?: number }) {
  return (
    <FormSelectField
      label={of === undefined ? 'Kind of price' : `Kind of price ${of}`}
      isLabelHidden={of !== undefined}
      name={name}
      options={KIND_OPTIONS}
    />
  );
}
