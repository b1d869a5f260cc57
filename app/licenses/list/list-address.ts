import type { LicenseFilter, LicenseSort } from '../../../src/service/views';

/** What the list's address asks for, part by part. */
export interface ListQuery {
  readonly q?: string | undefined;
  readonly studio?: string | undefined;
  readonly contract?: string | undefined;
  readonly rights?: string | undefined;
  readonly territory?: string | undefined;
  readonly device?: string | undefined;
  readonly status?: LicenseFilter['status'];
  readonly expiring?: number | undefined;
  readonly sort: LicenseSort;
  readonly dir: 'asc' | 'desc';
  readonly cursor?: string | undefined;
}

/** The list's address with some parts changed; `null` takes a part out. A changed filter begins at the first page. */
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

/** The address that sorts by a column, the other way around when it is sorted by it already. */
export function sortAddress(query: ListQuery, sort: LicenseSort): string {
  const descending = query.sort === sort && query.dir === 'asc';
  return listAddress(query, {
    sort: sort === 'name' ? null : sort,
    dir: descending ? 'desc' : null,
  });
}
