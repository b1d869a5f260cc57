'use client';

import { useEffect, useEffectEvent, useLayoutEffect } from 'react';
import type { KeyGroup, PageKey } from './page-keys';
import { boundKeys, keyGroups, pageActions } from './page-keys';
import { areSingleKeysOn } from './single-keys';

/** Where keys are text or belong to what is open. */
const TYPING = 'input, textarea, select, [contenteditable], [role=spinbutton]';
const MODAL = '[role=dialog], [role=alertdialog]';

/**
 * Acts on a key wherever the focus is, unless a person is typing. While it is on, the key is in the list of keys and its
 * action in the palette.
 */
export function usePageKey(page: PageKey, act: () => void, isOff: boolean): void {
  const { key, isShifted, isControlled = false, does } = page;
  const onAct = useEffectEvent(act);
  // Together with what is shown: a key that is pressed at once is not lost.
  useLayoutEffect(() => {
    if (isOff) return;
    const bound = { key, isShifted, isControlled, does, act: () => onAct() };
    const takeOut = boundKeys.add(bound);
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || !isForPage(event, isControlled)) return;
      if (isControlled && event.repeat) return;
      if (isShifted !== undefined && event.shiftKey !== isShifted) return;
      event.preventDefault();
      bound.act();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      takeOut();
      document.removeEventListener('keydown', onKey);
    };
  }, [key, isShifted, isControlled, does, isOff]);
}

/** Puts what a button of the page does into the palette, too. */
export function usePageAction(does: string, act: () => void, isOff: boolean): void {
  const onAct = useEffectEvent(act);
  useEffect(() => {
    if (!isOff) return pageActions.add({ does, act: () => onAct() });
  }, [does, isOff]);
}

/** Lists the keys of a part of the page, which it binds itself. */
export function useKeyGroup(group: KeyGroup): void {
  useEffect(() => keyGroups.add(group), [group]);
}

/**
 * Whether a key is meant for the page: nobody is typing, nothing is open over it and, without Ctrl, such keys are on.
 *
 * @param isControlled whether the key is one with Ctrl or Command
 */
export function isForPage(event: KeyboardEvent, isControlled = false): boolean {
  if (event.defaultPrevented || event.altKey) return false;
  if ((event.ctrlKey || event.metaKey) !== isControlled) return false;
  const isAt = (place: string) =>
    event.target instanceof HTMLElement && event.target.closest(place) !== null;
  return !isAt(TYPING) && !isAt(MODAL) && (isControlled || areSingleKeysOn());
}
