'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { CalendarQuery } from './calendar-address';
import { FilterChip } from '@/ui/chip';
import { calendarAddress } from './calendar-address';

// What can be chosen comes with the first filter that is opened: reading the calendar does not wait for it.
const OptionList = dynamic(() => import('@/ui/option-list').then((module) => module.OptionList));

export interface CalendarChoice {
  readonly name: 'studio' | 'kind';
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The calendar's filters. They stand in its address, so that a view can be kept and shared. */
export function CalendarFilters({
  query,
  choices,
}: {
  query: CalendarQuery;
  choices: readonly CalendarChoice[];
}) {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  const go = (changes: Parameters<typeof calendarAddress>[1]) => {
    startLoading(() => {
      router.push(calendarAddress(query, changes), { scroll: false });
    });
  };
  return (
    <div
      role="search"
      aria-label="Calendar"
      aria-busy={isLoading}
      className="flex flex-wrap items-center gap-2"
    >
      {choices.map(({ name, label, options }) => {
        const chosen = query[name];
        return (
          <FilterChip
            key={name}
            label={label}
            value={chosen && (options.find(({ value }) => value === chosen)?.label ?? chosen)}
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
