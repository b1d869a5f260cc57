'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import type { BulkTyped } from './bulk-typed';
import {
  FormCheckbox,
  FormDateField,
  FormLastDayField,
  FormSegmentedControl,
  FormSelectField,
  FormTextField,
} from '@/forms/fields';
import { ENDINGS } from '../../../src/domain/bulk/price-ending';
import { FormLongSelectField } from '@/forms/fields/long-select-field';
import { CURRENCY_OPTIONS } from '../../words/currency-options';
import { ReasonFields } from '../closing/closing-fields';
import { isOfOffers, kindOf, KINDS } from './bulk-typed';
import { PlanFields } from './plan-fields';

const SCOPES = [
  { value: 'ahead', label: 'Still to run' },
  { value: 'all', label: 'All, ended too' },
];
const UNITS = [{ value: '%', label: '%' }, ...CURRENCY_OPTIONS];
const ENDING_OPTIONS = [
  { value: 'exact', label: 'Exact' },
  ...ENDINGS.map((value) => ({ value, label: `.${value}` })),
];

/** The kind of change, the offers that it is about, and its own fields. */
export function BulkFields({ isPlanOutdated }: { isPlanOutdated: boolean }) {
  const { kind: chosen } = useWatch<BulkTyped>() as BulkTyped;
  const kind = kindOf(chosen);
  return (
    <>
      <FormSelectField name="kind" label="Change" options={KINDS} autoFocus />
      {isOfOffers(kind) && (
        <div className="flex flex-col gap-3">
          <FormSegmentedControl name="scope" label="Offers" isLabelShown options={SCOPES} />
          <FormTextField
            name="name"
            label="Offers named (optional)"
            autoComplete="off"
            description="Empty: offers of any name."
          />
        </div>
      )}
      <KindFields isPlanOutdated={isPlanOutdated} />
    </>
  );
}

/** The fields of a kind of change itself. @param isPlanOutdated as `PlanFields` is told it */
export function KindFields({ isPlanOutdated = false }: { isPlanOutdated?: boolean }) {
  const { kind: chosen, ending } = useWatch<BulkTyped>() as BulkTyped;
  const { getValues } = useFormContext<BulkTyped>();
  switch (kindOf(chosen)) {
    case 'set-price':
      return (
        <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] items-start gap-3">
          <FormTextField
            name="price"
            label="Price"
            inputMode="decimal"
            autoComplete="off"
            isEndAligned
          />
          <FormLongSelectField name="currency" label="Currency" options={CURRENCY_OPTIONS} />
        </div>
      );
    case 'change-price':
      return (
        <div className="flex flex-col gap-3">
          <div className="grid grid-cols-[minmax(0,1fr)_6.5rem_6.5rem] items-start gap-3">
            <FormTextField
              name="by"
              label="Change by"
              autoComplete="off"
              isEndAligned
              placeholder="+5"
            />
            <FormLongSelectField name="unit" label="Unit" options={UNITS} />
            <FormSelectField name="ending" label="Ends in" options={ENDING_OPTIONS} />
          </div>
          {ending !== 'exact' && (
            <>
              <FormCheckbox name="upOnly">Round up only</FormCheckbox>
              {getValues('wholeElsewhere') && (
                <FormCheckbox name="wholeElsewhere">
                  Whole amounts in currencies without cents
                </FormCheckbox>
              )}
            </>
          )}
        </div>
      );
    case 'shift':
      return (
        <div className="flex flex-col gap-3">
          <FormTextField
            name="days"
            label="Days"
            autoComplete="off"
            isEndAligned
            description="7 for a week later, -7 for a week earlier."
          />
          <FormCheckbox name="push">Move offers in the way along</FormCheckbox>
          <FormCheckbox name="cut">Cut offers at the license’s first and last day</FormCheckbox>
        </div>
      );
    case 'price-plan':
      return <PlanFields isOutdated={isPlanOutdated} />;
    case 'end':
      return (
        <>
          <FormDateField name="endDay" label="Last day" />
          <ReasonFields kind="ended" />
        </>
      );
    case 'extend':
      return <FormLastDayField name="extendDay" label="New last day" />;
    case 'rename-licenses':
    case 'rename-offers':
      return (
        <>
          <FormTextField
            name="find"
            label="Find in the name"
            autoComplete="off"
            description="Empty: the whole name is replaced."
          />
          <FormTextField name="replacement" label="Replace with" autoComplete="off" />
        </>
      );
  }
}
