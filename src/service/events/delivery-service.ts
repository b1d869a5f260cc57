import type { Attempt, Delivery } from '../../domain/events/delivery';
import type { JobEnding } from '../job-ending';
import type { RecordStore } from '../records';
import { DeliveryGivenUp, DeliveryNotAccepted, isAccepted } from '../../domain/events/delivery';

/** What is sent where. */
export interface DueDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly url: string;
  readonly body: object;
}

/** Sends one signed request. @returns what became of it, and the words of the HTTP status */
export type SendDelivery = (
  due: DueDelivery,
) => Promise<{ readonly attempt: Attempt; readonly phrase: string }>;

/**
 * Makes one attempt to deliver a change, outside of any transaction.
 *
 * @param now the instant it is, ISO 8601 in UTC
 * @throws DeliveryNotAccepted: the queue tries again later
 */
export async function deliver(
  deliveryId: string,
  records: RecordStore,
  send: SendDelivery,
  now: () => string,
): Promise<JobEnding> {
  const due = await records.transact(async ({ webhooks, deliveries }) => {
    const delivery = await deliveries.get(deliveryId);
    if (delivery?.data.state !== 'waiting') return null;
    const { id, webhookId } = delivery.data;
    const webhook = await webhooks.get(webhookId);
    if (webhook?.removed !== null) return null;
    const body = await deliveries.body(id);
    return { id, webhookId, url: webhook.data.url, body };
  });
  if (due === null) return 'nothing-to-do';
  const { attempt, phrase } = await send(due);
  const delivery = await changed(deliveryId, records, (one) => one.tried(attempt, phrase, now()));
  if (!isAccepted(attempt)) throw new DeliveryNotAccepted(delivery?.data.answer ?? '');
  return 'done';
}

/** Ends a delivery that was tried as often as it may be. */
export async function giveUpDelivery(
  deliveryId: string,
  records: RecordStore,
  now: () => string,
): Promise<JobEnding> {
  await changed(deliveryId, records, (delivery) => delivery.giveUp(now()));
  return { refusal: new DeliveryGivenUp() };
}

/** @param change says whether it changed the delivery */
function changed(
  deliveryId: string,
  records: RecordStore,
  change: (delivery: Delivery) => boolean,
): Promise<Delivery | null> {
  return records.transact(async ({ deliveries }) => {
    const delivery = await deliveries.get(deliveryId);
    if (delivery !== null && change(delivery)) await deliveries.save(delivery);
    return delivery;
  });
}
