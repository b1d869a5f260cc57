'use client';

import { useEffect, useMemo, useRef, type SubmitEvent } from 'react';
import {
  get,
  useForm,
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form';
import type * as z from 'zod';
import type { FormPlace } from './field-at';
import { invalidWords } from '../commands/invalid-words';
import { useDraft, type Changed, type DraftState } from './use-draft';

type Codec = z.ZodType<unknown, FieldValues>;

/** What of a form's values is sent, and the codec that reads it. */
export interface Checked extends FormPlace {
  /**
   * A form that comes with its page loads its codec, and zod with it, when something is typed or sent: the page is there
   * sooner without them. It must stay the same function.
   */
  readonly codec: Codec | (() => Promise<Codec>);
  readonly typed: FieldValues;
}

export interface TypedFormOptions<Values extends FieldValues> {
  /** What the fields have at first. */
  readonly initial: Values;
  /** What the fields are checked by before anything is sent; the server checks again. Left out by what has no submission. */
  readonly check?: ((values: Values) => Checked) | undefined;
  /** Where what is typed is kept until it is saved, and the version that the form was opened at; left out to keep nothing. */
  readonly draft?: { readonly form: string; readonly version: number } | undefined;
  /**
   * Lays a draft against an earlier version over what the form is opened with, where no conflict would settle the rest; the
   * form is then changed from that. It must stay the same function.
   */
  readonly rebase?: ((draft: Changed<Values>, opened: Values) => Values) | undefined;
}

/** Why a form was not sent; a new object each time it is tried. */
export interface InvalidForm {
  readonly status: 'invalid';
  readonly message: string;
  readonly fieldErrors: Readonly<Record<string, string>>;
}

export interface TypedForm<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  /** What the form is changed from: as it was opened, or as the draft that is shown was. */
  readonly base: { readonly version: number; readonly initial: Values };
  readonly draft: DraftState;
  /** What is wrong with the form as it was last sent; `null` when nothing is. */
  readonly invalid: InvalidForm | null;
  /** The handler of a form's submission: checks, and hands on what was typed when it can be read. */
  readonly submit: (
    send: (values: Values) => void,
  ) => (event: SubmitEvent<HTMLFormElement>) => void;
  /** Shows what the server says of fields. To be called in the moment its answer is shown. */
  readonly refuse: (fieldErrors: Readonly<Record<string, string>>) => void;
  /** Forgets the draft, because it is saved. */
  readonly saved: () => void;
  /** The same, and begins anew from other values. */
  readonly restart: (values: Values) => void;
}

const SERVER = 'server';

/** A form on react-hook-form that is checked by the codec of what it sends, and keeps what is typed until it is saved. */
export function useTypedForm<Values extends FieldValues>({
  initial,
  check,
  draft: place,
  rebase,
}: TypedFormOptions<Values>): TypedForm<Values> {
  const resolver: Resolver<Values> = async (values, context, options) => {
    if (check === undefined) return { values, errors: {} };
    const { codec, typed, within } = check(values);
    const loaded = await loadedCheck(codec);
    // Where the code does not arrive, the server's check alone has to do.
    if (loaded === null) return { values, errors: {} };
    const { zodResolver, codec: reader } = loaded;
    const found = await zodResolver(reader, undefined, { raw: true })(typed, context, {
      ...options,
      fields: {},
      names: [],
    });
    const errors = fieldErrors<Values>(found.errors, within);
    return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors };
  };
  const form = useForm<Values>({
    defaultValues: initial as DefaultValues<Values>,
    resolver,
    reValidateMode: 'onSubmit',
    // The first wrong field gets the focus where the answer is shown: refusals of the server take the same way.
    shouldFocusError: false,
  });
  const draft = useDraft(form, place, initial, rebase);
  const lazy = check?.(initial).codec;
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: () => {
          if (lazy !== undefined) void loadedCheck(lazy);
        },
      }),
    [form, lazy],
  );
  const isSubmitting = useRef(false);
  const { errors } = form.formState;
  const invalid = useMemo(() => {
    const sentences = sentencesOf(errors);
    if (Object.keys(sentences).length === 0) return null;
    return {
      status: 'invalid' as const,
      message: invalidWords(sentences),
      fieldErrors: sentences,
    };
  }, [errors]);
  return {
    form,
    base: draft.base,
    draft: draft.state,
    invalid,
    submit: (send) => {
      const handle = form.handleSubmit((values) => {
        send(values);
      });
      return (event) => {
        event.preventDefault();
        // Loading the codec takes a moment, in which a second press is not a second command.
        if (isSubmitting.current) return;
        isSubmitting.current = true;
        void handle(event).finally(() => {
          isSubmitting.current = false;
        });
      };
    },
    refuse: (fieldErrors) => {
      for (const [field, message] of Object.entries(fieldErrors))
        if (field !== '') form.setError(field as Path<Values>, { type: SERVER, message });
    },
    saved: draft.drop,
    restart: draft.restart,
  };
}

/** The resolver and the codec; `null` where they cannot be loaded, because the browser is offline or they are of an earlier release. */
async function loadedCheck(codec: Checked['codec']) {
  try {
    const [{ zodResolver }, loaded] = await Promise.all([
      import('@hookform/resolvers/zod'),
      typeof codec === 'function' ? codec() : codec,
    ]);
    return { zodResolver, codec: loaded };
  } catch (error) {
    console.warn('This form is checked by the server only.', error);
    return null;
  }
}

/** The errors by the names that the form's fields have. */
function fieldErrors<Values extends FieldValues>(
  errors: FieldErrors,
  within: string | undefined,
): FieldErrors<Values> {
  if (within === undefined) return errors as FieldErrors<Values>;
  const [container = ''] = within.split('.');
  const inner: object = get(errors, within, {});
  // In the order of what is sent: the first that is named is the first on the screen.
  const named = Object.entries(errors).map(([name, error]) =>
    name === container ? inner : { [name]: error },
  );
  return Object.assign({}, ...named) as FieldErrors<Values>;
}

/** The sentences of fields that were found wrong here, by the fields' names. */
function sentencesOf(errors: object, prefix = ''): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const [name, error] of Object.entries(errors) as [string, unknown][]) {
    if (typeof error !== 'object' || error === null) continue;
    const { type, message } = error as { readonly type?: unknown; readonly message?: unknown };
    if (type === SERVER) continue;
    if (typeof message === 'string') sentences[`${prefix}${name}`] = message;
    else Object.assign(sentences, sentencesOf(error, `${prefix}${name}.`));
  }
  return sentences;
}
