'use client';

import { startTransition, useActionState, useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { TextField } from '@/ui/fields/text-field';
import { signInAction, type SignInState } from './actions';

/** A public account of the demo. */
export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

const NOTHING_YET: SignInState = { email: '' };

/** Sign-in form with e-mail address and password. Works without JavaScript; with it, a refusal keeps the entered values. */
export function SignInForm({ next, demo }: { next: string; demo: readonly DemoAccount[] }) {
  // `next` is a form field: with a bound action, React renders a refusal without JavaScript forever on the server.
  const [state, submit, isPending] = useActionState(signInAction, NOTHING_YET);
  const [email, setEmail] = useState(state.email);
  const [password, setPassword] = useState('');
  return (
    <>
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
        {state.error !== undefined && (
          <Notice tone="refused" role="alert">
            {state.error}
          </Notice>
        )}
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          value={email}
          onChange={setEmail}
          autoComplete="username"
          autoFocus
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <Button type="submit" variant="primary" isPending={isPending}>
          Sign in
        </Button>
      </form>
      {demo.length > 0 && (
        <section aria-labelledby="demo" className="mt-8 border-t border-line pt-5">
          <h2 id="demo" className="text-panel-title">
            This is a demo
          </h2>
          <p className="mt-1 mb-3 text-table text-ink-2">
            Try one of these accounts. Select one to fill in the form.
          </p>
          <ul className="flex flex-wrap gap-2">
            {demo.map((account) => (
              <li key={account.email}>
                <Button
                  onPress={() => {
                    setEmail(account.email);
                    setPassword(account.password);
                  }}
                >
                  {account.role}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
