'use client';

import type { JoinInput } from '../../../src/wire/forms/sign-in';
import { Button } from '@/ui/button';
import { RefusalNotice } from '@/ui/overlays/notice';
import { FormTextField } from '@/forms/fields/text-field';
import { FormOfFields } from '@/forms/form-of-fields';
import { usePostedForm } from '@/forms/use-posted-form';
import { joinAction, type JoinState } from './actions';

/** Chooses a password; the first admin says who they are as well, which others have been asked already. */
export function JoinForm({ token, email }: { token: string; email: string | null }) {
  const { form, draft, post, onSubmit, isSending, refusal } = usePostedForm<
    Record<keyof JoinInput, string> | Record<Exclude<keyof JoinInput, 'name'>, string>,
    JoinState
  >({
    action: joinAction,
    before: { name: '', email: email ?? '' },
    initial: (answer) => ({
      token,
      email: answer.email,
      password: '',
      ...(email === null && { name: answer.name }),
    }),
    check: (values) => ({ codec: loadCodec, typed: values }),
  });
  return (
    <FormOfFields
      form={form}
      draft={draft}
      className="flex flex-col gap-4"
      action={post}
      onSubmit={onSubmit}
    >
      <input type="hidden" name="token" value={token} />
      <RefusalNotice refusal={refusal} />
      {email === null && (
        <FormTextField
          label="Your name"
          name="name"
          isPosted
          autoComplete="name"
          autoFocus
          description="Shown next to every change you make."
        />
      )}
      <FormTextField
        label="E-mail address"
        name="email"
        isPosted
        type="email"
        isReadOnly={email !== null}
        autoComplete="username"
      />
      <FormTextField
        label="Password"
        name="password"
        isPosted
        type="password"
        autoComplete="new-password"
        autoFocus={email !== null}
        description="At least 12 characters."
      />
      <Button type="submit" variant="primary" isPending={isSending}>
        Create account
      </Button>
    </FormOfFields>
  );
}

async function loadCodec() {
  return (await import('../../../src/wire/forms/sign-in')).joinInput;
}
