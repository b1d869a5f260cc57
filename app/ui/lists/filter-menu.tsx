'use client';

import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import type { Option } from '../fields/select-field';
import { FilterChip } from '../chip';

// Comes with the first filter that somebody is about to open: reading the page does not wait for it.
const loadOptions = () => import('../fields/option-popover');
const OptionPopover = dynamic(loadOptions, { ssr: false });

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
  const face = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
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
          onHoverStart: () => void loadOptions(),
          onFocus: () => void loadOptions(),
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
