import { setTimeout } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Aggregate } from '../../service/errors';
import type { ChangeFeed } from '../../service/events/events';
import type { DeliveryBody, DeliveryJob } from '../postgres/events/webhook-store';
import type { JobQueue } from './job-queue';
import { readChanges } from '../postgres/events/change-reader';
import { inBareTransaction } from '../postgres/bare-transaction';

/** So many changes are ordered in one transaction. */
const PAGE = 100;
/** In milliseconds, after something went wrong. */
const PAUSE = 1_000;
/** In milliseconds: so often what is long over is forgotten. */
const TIDY_EVERY = 60 * 60 * 1_000;

/**
 * Orders one delivery per webhook and change. The place up to which a webhook was told is moved on by the transaction that
 * orders, under a lock on its row: however often this process dies, and however many there are, no change is left out and
 * none is ordered twice.
 */
export class WebhookDispatcher {
  private tidied = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly jobs: JobQueue,
  ) {}

  /** Orders whatever comes, until the signal. */
  async follow(feed: ChangeFeed, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        // Whatever wakes it, it goes by the places it has stored.
        for await (const batch of feed.subscribe(null, signal)) {
          if (batch.isReset) console.error('History is another: it was restored.');
          await this.orderAll();
          await this.tidy();
        }
      } catch (error) {
        console.error('Ordering deliveries:', error instanceof Error ? error.message : error);
      }
      await setTimeout(PAUSE, null, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Orders everything that was committed since each webhook was told last. */
  async orderAll(): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>(
      'SELECT id::text FROM webhooks WHERE removed_at IS NULL ORDER BY id',
    );
    for (const { id } of rows) while (await this.orderSome(id));
  }

  /** @returns whether there is more */
  private async orderSome(webhookId: string): Promise<boolean> {
    let hasMore = false;
    await inBareTransaction(this.pool, async (client) => {
      const { rows } = await client.query<{ told_until: string; aggregates: Aggregate[] }>(
        'SELECT told_until, aggregates FROM webhooks WHERE id = $1 AND removed_at IS NULL FOR UPDATE',
        [webhookId],
      );
      const [webhook] = rows;
      if (webhook === undefined) return;
      const read = await readChanges(client, webhook.told_until, PAGE);
      ({ hasMore } = read);
      if (read.isReset)
        console.error(
          `The webhook ${webhookId} is told of changes from now on: history is another.`,
        );
      for (const { change } of read.changes) {
        if (!webhook.aggregates.includes(change.aggregate)) continue;
        const body: DeliveryBody = { type: change.kind, timestamp: change.at, data: change };
        const job: DeliveryJob = { deliveryId: randomUUID() };
        await client.query(
          `INSERT INTO webhook_deliveries (id, webhook_id, body, state, ordered_at)
           VALUES ($1, $2, $3, 'waiting', clock_timestamp())`,
          [job.deliveryId, webhookId, JSON.stringify(body)],
        );
        await this.jobs.send('webhooks', job, client);
      }
      if (read.place !== webhook.told_until)
        await client.query('UPDATE webhooks SET told_until = $2 WHERE id = $1', [
          webhookId,
          read.place,
        ]);
    });
    return hasMore;
  }

  private async tidy(): Promise<void> {
    if (Date.now() - this.tidied < TIDY_EVERY) return;
    this.tidied = Date.now();
    await this.pool.query(
      `DELETE FROM webhook_deliveries WHERE finished_at < now() - interval '30 days'`,
    );
  }
}
