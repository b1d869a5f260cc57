'use client';

import { useRef, useState } from 'react';
import { onDemand } from '../overlays/on-demand';
import type { Option } from '../fields/select-field';
import type { LongList, ValueCounts } from './long-options';
import { FilterChip } from '../chip';
import { loadLongOptions } from './long-options';

// Loaded on demand, when a filter is about to open, so that it does not delay the page.
const SeveralPopover = onDemand(() =>
  import('./several-popover').then((module) => module.SeveralPopover),
);

/** A filter that can have several values: any one of them is enough. */
export function SeveralMenu({
  label,
  options: given,
  list,
  selected,
  loadCounts,
  onChange,
}: {
  label: string;
  options: readonly Option[];
  list?: LongList | undefined;
  selected: readonly string[];
  /** Counts what each value would leave under the other filters; left out where nothing is counted. */
  loadCounts?: (() => Promise<ValueCounts | null>) | undefined;
  onChange: (values: readonly string[]) => void;
}) {
  const face = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const [whole, setWhole] = useState<readonly Option[]>();
  const options = whole ?? given;
  const load = async () => {
    SeveralPopover.preload();
    const long = await loadLongOptions(list);
    if (long !== null) setWhole(long);
  };
  const names = selected.map((one) => options.find(({ value }) => value === one)?.label ?? one);
  return (
    <>
      <FilterChip
        label={label}
        value={names.length === 0 ? undefined : shortened(names)}
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
        onRemove={() => {
          onChange([]);
        }}
      />
      {isWanted && (
        <SeveralPopover
          label={label}
          triggerRef={face}
          isOpen={isOpen}
          onClose={() => {
            setOpen(false);
          }}
          options={options}
          selected={selected}
          loadCounts={loadCounts}
          onChange={onChange}
        />
      )}
    </>
  );
}

const MAX_NAMED = 3;

/** `EST, TVOD, PVOD +2` */
function shortened(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  const named = names.slice(0, MAX_NAMED).join(', ');
  return more > 0 ? `${named} +${more}` : named;
}
