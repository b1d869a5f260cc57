import type { HistoryEntry } from '../../src/service/history-views';

const PAGES: Record<HistoryEntry['aggregate'], string> = {
  license: '/licenses',
  contract: '/contracts',
  content: '/content',
  'price-table': '/price-tables',
};

/** The page of what a line of history is about; what was removed has none, and is found in the history itself. */
export function thingAddress({
  aggregate,
  aggregateId,
  isGone,
}: Pick<HistoryEntry, 'aggregate' | 'aggregateId' | 'isGone'>): string {
  return isGone === true ? '/history' : `${PAGES[aggregate]}/${aggregateId}`;
}
