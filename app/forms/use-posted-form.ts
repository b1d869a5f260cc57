'use client';

import { useMemo, type SubmitEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { DraftState } from './use-draft';
import { usePostedAction, type PostedAction, type PostedAnswer } from './use-posted-action';
import { useTypedForm, type InvalidForm, type TypedFormOptions } from './use-typed-form';

interface PostedForm<Values extends Record<string, string>> {
  readonly form: UseFormReturn<Values>;
  readonly draft: DraftState;
  /** The form's `action`. */
  readonly post: (posted: FormData) => void;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  readonly isSending: boolean;
  /** What is wrong with the form, or else why the server refused it. */
  readonly refusal: InvalidForm | { readonly message: string } | null;
}

/**
 * A form of texts, such as passwords, that also works before JavaScript is there; its fields are `isPosted`. It keeps no
 * draft.
 *
 * @param initial what the fields have at first, of what the server answered when the browser posted the form by itself
 */
export function usePostedForm<Values extends Record<string, string>, Answer extends PostedAnswer>({
  action,
  before,
  initial,
  check,
}: Pick<TypedFormOptions<Values>, 'check'> & {
  readonly action: PostedAction<Answer>;
  readonly before: Awaited<Answer>;
  readonly initial: (answer: Answer) => Values;
}): PostedForm<Values> {
  const { answer, post, isSending, send } = usePostedAction(action, before);
  const { form, draft, invalid, submit } = useTypedForm<Values>({
    initial: initial(answer),
    check,
  });
  const refused = useMemo(
    () => (answer.error === undefined ? null : { message: answer.error }),
    [answer],
  );
  return {
    form,
    draft,
    post,
    isSending,
    refusal: invalid ?? refused,
    onSubmit: submit((values) => {
      const posted = new FormData();
      for (const [name, value] of Object.entries(values)) posted.set(name, value);
      send(posted);
    }),
  };
}
