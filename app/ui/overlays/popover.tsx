'use client';

import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import {
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components/Popover';

/** Look and entry transition of everything that floats beside its trigger. */
export const popoverBox =
  'rounded-popover bg-panel text-ink shadow-2 outline-none transition-[opacity,translate] duration-140 ease-arrive ' +
  'data-entering:opacity-0 data-exiting:opacity-0 data-exiting:ease-leave ' +
  'motion-safe:data-[placement=bottom]:data-entering:-translate-y-1 motion-safe:data-[placement=top]:data-entering:translate-y-1';

/** A small surface beside its trigger, such as a calendar or a filter's options. Esc and a press outside close it. */
export function Popover({
  label,
  children,
  ...props
}: Required<Pick<AriaPopoverProps, 'isOpen' | 'onOpenChange' | 'placement' | 'triggerRef'>> & {
  /** Accessible name. */
  label: string;
  children: ReactNode;
}) {
  return (
    <AriaPopover offset={4} {...props} className={popoverBox}>
      <Dialog aria-label={label} className="max-h-[inherit] overflow-auto p-3 outline-none">
        {children}
      </Dialog>
    </AriaPopover>
  );
}
