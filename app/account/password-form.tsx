'use client';

import { useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { TextField } from '@/ui/text-field';
import { changePasswordAction, type PasswordResult } from './actions';

const EMPTY = { current: '', next: '' };

/** Changes one's own password. */
export function PasswordForm({ email }: { email: string }) {
  const [draft, setDraft] = useState(EMPTY);
  const [result, setResult] = useState<PasswordResult | null>(null);
  const [isSending, setSending] = useState(false);
  const errors = result?.status === 'refused' ? result.fieldErrors : {};
  const send = async () => {
    if (isSending) return;
    setSending(true);
    const answer = await changePasswordAction(draft).catch(() => NO_ANSWER);
    setSending(false);
    setResult(answer);
    if (answer.status === 'changed') setDraft(EMPTY);
  };
  return (
    <form
      noValidate
      aria-label="Change password"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField
        label="Password now"
        type="password"
        autoComplete="current-password"
        value={draft.current}
        onChange={(current) => {
          setDraft({ ...draft, current });
        }}
      />
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        value={draft.next}
        onChange={(next) => {
          setDraft({ ...draft, next });
        }}
        description="At least 12 characters. Your other sessions end."
        errorMessage={errors.password}
      />
      {result?.status === 'refused' && (
        <Notice tone="refused" role="alert">
          {result.message}
        </Notice>
      )}
      {result?.status === 'changed' && (
        <Notice tone="ok" role="status">
          Your password is changed, and your other sessions are over.
        </Notice>
      )}
      <div>
        <Button type="submit" isPending={isSending}>
          Change password
        </Button>
      </div>
    </form>
  );
}

const NO_ANSWER: PasswordResult = {
  status: 'refused',
  message: 'No answer came. Try to sign in with the new password in another tab to find out.',
  fieldErrors: {},
};
