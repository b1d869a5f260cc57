'use client';

import { useRouter } from 'next/navigation';
import { useTransition, type ReactNode } from 'react';
import { classes } from '../classes';
import { FilterMenu, type FilterChoice } from './filter-menu';

/** Filters of a page that stand in its address, so that a view can be kept and shared; a search may stand before them. */
export function FilterBar<Name extends string>({
  label,
  choices,
  query,
  addressOf,
  search,
  className,
}: {
  /** What is filtered. */
  label: string;
  choices: readonly FilterChoice<Name>[];
  query: Readonly<Partial<Record<Name, string | number | undefined>>>;
  /** The page's address with some filters changed; `null` takes a filter out. */
  addressOf: (changes: Partial<Record<Name, string | null>>) => string;
  /** Is given what to do with what is searched for: the page behind an address takes this one's place. */
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
      {choices.map(({ name, label: filter, options }) => (
        <FilterMenu
          key={name}
          label={filter}
          options={options}
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
