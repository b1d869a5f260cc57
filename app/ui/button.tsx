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
  /** `primary` is for the main action of a screen. */
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** Keyboard shortcut shown after the label. The caller implements it. */
  keyCap?: string | undefined;
  /** Placement only: margin, width, grid area. */
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button, labeled by verb and object: "Add offer". While `isPending`, it keeps focus and size and cannot be pressed. */
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
