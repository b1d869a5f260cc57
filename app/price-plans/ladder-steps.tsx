'use client';

import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import type { LadderInput } from '../../src/wire/forms/ladder';
import { FormSelectField, FormTextField } from '@/forms/fields';
import { GroupError } from '@/forms/fields/group-error';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { MAX_STEPS } from '../../src/domain/price-plan/ladder';
import { EMPTY_STEP, UNITS } from './typed-ladder';

const NOT_LAST = UNITS.filter(({ value }) => value !== 'rest');

/** The steps of a price ladder, one after another, each with its prices and its length. */
export function LadderSteps({
  children,
}: {
  /** Stands beside the button that adds a step. */
  children?: ReactNode;
}) {
  const { fields, append, remove } = useFieldArray<LadderInput, 'steps'>({ name: 'steps' });
  const steps = useWatch<LadderInput, 'steps'>({ name: 'steps' });
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 text-table text-ink-2">Steps, one after another</legend>
      <p className="text-table text-ink-3">
        A price is an amount or a tier, or one for each format: SD 4.99, HD 5.99.
      </p>
      {fields.map(({ id }, index) => {
        const unit = steps[index]?.unit;
        // What a step has is never taken from its choices: it can have been the last.
        const units = index === fields.length - 1 || unit === 'rest' ? UNITS : NOT_LAST;
        return (
          <div
            key={id}
            role="group"
            aria-label={`Step ${index + 1}`}
            className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2rem] items-start gap-2 border-b border-line pb-3"
          >
            <FormTextField
              label={`Name of step ${index + 1}`}
              isLabelHidden
              name={`steps.${index}.name`}
              placeholder="Name"
              autoComplete="off"
            />
            <FormTextField
              label={`Price of step ${index + 1}`}
              isLabelHidden
              name={`steps.${index}.price`}
              placeholder="4.99"
              autoComplete="off"
            />
            <IconButton
              label={`Remove step ${index + 1}`}
              icon={<X aria-hidden />}
              isDisabled={fields.length === 1}
              onPress={() => {
                remove(index);
              }}
            />
            <div className="col-span-2 grid grid-cols-[4rem_minmax(0,1fr)] items-start gap-2">
              {unit !== 'rest' && (
                <FormTextField
                  label={`Length of step ${index + 1}`}
                  isLabelHidden
                  name={`steps.${index}.length`}
                  inputMode="numeric"
                  autoComplete="off"
                />
              )}
              <div className={unit === 'rest' ? 'col-span-2' : undefined}>
                <FormSelectField
                  label={`Unit of step ${index + 1}`}
                  isLabelHidden
                  name={`steps.${index}.unit`}
                  options={units}
                />
              </div>
            </div>
          </div>
        );
      })}
      <GroupError name="steps" />
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="quiet"
          size="toolbar"
          isDisabled={fields.length >= MAX_STEPS}
          onPress={() => {
            append(EMPTY_STEP, { shouldFocus: false });
          }}
        >
          <Plus aria-hidden />
          Add step
        </Button>
        {children}
      </div>
    </fieldset>
  );
}
