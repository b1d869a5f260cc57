'use client';

import { useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { TextField } from '@/ui/fields/text-field';
import { usePostedAction } from '@/forms/use-posted-action';
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
  const { answer, post, isSending, send } = usePostedAction(signInAction, NOTHING_YET);
  const [email, setEmail] = useState(answer.email);
  const [password, setPassword] = useState('');
  return (
    <>
      <form
        action={post}
        onSubmit={(event) => {
          event.preventDefault();
          send(new FormData(event.currentTarget));
        }}
        className="flex flex-col gap-4"
      >
        <input type="hidden" name="next" value={next} />
        {answer.error !== undefined && (
          <Notice tone="refused" role="alert">
            {answer.error}
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
        <Button type="submit" variant="primary" isPending={isSending}>
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
