import type { DeliveryState } from '../../domain/events/delivery';
import type { WebhookData, WebhookDetails } from '../../domain/events/webhook';
import type { Aggregate } from '../errors';
import type { Given, RecordStore } from '../records';
import type { Outcome } from '../unit-of-work';
import { NoSuchDelivery } from '../../domain/events/delivery';
import { Webhook } from '../../domain/events/webhook';

/** A webhook in the list. */
export interface WebhookSummary extends WebhookData {
  /** How many of its deliveries of the last 30 days are in each state. */
  readonly deliveries: Readonly<Record<DeliveryState, number>>;
}

/** A delivery in the list. */
export interface DeliverySummary {
  readonly id: string;
  readonly state: DeliveryState;
  /** What it is about. */
  readonly aggregate: Aggregate;
  readonly aggregateId: string;
  readonly version: number;
  readonly words: string;
  /** How often it was tried. */
  readonly tries: number;
  /** What became of the last attempt; `null` before the first. */
  readonly answer: string | null;
  /** ISO 8601 in UTC. */
  readonly orderedAt: string;
  readonly finishedAt: string | null;
}

export interface WebhookViews {
  /** Those that are not removed, by name. */
  list(): Promise<readonly WebhookSummary[]>;
  /** @returns `null` for one that is removed or never was */
  webhook(id: string): Promise<WebhookSummary | null>;
  /** The newest deliveries first. */
  deliveries(webhookId: string, most: number): Promise<readonly DeliverySummary[]>;
}

export interface AddWebhook {
  /** Made by the client for this intent: however often it is sent, it is one webhook. */
  readonly webhookId: string;
  readonly details: WebhookDetails;
}

export interface RemoveWebhook {
  readonly webhookId: string;
}

export interface SendDeliveryAgain {
  readonly deliveryId: string;
}

/**
 * Adds a webhook, which is told of everything committed from now on. The same webhook again is not a second one.
 *
 * @returns the secret that what it is sent is signed with
 * @throws InvalidText, InvalidWebhookUrl, InvalidWebhookParts, WebhookTaken
 */
export async function addWebhook(
  { webhookId, details, actor, at }: AddWebhook & Given,
  records: RecordStore,
): Promise<Outcome<{ readonly secret: string }>> {
  return records.transact(async ({ webhooks }) => {
    const webhook = Webhook.add(webhookId, details, webhooks.places, actor, at);
    const secret = webhooks.secretOf(webhookId);
    const earlier = await webhooks.get(webhookId);
    earlier?.requireSame(webhook);
    if (earlier === null) await webhooks.add(webhook);
    return { secret, replayed: earlier !== null };
  });
}

/** Removes a webhook: from now on it is told nothing, not even what was ordered. */
export async function removeWebhook(
  { webhookId, actor, at }: RemoveWebhook & Given,
  records: RecordStore,
): Promise<Outcome<object>> {
  return records.transact(async ({ webhooks }) => {
    const webhook = await webhooks.get(webhookId);
    const isRemoved = webhook?.remove(actor, at) ?? false;
    if (webhook !== null && isRemoved) await webhooks.saveRemoval(webhook);
    return { replayed: !isRemoved };
  });
}

/**
 * Sends a delivery that is over once more; does nothing for one that is under way.
 *
 * @throws NoSuchDelivery
 */
export async function sendDeliveryAgain(
  { deliveryId }: SendDeliveryAgain,
  records: RecordStore,
): Promise<Outcome<object>> {
  return records.transact(async ({ webhooks, deliveries, jobs }) => {
    const delivery = await deliveries.get(deliveryId);
    const webhook = delivery && (await webhooks.get(delivery.data.webhookId));
    if (webhook?.removed !== null || delivery === null) throw new NoSuchDelivery();
    const isSentAgain = delivery.sendAgain();
    if (isSentAgain) {
      await deliveries.save(delivery);
      await jobs.send('webhooks', { deliveryId });
    }
    return { replayed: !isSentAgain };
  });
}
