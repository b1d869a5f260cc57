import { Info } from 'lucide-react';
import type { IdleColumn } from '../../../src/domain/avails/vocabulary/idle-columns';
import { countOf } from './review-words';

/** The filled columns that change nothing, by name, each with how many rows fill it. */
export function IdleColumns({ columns }: { columns: readonly IdleColumn[] }) {
  if (columns.length === 0) return null;
  return (
    <section
      aria-label="Columns without effect"
      className="border-b border-line px-4 py-2 text-table text-ink-2"
    >
      <p className="flex gap-2">
        <Info aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        <span>
          <span className="font-emphasis text-ink">
            {countOf(columns.length, 'filled column')} {columns.length === 1 ? 'has' : 'have'} no
            effect
          </span>{' '}
          and {columns.length === 1 ? 'stays' : 'stay'} with{' '}
          {columns.length === 1 ? 'its' : 'their'} rows:{' '}
          {columns.map(({ column, rows }, place) => (
            <span key={column}>
              {place > 0 && ', '}
              <span title={column}>{nameOf(column)}</span> ({rows.toLocaleString('en-US')})
            </span>
          ))}
          .
        </span>
      </p>
    </section>
  );
}

/** The name of a column without its group. */
function nameOf(column: string): string {
  return column.slice(column.indexOf('/') + 1);
}
