'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import type { ExportSummary } from '../../src/service/export/export-views';
import type { MarkedState } from '@/ui/state-mark';
import type { Refusal } from '../refusal';
import { runRecord, type RecordAnswer } from '@/commands/run-record';
import { withTimeout } from '@/commands/with-timeout';
import { Button } from '@/ui/button';
import { buttonLook } from '@/ui/button-look';
import { RefusalNotice } from '@/ui/overlays/notice';
import { ForEditors } from '@/ui/role';
import { StateMark } from '@/ui/state-mark';
import { useRefreshWhile } from '@/ui/use-refresh';
import { DAYS_KEPT } from '../../src/domain/export/export';
import { EXPORT_FORMATS } from '../../src/domain/export/export-query';
import { fileName } from '../files/file-name';

/** An export as its line shows it. */
export interface ExportLine extends Pick<
  ExportSummary,
  | 'id'
  | 'words'
  | 'format'
  | 'state'
  | 'rows'
  | 'failure'
  | 'leftOut'
  | 'leftOutCount'
  | 'hasFile'
  | 'madeAt'
> {
  /** Who ordered it, and when. */
  readonly origin: string;
}

/** In milliseconds: so often the list is read again while something in it is being made. */
const READ_AGAIN = 1_500;

/** The exports there are, the newest first: how far each is, and its file. */
export function ExportList({ exports }: { exports: readonly ExportLine[] }) {
  const [busy, setBusy] = useState<string | null>(null);
  const [result, setResult] = useState<RecordAnswer<'cancel-export'> | null>(null);
  const isMoving = exports.some(({ state }) => state === 'waiting' || state === 'running');
  useRefreshWhile(isMoving, READ_AGAIN);
  const cancel = async (exportId: string) => {
    setBusy(exportId);
    const answer = await withTimeout(() =>
      runRecord({ kind: 'cancel-export', input: { exportId } }),
    );
    setBusy(null);
    setResult(answer ?? NO_ANSWER);
  };
  return (
    <>
      <RefusalNotice refusal={result?.status === 'refused' ? result : null} className="mx-4 mb-2" />
      <ul aria-label="Exports">
        {exports.map((line) => (
          <li
            key={line.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5"
          >
            <div className="min-w-0 flex-1 basis-60">
              <span className="block truncate text-body font-emphasis text-ink">{line.words}</span>
              <span className="block text-table text-ink-3">
                {EXPORT_FORMATS[line.format]} · {line.origin}
              </span>
              {line.failure !== null && (
                <span className="block text-table text-clay-ink">{line.failure}</span>
              )}
              <LeftOutList line={line} />
            </div>
            <span aria-live="polite" className="text-table">
              <Standing line={line} />
            </span>
            {(line.state === 'waiting' || line.state === 'running') && (
              <ForEditors>
                <Button
                  aria-label={`Cancel ${line.words}`}
                  isPending={busy === line.id}
                  onPress={() => void cancel(line.id)}
                >
                  Cancel
                </Button>
              </ForEditors>
            )}
            {line.hasFile && (
              <a
                href={`/exports/${line.id}/${fileName(line)}`}
                download
                aria-label={`Download ${fileName(line)}`}
                className={buttonLook('secondary', 'regular')}
              >
                <Download aria-hidden />
                Download
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const MARKS: Record<ExportLine['state'], MarkedState> = {
  waiting: 'waiting',
  running: 'waiting',
  done: 'ok',
  failed: 'refused',
  cancelled: 'ended',
};

function Standing({ line }: { line: ExportLine }) {
  return <StateMark state={MARKS[line.state]}>{standingWords(line)}</StateMark>;
}

function standingWords({ state, rows, hasFile }: ExportLine): string {
  switch (state) {
    case 'waiting':
      return 'Waiting';
    case 'running':
      return `In progress, ${rowWords(rows)}`;
    case 'done':
      return hasFile ? `Ready, ${rowWords(rows)}` : `Deleted after ${DAYS_KEPT} days`;
    case 'failed':
      return 'Failed';
    case 'cancelled':
      return 'Canceled';
  }
}

function rowWords(rows: number): string {
  return rows === 1 ? '1 row' : `${rows.toLocaleString('en-US')} rows`;
}

/** What the rows cannot say, behind a line that says how much that is. */
function LeftOutList({ line: { leftOut, leftOutCount } }: { line: ExportLine }) {
  if (leftOutCount === 0) return null;
  const more = leftOutCount - leftOut.length;
  return (
    <details className="text-table text-ink-2">
      <summary className="min-h-6 cursor-default text-straw-ink">
        {leftOutCount.toLocaleString('en-US')} {leftOutCount === 1 ? 'offer' : 'offers'} left out:
        the avails format cannot express {leftOutCount === 1 ? 'it' : 'them'}
      </summary>
      <ul className="ps-4 pt-1">
        {leftOut.map(({ title, reason }) => (
          <li key={`${title} ${reason}`}>
            <span className="text-ink">{title}</span>. {reason}
          </li>
        ))}
        {more > 0 && <li>And {more.toLocaleString('en-US')} more.</li>}
      </ul>
    </details>
  );
}

const NO_ANSWER: Refusal = {
  status: 'refused',
  message: 'The server did not answer. Retrying is safe.',
  fieldErrors: {},
};
