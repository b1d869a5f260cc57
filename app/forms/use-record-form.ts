'use client';

import { useState, type SubmitEvent } from 'react';
import type { FieldValues } from 'react-hook-form';
import { withTimeout } from '../commands/with-timeout';
import type { Refusal } from '../refusal';
import {
  useTypedForm,
  type InvalidForm,
  type TypedForm,
  type TypedFormOptions,
} from './use-typed-form';

export interface RecordForm<Values extends FieldValues, Answer> extends Omit<
  TypedForm<Values>,
  'submit' | 'refuse' | 'saved' | 'restart' | 'invalid' | 'base'
> {
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  readonly isSending: boolean;
  /** Why nothing was made: what is wrong with the form, or what the server said. */
  readonly refusal: InvalidForm | Refusal | null;
  /** What was made last, and from what. */
  readonly made: { readonly values: Values; readonly answer: Answer } | null;
}

/**
 * A form that makes one thing, and begins anew once that is made. What is made has its id from the form: however often it is
 * sent, it is one.
 *
 * @param empty what the form begins with, under a new id each time; it is given what was made last
 * @param send gives what was typed to a server action
 * @param thing for the sentence that only one of it is made: `token`
 */
export function useRecordForm<
  Values extends FieldValues,
  Answer extends { readonly status: string },
>({
  empty,
  send,
  thing,
  ...options
}: Omit<TypedFormOptions<Values>, 'initial'> & {
  readonly empty: (made: Values | null) => Values;
  readonly send: (values: Values) => Promise<Answer | Refusal>;
  readonly thing: string;
}): RecordForm<Values, Answer> {
  const [initial] = useState(() => empty(null));
  const { submit, refuse, restart, invalid, form, draft } = useTypedForm({ ...options, initial });
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [made, setMade] = useState<RecordForm<Values, Answer>['made']>(null);
  const deliver = async (values: Values) => {
    if (isSending) return;
    setSending(true);
    const answer = await withTimeout(() => send(values));
    setSending(false);
    if (answer !== null && !isRefusal(answer)) {
      setRefusal(null);
      setMade({ values, answer });
      restart(empty(values));
      return;
    }
    const refused = answer ?? {
      status: 'refused' as const,
      message: `The server did not answer. Retrying is safe: only one ${thing} will be created.`,
      fieldErrors: {},
    };
    setMade(null);
    setRefusal(refused);
    refuse(refused.fieldErrors);
  };
  return {
    form,
    draft,
    isSending,
    made,
    refusal: invalid ?? refusal,
    onSubmit: submit((values) => {
      void deliver(values);
    }),
  };
}

function isRefusal(answer: { readonly status: string }): answer is Refusal {
  return answer.status === 'refused';
}
