'use client';

import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
} from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { classes } from '../classes';
import { given } from '../given';
import { KeyCap } from '../key-cap';
import { popoverBox } from './popover';
import { optionLook } from '../fields/option-look';

/** A button that opens a list of actions. */
export function Menu({
  button,
  label,
  placement = 'bottom end',
  children,
}: {
  /** A `Button` or `IconButton`. */
  button: ReactNode;
  label: string;
  placement?: 'bottom start' | 'bottom end' | undefined;
  children: ReactNode;
}) {
  return (
    <MenuTrigger>
      {button}
      <Popover placement={placement} offset={4} className={classes(popoverBox, 'min-w-48')}>
        <AriaMenu aria-label={label} className="max-h-[inherit] overflow-auto p-1 outline-none">
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** An action, named by verb and object. */
export function MenuItem({
  children,
  textValue,
  icon,
  keyCap,
  isDanger = false,
  ...props
}: {
  children: ReactNode;
  /** Text for typeahead, required if `children` is not a string. */
  textValue?: string | undefined;
  icon?: ReactNode;
  keyCap?: string | undefined;
  isDanger?: boolean | undefined;
  isDisabled?: boolean | undefined;
  onAction?: (() => void) | undefined;
  /** Where it leads, instead of an action. */
  href?: string | undefined;
  /** Whether what it leads to is saved as a file. */
  download?: boolean | undefined;
  id?: string | undefined;
}) {
  const words = textValue ?? (typeof children === 'string' ? children : undefined);
  return (
    <AriaMenuItem
      {...given({ ...props, textValue: words })}
      className={classes(optionLook, '[&_svg]:size-4', isDanger && 'text-clay-ink')}
    >
      {icon}
      <span className="flex-1">{children}</span>
      {keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}
    </AriaMenuItem>
  );
}
