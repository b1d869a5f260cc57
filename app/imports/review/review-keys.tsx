'use client';

import { useRef, type ReactNode } from 'react';
import { ForEditors } from '@/ui/role';
import { usePageKey } from '@/ui/use-page-key';

/** Lines (`data-line`) that J and K walk through, that O opens, and that X leaves out or brings back. */
export function ReviewKeys({
  canLeaveOut,
  children,
}: {
  /** Whether lines can be left out now. */
  canLeaveOut: boolean;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const lines = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const at = () => lines().findIndex((line) => line.contains(document.activeElement));
  const go = (to: number) => {
    lines()[Math.max(to, 0)]?.focus();
  };
  usePageKey({ key: 'j' }, () => go(at() + 1), false);
  usePageKey({ key: 'k' }, () => go(at() - 1), false);
  usePageKey({ key: 'o' }, () => lines()[at()]?.querySelector('a')?.click(), false);
  usePageKey(
    { key: 'x' },
    () => lines()[at()]?.querySelector<HTMLElement>('[data-leave-out]')?.click(),
    false,
  );
  return (
    <div ref={box}>
      {children}
      <p className="px-4 py-2 text-table text-ink-3 max-sm:hidden">
        <kbd>J</kbd> <kbd>K</kbd> next and previous line, <kbd>O</kbd> open
        {canLeaveOut && (
          <ForEditors>
            , <kbd>X</kbd> leave out or bring back
          </ForEditors>
        )}
      </p>
    </div>
  );
}
