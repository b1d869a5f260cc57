'use client';

import { useId } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { classes } from '../classes';
import { given } from '../given';

export interface SegmentedControlProps<Value extends string> {
  /** Names the group; shown only with `isLabelShown`. */
  label: string;
  isLabelShown?: boolean | undefined;
  options: readonly { readonly value: Value; readonly label: string }[];
  value?: Value | undefined;
  defaultValue?: Value | undefined;
  onChange?: ((value: Value) => void) | undefined;
  name?: string | undefined;
  isDisabled?: boolean | undefined;
  className?: string | undefined;
}

/** One of a few, side by side: zoom, kind of change. Arrow keys move. */
export function SegmentedControl<Value extends string>({
  label,
  isLabelShown = false,
  options,
  onChange,
  className,
  ...props
}: SegmentedControlProps<Value>) {
  const labelId = useId();
  return (
    <RadioGroup
      {...given(props)}
      validationBehavior="aria"
      aria-labelledby={labelId}
      orientation="horizontal"
      onChange={(chosen) => {
        const option = options.find(({ value }) => value === chosen);
        if (option !== undefined) onChange?.(option.value);
      }}
      className={classes('flex min-w-0 flex-col gap-1', className)}
    >
      <span id={labelId} className={isLabelShown ? 'text-table text-ink-2' : 'sr-only'}>
        {label}
      </span>
      <div className="inline-flex max-w-full self-start overflow-x-auto rounded-control bg-sunken p-0.5 forced-colors:border">
        {options.map((option) => (
          <RadioField key={option.value} value={option.value}>
            <RadioButton className="relative flex min-h-6 items-center rounded-[5px] border border-transparent px-2.5 text-table whitespace-nowrap text-ink-2 transition-colors hover:text-ink data-disabled:text-ink-3 data-focus-visible:focus-ring data-focus-visible:-outline-offset-2 data-selected:border-control data-selected:bg-panel data-selected:font-emphasis data-selected:text-ink max-sm:min-h-9 forced-colors:data-selected:border-[Highlight]">
              {option.label}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
