'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { useKeyGroup } from '@/keys/use-page-key';

const KEYS = {
  name: 'Answers',
  keys: [
    { caps: ['←', '→', '↑', '↓'], does: 'Walk the answers' },
    { caps: ['↵'], does: 'Why' },
  ],
};

/** Arrow keys walk the cells of the table inside, Home and End a row; Enter is the cell's own link. */
export function GridKeys({ children }: { children: ReactNode }) {
  useKeyGroup(KEYS);
  return (
    <div className="overflow-x-auto" onKeyDown={walk}>
      {children}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('[data-cell]'),
  ]);
  const line = rows.findIndex((cells) => cells.some((cell) => cell === document.activeElement));
  const place = rows[line]?.findIndex((cell) => cell === document.activeElement) ?? -1;
  if (place === -1) return;
  const last = (rows[line]?.length ?? 1) - 1;
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [line, place - 1],
    ArrowRight: [line, place + 1],
    ArrowUp: [line - 1, place],
    ArrowDown: [line + 1, place],
    Home: [line, 0],
    End: [line, last],
  };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  rows[step[0]]?.[step[1]]?.focus();
}
