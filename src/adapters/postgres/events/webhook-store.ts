import type pg from 'pg';
import type { Actor } from '../../../domain/people/actor';
import type { Change } from '../../../service/events/events';
import type { Aggregate } from '../../../service/errors';
import type {
  Delivery,
  DeliveryState,
  Webhook,
  WebhookDesk,
  WebhookSummary,
} from '../../../service/events/webhooks';
import type { JobQueue } from '../../jobs/job-queue';
import { NoSuchDelivery, WebhookTaken } from '../../../service/events/webhooks';
import { readChanges } from './change-reader';
import { inBareTransaction } from '../bare-transaction';
import { written } from '../written';

/** What a job of the queue `webhooks` does. */
export interface DeliveryJob {
  readonly deliveryId: string;
}

/** What is sent, in the form that the standard for webhooks recommends. */
export interface DeliveryBody {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Change;
}

/** What is to be sent where. */
export interface DueDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly url: string;
  readonly body: DeliveryBody;
}

interface SummaryRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly aggregates: readonly Aggregate[];
  readonly made_by: string;
  readonly made_at: string;
  readonly deliveries: Readonly<Partial<Record<DeliveryState, number>>>;
}

interface DeliveryRow {
  readonly id: string;
  readonly state: DeliveryState;
  readonly body: DeliveryBody;
  readonly tries: number;
  readonly answer: string | null;
  readonly ordered_at: string;
  readonly finished_at: string | null;
}

/** Webhooks and their deliveries on PostgreSQL. */
export class PostgresWebhookDesk implements WebhookDesk {
  /** @param secretOf the secret of a webhook, by its id */
  constructor(
    private readonly pool: pg.Pool,
    private readonly jobs: JobQueue,
    private readonly secretOf: (webhookId: string) => string,
  ) {}

  async add({ id, name, url, aggregates, madeBy, madeAt }: Webhook) {
    await inBareTransaction(this.pool, async (client) => {
      const { place } = await readChanges(client, null, 1);
      const { rowCount } = await client.query(
        `INSERT INTO webhooks (id, name, url, aggregates, told_until, made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name
         WHERE webhooks.removed_at IS NULL AND (webhooks.name, webhooks.url, webhooks.aggregates, webhooks.made_by)
           = (excluded.name, excluded.url, excluded.aggregates, excluded.made_by)`,
        [id, name, url, aggregates, place, madeBy, madeAt],
      );
      if (rowCount === 0) throw new WebhookTaken();
    });
    return { secret: this.secretOf(id) };
  }

  async list(): Promise<readonly WebhookSummary[]> {
    const { rows } = await written(
      this.pool.query<SummaryRow>(
        `${SUMMARIES} WHERE removed_at IS NULL ORDER BY fold(name) COLLATE "C", id`,
      ),
    );
    return rows.map(summaryOf);
  }

  async get(id: string): Promise<WebhookSummary | null> {
    const { rows } = await written(
      this.pool.query<SummaryRow>(`${SUMMARIES} WHERE removed_at IS NULL AND id = $1`, [id]),
    );
    return rows[0] === undefined ? null : summaryOf(rows[0]);
  }

  async deliveries(webhookId: string, most: number): Promise<readonly Delivery[]> {
    const { rows } = await written(
      this.pool.query<DeliveryRow>(
        `SELECT id::text, state, body, tries, answer, to_json(ordered_at) #>> '{}' AS ordered_at,
           to_json(finished_at) #>> '{}' AS finished_at
         FROM webhook_deliveries WHERE webhook_id = $1 ORDER BY ordered_at DESC, id DESC LIMIT $2`,
        [webhookId, most],
      ),
    );
    return rows.map(({ body: { data }, ...row }) => ({
      id: row.id,
      state: row.state,
      aggregate: data.aggregate,
      aggregateId: data.id,
      version: data.version,
      words: data.words,
      tries: row.tries,
      answer: row.answer,
      orderedAt: row.ordered_at,
      finishedAt: row.finished_at,
    }));
  }

  async sendAgain(deliveryId: string): Promise<void> {
    await inBareTransaction(this.pool, async (client) => {
      const { rows } = await client.query<{ state: DeliveryState }>(
        `SELECT state FROM webhook_deliveries d JOIN webhooks w ON w.id = webhook_id AND removed_at IS NULL
         WHERE d.id = $1 FOR UPDATE OF d`,
        [deliveryId],
      );
      const [found] = rows;
      if (found === undefined) throw new NoSuchDelivery();
      if (found.state === 'waiting') return;
      await client.query(
        `UPDATE webhook_deliveries SET state = 'waiting', tries = 0, finished_at = NULL WHERE id = $1`,
        [deliveryId],
      );
      const job: DeliveryJob = { deliveryId };
      await this.jobs.send('webhooks', job, client);
    });
  }

  async remove(id: string, by: Actor, at: string): Promise<void> {
    await written(
      this.pool.query(
        'UPDATE webhooks SET removed_by = $2, removed_at = $3 WHERE id = $1 AND removed_at IS NULL',
        [id, by.name, at],
      ),
    );
  }
}

/** What is still to be sent, unless it was sent already or its webhook was removed. */
export async function dueDelivery(pool: pg.Pool, id: string): Promise<DueDelivery | null> {
  const { rows } = await pool.query<DueDelivery>(
    `SELECT d.id::text, webhook_id::text AS "webhookId", url, body
     FROM webhook_deliveries d JOIN webhooks w ON w.id = webhook_id
     WHERE d.id = $1 AND state = 'waiting' AND removed_at IS NULL`,
    [id],
  );
  return rows[0] ?? null;
}

/** Writes down what a try was answered with, and with a state that nothing more is tried. */
export async function noteTry(
  pool: pg.Pool,
  id: string,
  { answer, state = 'waiting' }: { answer: string; state?: DeliveryState },
): Promise<void> {
  await pool.query(
    `UPDATE webhook_deliveries SET tries = tries + 1, answer = $2, state = $3,
       finished_at = CASE WHEN $3 = 'waiting' THEN NULL ELSE now() END
     WHERE id = $1 AND state = 'waiting'`,
    [id, answer, state],
  );
}

/** Gives a delivery up that was tried as often as it may. */
export async function giveUpDelivery(pool: pg.Pool, id: string): Promise<void> {
  await pool.query(
    `UPDATE webhook_deliveries SET state = 'failed', finished_at = now() WHERE id = $1 AND state = 'waiting'`,
    [id],
  );
}

const SUMMARIES = `
  SELECT id::text, name, url, aggregates, made_by, to_json(made_at) #>> '{}' AS made_at, (
    SELECT coalesce(jsonb_object_agg(state, count), '{}') FROM (
      SELECT state, count(*) FROM webhook_deliveries WHERE webhook_id = w.id GROUP BY state) AS counted) AS deliveries
  FROM webhooks w`;

function summaryOf({ made_by: madeBy, made_at: madeAt, deliveries, ...row }: SummaryRow) {
  return {
    ...row,
    madeBy,
    madeAt,
    deliveries: { waiting: 0, delivered: 0, failed: 0, ...deliveries },
  };
}
