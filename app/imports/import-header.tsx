import type { SheetSummary } from '../../src/domain/avails/sheet-row';
import type { ImportState } from '../../src/domain/import/import';
import type { ImportView } from '../../src/service/import/import-views';
import { fullInstant, instantWords } from '@/words/instant';
import { classes } from '@/ui/classes';
import { Fact, Facts, PageHeader } from '@/ui/shell/page-header';
import { StateMark } from '@/ui/state-mark';
import { IMPORTS } from './import-address';
import { openQuestions, stateWords, studioWords } from './import-words';
import { countOf } from './review/review-words';

/** What was handed in, by whom, what it was taken for, and how far it has come. */
export function ImportHeader({ view }: { view: ImportView }) {
  const { words, mark } = stateWords(view.state);
  const uploaded = instantWords(view.uploadedAt);
  return (
    <PageHeader
      breadcrumbs={[{ label: 'Imports', href: IMPORTS }, { label: uploaded }]}
      title={<span className="break-words">{view.fileName}</span>}
      beside={<StateMark state={mark}>{words}</StateMark>}
    >
      <Facts>
        {view.version !== null && (
          <Fact name="Version">
            Avails {view.version}{' '}
            <span className="text-ink-3">
              {view.versionStated ? 'as the file says' : 'inferred from its columns'}
            </span>
          </Fact>
        )}
        {view.studios.length > 0 && (
          <Fact name={view.studios.length === 1 ? 'Studio' : 'Studios'}>
            <span title={view.studios.join(', ')}>{studioWords(view)}</span>
          </Fact>
        )}
        {view.sheets.length > 0 && <Sheets sheets={view.sheets} />}
        <Fact name="Uploaded by">
          {view.uploadedBy}, <span title={fullInstant(view.uploadedAt)}>{uploaded}</span>
        </Fact>
      </Facts>
      <Stages view={view} />
    </PageHeader>
  );
}

/** The sheets that were read, with their rows, and why the others were not. */
function Sheets({ sheets }: { sheets: readonly SheetSummary[] }) {
  const read = sheets.filter(({ skipped }) => skipped === null);
  const skipped = sheets.filter(({ skipped: reason }) => reason !== null);
  return (
    <Fact name={read.length === 1 ? 'Sheet' : 'Sheets'}>
      {read.map(({ name, rows }) => (
        <span key={name} className="me-3">
          {name} <span className="text-ink-3">{countOf(rows, 'row')}</span>
        </span>
      ))}
      {skipped.length > 0 && (
        <details className="max-w-120">
          <summary className="min-h-6 text-ink-2">{skipped.length} skipped</summary>
          <ul className="text-table text-ink-2">
            {skipped.map(({ name, skipped: reason }) => (
              <li key={name}>
                {name}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Fact>
  );
}

const STAGES = ['Upload', 'Check', 'Decide', 'Review', 'Save'] as const;

/** How many stages are behind an import in each state; the next is where it stands. */
const BEHIND: Record<ImportState, number> = {
  waiting: 1,
  checking: 1,
  unreadable: 1,
  cancelled: 1,
  ready: 3,
  committing: 4,
  undoing: 4,
  undone: 4,
  committed: 5,
};

/** As many when the file has open questions. */
const DECIDING = 2;

/** The way of a file from upload to saved. */
function Stages({ view }: { view: ImportView }) {
  const isDeciding = view.state === 'ready' && openQuestions(view) > 0;
  const behind = isDeciding ? DECIDING : BEHIND[view.state];
  return (
    <ol
      aria-label="Stages"
      className="mt-3 flex max-w-180 flex-wrap items-center gap-x-3 gap-y-2 text-table"
    >
      {STAGES.map((stage, place) => (
        <li
          key={stage}
          aria-current={place === behind ? 'step' : undefined}
          className="flex items-center gap-2 not-last:flex-1"
        >
          <span
            aria-hidden
            className={classes(
              'flex size-5 shrink-0 items-center justify-center rounded-full border text-label',
              place < behind && 'border-line-strong bg-sunken text-ink-2',
              place === behind && 'border-ink bg-ink font-heading text-on-ink',
              place > behind && 'border-control text-ink-3',
            )}
          >
            {place < behind ? '✓' : place + 1}
          </span>
          <span className={place === behind ? 'font-emphasis text-ink' : 'text-ink-3'}>
            {stage}
            {place < behind && <span className="sr-only">, done</span>}
          </span>
          {place < STAGES.length - 1 && (
            <span aria-hidden className="h-px min-w-2 flex-1 bg-line-strong" />
          )}
        </li>
      ))}
    </ol>
  );
}
