'use client';

import { useRef, type ReactNode } from 'react';
import { KeyCap } from '@/ui/key-cap';
import { ForEditors } from '@/ui/role';
import { usePageKey } from '@/keys/use-page-key';

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
  usePageKey({ key: 'j', does: 'Next line' }, () => go(at() + 1), false);
  usePageKey({ key: 'k', does: 'Previous line' }, () => go(at() - 1), false);
  usePageKey(
    { key: 'o', does: 'Open what the line is about' },
    () => lines()[at()]?.querySelector('a')?.click(),
    false,
  );
  usePageKey(
    { key: 'x', does: 'Leave the line out, or bring it back' },
    () => lines()[at()]?.querySelector<HTMLElement>('[data-leave-out]')?.click(),
    false,
  );
  return (
    <div ref={box}>
      <p className="flex justify-end gap-4 px-4 pt-2 text-table text-ink-3 max-sm:hidden">
        <span>
          <KeyCap>J</KeyCap> <KeyCap>K</KeyCap> next and previous line
        </span>
        <span>
          <KeyCap>O</KeyCap> open
        </span>
        {canLeaveOut && (
          <ForEditors>
            <span>
              <KeyCap>X</KeyCap> leave out or bring back
            </span>
          </ForEditors>
        )}
      </p>
      {children}
    </div>
  );
}
