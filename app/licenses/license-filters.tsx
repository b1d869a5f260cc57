'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import type { ListQuery } from './list-query';
import { FilterChip } from '@/ui/chip';
import { KeyCap } from '@/ui/key-cap';
import { OptionList } from '@/ui/option-list';
import { listAddress } from './list-query';

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

/** How long a person may pause while typing a search before it is looked up, in milliseconds. */
const PAUSE = 250;

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

function SearchBox({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const focusSearch = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.closest(
          'input, textarea, select, [contenteditable], [role=spinbutton], [role=dialog]',
        );
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focusSearch);
    return () => {
      document.removeEventListener('keydown', focusSearch);
      clearTimeout(timer.current);
    };
  }, []);
  return (
    <label className="flex min-h-7 w-60 items-center gap-2 rounded-control border border-control bg-panel px-2 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-ink max-sm:min-h-9 max-sm:w-full">
      <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="sr-only">Search licenses</span>
      <input
        ref={input}
        type="search"
        defaultValue={text}
        maxLength={200}
        placeholder="Search licenses"
        className="min-w-0 flex-1 bg-transparent text-table outline-none placeholder:text-ink-3"
        onChange={({ target }) => {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => {
            onSearch(target.value.trim());
          }, PAUSE);
        }}
      />
      <span className="max-sm:hidden">
        <KeyCap>/</KeyCap>
      </span>
    </label>
  );
}
