'use client';

import { useState, type RefObject } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Input, TextField } from 'react-aria-components/TextField';
import { Check } from 'lucide-react';
import type { Option } from '../fields/select-field';
import type { ValueCounts } from './long-options';
import { Button } from '../button';
import { classes } from '../classes';
import { controlBox, fieldColumn, FieldLabel } from '../fields/field';
import { optionsFound } from '../fields/options-found';
import { optionLook } from '../fields/option-look';
import { Popover } from '../overlays/popover';
import { useCounts } from './use-counts';

interface Choosing {
  readonly label: string;
  readonly options: readonly Option[];
  readonly selected: readonly string[];
  readonly loadCounts: (() => Promise<ValueCounts | null>) | undefined;
  readonly onChange: (values: readonly string[]) => void;
}

/** Values of a filter, beside what opens them. In a file of its own, so that it is only loaded by those who open it. */
export function SeveralPopover({
  triggerRef,
  isOpen,
  onClose,
  ...choosing
}: Choosing & {
  readonly triggerRef: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Popover
      label={choosing.label}
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
      placement="bottom start"
    >
      <Values {...choosing} />
    </Popover>
  );
}

/** Typing narrows the values; Enter takes the first match, or takes it away again. */
function Values({ label, options, selected, loadCounts, onChange }: Choosing) {
  const [text, setText] = useState('');
  // What is chosen shows at once; the page follows.
  const [chosen, setChosen] = useState(selected);
  const counts = useCounts(true, loadCounts);
  const choose = (values: readonly string[]) => {
    setChosen(values);
    onChange(values);
  };
  return (
    <div className="flex w-72 max-w-[80vw] flex-col gap-2">
      <Autocomplete inputValue={text} onInputChange={setText}>
        <TextField className={fieldColumn} autoFocus>
          <FieldLabel label={`Find in ${label.toLowerCase()}`} />
          <Input role="combobox" aria-expanded aria-haspopup="listbox" className={controlBox} />
        </TextField>
        <ListBox
          aria-label={label}
          items={optionsFound(options, text)}
          dependencies={[counts]}
          selectionMode="multiple"
          escapeKeyBehavior="none"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const taken = keys === 'all' ? new Set(options.map(({ value }) => value)) : keys;
            // Those that the text hides stay chosen.
            const all = [...new Set([...chosen, ...options.map(({ value }) => value)])];
            choose(all.filter((value) => taken.has(value)));
          }}
          renderEmptyState={() => <p className="p-2 text-table text-ink-3">Nothing matches.</p>}
          className="max-h-72 overflow-auto outline-none"
        >
          {({ value, label: name, detail }) => {
            const count = counts?.[value] ?? 0;
            return (
              <ListBoxItem id={value} textValue={name} className={optionLook}>
                {({ isSelected }) => (
                  <>
                    <span
                      aria-hidden
                      className={classes(
                        'flex size-4 shrink-0 items-center justify-center rounded-bar border border-control',
                        isSelected && 'border-ink bg-ink text-on-ink',
                      )}
                    >
                      {isSelected && <Check className="size-3" />}
                    </span>
                    <span
                      className={classes(
                        'min-w-0 flex-1 truncate',
                        counts !== null && count === 0 && 'text-ink-3',
                      )}
                    >
                      {name}
                      {detail !== undefined && <span className="text-ink-3"> {detail}</span>}
                    </span>
                    {counts !== null && (
                      <span className="text-table text-ink-3 tabular-nums">
                        {count.toLocaleString('en-US')}
                      </span>
                    )}
                  </>
                )}
              </ListBoxItem>
            );
          }}
        </ListBox>
      </Autocomplete>
      <div className="flex items-center gap-2 border-t border-line pt-2 text-table text-ink-3">
        <span className="flex-1">
          {loadCounts === undefined
            ? 'Any one of them is enough.'
            : 'Counted under the other filters'}
        </span>
        <Button
          variant="quiet"
          size="toolbar"
          isDisabled={chosen.length === 0}
          onPress={() => {
            choose([]);
          }}
        >
          None
        </Button>
      </div>
    </div>
  );
}
