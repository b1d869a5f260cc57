import { Link } from '@/ui/link';
import type { HistoryEntry } from '../../src/service/history-views';
import { fullInstant, instantWords } from '@/words/instant';

/** The newest changes of a license, side by side; each leads to the timeline as it was then. */
export function HistoryStrip({
  licenseId,
  version,
  entries,
}: {
  licenseId: string;
  version: number;
  entries: readonly HistoryEntry[];
}) {
  return (
    <section
      aria-labelledby="history"
      className="mt-auto flex gap-6 border-t border-line bg-canvas px-4 py-3 text-table max-sm:flex-col max-sm:gap-3"
    >
      <div className="shrink-0">
        <h2 id="history" className="text-panel-title">
          History
        </h2>
        <Link
          href={`/licenses/${licenseId}/history`}
          className="inline-flex min-h-6 items-center text-ink-3 underline-offset-2 hover:text-ink hover:underline"
        >
          {version === 1 ? '1 version' : `All ${version} versions`}
        </Link>
      </div>
      <ol className="flex min-w-0 flex-1 gap-4 overflow-x-auto ps-1.5 max-sm:flex-col max-sm:gap-2">
        {entries.map((entry, index) => (
          <li key={entry.version} className="w-48 shrink-0 border-s border-line ps-3 max-sm:w-auto">
            <Link
              href={`/licenses/${licenseId}?version=${entry.version}`}
              prefetch={false}
              className="group block"
            >
              <span className="flex items-center gap-2">
                <span
                  aria-hidden
                  className={`-ms-[1.05rem] size-2.5 rounded-full border-2 border-ink ${index === 0 ? 'bg-ink' : 'bg-canvas'}`}
                />
                <strong className="font-mono font-emphasis text-ink">v{entry.version}</strong>
                <time dateTime={entry.at} title={fullInstant(entry.at)} className="text-ink-3">
                  {instantWords(entry.at)}
                </time>
              </span>
              <span className="line-clamp-2 text-ink group-hover:underline">{entry.words}</span>
              <span className="block truncate text-ink-3">{entry.actor}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
