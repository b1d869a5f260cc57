'use client';

import { Check, ChevronDown, X } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';
import { Input, TextField } from 'react-aria-components/TextField';
import { classes } from '../classes';
import { controlBox, fieldColumn, type FieldParts } from './field';
import { given } from '../given';
import { optionsFound } from './options-found';
import { popoverBox } from '../overlays/popover';
import { optionLook, type Option } from './select-field';
import { StateGlyph } from '../state-mark';

/** A set that has a name: "North America". */
export interface NamedGroup {
  readonly label: string;
  readonly values: readonly string[];
}

export interface MultiSelectFieldProps extends FieldParts {
  /** In the order in which they are listed. The filter reads label, detail and aliases; what fits best comes first. */
  options: readonly Option[];
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

/** So many chips are read at a glance; the rest is a number until it is asked for. */
const FIRST_CHIPS = 12;

/** Any number of a long list: a list opens in which typing filters and named sets go in or out at once; chips take back. */
export function MultiSelectField({
  label,
  isLabelHidden,
  description,
  errorMessage,
  options,
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

  const choose = (values: Iterable<string>) => {
    const wanted = new Set(values);
    const ordered = options.map((option) => option.value).filter((each) => wanted.has(each));
    setOwn(ordered);
    onChange?.(ordered);
  };
  const everything = { label: 'All', values: options.map((option) => option.value) };
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
            {summary(picked, options.length, noun, placeholder)}
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
                  groups={[everything, ...groups]}
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

function Sets({
  noun,
  groups,
  isChosen,
  onAdd,
  onDrop,
}: {
  noun: string;
  groups: readonly NamedGroup[];
  isChosen: ReadonlySet<string>;
  onAdd: (values: readonly string[]) => void;
  onDrop: (values: readonly string[]) => void;
}) {
  const look =
    'inline-flex min-h-6 items-center gap-1 rounded-bar px-1.5 text-table text-ink-2 hover:bg-ink/5 data-disabled:text-ink-3 max-sm:min-h-9 max-sm:px-2.5';
  return (
    <div role="group" aria-label={`Sets of ${noun}`} className="flex flex-wrap gap-1">
      {groups.map(({ label, values }) => {
        const isWhole = values.length > 0 && values.every((each) => isChosen.has(each));
        return (
          <Button
            key={label}
            aria-pressed={isWhole}
            onPress={() => {
              (isWhole ? onDrop : onAdd)(values);
            }}
            className={classes(look, isWhole && 'bg-sunken font-emphasis')}
          >
            {isWhole && <Check aria-hidden className="size-3" />}
            {label}
          </Button>
        );
      })}
      <Button
        isDisabled={isChosen.size === 0}
        onPress={() => {
          onDrop([...isChosen]);
        }}
        className={look}
      >
        None
      </Button>
    </div>
  );
}

function Chips({
  label,
  options,
  isDisabled,
  onRemove,
}: {
  label: string;
  options: readonly Option[];
  isDisabled: boolean;
  onRemove: (values: ReadonlySet<string>) => void;
}) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? options : options.slice(0, FIRST_CHIPS);
  const hidden = options.length - shown.length;
  if (options.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-1">
      <TagGroup
        aria-label={label}
        {...(isDisabled
          ? {}
          : {
              onRemove: (keys) => {
                onRemove(new Set([...keys].map(String)));
              },
            })}
        className="contents"
      >
        <TagList items={shown} className="contents">
          {(option) => (
            <Tag
              id={option.value}
              textValue={option.label}
              className="inline-flex min-h-6 items-center rounded-bar border border-line-strong ps-2 text-table text-ink max-sm:min-h-9"
            >
              {option.label}
              {isDisabled ? (
                <span className="w-2" />
              ) : (
                <Button
                  slot="remove"
                  aria-label={`Remove ${option.label}`}
                  className="ms-0.5 flex size-6 items-center justify-center rounded-bar text-ink-3 hover:text-ink max-sm:size-9"
                >
                  <X aria-hidden className="size-3" />
                </Button>
              )}
            </Tag>
          )}
        </TagList>
      </TagGroup>
      {(hidden > 0 || isWhole) && options.length > FIRST_CHIPS && (
        <Button
          onPress={() => {
            setWhole(!isWhole);
          }}
          className="min-h-6 rounded-bar px-1.5 text-table text-ink-2 underline underline-offset-2 hover:text-ink max-sm:min-h-9"
        >
          {isWhole ? 'Show fewer' : `and ${hidden} more`}
        </Button>
      )}
    </div>
  );
}

/** What the closed field says: names while they fit in the mind, else a number. */
function summary(
  picked: readonly Option[],
  all: number,
  noun: string,
  placeholder: string | undefined,
): string {
  if (picked.length === 0) return placeholder ?? `Choose ${noun}`;
  if (picked.length === all) return `All ${all} ${noun}`;
  if (picked.length <= 3) return picked.map((option) => option.label).join(', ');
  return `${picked.length} of ${all} ${noun}`;
}
