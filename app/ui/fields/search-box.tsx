'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { usePageKey } from '../../keys/use-page-key';
import { KeyCap } from '../key-cap';

/** How long a person may pause while typing a search before it is looked up, in milliseconds. */
const PAUSE = 250;

/** A search that runs while it is typed; `/` goes to it from anywhere on the page. */
export function SearchBox({
  label,
  text,
  onSearch,
}: {
  /** Its name and placeholder: "Search licenses". */
  label: string;
  text: string;
  /** Called with the words once the person pauses. */
  onSearch: (words: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  usePageKey({ key: '/', does: label }, () => input.current?.focus(), false);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return (
    <label className="flex min-h-7 w-60 items-center gap-2 rounded-control border border-control bg-panel px-2 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-ink max-sm:min-h-9 max-sm:w-full">
      <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="sr-only">{label}</span>
      <input
        ref={input}
        type="search"
        defaultValue={text}
        maxLength={200}
        placeholder={label}
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
