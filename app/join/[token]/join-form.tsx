'use client';

import { startTransition, useActionState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { TextField } from '@/ui/fields/text-field';
import { joinAction, type JoinState } from './actions';

/** Chooses a password; the first admin says who they are as well, which others have been asked already. */
export function JoinForm({ token, email }: { token: string; email: string | null }) {
  const before: JoinState = { name: '', email: email ?? '' };
  const [state, submit, isPending] = useActionState(joinAction, before);
  return (
    <form
      action={submit}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => {
          submit(form);
        });
      }}
      className="flex flex-col gap-4"
    >
      <input type="hidden" name="token" value={token} />
      {state.error !== undefined && (
        <Notice tone="refused" role="alert" answer={state}>
          {state.error}
        </Notice>
      )}
      {email === null && (
        <TextField
          label="Your name"
          name="name"
          defaultValue={state.name}
          autoComplete="name"
          autoFocus
          description="Shown next to every change you make."
        />
      )}
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        defaultValue={state.email}
        isReadOnly={email !== null}
        autoComplete="username"
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        autoFocus={email !== null}
        description="At least 12 characters."
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        Create account
      </Button>
    </form>
  );
}
