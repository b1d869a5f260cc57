'use client';

import { startTransition, useActionState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { TextField } from '@/ui/fields/text-field';
import { PASSWORD_LENGTH } from '../../src/domain/people/password';
import { changePasswordAction, type PasswordState } from './actions';

const NOTHING_YET: PasswordState = {};

/** Changes one's own password. */
export function PasswordForm({ email }: { email: string }) {
  const [state, submit, isPending] = useActionState(changePasswordAction, NOTHING_YET);
  const { error, fieldErrors = {} } = state;
  return (
    <form
      noValidate
      aria-label="Change password"
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
      {/* Password managers know by it whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Current password"
        name="current"
        type="password"
        autoComplete="current-password"
      />
      <TextField
        label="New password"
        name="next"
        type="password"
        autoComplete="new-password"
        description={`At least ${PASSWORD_LENGTH.least} characters. Your other sessions will end.`}
        errorMessage={fieldErrors.password}
      />
      {error !== undefined && (
        <Notice tone="refused" role="alert" answer={state}>
          {error}
        </Notice>
      )}
      <div>
        <Button type="submit" isPending={isPending}>
          Change password
        </Button>
      </div>
    </form>
  );
}
