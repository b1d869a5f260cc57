'use client';

import { useRef, type ReactNode } from 'react';
import { usePageKey } from '@/ui/use-page-key';

/** Lines (`data-line`) that J and K walk through, and that O opens. */
export function ReviewKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const lines = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const at = () => lines().findIndex((line) => line.contains(document.activeElement));
  const go = (to: number) => {
    lines()[Math.max(to, 0)]?.focus();
  };
  usePageKey({ key: 'j' }, () => go(at() + 1), false);
  usePageKey({ key: 'k' }, () => go(at() - 1), false);
  usePageKey({ key: 'o' }, () => lines()[at()]?.querySelector('a')?.click(), false);
  return (
    <div ref={box}>
      {children}
      <p className="px-4 py-2 text-table text-ink-3 max-sm:hidden">
        <kbd>J</kbd> <kbd>K</kbd> next and previous line, <kbd>O</kbd> open
      </p>
    </div>
  );
}
