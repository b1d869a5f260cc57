'use client';

import type { RevocableLine } from '@/ui/lists/revocable-list';
import { RevocableList } from '@/ui/lists/revocable-list';
import { runRecord } from '@/commands/run-record';

/** The webhooks there are, each of which leads to its deliveries and can be removed. */
export function WebhookList({ webhooks }: { webhooks: readonly RevocableLine[] }) {
  return (
    <RevocableList
      label="Webhooks"
      lines={webhooks}
      verb="Remove"
      warning="It gets no more events, including queued ones."
      done="Removed. It gets no more events."
      revoke={(webhookId) => runRecord({ kind: 'remove-webhook', input: { webhookId } })}
    />
  );
}
