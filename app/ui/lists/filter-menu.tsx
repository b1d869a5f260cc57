'use client';

import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import type { Option } from '../fields/select-field';
import { FilterChip } from '../chip';

// Loaded on demand, when a filter is about to open, so that it does not delay the page.
const loadOptions = () => import('../fields/option-popover');
const OptionPopover = dynamic(loadOptions, { ssr: false });

/** A filter with its query parameter and options. */
export interface FilterChoice<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly options: readonly Option[];
}

/** A filter with a list of options. It shows a value that is not an option as it is. */
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
  /** Omitted if the filter is always set. */
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
