import type { IsoDate } from '../../src/domain/values/date-range';
import type { ChangeGroup, HistoryFilter } from '../../src/service/history-views';
import type { QueryValue } from '@/ui/lists/query-text';
import { addressWith } from '@/ui/lists/query-text';

export const HISTORY = '/history';

/** What people filter the history by, and its words. */
export const ABOUT = {
  license: 'Licenses',
  content: 'Titles',
  contract: 'Contracts',
  'price-table': 'Price tables',
} as const;

export const KINDS = {
  recorded: 'Created',
  details: 'Terms and details',
  offers: 'Offers',
  assignments: 'Assignments',
  takedowns: 'Takedowns',
  ends: 'Ended, retired, void',
  returns: 'Brought back',
  prices: 'Prices',
  removals: 'Removed',
} as const satisfies Record<ChangeGroup, string>;

/** Query parameters of the history that can have several values. */
export const SEVERAL = ['person', 'about', 'kind', 'studio'] as const;

/** Query parameters of the history. */
export interface HistoryQuery {
  readonly person?: readonly string[] | undefined;
  readonly about?: readonly (keyof typeof ABOUT)[] | undefined;
  readonly kind?: readonly ChangeGroup[] | undefined;
  readonly studio?: readonly string[] | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** The saved view that is open, whose filters may have been changed since. */
  readonly view?: string | undefined;
  readonly cursor?: string | undefined;
}

export function historyFilter({
  person,
  about,
  kind,
  studio,
  from,
  to,
}: HistoryQuery): HistoryFilter {
  return { actorId: person, aggregate: about, group: kind, studio, from, to };
}

/** URL of the history with changed parameters; `null` removes one. A changed filter begins at the newest change. */
export function historyAddress(
  { cursor: _, ...filters }: HistoryQuery,
  changes: Partial<Record<keyof HistoryQuery, QueryValue>> = {},
): string {
  return addressWith(HISTORY, filters, changes);
}
