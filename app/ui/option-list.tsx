'use client';

import { useState } from 'react';
import { ListBox } from 'react-aria-components/ListBox';
import type { Option } from './select-field';
import { OptionItem } from './select-field';
import { TextField } from './text-field';

/** From this many options on, a field to narrow them stands above. */
const MANY = 12;

/** One of a list, inside a popover; long lists can be narrowed by typing. */
export function OptionList({
  label,
  options,
  selected,
  onSelect,
}: {
  label: string;
  options: readonly Option[];
  selected?: string | undefined;
  onSelect: (value: string) => void;
}) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = options.filter(({ label: name, value }) =>
    `${name} ${value}`.toLowerCase().includes(wanted),
  );
  return (
    <div className="flex w-60 flex-col gap-2">
      {options.length >= MANY && (
        <TextField
          label={`Find in ${label.toLowerCase()}`}
          value={text}
          onChange={setText}
          autoFocus
        />
      )}
      <ListBox
        aria-label={label}
        items={shown}
        selectionMode="single"
        selectedKeys={selected === undefined ? [] : [selected]}
        {...(options.length < MANY ? { autoFocus: true } : {})}
        disallowEmptySelection={selected !== undefined}
        // Not `onAction`, which React Aria leaves out while something is selected.
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) onSelect(String(key));
        }}
        renderEmptyState={() => <p className="p-2 text-table text-ink-3">Nothing by that name.</p>}
        className="max-h-72 overflow-auto outline-none"
      >
        {(option) => <OptionItem option={option} />}
      </ListBox>
    </div>
  );
}
