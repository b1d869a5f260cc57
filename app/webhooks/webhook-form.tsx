'use client';

import { v4 as uuid } from 'uuid';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { ShownOnce } from '@/ui/overlays/shown-once';
import { FormCheckboxes, FormTextField } from '@/forms/fields';
import { FormOfFields } from '@/forms/form-of-fields';
import { useRecordForm } from '@/forms/use-record-form';
import { WEBHOOK_AGGREGATES } from '../../src/domain/events/webhook';
import { runRecord } from '@/commands/run-record';

/** Adds a webhook, and shows its secret once. */
export function WebhookForm() {
  const { form, draft, onSubmit, isSending, refusal, made } = useRecordForm({
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
  return (
    <FormOfFields
      form={form}
      draft={draft}
      label="New webhook"
      className="flex max-w-150 flex-col gap-4 px-4 py-4"
      onSubmit={onSubmit}
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
      {refusal !== null && (
        <Notice tone="refused" role="alert" answer={refusal}>
          {refusal.message}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isSending}>
          Add webhook
        </Button>
      </div>
      {made !== null && (
        <ShownOnce
          title={`The webhook ${made.values.name.trim()} is ready.`}
          label="Secret"
          value={made.answer.done.secret}
        >
          Copy the secret now. Your program needs it to verify requests. It is shown only once.
        </ShownOnce>
      )}
    </FormOfFields>
  );
}

async function loadCodec() {
  return (await import('../../src/wire/forms/events')).addWebhookInput;
}
