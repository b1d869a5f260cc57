'use client';

import type { RevocableLine } from '@/ui/revocable-list';
import { RevocableList } from '@/ui/revocable-list';
import { removeWebhookAction } from './actions';

/** The webhooks there are, each of which leads to its deliveries and can be removed. */
export function WebhookList({ webhooks }: { webhooks: readonly RevocableLine[] }) {
  return (
    <RevocableList
      label="Webhooks"
      lines={webhooks}
      verb="Remove"
      warning="It is told nothing more, not even what waits."
      done="Removed. It is told nothing more."
      revoke={(webhookId) => removeWebhookAction({ webhookId })}
    />
  );
}
