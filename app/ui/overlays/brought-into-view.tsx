'use client';

import { useLayoutEffect, useRef, type ReactNode } from 'react';

/**
 * Brings an answer to what was just done into view and gives it the focus, again for each new answer: below the fold of a
 * form or a sheet it would be missed. Where the answer is about fields, the first invalid one of its form gets the focus
 * instead: its own sentence stands below it.
 */
export function BroughtIntoView({
  answer,
  children,
}: {
  /** The answer itself, a new object each time; `fieldErrors` are the sentences of its fields. */
  answer: object;
  children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  // Before the answer is painted: a focus that moved later would take what is typed by then to another field.
  useLayoutEffect(() => {
    const { fieldErrors = {} } = answer as { readonly fieldErrors?: object };
    const form = Object.keys(fieldErrors).length > 0 ? place.current?.closest('form') : null;
    const field = form?.querySelector<HTMLElement>(
      ':is(input, textarea, [role=spinbutton])[aria-invalid=true]',
    );
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
