'use client';

import type { PasswordInput } from '../../src/wire/forms/sign-in';
import { Button } from '@/ui/button';
import { RefusalNotice } from '@/ui/overlays/notice';
import { FormTextField } from '@/forms/fields/text-field';
import { FormOfFields } from '@/forms/form-of-fields';
import { usePostedForm } from '@/forms/use-posted-form';
import { PASSWORD_LENGTH } from '../../src/domain/people/password';
import { changePasswordAction, type PasswordState } from './actions';

/** Changes one's own password. */
export function PasswordForm({ email }: { email: string }) {
  const { form, draft, post, onSubmit, isSending, refusal } = usePostedForm<
    PasswordInput,
    PasswordState
  >({
    action: changePasswordAction,
    before: {},
    initial: () => ({ current: '', next: '' }),
    check: (values) => ({ codec: loadCodec, typed: values }),
  });
  return (
    <FormOfFields
      form={form}
      draft={draft}
      label="Change password"
      className="flex flex-col gap-4"
      action={post}
      onSubmit={onSubmit}
    >
      {/* Password managers know by it whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <FormTextField
        label="Current password"
        name="current"
        isPosted
        type="password"
        autoComplete="current-password"
      />
      <FormTextField
        label="New password"
        name="next"
        isPosted
        type="password"
        autoComplete="new-password"
        description={`At least ${PASSWORD_LENGTH.least} characters. Your other sessions will end.`}
      />
      <RefusalNotice refusal={refusal} />
      <div>
        <Button type="submit" isPending={isSending}>
          Change password
        </Button>
      </div>
    </FormOfFields>
  );
}

async function loadCodec() {
  return (await import('../../src/wire/forms/sign-in')).passwordInput;
}
