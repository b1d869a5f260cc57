'use client';

import type { ReactNode, RefObject } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import {
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components/Popover';
import { classes } from './classes';
import { given, type Loose } from './given';

/** How everything that floats beside its trigger looks and arrives. */
export const popoverBox =
  'rounded-popover bg-panel text-ink shadow-2 outline-none transition-[opacity,translate] duration-140 ease-arrive ' +
  'data-entering:opacity-0 data-exiting:opacity-0 data-exiting:ease-leave ' +
  'motion-safe:data-[placement=bottom]:data-entering:-translate-y-1 motion-safe:data-[placement=top]:data-entering:translate-y-1';

export interface PopoverProps extends Loose<
  Pick<AriaPopoverProps, 'isOpen' | 'onOpenChange' | 'placement' | 'offset' | 'crossOffset'>
> {
  /** What it is, for those who do not see what it belongs to. */
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  triggerRef?: RefObject<Element | null> | undefined;
  className?: string | undefined;
}

/** A small surface beside its trigger: settings, a filter's values. Esc and a press outside close it. */
export function Popover({ label, children, className, ...props }: PopoverProps) {
  return (
    <AriaPopover {...given({ offset: 4, ...props })} className={popoverBox}>
      <Dialog
        aria-label={label}
        className={classes('max-h-[inherit] overflow-auto p-3 outline-none', className)}
      >
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </AriaPopover>
  );
}

/** A button, then its `Popover`. */
export function PopoverTrigger({ children }: { children: ReactNode }) {
  return <DialogTrigger>{children}</DialogTrigger>;
}
