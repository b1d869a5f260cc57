'use client';

import type { ContentQuery } from './content-address';
import { FilterBar } from '@/ui/lists/filter-bar';
import type { FilterChoice } from '@/ui/lists/filter-menu';
import { SearchBox } from '@/ui/fields/search-box';
import { contentAddress } from './content-address';
import { contentCounts } from './content-counts';

export type ContentFilterChoice = FilterChoice<'studio' | 'kind' | 'coverage' | 'closed'>;

/** Search and filters of the catalog. */
export function ContentFilters({
  query,
  choices,
}: {
  query: ContentQuery;
  choices: readonly ContentFilterChoice[];
}) {
  return (
    <FilterBar
      label="Content"
      choices={choices}
      query={query}
      addressOf={(changes) => contentAddress(query, changes)}
      addressOfSeveral={(name, values) => contentAddress(query, { [name]: values })}
      countsOf={(name) => contentCounts(name, contentAddress(query))}
      search={(replace) => (
        <SearchBox
          label="Search titles and identifiers"
          text={query.q ?? ''}
          onSearch={(q) => {
            replace(contentAddress(query, { q: q === '' ? null : q }));
          }}
        />
      )}
      className="border-b border-line px-4 py-2"
    />
  );
}
