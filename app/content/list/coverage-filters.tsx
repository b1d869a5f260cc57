'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { Option } from '@/ui/fields/select-field';
import { FilterMenu } from '@/ui/lists/filter-menu';

/** One filter of the coverage, with its value and options. */
export interface CoverageQuestionPart {
  readonly name: 'territory' | 'device' | 'rights';
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

/** Filters for the territory, device and rights type of a title's coverage, stored in the URL. */
export function CoverageFilters({
  page,
  kept = {},
  parts,
}: {
  page: string;
  /** What else the address says. */
  kept?: Readonly<Record<string, string>>;
  parts: readonly CoverageQuestionPart[];
}) {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  return (
    <div
      role="group"
      aria-label="Coverage of"
      aria-busy={isLoading}
      className="flex flex-wrap items-center gap-2"
    >
      {parts.map(({ name, label, value, options }) => (
        <FilterMenu
          key={name}
          label={label}
          options={options}
          selected={value}
          onSelect={(picked) => {
            const asked = parts.map((part): [string, string] => [part.name, part.value]);
            const search = new URLSearchParams([...Object.entries(kept), ...asked]);
            search.set(name, picked);
            startLoading(() => {
              router.replace(`${page}?${search.toString()}`, { scroll: false });
            });
          }}
        />
      ))}
    </div>
  );
}
