'use server';

import { revalidatePath } from 'next/cache';
import type { AddWebhookInput, DeliveryInput, WebhookInput, WebhookResult } from './webhook-input';
import { webhookDesk, webhookPlaces } from '../../src/bootstrap';
import { addWebhook } from '../../src/service/webhooks';
import { answered } from '../answer';
import { addWebhookInput, deliveryInput, webhookInput } from './webhook-input';

export async function addWebhookAction(input: AddWebhookInput): Promise<WebhookResult> {
  return answered(
    addWebhookInput,
    input,
    async (command): Promise<WebhookResult> => {
      const { secret } = await addWebhook(command, webhookDesk(), webhookPlaces());
      revalidatePath('/webhooks');
      return { status: 'made', secret };
    },
    'admin',
  );
}

export async function removeWebhookAction(
  input: WebhookInput,
): Promise<Exclude<WebhookResult, { status: 'ordered' }>> {
  return answered(
    webhookInput,
    input,
    async ({ webhookId, actor, at }): Promise<{ status: 'revoked' }> => {
      await webhookDesk().remove(webhookId, actor, at);
      revalidatePath('/webhooks');
      return { status: 'revoked' };
    },
    'admin',
  );
}

export async function sendAgainAction(input: DeliveryInput): Promise<WebhookResult> {
  return answered(
    deliveryInput,
    input,
    async ({ webhookId, deliveryId }): Promise<WebhookResult> => {
      await webhookDesk().sendAgain(deliveryId);
      revalidatePath(`/webhooks/${webhookId}`);
      return { status: 'ordered' };
    },
    'admin',
  );
}
