'use client';

import type { FieldParts } from './field';
import type { NamedGroup } from './multi-select-options';
import type { Option } from './select-field';
import { classes } from '../classes';
import { given } from '../given';
import { popoverBox } from '../overlays/popover';
import { StateGlyph } from '../state-mark';
import { controlBox, fieldColumn } from './field';
import { Chips, Sets, summary } from './multi-select-options';
import { optionsFound } from './options-found';
import { optionLook } from './option-look';
import { Check, ChevronDown } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Input, TextField } from 'react-aria-components/TextField';

export interface MultiSelectFieldProps extends FieldParts {
  /** In the order in which they are listed. The filter reads label, detail and aliases; what fits best comes first. */
  options: readonly Option[];
  /**
   * The option that a typed text means, beside those listed: the list is open then, and a value that is not listed is shown as
   * its own option.
   */
  optionTyped?: ((text: string) => Option | null) | undefined;
  /** Sets that are put in, or taken out, at once. */
  groups?: readonly NamedGroup[] | undefined;
  /** The plural of what is chosen, for the count: "territories". */
  noun: string;
  /** Posts each chosen value under this name. */
  name?: string | undefined;
  value?: readonly string[] | undefined;
  defaultValue?: readonly string[] | undefined;
  onChange?: ((values: string[]) => void) | undefined;
  placeholder?: string | undefined;
  isDisabled?: boolean | undefined;
  className?: string | undefined;
}

/** Any number of a long list: a list opens in which typing filters and named sets go in or out at once; chips take back. */
export function MultiSelectField({
  label,
  isLabelHidden,
  description,
  errorMessage,
  options: listed,
  optionTyped,
  groups = [],
  noun,
  name,
  value,
  defaultValue,
  onChange,
  placeholder,
  isDisabled = false,
  className,
}: MultiSelectFieldProps) {
  const [own, setOwn] = useState<readonly string[]>(defaultValue ?? []);
  const [typed, setTyped] = useState('');
  const chosen = value ?? own;
  const isChosen = useMemo(() => new Set(chosen), [chosen]);
  const options = useMemo(
    () => withUnlisted(listed, [...chosen, typed], optionTyped),
    [listed, chosen, typed, optionTyped],
  );

  const choose = (values: Iterable<string>) => {
    const wanted = new Set(values);
    const ordered = options.map((option) => option.value).filter((each) => wanted.has(each));
    setOwn(ordered);
    onChange?.(ordered);
  };
  const everything =
    optionTyped === undefined
      ? [{ label: 'All', values: options.map((option) => option.value) }]
      : [];
  const shown = useMemo(() => optionsFound(options, typed), [options, typed]);
  const picked = options.filter((option) => isChosen.has(option.value));

  const id = useId();
  const described = classes(
    description !== undefined && `${id}-description`,
    errorMessage !== undefined && `${id}-error`,
  );

  return (
    <div role="group" aria-labelledby={`${id}-label`} className={classes(fieldColumn, className)}>
      <span
        id={`${id}-label`}
        className={isLabelHidden ? 'sr-only' : 'block text-table text-ink-2'}
      >
        {label}
      </span>
      <DialogTrigger
        onOpenChange={() => {
          setTyped('');
        }}
      >
        <Button
          id={`${id}-button`}
          aria-labelledby={`${id}-label ${id}-button`}
          {...given({ 'aria-describedby': described === '' ? undefined : described })}
          isDisabled={isDisabled}
          className={classes(
            controlBox,
            'flex items-center gap-2 text-start',
            errorMessage !== undefined && 'border-clay-line ring-1 ring-clay-line',
          )}
        >
          <span className={classes('min-w-0 flex-1 truncate', chosen.length === 0 && 'text-ink-3')}>
            {summary(picked, optionTyped === undefined ? options.length : null, noun, placeholder)}
          </span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-2" />
        </Button>
        <Popover offset={4} className={classes(popoverBox, 'w-(--trigger-width) min-w-72')}>
          <Dialog
            aria-label={label}
            className="flex max-h-[inherit] flex-col overflow-hidden outline-none"
          >
            <Autocomplete inputValue={typed} onInputChange={setTyped}>
              <div className="flex flex-col gap-1.5 border-b border-line p-2">
                <TextField aria-label={`Filter ${noun}`} autoFocus>
                  <Input
                    role="combobox"
                    aria-expanded
                    aria-haspopup="listbox"
                    placeholder="Type to filter"
                    className={controlBox}
                  />
                </TextField>
                <Sets
                  noun={noun}
                  groups={[...everything, ...groups]}
                  isChosen={isChosen}
                  onAdd={(values) => {
                    choose([...chosen, ...values]);
                  }}
                  onDrop={(values) => {
                    choose(chosen.filter((each) => !values.includes(each)));
                  }}
                />
              </div>
              <ListBox<Option>
                aria-label={label}
                items={shown}
                selectionMode="multiple"
                escapeKeyBehavior="none"
                selectedKeys={isChosen}
                onSelectionChange={(keys) => {
                  choose(
                    keys === 'all'
                      ? [...chosen, ...shown.map((option) => option.value)]
                      : [...keys].map(String),
                  );
                }}
                className="max-h-72 min-h-0 flex-1 overflow-auto p-1 outline-none"
                renderEmptyState={() => (
                  <p className="px-2 py-1.5 text-table text-ink-3">Nothing matches “{typed}”.</p>
                )}
              >
                {(option) => (
                  <ListBoxItem
                    id={option.value}
                    textValue={option.label}
                    className={classes(optionLook, 'data-focus-visible:bg-ink/8')}
                  >
                    <span
                      aria-hidden
                      className="flex size-4 shrink-0 items-center justify-center rounded-bar border border-control group-data-selected:border-ink group-data-selected:bg-ink group-data-selected:text-on-ink"
                    >
                      <Check
                        className="invisible size-3 group-data-selected:visible"
                        strokeWidth={3}
                      />
                    </span>
                    <span className="flex-1">{option.label}</span>
                    {option.detail !== undefined && (
                      <span className="font-mono text-label text-ink-3">{option.detail}</span>
                    )}
                  </ListBoxItem>
                )}
              </ListBox>
            </Autocomplete>
          </Dialog>
        </Popover>
      </DialogTrigger>
      {description !== undefined && (
        <span id={`${id}-description`} className="text-table text-ink-3">
          {description}
        </span>
      )}
      {errorMessage !== undefined && (
        <span id={`${id}-error`} className="flex items-start gap-1.5 text-table text-clay-ink">
          <StateGlyph state="refused" className="mt-0.5" />
          <span>{errorMessage}</span>
        </span>
      )}
      <Chips
        label={`Chosen ${noun}`}
        options={picked}
        isDisabled={isDisabled}
        onRemove={(gone) => {
          choose(chosen.filter((each) => !gone.has(each)));
        }}
      />
      {name !== undefined &&
        !isDisabled &&
        chosen.map((each) => <input key={each} type="hidden" name={name} value={each} />)}
    </div>
  );
}

/** The options, and those beside them that some texts mean. */
function withUnlisted(
  options: readonly Option[],
  texts: readonly string[],
  optionTyped: MultiSelectFieldProps['optionTyped'],
): readonly Option[] {
  if (optionTyped === undefined) return options;
  const known = new Set(options.map(({ value }) => value));
  const others = texts.flatMap((text) => (known.has(text) ? [] : (optionTyped(text) ?? [])));
  const unlisted = others.filter(({ value }) => !known.has(value));
  return [...options, ...new Map(unlisted.map((option) => [option.value, option])).values()];
}
