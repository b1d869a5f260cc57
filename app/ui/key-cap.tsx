import type { ReactNode } from 'react';

/** A small key cap: `Esc`, `N`. Inside a filled button, it is outlined in the button's text color. A phone shows none. */
export function KeyCap({
  children,
  isOnInk,
}: {
  children: ReactNode;
  isOnInk?: boolean | undefined;
}) {
  return (
    <kbd
      className={`inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-bar px-1 font-mono text-label font-normal max-sm:hidden ${
        isOnInk ? 'border border-current' : 'bg-sunken text-ink-2 forced-colors:border'
      }`}
    >
      {children}
    </kbd>
  );
}
