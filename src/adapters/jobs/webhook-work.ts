import type pg from 'pg';
import type { WebhookPlaces } from '../../service/webhooks';
import type { DeliveryJob } from '../postgres/webhook-store';
import { dueDelivery, giveUpDelivery, noteTry } from '../postgres/webhook-store';
import { post } from '../webhooks/post';
import { signedHeaders } from '../webhooks/signature';

/** A try that was not taken: the queue tries again later. */
class NotTaken extends Error {}

/** Does what the jobs of the queue `webhooks` ask for: one signed request each. */
export class WebhookWork {
  constructor(
    private readonly pool: pg.Pool,
    private readonly secretOf: (webhookId: string) => string,
    private readonly places: WebhookPlaces,
  ) {}

  async do({ deliveryId }: DeliveryJob, signal: AbortSignal): Promise<void> {
    const due = await dueDelivery(this.pool, deliveryId);
    if (due === null) return;
    const body = JSON.stringify(due.body);
    const headers = signedHeaders(this.secretOf(due.webhookId), due.id, new Date(), body);
    const { isTaken, words } = await post(due.url, headers, body, this.places, signal);
    await noteTry(this.pool, due.id, { answer: words, state: isTaken ? 'delivered' : 'waiting' });
    if (!isTaken) throw new NotTaken(words);
  }

  /** What becomes of a delivery that was tried as often as it may. */
  async giveUp({ deliveryId }: DeliveryJob): Promise<void> {
    await giveUpDelivery(this.pool, deliveryId);
  }
}
