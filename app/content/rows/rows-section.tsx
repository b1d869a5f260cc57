import { Link } from '@/ui/link';
import { rowViews } from '../../../src/bootstrap';
import { totalWords } from '@/words/total-words';
import { RowsTable } from './rows-table';

/** As many rows as stand on the title's page. */
const SHOWN = 5;

/** The rows that a title's offers were imported with; nothing for offers that people made. */
export async function RowsSection({ contentId }: { contentId: string }) {
  const { rows, total } = await rowViews().rows(contentId, { pageSize: SHOWN });
  if (total === 0) return null;
  return (
    <section aria-labelledby="rows" className="pt-6">
      <div className="flex items-baseline gap-3 px-4 pb-1">
        <h2 id="rows" className="text-panel-title">
          Imported rows <span className="font-normal text-ink-3">{totalWords(total)}</span>
        </h2>
        <Link
          href={`/content/${contentId}/rows`}
          className="inline-flex min-h-6 items-center text-table text-ink-3 underline-offset-2 hover:text-ink hover:underline"
        >
          All rows with their cells
        </Link>
      </div>
      <RowsTable rows={rows} hasCells={false} />
    </section>
  );
}
