'use client';

import { v4 as uuid } from 'uuid';
import { ShownOnce } from '@/ui/overlays/shown-once';
import { FormSelectField, FormTextField } from '@/forms/fields';
import { RecordForm } from '@/forms/record-form';
import { useRecordForm } from '@/forms/use-record-form';
import { runRecord } from '@/commands/run-record';

const ROLE_OPTIONS = [
  { value: 'viewer', label: 'Viewer: reads' },
  { value: 'editor', label: 'Editor: reads and changes' },
];
const DAYS_OPTIONS = ['7', '30', '90', '366'].map((value) => ({ value, label: `${value} days` }));

/** Makes a token, and shows it once. */
export function TokenForm() {
  const record = useRecordForm({
    empty: () => ({ tokenId: uuid(), name: '', role: 'viewer', days: '90' }),
    check: (values) => ({ codec: loadCodec, typed: values }),
    send: (input) => runRecord({ kind: 'make-token', input }),
    thing: 'token',
    draft: { form: 'token', version: 0 },
  });
  const { made } = record;
  return (
    <RecordForm
      state={record}
      label="New token"
      send="Create token"
      after={
        made !== null && (
          <ShownOnce
            title={`The token of ${made.values.name.trim()} is ready.`}
            label="Token"
            value={made.answer.done.secret}
          >
            Copy the token now. It is shown only once, and anyone who has it can act with its role.
          </ShownOnce>
        )
      }
    >
      <FormTextField
        label="Name"
        name="name"
        description="Shown in the history."
        autoComplete="off"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormSelectField label="Role" name="role" options={ROLE_OPTIONS} />
        <FormSelectField label="Expires in" name="days" options={DAYS_OPTIONS} />
      </div>
    </RecordForm>
  );
}

async function loadCodec() {
  return (await import('../../src/wire/forms/people')).makeTokenInput;
}
