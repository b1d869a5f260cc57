'use client';

import { startTransition, useActionState } from 'react';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/text-field';
import { nameWorkerAction, type WhoState } from './actions';

/** Asks for the name that history will keep. Works without script; with it, what was typed stays when refused. */
export function WhoForm({ name, next }: { name: string; next: string }) {
  const before: WhoState = { name };
  // `next` travels in the form: an action bound while rendering makes React's server render a refusal without script forever.
  const [state, submit, isPending] = useActionState(nameWorkerAction, before);
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
      <input type="hidden" name="next" value={next} />
      <TextField
        label="Your name"
        name="name"
        defaultValue={state.name}
        autoComplete="name"
        autoFocus
        description="As colleagues know you. It stands beside every change you make."
        errorMessage={state.error}
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        Start working
      </Button>
    </form>
  );
}
