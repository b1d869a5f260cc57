import { Link } from '@/ui/link';
import type { ImportSummary } from '../../src/service/import/import-views';
import { fullInstant, instantWords } from '@/words/instant';
import { ListTable } from '@/ui/lists/list-table';
import { StateMark } from '@/ui/state-mark';
import { importAddress } from './import-address';
import { stateWords, studioWords } from './import-words';
import { countOf } from './review/review-words';

const ROW =
  'grid items-center gap-x-3 px-4 max-sm:grid-cols-[minmax(0,1fr)_auto] ' +
  'sm:grid-cols-[minmax(8rem,2fr)_minmax(5rem,1fr)_7rem_3.5rem_4.25rem_5.75rem] ' +
  'xl:grid-cols-[minmax(18rem,2fr)_minmax(12rem,1.4fr)_8rem_5rem_5rem_minmax(9rem,0.8fr)_8rem]';

/** Imports, one line each. */
export function ImportList({ rows }: { rows: readonly ImportSummary[] }) {
  return (
    <div className="border-t border-line">
      <ListTable
        label="Imports"
        columns={ROW}
        heads={
          <>
            <span role="columnheader">File</span>
            <span role="columnheader">Studios</span>
            <span role="columnheader">State</span>
            <span role="columnheader" className="text-end">
              Rows
            </span>
            <span role="columnheader" className="text-end">
              Rejected
            </span>
            <span role="columnheader" className="max-xl:hidden">
              Uploaded by
            </span>
            <span role="columnheader">When</span>
          </>
        }
      >
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ListTable>
    </div>
  );
}

function Line({ row }: { row: ImportSummary }) {
  const { words, mark } = stateWords(row.state);
  return (
    <div
      role="row"
      className={`${ROW} relative min-h-8 border-b border-line hover:bg-ink/5 has-focus-visible:bg-ink/5 max-sm:gap-y-0.5 max-sm:py-2`}
    >
      <span role="rowheader" className="min-w-0 truncate" title={row.fileName}>
        <Link
          href={importAddress(row.id)}
          prefetch={false}
          className="font-emphasis text-ink after:absolute after:inset-0"
        >
          {row.fileName}
        </Link>
      </span>
      <span
        role="cell"
        className="truncate text-ink-2 max-sm:order-3"
        title={row.studios.join(', ')}
      >
        {studioWords(row)}
        <span className="sm:hidden">
          {' '}
          · {countOf(row.rows, 'row')}
          {row.rejected > 0 && <>, {row.rejected.toLocaleString('en-US')} rejected</>}
        </span>
      </span>
      <span role="cell" className="truncate max-sm:order-2 max-sm:text-end">
        <StateMark state={mark}>{words}</StateMark>
      </span>
      <span role="cell" className="text-end text-ink max-sm:hidden">
        {row.rows.toLocaleString('en-US')}
      </span>
      <span role="cell" className="text-end max-sm:hidden">
        <Rejected count={row.rejected} />
      </span>
      <span role="cell" className="truncate text-ink-2 max-xl:hidden">
        {row.uploadedBy}
      </span>
      <span
        role="cell"
        className="truncate text-ink-2 max-sm:order-4 max-sm:text-end"
        title={`${row.uploadedBy}, ${fullInstant(row.uploadedAt)}`}
      >
        {instantWords(row.uploadedAt)}
      </span>
    </div>
  );
}

function Rejected({ count }: { count: number }) {
  if (count === 0) return <span className="text-ink-3">–</span>;
  return <span className="text-clay-ink">{count.toLocaleString('en-US')}</span>;
}
