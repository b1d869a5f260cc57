'use client';

import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { BulkTyped } from './bulk-typed';
import { FormDateField, FormSelectField } from '@/forms/fields';
import { useBound } from '@/forms/fields/use-bound';
import { Button } from '@/ui/button';
import { SelectField } from '@/ui/fields/select-field';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/overlays/notice';
import { counted } from '../../timeline/model';
import { planWords } from '../../price-plans/plan-words';
import { usePricePlans } from '../../price-plans/use-price-plans';

const STARTS = [
  { value: 'license-start', label: 'On the first day of the license' },
  { value: 'after-offers', label: 'After the last offer' },
  { value: 'day', label: 'On a day' },
];

/** Which price plan, and where it begins in each license. */
export function PlanFields({
  isOutdated,
}: {
  /** Whether the dry run found the plan at another revision than the chosen one. */
  isOutdated: boolean;
}) {
  const { setValue } = useFormContext<BulkTyped>();
  const { text: id, control } = useBound('pricePlanId');
  const [revision, start] = useWatch<BulkTyped, ['revision', 'start']>({
    name: ['revision', 'start'],
  });
  const [plans, again] = usePricePlans();
  useEffect(() => {
    if (isOutdated) again();
  }, [isOutdated, again]);
  const found = plans === 'failed' || plans === null ? [] : plans;
  const plan = found.find((one) => one.id === id);
  const take = (chosen: string) => {
    setValue('revision', found.find((one) => one.id === chosen)?.revision ?? 0);
  };
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        {...control}
        value={id}
        label="Price plan"
        placeholder={plans === null ? 'Loading …' : 'Choose a plan'}
        isDisabled={found.length === 0}
        options={found.map(({ id: value, name, steps }) => ({
          ...{ value, label: name, detail: counted(steps.length, 'step') },
        }))}
        description={plan === undefined ? undefined : planWords(plan.steps)}
        onChange={(chosen) => {
          control.onChange(chosen);
          take(chosen);
        }}
      />
      {plans === 'failed' && (
        <p role="status" className="flex flex-wrap items-center gap-x-3 text-table text-ink-2">
          Price plans could not be loaded.
          <Button variant="quiet" size="toolbar" onPress={again}>
            Retry
          </Button>
        </p>
      )}
      {plans !== null && plans !== 'failed' && plans.length === 0 && (
        <p className="text-table text-ink-2">
          No price plans yet.{' '}
          <Link href="/price-tables/plans?new=1" className="text-ink underline">
            New price plan
          </Link>
        </p>
      )}
      {plan !== undefined && plan.revision !== revision && (
        <Notice
          tone="someone"
          role="status"
          title={`${plan.changedBy} changed this plan since you chose it.`}
          actions={
            <Button
              variant="secondary"
              size="toolbar"
              onPress={() => {
                take(id);
              }}
            >
              Take the latest
            </Button>
          }
        >
          The plan as it is now stands above.
        </Notice>
      )}
      <FormSelectField name="start" label="Begins" options={STARTS} />
      {start === 'day' && <FormDateField name="startDay" label="First day" />}
      <p className="text-table text-ink-3">
        Each license gets these offers on all its devices. Later changes of the plan change no
        offers.
      </p>
    </div>
  );
}
