'use client';

import { classes } from '../classes';

/** Placeholder of the same size for content that is loading. Give it width and height. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden className={classes('skeleton', className)} />;
}

/** Placeholder rows of a loading table, fading downwards, below its real header. */
export function SkeletonRows({
  rows = 8,
  widths,
}: {
  rows?: number | undefined;
  /** One class per column: `w-24`, `flex-1`. */
  widths: readonly string[];
}) {
  return (
    <div aria-hidden className="mask-b-from-0%">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-line">
          {widths.map((width, column) => (
            <span key={column} className={`skeleton h-3 ${width}`} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Loading message for screen readers. */
export function LoadingNote({ children }: { children: string }) {
  return (
    <p role="status" className="text-table text-ink-3">
      {children}
    </p>
  );
}
