'use client';

import { useRef, type ReactNode, type RefObject } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { MenuItemProps } from './menu-item';
import { classes } from '../classes';
import { given } from '../given';
import { KeyCap } from '../key-cap';
import { MenuItemContext } from './menu-item';
import { popoverBox } from './popover';
import { optionLook } from '../fields/option-look';

/** Which action has the focus when a menu opens; `null`: the menu itself, where a pointer has opened it. */
export type MenuFocus = 'first' | 'last' | null;

/** The actions of a menu, beside its button. In a file of its own, so that no page waits for it. */
export function MenuBox({
  label,
  triggerRef,
  placement,
  isOpen,
  focus,
  onClose,
  children,
}: {
  label: string;
  triggerRef: RefObject<HTMLElement | null>;
  placement: 'bottom start' | 'bottom end';
  isOpen: boolean;
  focus: MenuFocus;
  onClose: () => void;
  children: ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  return (
    <Popover
      trigger="MenuTrigger"
      aria-label={label}
      triggerRef={triggerRef}
      scrollRef={list}
      placement={placement}
      offset={4}
      isOpen={isOpen}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
      className={classes(popoverBox, 'min-w-48')}
    >
      <AriaMenu
        ref={list}
        aria-label={label}
        autoFocus={focus ?? true}
        onClose={onClose}
        className="max-h-[inherit] overflow-auto p-1 outline-none"
      >
        <MenuItemContext value={drawn}>{children}</MenuItemContext>
      </AriaMenu>
    </Popover>
  );
}

function drawn(props: MenuItemProps) {
  return <Item {...props} />;
}

function Item({ children, textValue, icon, keyCap, isDanger = false, ...props }: MenuItemProps) {
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
