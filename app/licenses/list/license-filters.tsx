'use client';

import type { ListQuery } from './list-address';
import { FilterBar } from '@/ui/lists/filter-bar';
import type { FilterChoice } from '@/ui/lists/filter-menu';
import { SearchBox } from '@/ui/fields/search-box';
import { listAddress } from './list-address';

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
