'use client';

import type { CalendarQuery } from './calendar-address';
import { FilterBar } from '@/ui/lists/filter-bar';
import type { FilterChoice } from '@/ui/lists/filter-menu';
import { calendarAddress } from './calendar-address';

/** The calendar's filters. */
export function CalendarFilters({
  query,
  choices,
}: {
  query: CalendarQuery;
  choices: readonly FilterChoice<'studio' | 'kind'>[];
}) {
  return (
    <FilterBar
      label="Calendar"
      choices={choices}
      query={query}
      addressOf={(changes) => calendarAddress(query, changes)}
      addressOfSeveral={(name, values) => calendarAddress(query, { [name]: values })}
    />
  );
}
