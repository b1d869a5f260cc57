'use client';

import { useLayoutEffect, useRef, type ReactNode } from 'react';

/**
 * Scrolls to the result of an action and focuses it, for each new result, because a result below the fold would be
 * missed. If the result has field errors, the first invalid field of the form is focused instead: its message is below it.
 */
export function FocusedResult({
  answer,
  children,
}: {
  /** The result, a new object each time; `fieldErrors` are messages by field. */
  answer: object;
  children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  // In a layout effect, before the paint: moving the focus later would redirect typing to another field.
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
