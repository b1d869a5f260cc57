import { classes } from '../classes';
import { withStyle } from '../with-style';

/** Placeholder of the same size for content that is loading. Give it width and height. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <span
      aria-hidden
      className={classes('block rounded-bar bg-sunken forced-colors:border', className)}
    />
  );
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
    <div aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          {...withStyle({ opacity: 1 - row / (rows + 1) })}
          className="flex h-(--list-row) items-center gap-6 border-b border-line px-4"
        >
          {widths.map((width, column) => (
            <Skeleton key={column} className={classes('h-3', width)} />
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
