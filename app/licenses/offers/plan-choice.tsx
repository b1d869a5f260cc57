'use client';

import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { TypedPlan } from './typed-plan';
import { Button } from '@/ui/button';
import { SelectField } from '@/ui/fields/select-field';
import { Link } from '@/ui/link';
import { counted } from '../../timeline/model';
import { typedLadder } from '../../price-plans/typed-ladder';
import { usePricePlans } from '../../price-plans/use-price-plans';

/** Fills a ladder with the steps of a price plan, which can then be changed. */
export function PlanChoice() {
  const { setValue, getValues, clearErrors } = useFormContext<TypedPlan>();
  const [plans, again] = usePricePlans();
  const [chosen, setChosen] = useState('');
  if (plans === 'failed')
    return (
      <p role="status" className="flex flex-wrap items-center gap-x-3 text-table text-ink-2">
        Price plans could not be loaded.
        <Button variant="quiet" size="toolbar" onPress={again}>
          Retry
        </Button>
      </p>
    );
  if (plans?.length === 0)
    return (
      <p className="text-table text-ink-3">
        No price plans yet. Save these steps as one, or{' '}
        <Link href="/price-tables/plans?new=1" className="text-ink underline">
          make one
        </Link>
        .
      </p>
    );
  const plan = plans?.find(({ id }) => id === chosen);
  return (
    <SelectField
      label="From a price plan (optional)"
      placeholder={plans === null ? 'Loading …' : 'Choose a plan'}
      isDisabled={plans === null}
      value={chosen}
      options={(plans ?? []).map(({ id, name, steps }) => ({
        ...{ value: id, label: name, detail: counted(steps.length, 'step') },
      }))}
      description={
        plan === undefined
          ? undefined
          : `The steps are copied from ${plan.name}. Later changes of the plan change no offers.`
      }
      onChange={(id) => {
        const found = plans?.find((one) => one.id === id);
        if (found === undefined) return;
        setChosen(id);
        const { steps, currency, priceKind } = typedLadder(found.steps, getValues('currency'));
        setValue('steps', steps, { shouldDirty: true });
        setValue('currency', currency, { shouldDirty: true });
        setValue('priceKind', priceKind, { shouldDirty: true });
        clearErrors();
      }}
    />
  );
}
