'use client';

import { useRef, useState } from 'react';
import { onDemand } from '../overlays/on-demand';
import type { Option } from '../fields/select-field';
import type { LongList, ValueCounts } from './long-options';
import { FilterChip } from '../chip';
import { loadLongOptions } from './long-options';
import { useCounts } from './use-counts';

// Loaded on demand, when a filter is about to open, so that it does not delay the page.
const OptionPopover = onDemand(() =>
  import('../fields/option-popover').then((module) => module.OptionPopover),
);

/** A filter with its query parameter and options. */
export interface FilterChoice<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** Of a long list, the one that is selected. */
  readonly options: readonly Option[];
  readonly list?: LongList;
  /** Whether it can have several values, any one of which is enough. */
  readonly isSeveral?: boolean;
  /** Whether it is out of the way until it is set, or asked for. */
  readonly isRare?: boolean;
  /** Whether what each value would leave is counted. */
  readonly isCounted?: boolean;
}

/** A filter with a list of options. It shows a value that is not an option as it is. */
export function FilterMenu({
  label,
  options: given,
  list,
  selected,
  loadCounts,
  onSelect,
  onRemove,
}: {
  label: string;
  options: readonly Option[];
  list?: LongList | undefined;
  selected: string | undefined;
  /** Counts what each value would leave under the other filters; left out where nothing is counted. */
  loadCounts?: (() => Promise<ValueCounts | null>) | undefined;
  onSelect: (value: string) => void;
  /** Omitted if the filter is always set. */
  onRemove?: (() => void) | undefined;
}) {
  const face = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const [whole, setWhole] = useState<readonly Option[]>();
  const options = whole ?? given;
  const counts = useCounts(isOpen, loadCounts);
  const load = async () => {
    OptionPopover.preload();
    const long = await loadLongOptions(list);
    if (long !== null) setWhole(long);
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
          onClose={() => {
            setOpen(false);
          }}
          options={counts === null ? options : options.map((option) => counted(option, counts))}
          selected={selected}
          onSelect={onSelect}
        />
      )}
    </>
  );
}

function counted(option: Option, counts: ValueCounts): Option {
  return { ...option, detail: (counts[option.value] ?? 0).toLocaleString('en-US') };
}
