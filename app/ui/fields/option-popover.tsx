'use client';

import { useState, type RefObject } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox } from 'react-aria-components/ListBox';
import { Input, TextField } from 'react-aria-components/TextField';
import type { Option } from './select-field';
import { Popover } from '../overlays/popover';
import { OptionItem } from './select-field';
import { controlBox, fieldColumn, FieldLabel } from './field';
import { optionsFound } from './options-found';

/** From this many options on, a field to narrow them stands above. */
const MANY = 12;

/** One of a list, beside what opens it. In a file of its own, so that it is only loaded by those who open it. */
export function OptionPopover({
  label,
  triggerRef,
  isOpen,
  onClose,
  options,
  selected,
  initialText = '',
  canNarrow = options.length >= MANY,
  onSelect,
}: {
  label: string;
  triggerRef: RefObject<Element | null>;
  isOpen: boolean;
  onClose: () => void;
  options: readonly Option[];
  selected: string | undefined;
  /** What was typed before it opened. */
  initialText?: string | undefined;
  /** Whether a field to narrow the options stands above them; by default above many. */
  canNarrow?: boolean | undefined;
  onSelect: (value: string) => void;
}) {
  return (
    <Popover
      label={label}
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
      placement="bottom start"
    >
      <OptionList
        label={label}
        options={options}
        selected={selected}
        initialText={initialText}
        canNarrow={canNarrow}
        onSelect={(value) => {
          onClose();
          onSelect(value);
        }}
      />
    </Popover>
  );
}

/** Long lists are narrowed by typing; Enter takes the first match, or the one that the arrow keys went to. */
function OptionList({
  label,
  options,
  selected,
  initialText,
  canNarrow,
  onSelect,
}: {
  label: string;
  options: readonly Option[];
  selected: string | undefined;
  initialText: string;
  canNarrow: boolean;
  onSelect: (value: string) => void;
}) {
  const [text, setText] = useState(initialText);
  const found = optionsFound(options, text);
  const list = (
    <ListBox
      aria-label={label}
      items={found}
      selectionMode="single"
      selectedKeys={selected === undefined ? [] : [selected]}
      {...(canNarrow ? {} : { autoFocus: true })}
      disallowEmptySelection={selected !== undefined}
      // Not `onAction`, which React Aria leaves out while something is selected.
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) onSelect(String(key));
      }}
      renderEmptyState={() => <p className="p-2 text-table text-ink-3">Nothing matches.</p>}
      className="max-h-72 overflow-auto outline-none"
    >
      {(option) => <OptionItem id={option.value} option={option} />}
    </ListBox>
  );
  return (
    <div className="flex w-60 flex-col gap-2">
      {canNarrow ? (
        <Autocomplete inputValue={text} onInputChange={setText}>
          <TextField className={fieldColumn} autoFocus>
            <FieldLabel label={`Find in ${label.toLowerCase()}`} />
            <Input
              role="combobox"
              aria-expanded
              aria-haspopup="listbox"
              className={controlBox}
              onKeyDown={(event) => {
                const [first] = found;
                // The focus moves into the list a moment after what was typed; until then Enter finds none there.
                const isFocused = Boolean(
                  event.currentTarget.getAttribute('aria-activedescendant'),
                );
                if (event.key !== 'Enter' || isFocused || first === undefined) return;
                event.preventDefault();
                onSelect(first.value);
              }}
            />
          </TextField>
          {list}
        </Autocomplete>
      ) : (
        list
      )}
    </div>
  );
}
