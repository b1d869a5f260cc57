import type { ReviewLine } from '../../../src/service/import/import-views';

/** As many changes as are shown without opening the others. */
const SHOWN = 6;

/** The cells that change, each before and after. */
export function DetailChanges({ changes }: { changes: ReviewLine['details'] }) {
  const more = changes.slice(SHOWN);
  return (
    <>
      <Changes changes={changes.slice(0, SHOWN)} />
      {more.length > 0 && (
        <details>
          <summary className="cursor-pointer text-ink underline underline-offset-2">
            {more.length.toLocaleString('en-US')} more
          </summary>
          <Changes changes={more} />
        </details>
      )}
    </>
  );
}

function Changes({ changes }: { changes: ReviewLine['details'] }) {
  return (
    <ul aria-label="Changed details" className="mt-1">
      {changes.map(({ column, before, after }) => (
        <li key={`${column ?? ''}\n${before}\n${after}`}>
          {column === null ? (
            rowInWords(before, after)
          ) : (
            <>
              <span title={column} className="text-ink">
                {column.slice(column.indexOf('/') + 1)}:
              </span>{' '}
              {before === '' ? <Blank /> : <del className="no-underline">{before}</del>}{' '}
              <span aria-hidden>→</span>
              <span className="sr-only">becomes</span>{' '}
              {after === '' ? <Blank /> : <ins className="text-ink no-underline">{after}</ins>}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Blank() {
  return <span className="text-ink-3">blank</span>;
}

function rowInWords(before: string, after: string): string {
  return after === '' ? `${before}: the file has no row any more` : `${after}: a new row`;
}
