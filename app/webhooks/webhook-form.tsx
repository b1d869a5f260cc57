'use client';

import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { WebhookResult } from './webhook-input';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/fields/checkbox';
import { Notice } from '@/ui/overlays/notice';
import { ShownOnce } from '@/ui/overlays/shown-once';
import { TextField } from '@/ui/fields/text-field';
import { WEBHOOK_AGGREGATES } from '../../src/domain/events/webhook';
import { addWebhookAction } from './actions';

const EMPTY = { name: '', url: '' };
const EVERYTHING: readonly string[] = Object.keys(WEBHOOK_AGGREGATES);

/** Adds a webhook, and shows its secret once. */
export function WebhookForm() {
  // One identity per intent: however often the form is sent, it is one webhook.
  const [webhookId, setWebhookId] = useState(() => uuid());
  const [draft, setDraft] = useState(EMPTY);
  const [aggregates, setAggregates] = useState(EVERYTHING);
  const [answer, setAnswer] = useState<{ name: string; result: WebhookResult } | null>(null);
  const [isSending, setSending] = useState(false);
  const result = answer?.result;
  const errors = result?.status === 'refused' ? result.fieldErrors : {};
  const set = (field: keyof typeof EMPTY) => (value: string) => {
    setDraft({ ...draft, [field]: value });
  };
  const send = async () => {
    if (isSending) return;
    setSending(true);
    const input = { webhookId, ...draft, aggregates: [...aggregates] };
    const made = await addWebhookAction(input).catch(() => NO_ANSWER);
    setSending(false);
    setAnswer({ name: draft.name.trim(), result: made });
    if (made.status !== 'made') return;
    setWebhookId(uuid());
    setDraft(EMPTY);
    setAggregates(EVERYTHING);
  };
  return (
    <form
      noValidate
      aria-label="New webhook"
      className="flex max-w-150 flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label="Name"
        value={draft.name}
        onChange={set('name')}
        errorMessage={errors.name}
        description="The name of the receiving program."
        autoComplete="off"
      />
      <TextField
        label="Address"
        value={draft.url}
        onChange={set('url')}
        errorMessage={errors.url}
        description="Must begin with https://. Changes are sent there as JSON."
        autoComplete="off"
        isMono
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="text-table text-ink-2">Events to send</legend>
        {Object.entries(WEBHOOK_AGGREGATES).map(([aggregate, words]) => (
          <Checkbox
            key={aggregate}
            isSelected={aggregates.includes(aggregate)}
            onChange={(isSelected) => {
              setAggregates(
                isSelected
                  ? [...aggregates, aggregate]
                  : aggregates.filter((one) => one !== aggregate),
              );
            }}
          >
            {words}
          </Checkbox>
        ))}
        {errors.aggregates !== undefined && (
          <p className="text-table text-clay-ink">{errors.aggregates}</p>
        )}
      </fieldset>
      {result?.status === 'refused' && (
        <Notice tone="refused" role="alert" answer={result}>
          {result.message}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isSending}>
          Add webhook
        </Button>
      </div>
      {result?.status === 'made' && (
        <ShownOnce
          title={`The webhook ${answer?.name ?? ''} is ready.`}
          label="Secret"
          value={result.secret}
        >
          Copy the secret now. Your program needs it to verify requests. It is shown only once.
        </ShownOnce>
      )}
    </form>
  );
}

const NO_ANSWER: WebhookResult = {
  status: 'refused',
  message: 'The server did not answer. Retrying is safe: only one webhook will be created.',
  fieldErrors: {},
};
