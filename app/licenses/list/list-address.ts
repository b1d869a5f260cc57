import type { LicenseFilter, LicenseSort } from '../../../src/service/license/license-views';

/** Query parameters of the list. */
export interface ListQuery {
  readonly q?: string | undefined;
  readonly studio?: string | undefined;
  readonly contract?: string | undefined;
  readonly rights?: string | undefined;
  readonly territory?: string | undefined;
  readonly device?: string | undefined;
  readonly format?: string | undefined;
  readonly language?: string | undefined;
  readonly exclusive?: 'yes' | undefined;
  readonly status?: LicenseFilter['status'];
  readonly expiring?: number | undefined;
  readonly starting?: number | undefined;
  readonly closed?: LicenseFilter['closed'];
  readonly sort: LicenseSort;
  readonly dir: 'asc' | 'desc';
  readonly cursor?: string | undefined;
}

/** URL of the list with changed parameters; `null` removes one. Changing a filter returns to the first page. */
export function listAddress(
  query: ListQuery,
  changes: Partial<Record<keyof ListQuery, string | null>>,
): string {
  const { sort, dir, cursor: _page, ...filters } = query;
  const parts: Record<string, string | number | null | undefined> = {
    ...filters,
    sort: sort === 'name' ? null : sort,
    dir: dir === 'asc' ? null : dir,
    ...changes,
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? '/licenses' : `/licenses?${text}`;
}

/** URL that sorts by a column; reverses the order if the list is sorted by it already. */
export function sortAddress(query: ListQuery, sort: LicenseSort): string {
  const descending = query.sort === sort && query.dir === 'asc';
  return listAddress(query, {
    sort: sort === 'name' ? null : sort,
    dir: descending ? 'desc' : null,
  });
}
