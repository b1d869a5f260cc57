'use client';

import { useEffect, useState } from 'react';
import type { Choices, Side } from '../../src/domain/conflict/merge';
import { KeyCap } from '@/ui/key-cap';

/** Whose values a person has chosen in a dispute. */
export interface Chosen<Field extends string> {
  readonly choices: Choices;
  readonly choose: (field: Field, side: Side) => void;
}

/**
 * The choices of a person, by press or with the keys 1 and 2, which choose the first field that is still open, and the
 * last one when none is.
 *
 * @param fields those in dispute, as they stand on the screen
 */
export function useChoices<Field extends string>(fields: readonly Field[]): Chosen<Field> {
  const [choices, setChoices] = useState<Choices>({});
  const next = fields.find((field) => choices[field] === undefined) ?? fields.at(-1);
  useEffect(() => {
    if (next === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !['1', '2'].includes(event.key)) return;
      event.preventDefault();
      setChoices((before) => ({ ...before, [next]: event.key === '1' ? 'yours' : 'theirs' }));
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [next]);
  return {
    choices,
    choose: (field, side) => {
      setChoices((before) => ({ ...before, [field]: side }));
    },
  };
}

/** The two values of a field in dispute, to choose one. */
export function FieldChoice({
  label,
  yours,
  theirs,
  people,
  chosen,
  onChoose,
}: {
  label: string;
  yours: string;
  theirs: string;
  /** Who saved the other value. */
  people: string;
  chosen: Side | undefined;
  onChoose: (side: Side) => void;
}) {
  return (
    <span
      className="flex flex-wrap gap-1.5 max-sm:flex-col"
      role="group"
      aria-label={`${label}: choose a value`}
    >
      <Choice
        keyCap="1"
        value={yours}
        whose="yours"
        isChosen={chosen === 'yours'}
        onPress={() => {
          onChoose('yours');
        }}
      />
      <Choice
        keyCap="2"
        value={theirs}
        whose={people}
        isChosen={chosen === 'theirs'}
        onPress={() => {
          onChoose('theirs');
        }}
      />
    </span>
  );
}

function Choice({
  keyCap,
  value,
  whose,
  isChosen,
  onPress,
}: {
  keyCap: string;
  value: string;
  whose: string;
  isChosen: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onPress}
      className={`inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-control border px-2 text-start max-sm:min-h-16 max-sm:px-4 ${isChosen ? 'border-ink bg-ink text-on-ink' : 'border-control bg-panel text-ink hover:bg-ink/5'}`}
    >
      <KeyCap>{keyCap}</KeyCap>
      <strong className="line-clamp-3 min-w-0 font-emphasis wrap-anywhere">{value}</strong>
      <span className={isChosen ? '' : 'text-ink-2'}>{whose}</span>
    </button>
  );
}
