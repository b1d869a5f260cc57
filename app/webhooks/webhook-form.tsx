'use client';

import { v4 as uuid } from 'uuid';
import { ShownOnce } from '@/ui/overlays/shown-once';
import { FormCheckboxes, FormTextField } from '@/forms/fields';
import { RecordForm } from '@/forms/record-form';
import { useRecordForm } from '@/forms/use-record-form';
import { WEBHOOK_AGGREGATES } from '../../src/domain/events/webhook';
import { runRecord } from '@/commands/run-record';

/** Adds a webhook, and shows its secret once. */
export function WebhookForm() {
  const record = useRecordForm({
    empty: () => ({
      webhookId: uuid(),
      name: '',
      url: '',
      aggregates: Object.keys(WEBHOOK_AGGREGATES),
    }),
    check: (values) => ({ codec: loadCodec, typed: values }),
    send: (input) => runRecord({ kind: 'add-webhook', input }),
    thing: 'webhook',
    draft: { form: 'webhook', version: 0 },
  });
  const { made } = record;
  return (
    <RecordForm
      state={record}
      label="New webhook"
      send="Add webhook"
      after={
        made !== null && (
          <ShownOnce
            title={`The webhook ${made.values.name.trim()} is ready.`}
            label="Secret"
            value={made.answer.done.secret}
          >
            Copy the secret now. Your program needs it to verify requests. It is shown only once.
          </ShownOnce>
        )
      }
    >
      <FormTextField
        label="Name"
        name="name"
        description="The name of the receiving program."
        autoComplete="off"
      />
      <FormTextField
        label="Address"
        name="url"
        description="Must begin with https://. Changes are sent there as JSON."
        autoComplete="off"
        isMono
      />
      <FormCheckboxes name="aggregates" legend="Events to send" options={WEBHOOK_AGGREGATES} />
    </RecordForm>
  );
}

async function loadCodec() {
  return (await import('../../src/wire/forms/events')).addWebhookInput;
}
