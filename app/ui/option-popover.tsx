'use client';

import { useState, type RefObject } from 'react';
import { ListBox } from 'react-aria-components/ListBox';
import type { Option } from './select-field';
import { Popover } from './popover';
import { OptionItem } from './select-field';
import { TextField } from './text-field';

/** From this many options on, a field to narrow them stands above. */
const MANY = 12;

/** One of a list, beside what opens it. In a file of its own, so that it is only loaded by those who open it. */
export default function OptionPopover({
  label,
  triggerRef,
  isOpen,
  onOpenChange,
  options,
  selected,
  onSelect,
}: {
  label: string;
  triggerRef: RefObject<Element | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  options: readonly Option[];
  selected: string | undefined;
  onSelect: (value: string) => void;
}) {
  return (
    <Popover
      label={label}
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement="bottom start"
    >
      <OptionList
        label={label}
        options={options}
        selected={selected}
        onSelect={(value) => {
          onOpenChange(false);
          onSelect(value);
        }}
      />
    </Popover>
  );
}

/** Long lists can be narrowed by typing. */
function OptionList({
  label,
  options,
  selected,
  onSelect,
}: {
  label: string;
  options: readonly Option[];
  selected: string | undefined;
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
