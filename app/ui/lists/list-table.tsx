import type { ReactNode } from 'react';

/** A table of rows with column headers, which are hidden on phones. */
export function ListTable({
  label,
  columns,
  heads,
  children,
}: {
  /** Accessible name of the table. */
  label: string;
  /** Classes of the grid columns. */
  columns: string;
  /** Column headers. */
  heads: ReactNode;
  /** Rows. */
  children: ReactNode;
}) {
  return (
    <div role="table" aria-label={label} className="@container text-table">
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
