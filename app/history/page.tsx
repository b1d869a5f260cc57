import type { Metadata } from 'next';
import { EmptyState } from '@/ui/lists/empty-state';
import { requirePerson } from '@/person';
import { historyViews } from '../../src/bootstrap';
import { EarlierChanges } from './earlier-changes';
import { HistoryList } from './history-list';

export const metadata: Metadata = { title: 'History' };

const PAGE_SIZE = 50;

export default async function HistoryPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requirePerson('/history');
  const { cursor } = await searchParams;
  const { entries, next } = await historyViews().history({
    cursor: typeof cursor === 'string' ? cursor : undefined,
    pageSize: PAGE_SIZE,
  });
  return (
    <>
      <header className="flex min-h-12 items-center border-b border-line px-4 py-2">
        <h1 className="text-panel-title">History</h1>
      </header>
      {entries.length === 0 ? (
        <EmptyState title="No changes yet" place="the first change goes here">
          Every accepted change to a license, contract or title appears here, with author and time.
        </EmptyState>
      ) : (
        <HistoryList entries={entries} isNamed />
      )}
      <EarlierChanges address="/history" next={next} />
    </>
  );
}
