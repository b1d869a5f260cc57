'use client';

import type { ListQuery } from './list-address';
import { FilterBar } from '@/ui/lists/filter-bar';
import type { FilterChoice } from '@/ui/lists/filter-menu';
import { SearchBox } from '@/ui/fields/search-box';
import { listAddress } from './list-address';
import { licenseCounts } from './license-counts';

export type LicenseFilterChoice = FilterChoice<
  | 'studio'
  | 'rights'
  | 'territory'
  | 'device'
  | 'format'
  | 'language'
  | 'exclusive'
  | 'status'
  | 'expiring'
  | 'starting'
  | 'closed'
  | 'offered'
  | 'free'
  | 'dark'
  | 'missing'
>;

/** Search and filters of the licenses list. */
export function LicenseFilters({
  query,
  choices,
}: {
  query: ListQuery;
  choices: readonly LicenseFilterChoice[];
}) {
  return (
    <FilterBar
      label="Licenses"
      choices={choices}
      query={query}
      addressOf={(changes) => listAddress(query, changes)}
      addressOfSeveral={(name, values) => listAddress(query, { [name]: values })}
      countsOf={(name) => licenseCounts(name, listAddress(query, {}))}
      search={(replace) => (
        <SearchBox
          label="Search licenses"
          text={query.q ?? ''}
          onSearch={(q) => {
            replace(listAddress(query, { q: q === '' ? null : q }));
          }}
        />
      )}
      className="border-b border-line px-4 py-2"
    />
  );
}
