import * as z from 'zod';
import type { LicenseFilter, LicenseSort } from '../../src/service/views';
import { searched } from '../domain-input';

export type SearchParameters = Record<string, string | string[] | undefined>;

const parameters = z.object({
  q: searched,
  studio: searched,
  contract: z.uuid().optional().catch(undefined),
  rights: searched,
  territory: searched,
  device: searched,
  status: z.enum(['current', 'upcoming', 'ended']).optional().catch(undefined),
  expiring: z.coerce.number().int().min(0).max(36_500).optional().catch(undefined),
  sort: z.enum(['name', 'studio', 'starts', 'ends']).catch('name'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  cursor: searched.transform((cursor) => cursor ?? undefined),
});

/** What the list's address asks for; a part that cannot be read is left out. */
export type ListQuery = z.output<typeof parameters>;

export function listQuery(search: SearchParameters): ListQuery {
  const single = Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  return parameters.parse(single);
}

export function filterOf(query: ListQuery): LicenseFilter {
  return {
    text: query.q,
    studio: query.studio,
    contractId: query.contract,
    rightsType: query.rights,
    territory: query.territory,
    device: query.device,
    status: query.status,
    expiringWithin: query.expiring,
  };
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
