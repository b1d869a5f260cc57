'use server';

import type { AddWebhookInput, DeliveryInput, WebhookInput, WebhookResult } from './webhook-input';
import { recordAction } from '../record-action';
import { addWebhookInput, deliveryInput, webhookInput } from './webhook-input';

export async function addWebhookAction(sent: AddWebhookInput): Promise<WebhookResult> {
  return recordAction({
    kind: 'add-webhook',
    schema: addWebhookInput,
    sent,
    input: (input) => input,
    answer: ({ secret }): WebhookResult => ({ status: 'made', secret }),
    page: () => '/webhooks',
  });
}

export async function removeWebhookAction(
  sent: WebhookInput,
): Promise<Exclude<WebhookResult, { status: 'ordered' }>> {
  return recordAction({
    kind: 'remove-webhook',
    schema: webhookInput,
    sent,
    input: (input) => input,
    answer: () => ({ status: 'revoked' }) as const,
    page: () => '/webhooks',
  });
}

export async function sendAgainAction(sent: DeliveryInput): Promise<WebhookResult> {
  return recordAction({
    kind: 'send-delivery-again',
    schema: deliveryInput,
    sent,
    input: ({ deliveryId }) => ({ deliveryId }),
    answer: (): WebhookResult => ({ status: 'ordered' }),
    page: ({ webhookId }) => `/webhooks/${webhookId}`,
  });
}
