'use client';

import dynamic from 'next/dynamic';
import type { Option } from './select-field';
import { FilterChip } from './chip';

// What can be chosen comes with the first filter that is opened: reading the page does not wait for it.
const OptionList = dynamic(() => import('./option-list').then((module) => module.OptionList));

/** A filter by the name it has in its page's address, and what it can be set to. */
export interface FilterChoice<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly options: readonly Option[];
}

/** A filter that is set to one of a list. Set to what the list does not have, it says that value as it is. */
export function FilterMenu({
  label,
  options,
  selected,
  onSelect,
  onRemove,
}: {
  label: string;
  options: readonly Option[];
  selected: string | undefined;
  onSelect: (value: string) => void;
  /** Left out where the filter is always set. */
  onRemove?: (() => void) | undefined;
}) {
  const name = options.find(({ value }) => value === selected)?.label ?? selected;
  return (
    <FilterChip label={label} value={name} onRemove={onRemove}>
      {(close) => (
        <OptionList
          label={label}
          options={options}
          selected={selected}
          onSelect={(value) => {
            close();
            onSelect(value);
          }}
        />
      )}
    </FilterChip>
  );
}
