'use client';

import { startTransition, useActionState } from 'react';

/** What a server action answers that a form is posted to, in order to be shown again. */
export interface PostedAnswer {
  /** Why it was refused. */
  readonly error?: string;
}

export type PostedAction<Answer> = (before: Answer, posted: FormData) => Promise<Answer>;

/**
 * Posts a form to a server action. `post` is the form's `action`: before JavaScript is there, the browser posts it by itself,
 * and the page comes back with the answer. From then on the form calls `send`, after which React does not reset the fields.
 */
export function usePostedAction<Answer extends PostedAnswer>(
  action: PostedAction<Answer>,
  before: Awaited<Answer>,
) {
  const [answer, post, isSending] = useActionState<Answer, FormData>(action, before);
  return {
    answer,
    post,
    isSending,
    send: (posted: FormData) => {
      startTransition(() => {
        post(posted);
      });
    },
  };
}
