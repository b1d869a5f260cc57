import { Link } from '@/ui/link';
import type { OfferRow } from '../../../src/service/import/row-views';
import { ListTable } from '@/ui/lists/list-table';
import { instantWords } from '@/words/instant';
import { partAddress } from '../../imports/import-address';
import { cellGroups, offerWords, rowSubject } from './row-words';

const ROW =
  'grid gap-x-3 px-4 sm:grid-cols-[minmax(9rem,1fr)_minmax(10rem,1fr)_minmax(10rem,1.5fr)]';

/** Imported rows, each with its file and offer. */
export function RowsTable({
  rows,
  hasCells,
}: {
  rows: readonly OfferRow[];
  /** Whether each row shows its cells. */
  hasCells: boolean;
}) {
  return (
    <ListTable
      label="Imported rows"
      columns={ROW}
      heads={
        <>
          <span role="columnheader">File and row</span>
          <span role="columnheader">Offer</span>
          <span role="columnheader">Format, language and territories</span>
        </>
      }
    >
      {rows.map((row) => (
        <div
          role="row"
          key={`${row.importId} ${row.sheet} ${row.row} ${row.offer.licenseId} ${row.offer.window.startsOn}`}
          className={`${ROW} min-h-8 items-start border-b border-line py-2`}
        >
          <span role="rowheader" className="min-w-0 break-words">
            <Link
              href={partAddress(row.importId, 'review')}
              prefetch={false}
              className="text-ink underline decoration-control underline-offset-2 hover:decoration-ink"
            >
              {row.fileName}
            </Link>
            <span className="block text-ink-3">
              {row.sheet}, row {row.row}. Saved by {row.savedBy}, {instantWords(row.savedAt)}
            </span>
          </span>
          <span role="cell" className="min-w-0 break-words text-ink-2">
            <Link
              href={`/licenses/${row.offer.licenseId}`}
              prefetch={false}
              className="text-ink underline decoration-control underline-offset-2 hover:decoration-ink"
            >
              {row.offer.name}
            </Link>
            <span className="block">{offerWords(row)}</span>
          </span>
          <span role="cell" className="min-w-0 break-words text-ink-2">
            {rowSubject(row)}
          </span>
          {hasCells && <Cells row={row} />}
        </div>
      ))}
    </ListTable>
  );
}

function Cells({ row }: { row: OfferRow }) {
  const groups = cellGroups(row);
  return (
    <div role="cell" className="sm:col-span-3">
      <details>
        <summary className="min-h-6 cursor-pointer text-ink underline underline-offset-2">
          {Object.keys(row.cells).length} filled cells
        </summary>
        <div className="grid gap-x-6 gap-y-3 py-2 sm:grid-cols-2">
          {groups.map(({ group, cells }) => (
            <section key={group} aria-label={group}>
              <h3 className="font-emphasis text-ink">{group}</h3>
              <dl className="grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-3">
                {cells.map(([name, text]) => (
                  <div key={name} className="contents">
                    <dt className="text-ink-3">{name}</dt>
                    <dd className="break-words text-ink-2">{text}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </details>
    </div>
  );
}
