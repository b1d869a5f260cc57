import type { ReactNode } from 'react';

/** A list with columns: their heads, which a phone leaves out, and its lines. */
export function ListTable({
  label,
  columns,
  heads,
  children,
}: {
  /** What the table is called. */
  label: string;
  /** Classes that lay out a line of it. */
  columns: string;
  /** Its column headers. */
  heads: ReactNode;
  /** Its rows. */
  children: ReactNode;
}) {
  return (
    <div role="table" aria-label={label} className="text-table">
      <div role="rowgroup">
        <div
          role="row"
          className={`${columns} min-h-10 items-center border-b border-line-strong text-ink-3 max-sm:hidden`}
        >
          {heads}
        </div>
      </div>
      <div role="rowgroup">{children}</div>
    </div>
  );
}
