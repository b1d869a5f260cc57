'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useOwnId } from '@/ui/role';
import { drafts, fitsForm, type Draft, type DraftPlace } from './draft-store';

/** What a form had, and what was typed into it. */
export interface Changed<Values> {
  readonly initial: Values;
  readonly values: Values;
}

/** What is said of the draft of a form. */
export interface DraftState {
  /** When the draft that is shown was typed, ISO 8601 in UTC; `null` where none was found. */
  readonly foundAt: string | null;
  /** Whether the browser cannot keep what is typed. */
  readonly isLost: boolean;
  /** Goes back to what the form had without the draft. */
  readonly discard: () => void;
}

/** Offers the draft that was kept of a form, and keeps what is typed from then on. */
export function useDraft<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  place: { readonly form: string; readonly version: number } | undefined,
  initial: Values,
  rebase: ((draft: Changed<Values>, opened: Values) => Values) | undefined,
) {
  const person = useOwnId();
  const [opened, setOpened] = useState({ version: place?.version ?? 0, initial });
  const [isDiscarded, setDiscarded] = useState(false);
  const [isLost, setLost] = useState(false);
  const name = place?.form;
  const at = useMemo(
    () => (person === null || name === undefined ? null : { person, form: name }),
    [person, name],
  );
  const findOnce = useMemo(
    () =>
      remembered(() => {
        const draft = draftFor(at, opened.initial);
        if (draft === null || rebase === undefined) return draft;
        const values = rebase(draft as Changed<Values>, opened.initial);
        return isSame(values, opened.initial) ? null : { ...draft, ...opened, values };
      }),
    [at, opened, rebase],
  );
  // The server, which may draw the form first, has no drafts.
  const kept = useSyncExternalStore(NEVER, findOnce, NOTHING);
  const found = isDiscarded ? null : kept;
  const base = useMemo(
    () => (found === null ? opened : { version: found.version, initial: found.initial as Values }),
    [found, opened],
  );

  useEffect(() => {
    if (found === null) return;
    form.reset(found.initial as Values);
    form.reset(found.values as Values, { keepDefaultValues: true });
  }, [form, found]);

  useEffect(() => {
    if (at === null) return;
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (isSame(values, base.initial)) {
          drafts.drop(at);
          setLost(false);
        } else {
          const isKept = drafts.keep(at, { ...base, values, at: new Date().toISOString() });
          setLost(!isKept);
        }
      },
    });
  }, [form, at, base]);

  const drop = () => {
    if (at !== null) drafts.drop(at);
  };
  const restart = (values: Values) => {
    form.reset(values);
    setOpened({ ...opened, initial: values });
    setDiscarded(true);
    drop();
  };
  const discard = () => {
    restart(opened.initial);
  };
  return { base, state: { foundAt: found?.at ?? null, isLost, discard }, drop, restart };
}

function isSame(values: FieldValues, others: FieldValues): boolean {
  return JSON.stringify(values) === JSON.stringify(others);
}

const NEVER = () => () => undefined;
const NOTHING = () => null;

/** Finds once, however often it is asked: what is typed from then on is another draft. */
function remembered(find: () => Draft | null): () => Draft | null {
  let found: Draft | null | undefined;
  return () => {
    found = found === undefined ? find() : found;
    return found;
  };
}

function draftFor(place: DraftPlace | null, form: FieldValues): Draft | null {
  const draft = place === null ? null : drafts.find(place);
  return draft !== null && fitsForm(draft.initial, form) && fitsForm(draft.values, form)
    ? draft
    : null;
}
