'use client';

import type { ContractsQuery } from './contracts-address';
import { SearchBox } from '@/ui/fields/search-box';
import { FilterBar } from '@/ui/lists/filter-bar';
import { contractsAddress } from './contracts-address';

const CHOICES = [
  { name: 'closed', label: 'Closed', options: [{ value: 'void', label: 'Void' }] },
] as const;

/** Finds contracts by studio and reference number, and void ones; the choice stands in the address. */
export function ContractFilters({ q, closed, view }: Omit<ContractsQuery, 'cursor'>) {
  return (
    <FilterBar
      label="Filter contracts"
      choices={CHOICES}
      query={{ closed }}
      addressOf={({ closed: kind }) =>
        contractsAddress({ q, closed: kind === 'void' ? kind : undefined, view })
      }
      search={(replace) => (
        <SearchBox
          label="Search contracts"
          text={q ?? ''}
          onSearch={(words) => {
            replace(contractsAddress({ q: words, closed, view }));
          }}
        />
      )}
    />
  );
}
