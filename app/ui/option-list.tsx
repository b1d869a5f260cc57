'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { Option } from './select-field';
import { optionLook } from './select-field';
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
        onAction={(key) => {
          onSelect(String(key));
        }}
        renderEmptyState={() => <p className="p-2 text-table text-ink-3">Nothing by that name.</p>}
        className="max-h-72 overflow-auto outline-none"
      >
        {(option) => (
          <ListBoxItem id={option.value} textValue={option.label} className={optionLook}>
            <span className="flex-1">{option.label}</span>
            {option.detail !== undefined && (
              <span className="text-table text-ink-3">{option.detail}</span>
            )}
            <Check aria-hidden className="invisible size-4 group-data-selected:visible" />
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}
