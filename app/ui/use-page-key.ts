'use client';

import { useEffect } from 'react';

/** A key of a page: `{ key: 'd', isShifted: true }`. */
export interface PageKey {
  /** In lower case. */
  readonly key: string;
  /** Whether Shift is held; left out where it makes no difference. */
  readonly isShifted?: boolean | undefined;
}

/** Acts on a key wherever the focus is, unless a person is typing. */
export function usePageKey({ key, isShifted }: PageKey, act: () => void, isOff: boolean): void {
  useEffect(() => {
    if (isOff) return;
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable], [role=spinbutton]');
      if (event.key.toLowerCase() !== key || isTyping) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
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
