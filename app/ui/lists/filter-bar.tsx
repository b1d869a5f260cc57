'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition, type ReactNode } from 'react';
import { FilterChip } from '../chip';
import { classes } from '../classes';
import { FilterMenu, type FilterChoice } from './filter-menu';
import type { ValueCounts } from './long-options';
import { valuesOf } from './query-text';
import { SeveralMenu } from './several-menu';

/** Optional search and filters of a page, stored in its URL, so that a view can be bookmarked and shared. */
export function FilterBar<Name extends string>({
  label,
  choices,
  query,
  addressOf,
  addressOfSeveral,
  countsOf,
  search,
  className,
}: {
  /** Accessible name: the things that are filtered. */
  label: string;
  choices: readonly FilterChoice<Name>[];
  query: Readonly<Partial<Record<Name, string | number | readonly string[] | undefined>>>;
  /** URL of the page with changed filters; `null` removes a filter. */
  addressOf: (changes: Partial<Record<Name, string | null>>) => string;
  /** The same for a filter with several values; none removes it. */
  addressOfSeveral?: ((name: Name, values: readonly string[]) => string) | undefined;
  /** Counts what each value of a filter would leave. */
  countsOf?: ((name: Name) => Promise<ValueCounts | null>) | undefined;
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
  const counting = (name: Name, isCounted = false) =>
    isCounted && countsOf !== undefined ? () => countsOf(name) : undefined;
  const [hasMore, setMore] = useState(false);
  const shown = choices.filter(
    ({ name, isRare }) => hasMore || isRare !== true || valuesOf(query[name]).length > 0,
  );
  return (
    <div
      role="search"
      aria-label={label}
      aria-busy={isLoading}
      className={classes('flex max-w-full min-w-0 flex-wrap items-center gap-2', className)}
    >
      {search?.((address) => {
        startLoading(() => {
          router.replace(address, { scroll: false });
        });
      })}
      {/* One line on a phone, which is moved sideways: ten filters would hide the list. */}
      <div className="contents max-sm:-m-1 max-sm:flex max-sm:max-w-[calc(100%+0.5rem)] max-sm:gap-2 max-sm:overflow-x-auto max-sm:p-1 max-sm:*:shrink-0">
        {shown.map(({ name, label: filter, options, list, isSeveral, isCounted }) =>
          isSeveral === true && addressOfSeveral !== undefined ? (
            <SeveralMenu
              key={name}
              label={filter}
              options={options}
              list={list}
              selected={valuesOf(query[name])}
              loadCounts={counting(name, isCounted)}
              onChange={(values) => {
                startLoading(() => {
                  router.replace(addressOfSeveral(name, values), { scroll: false });
                });
              }}
            />
          ) : (
            <FilterMenu
              key={name}
              label={filter}
              options={options}
              list={list}
              selected={query[name] === undefined ? undefined : String(query[name])}
              loadCounts={counting(name, isCounted)}
              onSelect={(value) => {
                change(name, value);
              }}
              onRemove={() => {
                change(name, null);
              }}
            />
          ),
        )}
        {shown.length < choices.length && (
          <FilterChip
            label="More"
            face={{
              onPress: () => {
                setMore(true);
              },
            }}
          />
        )}
      </div>
    </div>
  );
}
