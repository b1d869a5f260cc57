'use client';

import { useRef, useState, type ReactNode } from 'react';
import { ButtonContext } from 'react-aria-components/Button';
import type { MenuFocus } from './menu-box';
import { useWhenIdle } from '../use-when-idle';
import { onDemand } from './on-demand';

const MenuBox = onDemand(() => import('./menu-box').then((module) => module.MenuBox));

/**
 * A button that opens a list of actions. The list is loaded when the page is idle, or when somebody comes near the button; if
 * it is not there when the button is pressed, it opens as soon as it is.
 */
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
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  /** It stays once it was open, for the transition of what closes. */
  const [isWanted, setWanted] = useState(false);
  const [focus, setFocus] = useState<MenuFocus>(null);
  useWhenIdle(MenuBox.preload);
  const open = (on: MenuFocus) => {
    // It has the focus again when the menu closes.
    trigger.current?.focus({ preventScroll: true });
    setFocus(on);
    setWanted(true);
    setOpen(true);
  };
  return (
    <>
      <ButtonContext
        value={{
          ref: trigger,
          'aria-haspopup': 'menu',
          'aria-expanded': isOpen,
          isPressed: isOpen,
          preventFocusOnPress: true,
          onHoverStart: MenuBox.preload,
          onFocus: MenuBox.preload,
          // As menus of the system: a mouse opens them when it is pressed, a finger when it is lifted.
          onPressStart: ({ pointerType }) => {
            if (pointerType === 'keyboard' || pointerType === 'virtual') open('first');
            else if (pointerType !== 'touch') open(null);
          },
          onPress: ({ pointerType }) => {
            if (pointerType === 'touch') open(null);
          },
          onKeyDown: (event) => {
            if (event.key === 'ArrowDown') open('first');
            else if (event.key === 'ArrowUp') open('last');
            else return event.continuePropagation();
            event.preventDefault();
          },
        }}
      >
        {button}
      </ButtonContext>
      {isWanted && (
        <MenuBox
          label={label}
          triggerRef={trigger}
          placement={placement}
          isOpen={isOpen}
          focus={focus}
          onClose={() => {
            setOpen(false);
          }}
        >
          {children}
        </MenuBox>
      )}
    </>
  );
}
