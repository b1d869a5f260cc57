'use client';

import { useRouter } from 'next/navigation';
import { useTransition, type ReactNode } from 'react';
import { classes } from '../classes';
import { FilterMenu, type FilterChoice } from './filter-menu';

/** Optional search and filters of a page, stored in its URL, so that a view can be bookmarked and shared. */
export function FilterBar<Name extends string>({
  label,
  choices,
  query,
  addressOf,
  search,
  className,
}: {
  /** Accessible name: the things that are filtered. */
  label: string;
  choices: readonly FilterChoice<Name>[];
  query: Readonly<Partial<Record<Name, string | number | undefined>>>;
  /** URL of the page with changed filters; `null` removes a filter. */
  addressOf: (changes: Partial<Record<Name, string | null>>) => string;
  /** Renders the search. It receives a function that replaces the current page by a URL. */
  search?: ((replace: (address: string) => void) => ReactNode) | undefined;
  className?: string | undefined;
}) {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  const change = (name: Name, value: string | null) => {
    startLoading(() => {
      const changes: Partial<Record<Name, string | null>> = {};
      changes[name] = value;
      router.push(addressOf(changes), { scroll: false });
    });
  };
  return (
    <div
      role="search"
      aria-label={label}
      aria-busy={isLoading}
      className={classes('flex flex-wrap items-center gap-2', className)}
    >
      {search?.((address) => {
        startLoading(() => {
          router.replace(address, { scroll: false });
        });
      })}
      {choices.map(({ name, label: filter, options, list }) => (
        <FilterMenu
          key={name}
          label={filter}
          options={options}
          list={list}
          selected={query[name] === undefined ? undefined : String(query[name])}
          onSelect={(value) => {
            change(name, value);
          }}
          onRemove={() => {
            change(name, null);
          }}
        />
      ))}
    </div>
  );
}
