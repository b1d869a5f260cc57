import type { SendDelivery } from '../../service/events/delivery-service';
import type { DeliveryJob } from '../../service/jobs';
import type { RecordStore } from '../../service/records';
import type { Watch, WatchedCommand } from '../../service/watched';
import type { WebhookSettings } from '../postgres/events/webhook-repository';
import { deliver, giveUpDelivery } from '../../service/events/delivery-service';
import { post } from '../webhooks/post';
import { signedHeaders } from '../webhooks/signature';
import { watchJob } from './run-job';

const now = () => new Date().toISOString();

/** Does what the jobs of the queue `webhooks` ask for: one signed request each. */
export class WebhookWork {
  constructor(
    private readonly records: RecordStore,
    private readonly settings: WebhookSettings,
    private readonly watch: Watch,
  ) {}

  async do(job: DeliveryJob, signal: AbortSignal): Promise<void> {
    const send: SendDelivery = ({ id, webhookId, url, body }) => {
      const text = JSON.stringify(body);
      const headers = signedHeaders(this.settings.secretOf(webhookId), id, new Date(), text);
      return post(url, headers, text, this.settings.places, signal);
    };
    const work = () => deliver(job.deliveryId, this.records, send, now);
    await watchJob({ watch: this.watch, command: commandOf(job), work, signal });
  }

  /** What becomes of a delivery that was tried as often as it may be. */
  async giveUp(job: DeliveryJob): Promise<void> {
    const work = () => giveUpDelivery(job.deliveryId, this.records, now);
    await watchJob({ watch: this.watch, command: commandOf(job), work });
  }
}

function commandOf({ deliveryId }: DeliveryJob): WatchedCommand {
  return { kind: 'run-delivery', subject: { what: 'delivery', id: deliveryId } };
}
