'use client';

import { useId } from 'react';
import { classes } from '../classes';

export interface SegmentedControlProps<Value extends string> {
  /** Names the group; shown only with `isLabelShown`. */
  label: string;
  isLabelShown?: boolean | undefined;
  options: readonly { readonly value: Value; readonly label: string }[];
  /** `undefined` while none is chosen. */
  value: Value | undefined;
  onChange: (value: Value) => void;
  className?: string | undefined;
}

/**
 * One of a few, side by side: zoom, kind of change. Arrow keys move. The browser's own radio buttons, since every timeline
 * has one, and React Aria's would come with code that checks forms and walks the focus.
 */
export function SegmentedControl<Value extends string>({
  label,
  isLabelShown = false,
  options,
  value: chosen,
  onChange,
  className,
}: SegmentedControlProps<Value>) {
  const id = useId();
  return (
    <div
      role="radiogroup"
      aria-labelledby={id}
      className={classes('flex min-w-0 flex-col gap-1', className)}
    >
      <span id={id} className={isLabelShown ? 'text-table text-ink-2' : 'sr-only'}>
        {label}
      </span>
      <div className="inline-flex max-w-full self-start overflow-x-auto rounded-control bg-sunken p-0.5 forced-colors:border">
        {options.map(({ value, label: name }) => (
          <label
            key={value}
            className="relative flex min-h-6 items-center rounded-[5px] border border-transparent px-2.5 text-table whitespace-nowrap text-ink-2 transition-colors hover:text-ink has-checked:border-control has-checked:bg-panel has-checked:font-emphasis has-checked:text-ink has-focus-visible:focus-ring has-focus-visible:-outline-offset-2 max-sm:min-h-9 forced-colors:has-checked:border-[Highlight]"
          >
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === chosen}
              onChange={() => {
                onChange(value);
              }}
              className="sr-only"
            />
            {name}
          </label>
        ))}
      </div>
    </div>
  );
}
