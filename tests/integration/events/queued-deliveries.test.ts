import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { JobQueue } from '../../../src/adapters/jobs/job-queue';
import { WebhookDispatcher } from '../../../src/adapters/jobs/webhook-dispatcher';
import { Announcer } from '../../../src/adapters/postgres/events/announcer';
import { PostgresChangeFeed } from '../../../src/adapters/postgres/events/change-feed';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { anId } from '../../builders/license-builders';
import { until } from '../../race/until';
import { testDatabase } from '../support';
import { writeLines } from './support-history';
import { webhooksOn } from './support-webhooks';

const database = await testDatabase({ connections: 24 });
const { accepted, dispatcher, aWebhook, write } = webhooksOn(database);

afterEach(async () => {
  await database.rows(
    `UPDATE webhooks SET removed_by = 'test', removed_at = now() WHERE removed_at IS NULL`,
  );
});

async function ordered(webhookId: string): Promise<readonly string[]> {
  const rows = await database.rows<{ line: string }>(
    `SELECT body -> 'data' ->> 'id' || ' ' || (body -> 'data' ->> 'version') AS line
     FROM webhook_deliveries WHERE webhook_id = $1 ORDER BY ordered_at, id`,
    [webhookId],
  );
  return rows.map(({ line }) => line);
}

describe('the queued deliveries of a webhook', () => {
  it('begin when it is added, and contain the selected events', async () => {
    const [before, title, license] = [anId(), anId(), anId()];
    await write([before]);
    const webhookId = await aWebhook('https://example.com/', ['content']);
    await write([license]);
    await write([title], { aggregate: 'content' });
    await dispatcher.orderAll();

    expect(await ordered(webhookId)).toEqual([`${title} 1`]);
  });

  it('are forgotten 30 days after they ended', async () => {
    const webhookId = await aWebhook('https://example.com/');
    const ids = { old: anId(), recent: anId(), waiting: anId() };
    await database.rows(
      `INSERT INTO webhook_deliveries (id, webhook_id, body, state, ordered_at, finished_at)
       SELECT id, $1, '{}', CASE WHEN days IS NULL THEN 'waiting' ELSE 'delivered' END, now() - interval '40 days',
         now() - days * interval '1 day'
       FROM (VALUES ($2::uuid, 31), ($3::uuid, 29), ($4::uuid, NULL)) AS made (id, days)`,
      [webhookId, ids.old, ids.recent, ids.waiting],
    );
    const kept = async () => {
      const rows = await database.rows<{ id: string }>(
        'SELECT id FROM webhook_deliveries WHERE webhook_id = $1 ORDER BY id',
        [webhookId],
      );
      return rows.map(({ id }) => id);
    };
    const over = new AbortController();
    const feed = new PostgresChangeFeed(database.prisma, database.url);
    const following = dispatcher.follow(feed, over.signal);
    onTestFinished(async () => {
      over.abort();
      await feed.close();
      await following;
    });

    await until('the old one is gone', async () => !(await kept()).includes(ids.old));

    expect(await kept()).toEqual([ids.recent, ids.waiting].sort());
  });

  it('include a change that began before the last queued one and was committed after it', async () => {
    const webhookId = await aWebhook('https://example.com/');
    const [late, early] = [anId(), anId()];
    let commit: () => void = () => undefined;
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const writing = accepted(async (sql) => {
      await writeLines(sql, [late]);
      begun();
      await mayCommit;
    });
    await hasBegun;
    await write([early]);
    await dispatcher.orderAll();
    const first = await ordered(webhookId);
    commit();
    await writing;
    await dispatcher.orderAll();
    await dispatcher.orderAll();

    expect(first).toEqual([`${early} 1`]);
    expect(await ordered(webhookId)).toEqual([`${early} 1`, `${late} 1`]);
  });

  it('are one per change, in the order of versions, from two processes whose connections are terminated', async () => {
    const webhooks = [
      await aWebhook('https://example.com/a'),
      await aWebhook('https://example.com/b'),
    ];
    const processes = [1, 2].map(() => {
      const url = new URL(database.url);
      url.searchParams.set('application_name', 'dispatcher');
      const opened = openDatabase(url.href, { connections: 4 });
      const queue = new JobQueue(opened.pool);
      const stopping = new AbortController();
      const feed = new PostgresChangeFeed(opened.prisma, url.href);
      const following = new WebhookDispatcher(opened.prisma, queue).follow(feed, stopping.signal);
      onTestFinished(async () => {
        stopping.abort();
        await feed.close();
        await following;
        await queue.stop();
        await opened.close();
      });
      return following;
    });
    const { announce } = new Announcer(database.prisma);
    const ids = Array.from({ length: 4 }, anId);
    const over = new AbortController();
    const writing = Promise.all(
      ids.map(async (id) => {
        for (let version = 1; version <= 40; version += 1) {
          await write([id], { version });
          announce();
        }
      }),
    ).then(() => {
      over.abort();
    });
    let killed = 0;
    while (!over.signal.aborted) {
      // Terminates the connection that holds a webhook's lock.
      const rows = await database.rows(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'dispatcher' AND xact_start IS NOT NULL LIMIT 1`,
      );
      killed += rows.length;
      await setTimeout(5);
    }
    await writing;
    const expected = 160;
    for (const id of webhooks)
      await until('every change is ordered', async () => {
        announce();
        return (await ordered(id)).length >= expected;
      });

    expect(processes).toHaveLength(2);
    expect(killed).toBeGreaterThan(0);
    for (const id of webhooks) {
      const lines = await ordered(id);
      expect(new Set(lines).size).toBe(expected);
      expect(lines).toHaveLength(expected);
      for (const aggregate of ids)
        expect(lines.filter((line) => line.startsWith(aggregate))).toEqual(
          Array.from({ length: 40 }, (_, index) => `${aggregate} ${index + 1}`),
        );
    }
    const [{ count } = { count: 0 }] = await database.rows<{ count: number }>(
      `SELECT count(*)::int FROM jobs.job WHERE name = 'webhooks' AND (data ->> 'deliveryId')::uuid IN (
         SELECT id FROM webhook_deliveries WHERE webhook_id = ANY ($1))`,
      [webhooks],
    );
    expect(count).toBe(2 * expected);
  });
});
