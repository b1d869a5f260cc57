'use client';

import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  CheckboxButton,
  CheckboxField,
  type CheckboxFieldProps,
} from 'react-aria-components/Checkbox';
import { classes } from '../classes';
import { given, type Loose } from '../given';

export interface CheckboxProps extends Loose<
  Omit<CheckboxFieldProps, 'children' | 'className' | 'style' | 'render' | 'validate'>
> {
  /** Its words. Without them give `aria-label`. */
  children?: ReactNode;
  className?: string | undefined;
}

/** A check box of 16 px in a target of 24, with its words. */
export function Checkbox({ children, className, ...props }: CheckboxProps) {
  return (
    <CheckboxField
      {...given(props)}
      validationBehavior="aria"
      className={classes('inline-flex', className)}
    >
      <CheckboxButton
        className={classes(
          'group relative inline-flex min-h-6 min-w-6 items-center gap-2 text-table text-ink-2 max-sm:min-h-9',
          children === undefined && 'justify-center',
        )}
      >
        {({ isSelected, isIndeterminate }) => (
          <>
            <span
              aria-hidden
              className="flex size-4 shrink-0 items-center justify-center rounded-bar border border-control bg-panel text-on-ink group-data-disabled:border-line-strong group-data-focus-visible:focus-ring group-data-indeterminate:border-ink group-data-indeterminate:bg-ink group-data-invalid:border-clay-line group-data-selected:border-ink group-data-selected:bg-ink forced-colors:text-[CanvasText]"
            >
              {isIndeterminate ? (
                <Minus className="size-3" strokeWidth={3} />
              ) : (
                isSelected && <Check className="size-3" strokeWidth={3} />
              )}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  );
}
