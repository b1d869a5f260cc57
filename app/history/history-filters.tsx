'use client';

import type { Option } from '@/ui/fields/select-field';
import type { HistoryQuery } from './history-address';
import { Button } from '@/ui/button';
import { DateDayField } from '@/ui/fields/date-field';
import { FilterBar } from '@/ui/lists/filter-bar';
import { valuesOf } from '@/ui/lists/query-text';
import { ABOUT, historyAddress, KINDS } from './history-address';

const optionsOf = (words: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The history's filters: who, what, of which studio, and when. */
export function HistoryFilters({
  query,
  people,
  studios,
  today,
}: {
  query: HistoryQuery;
  people: readonly Option[];
  studios: readonly string[];
  /** ISO 8601: the last day that can be asked for. */
  today: string;
}) {
  const { from, to, cursor: _, ...others } = query;
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-line px-4 py-2">
      <FilterBar
        label="History"
        className="min-h-8"
        choices={[
          { name: 'person', label: 'Person', options: people, isSeveral: true },
          { name: 'about', label: 'About', options: optionsOf(ABOUT), isSeveral: true },
          { name: 'kind', label: 'Change', options: optionsOf(KINDS), isSeveral: true },
          {
            name: 'studio',
            label: 'Studio',
            isSeveral: true,
            options: studios.map((studio) => ({ value: studio, label: studio })),
          },
        ]}
        query={others}
        addressOf={(changes) => historyAddress(query, changes)}
        addressOfSeveral={(name, values) => historyAddress(query, { [name]: values })}
      />
      <form
        // What the browser has in its fields is that of the address.
        key={`${from ?? ''} ${to ?? ''}`}
        action="/history"
        aria-label="Days"
        className="flex flex-wrap items-end gap-2"
      >
        {Object.entries(others).flatMap(([name, values]) =>
          valuesOf(values).map((value) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          )),
        )}
        <DateDayField label="From (UTC)" name="from" defaultValue={from ?? ''} maxValue={today} />
        <DateDayField label="To (UTC)" name="to" defaultValue={to ?? ''} maxValue={today} />
        <Button type="submit" variant="secondary">
          Show
        </Button>
      </form>
    </div>
  );
}
