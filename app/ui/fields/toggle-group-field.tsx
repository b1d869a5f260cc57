'use client';

import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { classes } from '../classes';
import { fieldColumn, FieldLabel, FieldNotes, type FieldParts } from './field';
import { given } from '../given';

export interface ToggleOption {
  readonly value: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean | undefined;
}

export interface ToggleGroupFieldProps extends FieldParts {
  options: readonly ToggleOption[];
  /** Posts each chosen value under this name. */
  name?: string | undefined;
  value?: readonly string[] | undefined;
  defaultValue?: readonly string[] | undefined;
  onChange?: ((values: string[]) => void) | undefined;
  isRequired?: boolean | undefined;
  isDisabled?: boolean | undefined;
  className?: string | undefined;
}

/**
 * Several of a few, each a toggle with picture and word: devices. Underneath they are check boxes, so a form posts them by
 * itself. Chosen is solid, not chosen is dashed: a place that may be filled.
 */
export function ToggleGroupField({
  label,
  isLabelHidden,
  description,
  errorMessage,
  options,
  value,
  defaultValue,
  className,
  ...props
}: ToggleGroupFieldProps) {
  return (
    <CheckboxGroup
      {...given({
        ...props,
        value: value && [...value],
        defaultValue: defaultValue && [...defaultValue],
      })}
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={classes(fieldColumn, className)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <CheckboxField
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            validationBehavior="aria"
          >
            <CheckboxButton className="relative inline-flex min-h-7 items-center gap-1.5 rounded-control border border-dashed border-control px-2 text-table text-ink-3 transition-colors select-none hover:text-ink data-disabled:border-line-strong data-disabled:text-ink-3 data-disabled:line-through data-focus-visible:focus-ring data-invalid:border-clay-line data-selected:border-solid data-selected:bg-panel data-selected:text-ink max-sm:min-h-10 max-sm:px-3 forced-colors:data-selected:border-2">
              {option.icon}
              {option.label}
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </CheckboxGroup>
  );
}
