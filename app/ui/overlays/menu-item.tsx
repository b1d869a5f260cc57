'use client';

import { createContext, use, type ReactNode } from 'react';

export interface MenuItemProps {
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
}

/** What draws an action, which comes with the list. */
export const MenuItemContext = createContext<(props: MenuItemProps) => ReactNode>(() => null);

/** An action, named by verb and object. */
export function MenuItem(props: MenuItemProps) {
  return use(MenuItemContext)(props);
}
