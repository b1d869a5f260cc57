'use client';

import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { KeyCap } from '../key-cap';

/** A few words about the button inside, on hover and on focus. Never the only place where something is said. */
export function Tooltip({
  text,
  keyCap,
  placement = 'bottom',
  children,
}: {
  text: ReactNode;
  keyCap?: string | undefined;
  placement?: 'top' | 'bottom' | 'start' | 'end' | undefined;
  /** One button of ours, or a `Focusable` around something else. */
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
