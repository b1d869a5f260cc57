import type { DeliveryData } from '../../../domain/events/delivery';
import type { WebhookData, WebhookPlaces } from '../../../domain/events/webhook';
import type { Revocation } from '../../../domain/people/token';
import type { DeliveryRepository, WebhookRepository } from '../../../service/records';
import type { Queries } from '../connection/transaction';
import { Delivery } from '../../../domain/events/delivery';
import { Webhook } from '../../../domain/events/webhook';
import { requireWritten } from '../changed-meanwhile';
import { readChanges } from './change-reader';

/** What the installation says of its webhooks. */
export interface WebhookSettings {
  readonly places: WebhookPlaces;
  /** The secret of a webhook, by its id. */
  readonly secretOf: (webhookId: string) => string;
}

interface WebhookRow extends Omit<WebhookData, 'madeBy' | 'madeAt'> {
  readonly made_by: string;
  readonly made_at: string;
  readonly removed: Revocation | null;
}

/** Webhooks on PostgreSQL, in a transaction. */
export class PrismaWebhookRepository implements WebhookRepository {
  readonly places: WebhookPlaces;
  readonly secretOf: (webhookId: string) => string;

  constructor(
    private readonly queries: Queries,
    { places, secretOf }: WebhookSettings,
  ) {
    this.places = places;
    this.secretOf = secretOf;
  }

  async get(id: string): Promise<Webhook | null> {
    const [row] = await this.queries.$queryRaw<WebhookRow[]>`
      SELECT id::text, name, url, aggregates, made_by, to_json(made_at) #>> '{}' AS made_at,
        CASE WHEN removed_at IS NOT NULL THEN json_build_object('by', removed_by, 'at', removed_at) END AS removed
      FROM webhooks WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    if (row === undefined) return null;
    const { removed, made_by: madeBy, made_at: madeAt, ...data } = row;
    return Webhook.reconstitute({ ...data, madeBy, madeAt }, removed);
  }

  async add({ data }: Webhook): Promise<void> {
    const { place } = await readChanges(this.queries, null, 1);
    const { id, name, url, aggregates, madeBy, madeAt } = data;
    const added = await this.queries.$executeRaw`
      INSERT INTO webhooks (id, name, url, aggregates, told_until, made_by, made_at)
      VALUES (${id}::uuid, ${name}, ${url}, ${aggregates}::text[], ${place}, ${madeBy}, ${madeAt}::timestamptz)
      ON CONFLICT (id) DO NOTHING`;
    requireWritten(added, 'The webhook');
  }

  async saveRemoval({ data: { id }, removed }: Webhook): Promise<void> {
    const saved = await this.queries.$executeRaw`
      UPDATE webhooks SET removed_by = ${removed?.by}, removed_at = ${removed?.at}::timestamptz
      WHERE id = ${id}::uuid AND removed_at IS NULL`;
    requireWritten(saved, 'The webhook');
  }
}

interface DeliveryRow extends Omit<DeliveryData, 'webhookId' | 'finishedAt'> {
  readonly webhook_id: string;
  readonly finished_at: string | null;
}

/** Deliveries on PostgreSQL, in a transaction. */
export class PrismaDeliveryRepository implements DeliveryRepository {
  constructor(private readonly queries: Queries) {}

  async get(id: string): Promise<Delivery | null> {
    const [row] = await this.queries.$queryRaw<DeliveryRow[]>`
      SELECT id::text, webhook_id::text, state, tries, answer, to_json(finished_at) #>> '{}' AS finished_at
      FROM webhook_deliveries WHERE id = ${id}::uuid FOR UPDATE`;
    if (row === undefined) return null;
    const { webhook_id: webhookId, finished_at: finishedAt, ...data } = row;
    return Delivery.reconstitute({ ...data, webhookId, finishedAt });
  }

  async body(id: string): Promise<object> {
    const [row] = await this.queries.$queryRaw<{ body: object }[]>`
      SELECT body FROM webhook_deliveries WHERE id = ${id}::uuid`;
    if (row === undefined) throw new Error(`There is no delivery ${id}.`);
    return row.body;
  }

  async save({ data: { id, state, tries, answer, finishedAt } }: Delivery): Promise<void> {
    const saved = await this.queries.$executeRaw`
      UPDATE webhook_deliveries SET state = ${state}, tries = ${tries}, answer = ${answer},
        finished_at = ${finishedAt}::timestamptz
      WHERE id = ${id}::uuid`;
    requireWritten(saved, 'The delivery');
  }
}
