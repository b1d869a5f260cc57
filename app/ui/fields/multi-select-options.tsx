'use client';

import type { Option } from './select-field';
import { classes } from '../classes';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';

/** A set that has a name: "North America". */
export interface NamedGroup {
  readonly label: string;
  readonly values: readonly string[];
}

/** So many chips are read at a glance; the rest is a number until it is asked for. */
const FIRST_CHIPS = 12;

export function Sets({
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

export function Chips({
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

/**
 * What the closed field says: names while they fit in the mind, else a number.
 *
 * @param all how many there are; `null` for a list that is open
 */
export function summary(
  picked: readonly Option[],
  all: number | null,
  noun: string,
  placeholder: string | undefined,
): string {
  if (picked.length === 0) return placeholder ?? `Choose ${noun}`;
  if (picked.length === all) return `All ${picked.length} ${noun}`;
  if (picked.length <= 3) return picked.map((option) => option.label).join(', ');
  return all === null ? `${picked.length} ${noun}` : `${picked.length} of ${all} ${noun}`;
}
