'use client';

import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import type { Option } from '../fields/select-field';
import { FilterChip } from '../chip';

// Loaded on demand, when a filter is about to open, so that it does not delay the page.
const loadOptions = () => import('../fields/option-popover');
const OptionPopover = dynamic(loadOptions, { ssr: false });

/** Lists of hundreds of options, which come when a filter is about to open. */
const loadLongLists = () => import('../../words/long-lists');
type LongList = keyof Awaited<ReturnType<typeof loadLongLists>>['LONG_LISTS'];

/** A filter with its query parameter and options. */
export interface FilterChoice<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** Of a long list, the one that is selected. */
  readonly options: readonly Option[];
  readonly list?: LongList;
}

/** A filter with a list of options. It shows a value that is not an option as it is. */
export function FilterMenu({
  label,
  options: given,
  list,
  selected,
  onSelect,
  onRemove,
}: {
  label: string;
  options: readonly Option[];
  list?: LongList | undefined;
  selected: string | undefined;
  onSelect: (value: string) => void;
  /** Omitted if the filter is always set. */
  onRemove?: (() => void) | undefined;
}) {
  const face = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const [whole, setWhole] = useState<readonly Option[]>();
  const options = whole ?? given;
  const load = async () => {
    const [lists] = await Promise.all([list === undefined ? null : loadLongLists(), loadOptions()]);
    if (lists !== null && list !== undefined) setWhole(lists.LONG_LISTS[list]());
  };
  const name = options.find(({ value }) => value === selected)?.label ?? selected;
  return (
    <>
      <FilterChip
        label={label}
        value={name}
        face={{
          ref: face,
          'aria-haspopup': 'dialog',
          'aria-expanded': isOpen,
          onHoverStart: () => void load(),
          onFocus: () => void load(),
          onPress: () => {
            setWanted(true);
            setOpen(true);
          },
        }}
        onRemove={onRemove}
      />
      {isWanted && (
        <OptionPopover
          label={label}
          triggerRef={face}
          isOpen={isOpen}
          onOpenChange={setOpen}
          options={options}
          selected={selected}
          onSelect={onSelect}
        />
      )}
    </>
  );
}
