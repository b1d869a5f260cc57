'use client';

import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Option } from './select-field';
import { onDemand } from '../overlays/on-demand';
import { classes } from '../classes';
import { StateGlyph } from '../state-mark';
import { controlBox, fieldColumn, type FieldParts } from './field';

// Comes when somebody is about to open it: reading the page does not wait for it.
const OptionPopover = onDemand(() =>
  import('./option-popover').then((module) => module.OptionPopover),
);

/**
 * One of a list too long to scan: typing, on the closed field too, narrows it by code, name and alias, and Enter takes
 * the first match. A `SelectField` would jump to the first label that begins so, which for "uk" is Ukraine.
 */
export function LongSelectField({
  label,
  description,
  errorMessage,
  options,
  value,
  onChange,
  className,
}: Pick<FieldParts, 'label' | 'description' | 'errorMessage'> & {
  options: readonly Option[];
  value: string | undefined;
  onChange: (value: string) => void;
  className?: string | undefined;
}) {
  const id = useId();
  const face = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const [typed, setTyped] = useState('');
  const open = (text: string) => {
    setTyped(text);
    setWanted(true);
    setOpen(true);
  };
  const chosen = options.find((option) => option.value === value)?.label;
  const notes = [
    ...(description === undefined ? [] : [`${id}-description`]),
    ...(errorMessage === undefined ? [] : [`${id}-error`]),
  ];
  return (
    <div className={classes(fieldColumn, className)}>
      <span id={`${id}-label`} className="block text-table text-ink-2">
        {label}
      </span>
      <Button
        ref={face}
        aria-labelledby={`${id}-value ${id}-label`}
        {...(notes.length === 0 ? {} : { 'aria-describedby': notes.join(' ') })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onHoverStart={OptionPopover.preload}
        onFocus={OptionPopover.preload}
        onPress={() => {
          open('');
        }}
        onKeyDown={(event) => {
          const isText = event.key.length === 1 && event.key !== ' ';
          if (!isText || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          open(typed + event.key);
        }}
        className={classes(
          controlBox,
          'flex items-center gap-2 text-start',
          errorMessage !== undefined && 'border-clay-line ring-1 ring-clay-line',
        )}
      >
        <span
          id={`${id}-value`}
          className={classes('min-w-0 flex-1 truncate', chosen === undefined && 'text-ink-3')}
        >
          {chosen ?? 'Choose'}
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-2" />
      </Button>
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
      {isWanted && (
        <OptionPopover
          label={label}
          triggerRef={face}
          isOpen={isOpen}
          onClose={() => {
            setOpen(false);
            setTyped('');
          }}
          options={options}
          selected={value}
          initialText={typed}
          canNarrow
          onSelect={onChange}
        />
      )}
    </div>
  );
}
