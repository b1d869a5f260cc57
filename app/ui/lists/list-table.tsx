import type { ReactNode } from 'react';

/** A table of rows under column headers that stay in view, but in a box that scrolls sideways; on phones there are none. */
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
      <div
        role="rowgroup"
        className="sticky top-(--top-bar) z-10 bg-panel in-[form:has(:checked)]:top-[calc(var(--top-bar)+2.5rem)] max-sm:hidden print:static in-[.overflow-x-auto]:static"
      >
        <div
          role="row"
          className={`${columns} min-h-10 items-center border-b border-line-strong text-ink-3`}
        >
          {heads}
        </div>
      </div>
      <div role="rowgroup">{children}</div>
    </div>
  );
}
