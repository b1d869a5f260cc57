'use client';

import { useEffect } from 'react';

/** A key of a page: `{ key: 'd', isShifted: true }`. */
export interface PageKey {
  /** In lower case. */
  readonly key: string;
  /** Whether Shift is held; left out where it makes no difference. */
  readonly isShifted?: boolean | undefined;
  /** Whether Ctrl or Command is held; such a key does not repeat. */
  readonly isControlled?: boolean;
}

/** Acts on a key wherever the focus is, unless a person is typing. */
export function usePageKey(
  { key, isShifted, isControlled = false }: PageKey,
  act: () => void,
  isOff: boolean,
): void {
  useEffect(() => {
    if (isOff) return;
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable], [role=spinbutton]');
      if (event.key.toLowerCase() !== key || isTyping) return;
      if ((event.ctrlKey || event.metaKey) !== isControlled || event.altKey) return;
      if (isControlled && event.repeat) return;
      if (isShifted !== undefined && event.shiftKey !== isShifted) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  });
}
