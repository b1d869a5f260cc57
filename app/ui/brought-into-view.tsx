'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/**
 * Brings an answer to what was just done into view and gives it the focus, again for each new answer: below the fold of a
 * form or a sheet it would be missed. Where a field of its form is marked invalid, that field gets the focus instead: its
 * own sentence stands below it.
 */
export function BroughtIntoView({
  answer,
  children,
}: {
  /** The answer itself, a new object each time. */
  answer: object;
  children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = place.current
      ?.closest('form')
      ?.querySelector<HTMLElement>(':is(input, textarea, [role=spinbutton])[aria-invalid=true]');
    const target = field ?? place.current;
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: target === field ? 'center' : 'nearest' });
  }, [answer]);
  return (
    <div ref={place} tabIndex={-1} className="scroll-my-3 outline-none">
      {children}
    </div>
  );
}
