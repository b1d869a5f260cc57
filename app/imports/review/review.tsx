import { Link } from '@/ui/link';
import type { ImportView, ReviewLine } from '../../../src/service/import/import-views';
import type { ImportQuery } from '../import-address';
import { ClosedMark } from '@/ui/closed-mark';
import { LinkButton } from '@/ui/link-button';
import { ListTable } from '@/ui/lists/list-table';
import { Pager } from '@/ui/lists/pager';
import { importViews } from '../../../src/bootstrap';
import { partAddress } from '../import-address';
import { DetailChanges } from './detail-changes';
import { LeaveOut } from './leave-out';
import { OutcomeMark } from './outcome-mark';
import { ReviewChips } from './review-chips';
import { ReviewKeys } from './review-keys';
import { lineAddress, lines, rowWords, shownOutcome } from './review-words';

const PAGE_SIZE = 50;

/** What would become, or became, of every contract, license, offer and title in the file. */
export async function Review({ view, query }: { view: ImportView; query: ImportQuery }) {
  const { what, cursor } = query;
  const outcome = shownOutcome(view.counts, query);
  const page = await importViews().review(view.id, {
    what,
    outcome,
    cursor,
    pageSize: PAGE_SIZE,
  });
  return (
    <section aria-label="Review">
      <ReviewChips view={view} what={what} outcome={outcome} />
      {page.rows.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <>
          <ReviewTable
            rows={page.rows}
            isSheetNamed={view.sheets.filter(({ skipped }) => skipped === null).length > 1}
            deciding={
              view.state === 'ready' ? { importId: view.id, revision: view.revision } : null
            }
          />
          <Pager
            page={page}
            noun="line"
            address={(cursor) =>
              partAddress(view.id, 'review', { what, outcome: outcome ?? 'all', cursor })
            }
          />
        </>
      )}
    </section>
  );
}

const ROW =
  'grid gap-x-3 px-4 max-sm:grid-cols-[minmax(0,1fr)_auto] ' +
  'sm:grid-cols-[6rem_4rem_minmax(7rem,1fr)_minmax(10rem,2fr)_minmax(4rem,8rem)]';

function ReviewTable({
  rows,
  isSheetNamed,
  deciding,
}: {
  rows: readonly ReviewLine[];
  isSheetNamed: boolean;
  deciding: Deciding | null;
}) {
  return (
    <ReviewKeys canLeaveOut={deciding !== null}>
      <ListTable
        label="Review"
        columns={ROW}
        heads={
          <>
            <span role="columnheader">Outcome</span>
            <span role="columnheader">Kind</span>
            <span role="columnheader">Name</span>
            <span role="columnheader">Change or reason</span>
            <span role="columnheader" className="text-end">
              Rows
            </span>
          </>
        }
      >
        {rows.map((line, place) => (
          <Line key={place} line={line} isSheetNamed={isSheetNamed} deciding={deciding} />
        ))}
      </ListTable>
    </ReviewKeys>
  );
}

/** The review that lines can be left out of; null when nothing is decided about it any more. */
type Deciding = Pick<ImportView, 'revision'> & { readonly importId: string };

function Line({
  line,
  isSheetNamed,
  deciding,
}: {
  line: ReviewLine;
  isSheetNamed: boolean;
  deciding: Deciding | null;
}) {
  const rows = rowWords(line.rows, isSheetNamed);
  return (
    <div
      role="row"
      tabIndex={-1}
      data-line=""
      className={`${ROW} min-h-8 items-start border-b border-line py-2 focus:bg-ink/5 ${
        line.outcome === 'withdrawn' || line.outcome === 'taken-down' ? 'bg-straw-tint/50' : ''
      }`}
    >
      <span role="cell" className="max-sm:order-2 max-sm:text-end">
        <OutcomeMark outcome={line.outcome} />
      </span>
      <span role="cell" className="text-ink-2 max-sm:order-4 max-sm:text-end">
        {line.what}
      </span>
      <span role="rowheader" className="min-w-0 break-words font-emphasis text-ink max-sm:order-1">
        {line.isStored ? (
          <Link
            href={lineAddress(line)}
            prefetch={false}
            className="underline decoration-control underline-offset-2 hover:decoration-ink"
          >
            {line.name}
          </Link>
        ) : (
          line.name
        )}
        {line.closing !== null && (
          <span className="block font-normal">
            <ClosedMark closing={line.closing} />
          </span>
        )}
      </span>
      <span
        role="cell"
        className="flex min-w-0 items-start justify-between gap-x-3 text-ink-2 max-sm:order-3 max-sm:flex-col"
      >
        <span className="min-w-0 break-words">
          {line.reason !== null && (
            <span
              className={line.outcome === 'stale' ? 'block text-plum-ink' : 'block text-clay-ink'}
            >
              {line.reason}
            </span>
          )}
          {line.words}
          {line.details.length > 0 && <DetailChanges changes={line.details} />}
          {rows !== '' && <span className="block text-ink-3 sm:hidden">Rows {rows}</span>}
        </span>
        {deciding !== null && line.change !== null && (
          <LeaveOut
            {...deciding}
            change={line.change}
            isLeftOut={line.outcome === 'left-out'}
            name={line.name}
          />
        )}
      </span>
      <span role="cell" className="text-end text-ink-3 max-sm:hidden">
        {rows === '' ? '–' : rows}
      </span>
    </div>
  );
}

function Nothing({ view }: { view: ImportView }) {
  if (lines(view.counts, {}) > 0)
    return (
      <div className="flex flex-col items-start gap-2 px-4 py-6 text-body text-ink-2">
        <p>This file has none of these.</p>
        <LinkButton href={partAddress(view.id, 'review')}>Show all</LinkButton>
      </div>
    );
  return (
    <p className="max-w-148 px-4 py-6 text-body text-ink-2">
      {view.rows === 0
        ? 'This file has no rows, so there is nothing to save.'
        : 'Every row of this file has an error, so there is nothing to save yet. See the problems and how to fix them.'}
    </p>
  );
}
