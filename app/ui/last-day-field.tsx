'use client';

import { useState } from 'react';
import { Checkbox } from './checkbox';
import { classes } from './classes';
import { DateDayField, type DateDayFieldProps } from './date-field';
import { controlBox, fieldColumn } from './field';

/** What the field posts and reports when there is no last day. */
export const OPEN_END = 'open';

export interface LastDayFieldProps extends Omit<DateDayFieldProps, 'children' | 'value'> {
  /** `YYYY-MM-DD`, or `open`. */
  defaultValue?: string | null | undefined;
  /** Reports `YYYY-MM-DD`, `open`, or null while there is no day. */
  onChange?: ((value: string | null) => void) | undefined;
}

/** The last day of a window that may have none: a date field, or the word "Open". The day is kept while "Open" is set. */
export function LastDayField({ defaultValue, onChange, ...props }: LastDayFieldProps) {
  const [isOpen, setOpen] = useState(defaultValue === OPEN_END);
  const [day, setDay] = useState(defaultValue === OPEN_END ? null : (defaultValue ?? null));

  const openSwitch = (
    <Checkbox
      isSelected={isOpen}
      isDisabled={props.isDisabled}
      onChange={(open) => {
        setOpen(open);
        onChange?.(open ? OPEN_END : day);
      }}
    >
      Open, no last day
    </Checkbox>
  );

  if (isOpen)
    return (
      <div className={classes(fieldColumn, props.className)}>
        <span className={props.isLabelHidden ? 'sr-only' : 'text-table text-ink-2'}>
          {props.label}
        </span>
        <div className={classes(controlBox, 'flex items-center bg-sunken')}>Open</div>
        {props.name !== undefined && !props.isDisabled && (
          <input type="hidden" name={props.name} value={OPEN_END} />
        )}
        {openSwitch}
        {props.errorMessage !== undefined && (
          <p className="text-table text-clay-ink">{props.errorMessage}</p>
        )}
      </div>
    );
  return (
    <DateDayField
      {...props}
      defaultValue={day}
      onChange={(iso) => {
        setDay(iso);
        onChange?.(iso);
      }}
    >
      {openSwitch}
    </DateDayField>
  );
}
