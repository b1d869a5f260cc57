'use client';

import { v4 as uuid } from 'uuid';
import type { FormInput } from '../../src/wire/forms/forms';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { FormSelectField, FormTextField } from '@/forms/fields';
import { FormOfFields } from '@/forms/form-of-fields';
import { useRecordForm } from '@/forms/use-record-form';
import { ROLE_NAMES, ROLES } from '../../src/domain/people/role';
import { runRecord } from '@/commands/run-record';
import { OneTimeLink } from './one-time-link';

const ROLE_OPTIONS = ROLE_NAMES.map((value) => ({ value, label: ROLES[value] }));

/** Invites a person, and shows their one-time link. */
export function InviteForm() {
  const { form, draft, onSubmit, isSending, refusal, made } = useRecordForm({
    empty: (): FormInput<'invite-person'> => ({
      personId: uuid(),
      name: '',
      email: '',
      role: 'editor',
    }),
    check: (values) => ({ codec: loadCodec, typed: values }),
    send: (input) => runRecord({ kind: 'invite-person', input }),
    thing: 'invitation',
    draft: { form: 'invitation', version: 0 },
  });
  return (
    <FormOfFields
      form={form}
      draft={draft}
      label="Invite a person"
      className="flex max-w-150 flex-col gap-4 px-4 py-4"
      onSubmit={onSubmit}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <FormTextField label="Name" name="name" autoComplete="off" />
        <FormTextField label="E-mail address" name="email" type="email" autoComplete="off" />
      </div>
      <FormSelectField label="Role" name="role" options={ROLE_OPTIONS} className="sm:max-w-72" />
      {refusal !== null && (
        <Notice tone="refused" role="alert" answer={refusal}>
          {refusal.message}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isSending}>
          Invite
        </Button>
      </div>
      {made !== null && (
        <OneTimeLink name={made.values.name.trim()} token={made.answer.done.token} />
      )}
    </FormOfFields>
  );
}

async function loadCodec() {
  return (await import('../../src/wire/forms/people')).inviteInput;
}
