import type { LicenseFilter, LicenseSort } from '../../../src/service/license/license-views';
import type { LicenseClosing } from '../../../src/domain/closing';
import type { QueryValue } from '@/ui/lists/query-text';
import { addressWith } from '@/ui/lists/query-text';

/** Query parameters of the list that can have several values. */
export const SEVERAL = [
  'studio',
  'rights',
  'territory',
  'device',
  'format',
  'language',
  'status',
  'closed',
] as const;

/** Query parameters of the list. */
export interface ListQuery {
  readonly q?: string | undefined;
  readonly studio?: readonly string[] | undefined;
  readonly contract?: string | undefined;
  readonly rights?: readonly string[] | undefined;
  readonly territory?: readonly string[] | undefined;
  readonly device?: readonly string[] | undefined;
  readonly format?: readonly string[] | undefined;
  readonly language?: readonly string[] | undefined;
  readonly exclusive?: 'yes' | undefined;
  readonly status?: readonly LicenseStatus[] | undefined;
  readonly expiring?: number | undefined;
  readonly starting?: number | undefined;
  readonly closed?: readonly LicenseClosing['kind'][] | undefined;
  /** `none`: the license runs, and nothing is on offer today. */
  readonly offered?: 'none' | undefined;
  /** At least so many free days from today on. */
  readonly free?: number | undefined;
  /** Goes dark within so many days. */
  readonly dark?: number | undefined;
  /** Waits for an amount of a price table. */
  readonly missing?: 'yes' | undefined;
  readonly sort: LicenseSort;
  readonly dir: 'asc' | 'desc';
  /** The saved view that is open, whose filters may have been changed since. */
  readonly view?: string | undefined;
  readonly cursor?: string | undefined;
}

type LicenseStatus = Extract<LicenseFilter['status'], string>;

/** URL of the list with changed parameters; `null` removes one. Changing a filter returns to the first page. */
export function listAddress(
  query: ListQuery,
  changes: Partial<Record<keyof ListQuery, QueryValue>>,
): string {
  const { sort, dir, cursor: _page, ...filters } = query;
  const order = { sort: sort === 'name' ? null : sort, dir: dir === 'asc' ? null : dir };
  return addressWith('/licenses', filters, order, changes);
}

/** URL that sorts by a column; reverses the order if the list is sorted by it already. */
export function sortAddress(query: ListQuery, sort: LicenseSort): string {
  const descending = query.sort === sort && query.dir === 'asc';
  return listAddress(query, {
    sort: sort === 'name' ? null : sort,
    dir: descending ? 'desc' : null,
  });
}
