import { Link } from '@/ui/link';
import type { HistoryEntry } from '../../src/service/history-views';
import { ClosedMark } from '@/ui/closed-mark';
import { thingAddress } from './thing-address';
import { fullInstant, instantWords } from '@/words/instant';

/** Accepted changes, newest first, with action, actor and time. */
export function HistoryList({
  entries,
  isNamed,
}: {
  entries: readonly HistoryEntry[];
  /** Shows the license, title or contract of each line, for mixed lists. */
  isNamed: boolean;
}) {
  return (
    <ol className="text-table">
      {entries.map((entry) => (
        <li
          key={`${entry.aggregateId} ${entry.version}`}
          className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-baseline gap-x-4 gap-y-0.5 border-b border-line px-4 py-2 sm:grid-cols-[9rem_3rem_minmax(0,2fr)_minmax(0,1fr)_9rem]"
        >
          <time
            dateTime={entry.at}
            title={fullInstant(entry.at)}
            className="text-ink-3 max-sm:order-1"
          >
            {instantWords(entry.at)}
          </time>
          {entry.isGone === true ? (
            <span className="font-mono text-ink-3 max-sm:order-2 max-sm:text-end">
              v{entry.version}
            </span>
          ) : (
            <Link
              href={versionAddress(entry)}
              prefetch={false}
              className="inline-flex min-h-6 items-center font-mono text-ink-2 underline-offset-2 hover:underline max-sm:order-2 max-sm:justify-end"
            >
              v{entry.version}
            </Link>
          )}
          <span className="min-w-0 break-words text-ink max-sm:order-3 max-sm:col-span-2">
            {entry.words}
            {entry.file !== undefined && (
              <>
                {' '}
                <span className="text-ink-3">from</span>{' '}
                <Link
                  href={`/imports/${entry.file.importId}`}
                  prefetch={false}
                  className="text-ink-2 underline-offset-2 hover:text-ink hover:underline"
                >
                  {entry.file.name}
                </Link>
              </>
            )}
          </span>
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 max-sm:order-4">
            {isNamed && entry.isGone === true && <span className="text-ink-3">{entry.name}</span>}
            {isNamed && entry.isGone !== true && (
              <Link
                href={thingAddress(entry)}
                prefetch={false}
                className="inline-flex min-h-6 min-w-0 items-center text-ink-2 hover:text-ink hover:underline"
              >
                {entry.closing?.kind === 'void' ? (
                  <del className="truncate">{entry.name}</del>
                ) : (
                  <span className="truncate">{entry.name}</span>
                )}
              </Link>
            )}
            {isNamed && entry.closing !== undefined && <ClosedMark closing={entry.closing} />}
          </span>
          <span className="truncate text-ink-2 max-sm:order-5 max-sm:text-end">{entry.actor}</span>
        </li>
      ))}
    </ol>
  );
}

function versionAddress(entry: HistoryEntry): string {
  return entry.aggregate === 'license' || entry.aggregate === 'content'
    ? `${thingAddress(entry)}?version=${entry.version}`
    : thingAddress(entry);
}
