import type { ReactNode } from 'react';
import { StateGlyph } from '../state-mark';

/** Error page: what happened, what to do next, and a reference for support. */
export function ErrorPage({
  title,
  children,
  actions,
  reference,
}: {
  title: string;
  /** Explanation in one or two sentences. */
  children: ReactNode;
  actions: ReactNode;
  /** Reference that identifies the cause in the server's log. */
  reference?: string | undefined;
}) {
  return (
    <div className="m-auto w-full max-w-148 px-4 py-10">
      <div className="flex gap-3">
        <StateGlyph state="attention" className="mt-1 size-5 text-straw-ink" />
        <div className="min-w-0">
          <h1 className="text-title">{title}</h1>
          <div className="mt-1 text-body text-ink-2">{children}</div>
        </div>
      </div>
      <div className="mt-5 flex flex-wrap gap-2">{actions}</div>
      {reference !== undefined && (
        <p className="mt-5 border-t border-line pt-4 text-table text-ink-3">
          Reference <span className="font-mono text-ink-2 select-all">{reference}</span>
        </p>
      )}
    </div>
  );
}
