'use client';

import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { KeyCap } from '../key-cap';

/** Short text about a control, shown on hover and focus. Never the only source of information. */
export function Tooltip({
  text,
  keyCap,
  placement = 'bottom',
  children,
}: {
  text: ReactNode;
  keyCap?: string | undefined;
  placement?: 'top' | 'bottom' | 'start' | 'end' | undefined;
  /** A button of `app/ui`, or a `Focusable` around another element. */
  children: ReactNode;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip
        offset={6}
        placement={placement}
        className="flex max-w-72 items-center gap-2 rounded-control bg-ink px-2 py-1 text-table text-on-ink transition-opacity duration-80 data-entering:opacity-0 data-exiting:opacity-0 forced-colors:border"
      >
        {text}
        {keyCap !== undefined && <KeyCap isOnInk>{keyCap}</KeyCap>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
