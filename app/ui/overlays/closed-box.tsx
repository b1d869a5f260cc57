import type { ReactNode } from 'react';
import { StateGlyph } from '../state-mark';

/** That a contract, license or title is closed, above its page: why, what follows, and the ways back. */
export function ClosedBox({
  label,
  state = 'ended',
  title,
  children,
  actions,
}: {
  /** For screen readers: "This title is void". */
  label: string;
  state?: 'ended' | 'retired';
  title: string;
  /** What follows from it. */
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-sunken px-4 py-2.5 text-table text-ink-2"
    >
      <div className="flex min-w-0 flex-1 basis-72 items-start gap-2.5">
        <StateGlyph state={state} className="mt-0.5 text-past-ink" />
        <div className="min-w-0">
          <p className="font-heading break-words text-ink">{title}</p>
          <p>{children}</p>
        </div>
      </div>
      {actions}
    </section>
  );
}
