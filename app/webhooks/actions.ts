'use server';

import { revalidatePath } from 'next/cache';
import type { AddWebhookInput, DeliveryInput, WebhookInput, WebhookResult } from './webhook-input';
import type { Subject } from '../../src/service/commands/subject';
import { webhookDesk, webhookPlaces } from '../../src/bootstrap';
import { addWebhook } from '../../src/service/events/webhooks';
import { answered } from '../answer';
import { addWebhookInput, deliveryInput, webhookInput } from './webhook-input';

export async function addWebhookAction(input: AddWebhookInput): Promise<WebhookResult> {
  return answered({
    schema: addWebhookInput,
    input,
    kind: 'webhook-added',
    subject: ofWebhook,
    needs: 'admin',
    run: async (command): Promise<WebhookResult> => {
      const { secret } = await addWebhook(command, webhookDesk(), webhookPlaces());
      revalidatePath('/webhooks');
      return { status: 'made', secret };
    },
  });
}

export async function removeWebhookAction(
  input: WebhookInput,
): Promise<Exclude<WebhookResult, { status: 'ordered' }>> {
  return answered({
    schema: webhookInput,
    input,
    kind: 'webhook-removed',
    subject: ofWebhook,
    needs: 'admin',
    run: async ({ webhookId, actor, at }): Promise<{ status: 'revoked' }> => {
      await webhookDesk().remove(webhookId, actor, at);
      revalidatePath('/webhooks');
      return { status: 'revoked' };
    },
  });
}

export async function sendAgainAction(input: DeliveryInput): Promise<WebhookResult> {
  return answered({
    schema: deliveryInput,
    input,
    kind: 'delivery-ordered',
    subject: ({ deliveryId: id }) => ({ what: 'delivery', id }),
    needs: 'admin',
    run: async ({ webhookId, deliveryId }): Promise<WebhookResult> => {
      await webhookDesk().sendAgain(deliveryId);
      revalidatePath(`/webhooks/${webhookId}`);
      return { status: 'ordered' };
    },
  });
}

function ofWebhook({ webhookId: id }: WebhookInput): Subject {
  return { what: 'webhook', id };
}
