import { setTimeout } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Aggregate } from '../../service/errors';
import type { Change, ChangeFeed } from '../../service/events/events';
import type { PrismaClient } from '../generated/prisma/client';
import type { JobQueue } from './job-queue';
import { readChanges } from '../postgres/events/change-reader';
import { inTransaction } from '../postgres/connection/transaction';

/** What is sent, in the form that the standard for webhooks recommends. */
interface DeliveryBody {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Change;
}

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
    private readonly prisma: PrismaClient,
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
    const rows = await this.prisma.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM webhooks WHERE removed_at IS NULL ORDER BY id`;
    for (const { id } of rows) while (await this.orderSome(id));
  }

  /** @returns whether there is more */
  private async orderSome(webhookId: string): Promise<boolean> {
    let hasMore = false;
    await inTransaction(this.prisma, async (transaction) => {
      const [webhook] = await transaction.$queryRaw<
        { told_until: string; aggregates: Aggregate[] }[]
      >`
        SELECT told_until, aggregates FROM webhooks WHERE id = ${webhookId}::uuid AND removed_at IS NULL FOR UPDATE`;
      if (webhook === undefined) return;
      const read = await readChanges(transaction, webhook.told_until, PAGE, { isOwn: true });
      ({ hasMore } = read);
      if (read.isReset)
        console.error(
          `The webhook ${webhookId} is told of changes from now on: history is another.`,
        );
      for (const { change } of read.changes) {
        if (!webhook.aggregates.includes(change.aggregate)) continue;
        const body: DeliveryBody = { type: change.kind, timestamp: change.at, data: change };
        const deliveryId = randomUUID();
        await transaction.$executeRaw`
          INSERT INTO webhook_deliveries (id, webhook_id, body, state, ordered_at)
          VALUES (${deliveryId}::uuid, ${webhookId}::uuid, ${JSON.stringify(body)}::jsonb, 'waiting', clock_timestamp())`;
        await this.jobs.send('webhooks', { deliveryId }, transaction);
      }
      if (read.place !== webhook.told_until)
        await transaction.$executeRaw`
          UPDATE webhooks SET told_until = ${read.place} WHERE id = ${webhookId}::uuid`;
    });
    return hasMore;
  }

  private async tidy(): Promise<void> {
    if (Date.now() - this.tidied < TIDY_EVERY) return;
    this.tidied = Date.now();
    await this.prisma.$executeRaw`
      DELETE FROM webhook_deliveries WHERE finished_at < now() - interval '30 days'`;
  }
}
