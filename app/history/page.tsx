import type { Metadata } from 'next';
import { EmptyState } from '@/ui/lists/empty-state';
import { requirePerson } from '@/person';
import { contractViews, historyViews, peopleViews } from '../../src/bootstrap';
import { SavedViews } from '../views/saved-views';
import { EarlierChanges } from './earlier-changes';
import { historyAddress, historyFilter } from './history-address';
import { historyQuery } from './history-query';
import { HistoryFilters } from './history-filters';
import { HistoryList } from './history-list';

export const metadata: Metadata = { title: 'History' };

const PAGE_SIZE = 50;

export default async function HistoryPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id: personId } = await requirePerson('/history');
  const search = await searchParams;
  const query = historyQuery(search);
  const [{ entries, next }, people, studios] = await Promise.all([
    historyViews().history({
      filter: historyFilter(query),
      cursor: query.cursor,
      pageSize: PAGE_SIZE,
    }),
    peopleViews().list(),
    contractViews().studios(),
  ]);
  const { cursor: _page, view: _view, ...filters } = query;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <>
      <header className="flex min-h-12 items-center border-b border-line px-4 py-2">
        <h1 className="text-panel-title">History</h1>
      </header>
      <SavedViews list="history" personId={personId} search={search} all="All changes" />
      <HistoryFilters
        query={query}
        people={people.map(({ id, name }) => ({ value: id, label: name }))}
        studios={studios}
        today={new Date().toISOString().slice(0, 10)}
      />
      {entries.length === 0 && isFiltered ? (
        <EmptyState title="No changes match" place="changes that match go here">
          Remove a filter or choose other days.
        </EmptyState>
      ) : entries.length === 0 ? (
        <EmptyState title="No changes yet" place="the first change goes here">
          Every accepted change to a license, contract or title appears here, with author and time.
        </EmptyState>
      ) : (
        <HistoryList entries={entries} isNamed />
      )}
      <EarlierChanges address={historyAddress(query)} next={next} />
    </>
  );
}
