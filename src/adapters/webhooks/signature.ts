import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { WebhookSettings } from '../postgres/events/webhook-repository';

/** The secret of a webhook, in the form that libraries for it read. It is kept nowhere, because it follows from ours. */
export function webhookSecret(secret: string, webhookId: string): string {
  const derived = createHmac('sha256', secret).update(`webhook ${webhookId}`).digest('base64');
  return `whsec_${derived}`;
}

/** What the configuration of an installation says of its webhooks. */
export function webhookSettings({
  secret,
  hasPrivateWebhooks,
}: {
  readonly secret: string;
  readonly hasPrivateWebhooks: boolean;
}): WebhookSettings {
  return {
    places: { mayBePrivate: hasPrivateWebhooks },
    secretOf: (webhookId) => webhookSecret(secret, webhookId),
  };
}

/** The headers by which the other side knows who sent a body, when, and whether it has had it before. */
export function signedHeaders(
  secret: string,
  deliveryId: string,
  at: Date,
  body: string,
): Readonly<Record<string, string>> {
  return {
    'webhook-id': deliveryId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(deliveryId, at, body),
  };
}
