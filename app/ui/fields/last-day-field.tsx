'use client';

import { useId, useState } from 'react';
import { Checkbox } from './checkbox';
import { classes } from '../classes';
import { DateDayField, type DateDayFieldProps } from './date-field';
import { controlBox, fieldColumn } from './field';
import { StateGlyph } from '../state-mark';

/** What the field posts and reports when there is no last day. */
export const OPEN_END = 'open';

export interface LastDayFieldProps extends Omit<
  DateDayFieldProps,
  'children' | 'value' | 'defaultValue'
> {
  /** As that of a date field, or `open`. */
  value: string;
}

/** The last day of a window that may have none: a date field, or the word "Open". The day is kept while "Open" is set. */
export function LastDayField({ value, onChange, ...props }: LastDayFieldProps) {
  const isOpen = value === OPEN_END;
  const [lastDay, setLastDay] = useState('');

  const labelId = useId();

  const openSwitch = (
    <Checkbox
      isSelected={isOpen}
      isDisabled={props.isDisabled}
      onChange={(open) => {
        if (open) setLastDay(value);
        onChange?.(open ? OPEN_END : lastDay);
      }}
    >
      Open, no last day
    </Checkbox>
  );

  if (isOpen)
    return (
      <div role="group" aria-labelledby={labelId} className={classes(fieldColumn, props.className)}>
        <span
          id={labelId}
          className={props.isLabelHidden ? 'sr-only' : 'block text-table text-ink-2'}
        >
          {props.label}
        </span>
        <div className={classes(controlBox, 'flex items-center bg-sunken')}>Open</div>
        {props.name !== undefined && !props.isDisabled && (
          <input type="hidden" name={props.name} value={OPEN_END} />
        )}
        {openSwitch}
        {props.description !== undefined && (
          <span className="text-table text-ink-3">{props.description}</span>
        )}
        {props.errorMessage !== undefined && (
          <span className="flex items-start gap-1.5 text-table text-clay-ink">
            <StateGlyph state="refused" className="mt-0.5" />
            <span>{props.errorMessage}</span>
          </span>
        )}
      </div>
    );
  return (
    <DateDayField {...props} value={value} onChange={onChange}>
      {openSwitch}
    </DateDayField>
  );
}
