'use client';

import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button';
import { buttonLook, type ButtonSize, type ButtonVariant } from './button-look';
import { classes } from './classes';
import { given, type Loose } from './given';
import { KeyCap } from './key-cap';

export interface ButtonProps extends Loose<
  Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'render'>
> {
  children: ReactNode;
  /** Primary is for the one thing the screen is for. */
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** The key that does the same, shown after the words. The caller makes it work. */
  keyCap?: string | undefined;
  /** Placement only: margin, width, grid area. */
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** Does something. Verb + object: "Add offer". While `isPending` it keeps focus and place and cannot be pressed again. */
export function Button({
  children,
  variant = 'secondary',
  size = 'regular',
  keyCap,
  className,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...given(props)}
      className={classes(
        buttonLook(variant, size),
        'data-pending:animate-breathe data-pending:cursor-progress',
        className,
      )}
    >
      {children}
      {keyCap !== undefined && <KeyCap isOnInk={variant === 'primary'}>{keyCap}</KeyCap>}
    </AriaButton>
  );
}
