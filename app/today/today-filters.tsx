'use client';

import { FilterBar } from '@/ui/lists/filter-bar';
import type { FilterChoice } from '@/ui/lists/filter-menu';
import type { TodayQuery } from './today-address';
import { todayAddress } from './today-address';

export type TodayChoice = FilterChoice<'studio' | 'territory' | 'rights' | 'within'>;

/** What the page of today, or one of its boards, is narrowed to. */
export function TodayFilters({
  path,
  query,
  choices,
}: {
  path: string;
  query: TodayQuery;
  choices: readonly TodayChoice[];
}) {
  return (
    <FilterBar
      label="Today"
      choices={choices}
      query={query}
      addressOf={(changes) => todayAddress(path, query, changes)}
    />
  );
}
