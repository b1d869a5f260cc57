'use client';

import { Check, ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { classes } from '@/ui/classes';
import {
  controlBox,
  fieldColumn,
  FieldLabel,
  FieldNotes,
  type FieldParts,
} from '@/ui/fields/field';
import { popoverBox } from '@/ui/overlays/popover';
import { optionLook } from '@/ui/fields/option-look';
import type { Option } from '@/ui/fields/select-field';

/** How long a person may pause while typing before it is looked up, in milliseconds. */
const PAUSE = 250;

/** One of more things than a list can hold: what is typed is looked up on the server. */
export function SearchField<Found extends Option>({
  label,
  description,
  errorMessage,
  placeholder,
  search,
  selected,
  onSelect,
  nothingFound,
}: FieldParts & {
  placeholder: string;
  search: (text: string) => Promise<readonly Found[]>;
  selected: Found | null;
  onSelect: (found: Found | null) => void;
  /** What is said where nothing fits, and what to do then. */
  nothingFound: string;
}) {
  const [text, setText] = useState(selected?.label ?? '');
  const [shown, setShown] = useState(selected?.value);
  const [found, setFound] = useState<readonly Found[]>([]);
  const [state, setState] = useState<'searching' | 'found' | 'failed'>('found');
  // Another choice than was made here: of a draft that is back, or is discarded.
  if (shown !== selected?.value) {
    setShown(selected?.value);
    setText(selected?.label ?? '');
  }
  const newest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const isScrolling = useScrolling();
  // Another answer than the newest question's is no longer wanted.
  const lookUp = (words: string, pause: number) => {
    clearTimeout(timer.current);
    const question = (newest.current += 1);
    setState('searching');
    timer.current = setTimeout(() => {
      search(words).then(
        (options) => {
          if (question !== newest.current) return;
          setFound(options);
          setState('found');
        },
        () => {
          if (question === newest.current) setState('failed');
        },
      );
    }, pause);
  };
  // What is chosen stays among the options, or leaving the field would empty it.
  const isListed = selected === null || found.some(({ value }) => value === selected.value);
  const options = isListed ? found : [selected, ...found];
  const listed = state === 'found' ? options : options.filter((option) => option === selected);
  return (
    <ComboBox
      items={listed}
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        if (typed === selected?.label) return;
        lookUp(typed, PAUSE);
      }}
      value={selected?.value ?? null}
      onChange={(key) => {
        // The component closes its list when the page scrolls, and would go back to the choice before what was typed.
        if (isScrolling.current && key === (selected?.value ?? null)) return;
        const picked = options.find(({ value }) => value === key) ?? null;
        setText(picked?.label ?? '');
        onSelect(picked);
      }}
      onOpenChange={(isOpen) => {
        if (isOpen && found.length === 0) lookUp(text === selected?.label ? '' : text, 0);
      }}
      allowsEmptyCollection
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={classes(fieldColumn, 'group/search')}
    >
      <FieldLabel label={label} />
      <div className="relative flex">
        <Input
          placeholder={placeholder}
          autoComplete="off"
          className={classes(controlBox, 'pe-9')}
        />
        <Button className="absolute inset-y-0 end-0 flex w-8 items-center justify-center rounded-control text-ink-2 hover:text-ink">
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover offset={4} className={classes(popoverBox, 'w-(--trigger-width) min-w-72')}>
        <ListBox<Found>
          className="max-h-[min(20rem,inherit)] overflow-auto p-1 outline-none"
          renderEmptyState={() => (
            <p role="status" className="px-2 py-1.5 text-table text-ink-3">
              {state === 'searching' && 'Searching …'}
              {state === 'failed' && 'The server did not answer. Type again to retry.'}
              {state === 'found' && nothingFound}
            </p>
          )}
        >
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={optionLook}>
              <span className="min-w-0 flex-1">
                <span className="block break-words">{option.label}</span>
                {option.detail !== undefined && (
                  <span className="block text-table text-ink-3">{option.detail}</span>
                )}
              </span>
              <Check aria-hidden className="invisible size-4 group-data-selected:visible" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Whether something on the page is being scrolled, told before the listeners of an open list are. */
function useScrolling() {
  const isScrolling = useRef(false);
  useEffect(() => {
    let frame = 0;
    const begin = () => {
      isScrolling.current = true;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        isScrolling.current = false;
      });
    };
    window.addEventListener('scroll', begin, true);
    return () => {
      window.removeEventListener('scroll', begin, true);
      cancelAnimationFrame(frame);
    };
  }, []);
  return isScrolling;
}
