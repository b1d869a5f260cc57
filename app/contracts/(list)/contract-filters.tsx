'use client';

import type { ContractsQuery } from './contracts-address';
import { SearchBox } from '@/ui/fields/search-box';
import { FilterBar } from '@/ui/lists/filter-bar';
import { contractCounts } from './contract-counts';
import { contractsAddress } from './contracts-address';

/** Finds contracts by studio and reference number, and void ones; the choice stands in the address. */
export function ContractFilters({
  query,
  studios,
}: {
  query: ContractsQuery;
  studios: readonly string[];
}) {
  return (
    <FilterBar
      label="Filter contracts"
      choices={[
        {
          ...{ name: 'studio', label: 'Studio', isSeveral: true, isCounted: true },
          options: studios.map((value) => ({ value, label: value })),
        },
        {
          ...{ name: 'closed', label: 'Closed', isCounted: true },
          options: [{ value: 'void', label: 'Void' }],
        },
      ]}
      query={query}
      addressOf={(changes) => contractsAddress(query, changes)}
      addressOfSeveral={(name, values) => contractsAddress(query, { [name]: values })}
      countsOf={(name) => contractCounts(name, contractsAddress(query))}
      search={(replace) => (
        <SearchBox
          label="Search contracts"
          text={query.q ?? ''}
          onSearch={(q) => {
            replace(contractsAddress(query, { q }));
          }}
        />
      )}
    />
  );
}
