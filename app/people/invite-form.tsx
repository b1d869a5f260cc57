'use client';

import { v4 as uuid } from 'uuid';
import type { FormInput } from '../../src/wire/forms/forms';
import { FormSelectField, FormTextField } from '@/forms/fields';
import { RecordForm } from '@/forms/record-form';
import { useRecordForm } from '@/forms/use-record-form';
import { ROLE_NAMES, ROLES } from '../../src/domain/people/role';
import { runRecord } from '@/commands/run-record';
import { OneTimeLink } from './one-time-link';

const ROLE_OPTIONS = ROLE_NAMES.map((value) => ({ value, label: ROLES[value] }));

/** Invites a person, and shows their one-time link. */
export function InviteForm() {
  const record = useRecordForm({
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
  const { made } = record;
  return (
    <RecordForm
      state={record}
      label="Invite a person"
      send="Invite"
      after={
        made !== null && (
          <OneTimeLink name={made.values.name.trim()} token={made.answer.done.token} />
        )
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <FormTextField label="Name" name="name" autoComplete="off" />
        <FormTextField label="E-mail address" name="email" type="email" autoComplete="off" />
      </div>
      <FormSelectField label="Role" name="role" options={ROLE_OPTIONS} className="sm:max-w-72" />
    </RecordForm>
  );
}

async function loadCodec() {
  return (await import('../../src/wire/forms/people')).inviteInput;
}
