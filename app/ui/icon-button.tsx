'use client';

import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button';
import { buttonLook, type ButtonSize, type ButtonVariant } from './button-look';
import { classes } from './classes';
import { given, type Loose } from './given';
import { Tooltip } from './overlays/tooltip';

export interface IconButtonProps extends Loose<
  Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'render' | 'aria-label'>
> {
  /** Accessible name, also shown as a tooltip. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  keyCap?: string | undefined;
  className?: string | undefined;
}

/** A square icon button, with its name as a tooltip on hover and focus. */
export function IconButton({
  label,
  icon,
  variant = 'quiet',
  size = 'regular',
  keyCap,
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} keyCap={keyCap}>
      <AriaButton
        {...given(props)}
        aria-label={label}
        className={classes(buttonLook(variant, size, 'square'), className)}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
