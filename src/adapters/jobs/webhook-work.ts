import type pg from 'pg';
import type { JobEnding } from '../../service/job-ending';
import type { Watch, WatchedCommand } from '../../service/watched';
import type { WebhookPlaces } from '../../service/events/webhooks';
import type { DeliveryJob } from '../postgres/events/webhook-store';
import { DomainError } from '../../domain/errors';
import { dueDelivery, giveUpDelivery, noteTry } from '../postgres/events/webhook-store';
import { post } from '../webhooks/post';
import { signedHeaders } from '../webhooks/signature';
import { watchJob } from './run-job';

/** The receiver did not accept an attempt: the queue tries again later. */
class NotTaken extends DomainError {
  readonly code = 'delivery-not-taken';
}

/** The receiver accepted none of the attempts. */
class DeliveryGivenUp extends DomainError {
  readonly code = 'delivery-given-up';

  constructor() {
    super('The receiver accepted none of the attempts. Check the address, then send it again.');
  }
}

/** Does what the jobs of the queue `webhooks` ask for: one signed request each. */
export class WebhookWork {
  constructor(
    private readonly pool: pg.Pool,
    private readonly secretOf: (webhookId: string) => string,
    private readonly places: WebhookPlaces,
    private readonly watch: Watch,
  ) {}

  async do(job: DeliveryJob, signal: AbortSignal): Promise<void> {
    const work = () => this.send(job, signal);
    await watchJob({ watch: this.watch, command: commandOf(job), work, signal });
  }

  private async send({ deliveryId }: DeliveryJob, signal: AbortSignal): Promise<JobEnding> {
    const due = await dueDelivery(this.pool, deliveryId);
    if (due === null) return 'nothing-to-do';
    const body = JSON.stringify(due.body);
    const headers = signedHeaders(this.secretOf(due.webhookId), due.id, new Date(), body);
    const { isTaken, words } = await post(due.url, headers, body, this.places, signal);
    await noteTry(this.pool, due.id, { answer: words, state: isTaken ? 'delivered' : 'waiting' });
    if (!isTaken) throw new NotTaken(words);
    return 'done';
  }

  /** What becomes of a delivery that was tried as often as it may. */
  async giveUp(job: DeliveryJob): Promise<void> {
    const work = async () => {
      await giveUpDelivery(this.pool, job.deliveryId);
      return { refusal: new DeliveryGivenUp() };
    };
    await watchJob({ watch: this.watch, command: commandOf(job), work });
  }
}

function commandOf({ deliveryId }: DeliveryJob): WatchedCommand {
  return { kind: 'delivery-sent', subject: { what: 'delivery', id: deliveryId } };
}
