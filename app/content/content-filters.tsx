'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { ContentQuery } from './content-address';
import { FilterChip } from '@/ui/chip';
import { SearchBox } from '@/ui/search-box';
import type { Option } from '@/ui/select-field';
import { contentAddress } from './content-address';

// What can be chosen comes with the first filter that is opened: reading the catalog does not wait for it.
const OptionList = dynamic(() => import('@/ui/option-list').then((module) => module.OptionList));

export interface ContentFilterChoice {
  readonly name: 'studio' | 'kind' | 'coverage';
  readonly label: string;
  readonly options: readonly Option[];
}

/** The search and the filters of the catalog. They stand in its address, so that a view can be kept and shared. */
export function ContentFilters({
  query,
  choices,
}: {
  query: ContentQuery;
  choices: readonly ContentFilterChoice[];
}) {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  const go = (changes: Parameters<typeof contentAddress>[1], replace = false) => {
    startLoading(() => {
      const address = contentAddress(query, changes);
      if (replace) router.replace(address, { scroll: false });
      else router.push(address, { scroll: false });
    });
  };
  return (
    <div
      role="search"
      aria-label="Content"
      aria-busy={isLoading}
      className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2"
    >
      <SearchBox
        label="Search titles and identifiers"
        text={query.q ?? ''}
        onSearch={(q) => {
          go({ q: q === '' ? null : q }, true);
        }}
      />
      {choices.map(({ name, label, options }) => {
        const chosen = query[name];
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
