'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { ListQuery } from './list-address';
import { FilterChip } from '@/ui/chip';
import { SearchBox } from '@/ui/search-box';
import { listAddress } from './list-address';

// What can be chosen comes with the first filter that is opened: reading the list does not wait for it.
const OptionList = dynamic(() => import('@/ui/option-list').then((module) => module.OptionList));

interface Option {
  readonly value: string;
  readonly label: string;
}

type FilterName = 'studio' | 'rights' | 'territory' | 'device' | 'status' | 'expiring';

export interface FilterChoice {
  readonly name: FilterName;
  readonly label: string;
  readonly options: readonly Option[];
}

/** The search and the filters of the licenses list. They stand in its address, so that a view can be kept and shared. */
export function LicenseFilters({
  query,
  choices,
}: {
  query: ListQuery;
  choices: readonly FilterChoice[];
}) {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  const go = (changes: Parameters<typeof listAddress>[1], replace = false) => {
    startLoading(() => {
      const address = listAddress(query, changes);
      if (replace) router.replace(address, { scroll: false });
      else router.push(address, { scroll: false });
    });
  };
  return (
    <div
      role="search"
      aria-label="Licenses"
      aria-busy={isLoading}
      className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2"
    >
      <SearchBox
        label="Search licenses"
        text={query.q ?? ''}
        onSearch={(q) => {
          go({ q: q === '' ? null : q }, true);
        }}
      />
      {choices.map(({ name, label, options }) => {
        const chosen = query[name] === undefined ? undefined : String(query[name]);
        const value =
          chosen === undefined
            ? undefined
            : (options.find((option) => option.value === chosen)?.label ?? chosen);
        return (
          <FilterChip
            key={name}
            label={label}
            value={value}
            onRemove={() => {
              go({ [name]: null });
            }}
          >
            {(close) => (
              <OptionList
                label={label}
                options={options}
                selected={chosen}
                onSelect={(picked) => {
                  close();
                  go({ [name]: picked });
                }}
              />
            )}
          </FilterChip>
        );
      })}
    </div>
  );
}
