'use client';

import { FilterBar } from '@/ui/lists/filter-bar';
import { importsAddress } from './import-address';

const CHOICES = [
  { name: 'waiting', label: 'Waits', options: [{ value: 'yes', label: 'For a decision' }] },
] as const;

/** Finds the imports that wait for a decision; the choice stands in the address. */
export function ImportFilters({
  isWaiting,
  view,
}: {
  isWaiting: boolean;
  /** The saved view that is open. */
  view: string | undefined;
}) {
  return (
    <FilterBar
      label="Filter imports"
      choices={CHOICES}
      query={{ waiting: isWaiting ? 'yes' : undefined }}
      addressOf={({ waiting }) => importsAddress({ isWaiting: waiting === 'yes', view })}
    />
  );
}
