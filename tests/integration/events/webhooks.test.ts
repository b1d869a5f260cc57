import type { AddressInfo } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { JobQueue } from '../../../src/adapters/jobs/job-queue';
import { WebhookDispatcher } from '../../../src/adapters/jobs/webhook-dispatcher';
import { WebhookWork } from '../../../src/adapters/jobs/webhook-work';
import { Announcer } from '../../../src/adapters/postgres/events/announcer';
import { PostgresChangeFeed } from '../../../src/adapters/postgres/events/change-feed';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaWebhookViews } from '../../../src/adapters/postgres/events/webhook-views';
import { isPrivateAddress } from '../../../src/adapters/webhooks/post';
import { actor } from '../../../src/domain/people/actor';
import { NoSuchDelivery } from '../../../src/domain/events/delivery';
import { WebhookTaken } from '../../../src/domain/events/webhook';
import type { WebhookDetails } from '../../../src/domain/events/webhook';
import {
  addWebhook,
  removeWebhook,
  sendDeliveryAgain,
} from '../../../src/service/events/webhook-service';
import type { DeliveryJob } from '../../../src/service/jobs';
import { unwatched } from '../../../src/service/watched';
import { anId } from '../../builders/license-builders';
import { until } from '../../race/until';
import { recordsOn, testDatabase, WEBHOOKS } from '../support';
import { transactionsOn } from '../database/support-sql';

const database = await testDatabase({ connections: 24 });
const { accepted } = transactionsOn(database);
const jobs = new JobQueue(database.pool);
const { secretOf } = WEBHOOKS;
const records = recordsOn(database, jobs);
const views = new PrismaWebhookViews(database.prisma);
const dispatcher = new WebhookDispatcher(database.prisma, jobs);
const endings: (() => unknown)[] = [];

beforeAll(async () => {
  // Retries without delay.
  await database.rows(
    `UPDATE jobs.queue SET retry_delay = 0, retry_backoff = false WHERE name = 'webhooks'`,
  );
});

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
  await database.rows(
    `UPDATE webhooks SET removed_by = 'test', removed_at = now() WHERE removed_at IS NULL`,
  );
});

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver that responds with these statuses in turn, then with the last one. */
async function aReceiver(...statuses: readonly number[]) {
  const got: Got[] = [];
  let noticed: () => void = () => undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const status = statuses[Math.min(got.length, statuses.length - 1)] ?? 204;
      got.push({ headers: request.headers, body });
      response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end();
      noticed();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    got,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/changes`,
    until: async (count: number) => {
      while (got.length < count)
        await new Promise<void>((resolve) => {
          noticed = resolve;
        });
    },
  };
}

/** Actor and time of a command. */
function given() {
  return { actor: actor('Ana'), at: new Date().toISOString() };
}

/** Adds a webhook as an admin. */
function add(details: WebhookDetails, webhookId = anId()) {
  return addWebhook({ webhookId, details, ...given() }, records);
}

async function aWebhook(
  url: string,
  aggregates: readonly string[] = ['license', 'content', 'contract'],
): Promise<string> {
  const webhookId = anId();
  await add({ name: 'Storefront', url, aggregates }, webhookId);
  return webhookId;
}

/** Starts to process deliveries, as the job process does. */
async function work(): Promise<void> {
  const queue = new JobQueue(database.pool, { isWorker: true });
  endings.push(() => queue.stop());
  const deliveries = new WebhookWork(records, WEBHOOKS, unwatched);
  await queue.work(
    'webhooks',
    (job, signal) => deliveries.do(job as DeliveryJob, signal),
    (job) => deliveries.giveUp(job as DeliveryJob),
    { atOnce: 2 },
  );
}

async function write(
  ids: readonly string[],
  { version = 1, aggregate = 'license' } = {},
): Promise<void> {
  await accepted(async (sql) => {
    const key = anId();
    await sql(
      `INSERT INTO commands (key, actor, digest, result, at) VALUES ($1, 'Nora', '', '{}', now())`,
      [key],
    );
    await sql(
      `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
       SELECT $3, id, $4, now(), 'Nora', $2::uuid, '{"kind": "offers-generated", "offers": []}' FROM unnest($1::uuid[]) id`,
      [ids, key, aggregate, version],
    );
  });
}

async function ordered(webhookId: string): Promise<readonly string[]> {
  const rows = await database.rows<{ line: string }>(
    `SELECT body -> 'data' ->> 'id' || ' ' || (body -> 'data' ->> 'version') AS line
     FROM webhook_deliveries WHERE webhook_id = $1 ORDER BY ordered_at, id`,
    [webhookId],
  );
  return rows.map(({ line }) => line);
}

async function settled(webhookId: string, count: number) {
  let over: Awaited<ReturnType<typeof views.deliveries>> = [];
  await until(`${count} deliveries are over`, async () => {
    const deliveries = await views.deliveries(webhookId, 100);
    over = deliveries.filter(({ state }) => state !== 'waiting');
    return over.length >= count;
  });
  return over;
}

describe('a delivery', () => {
  it('contains the change, signed with the secret that was shown', async () => {
    const receiver = await aReceiver(204);
    const webhookId = anId();
    const details = { name: 'Storefront', url: receiver.url, aggregates: ['license'] };
    const { secret } = await add(details, webhookId);
    const id = anId();
    await write([id]);
    await dispatcher.orderAll();
    await work();
    const [delivery] = await settled(webhookId, 1);

    const [{ headers, body } = { headers: {}, body: '' }] = receiver.got;
    const verified = new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(verified).toMatchObject({
      type: 'offers-generated',
      data: { aggregate: 'license', id, version: 1, actor: 'Nora' },
    });
    expect(headers['webhook-id']).toBe(delivery?.id);
    expect(delivery).toMatchObject({ state: 'delivered', tries: 1, version: 1, aggregateId: id });
    expect(delivery?.answer).toMatch(/^204 No Content, after \d+ ms\.$/);
    expect(() =>
      new Webhook(secret).verify(`${body} `, headers as Record<string, string>),
    ).toThrow();
    expect(() =>
      new Webhook(secretOf(anId())).verify(body, headers as Record<string, string>),
    ).toThrow();
  });

  it('is retried with the same id after an error and a redirect until it succeeds', async () => {
    const receiver = await aReceiver(500, 302, 200);
    const webhookId = await aWebhook(receiver.url);
    await write([anId()]);
    await dispatcher.orderAll();
    await work();
    const [delivery] = await settled(webhookId, 1);

    expect(delivery).toMatchObject({ state: 'delivered', tries: 3 });
    expect(receiver.got).toHaveLength(3);
    expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('fails after the last attempt, records the response, and can be resent manually', async () => {
    await database.rows(`UPDATE jobs.queue SET retry_limit = 1 WHERE name = 'webhooks'`);
    endings.push(() =>
      database.rows(`UPDATE jobs.queue SET retry_limit = 12 WHERE name = 'webhooks'`),
    );
    const receiver = await aReceiver(503, 503, 200);
    const webhookId = await aWebhook(receiver.url);
    await write([anId()]);
    await dispatcher.orderAll();
    await work();
    const [failed] = await settled(webhookId, 1);
    await sendDeliveryAgain({ deliveryId: failed?.id ?? '' }, records);
    await receiver.until(3);
    let delivered = failed;
    while (delivered?.state !== 'delivered') [delivered] = await settled(webhookId, 1);

    expect(failed).toMatchObject({ state: 'failed', tries: 2 });
    expect(failed?.answer).toMatch(/^503 Service Unavailable/);
    expect(delivered).toMatchObject({ state: 'delivered', tries: 1 });
  });

  it('is not sent once the webhook is removed', async () => {
    const receiver = await aReceiver(200);
    const [webhookId, other] = [await aWebhook(receiver.url), await aWebhook(receiver.url)];
    await write([anId()]);
    await dispatcher.orderAll();
    await removeWebhook({ webhookId, ...given() }, records);
    await work();
    const [delivery] = await settled(other, 1);
    await write([anId()]);
    await dispatcher.orderAll();

    expect(receiver.got.map(({ headers }) => headers['webhook-id'])).toContain(delivery?.id);
    expect((await views.deliveries(webhookId, 10)).map(({ state }) => state)).toEqual(['waiting']);
    expect(await views.webhook(webhookId)).toBeNull();
    await expect(
      sendDeliveryAgain(
        { deliveryId: (await views.deliveries(webhookId, 10))[0]?.id ?? '' },
        records,
      ),
    ).rejects.toThrow(NoSuchDelivery);
  });

  it('is not sent to a private network, by address or by name', async () => {
    const receiver = await aReceiver(200);
    const port = new URL(receiver.url).port;
    const deliveries = new WebhookWork(
      records,
      { ...WEBHOOKS, places: { mayBePrivate: false } },
      unwatched,
    );
    const answers: (string | null | undefined)[] = [];
    for (const url of [`https://127.0.0.1:${port}/`, `https://localhost:${port}/`]) {
      const webhookId = await aWebhook(url);
      await write([anId()]);
      await dispatcher.orderAll();
      const [waiting] = await views.deliveries(webhookId, 1);
      const job = { deliveryId: waiting?.id ?? '' };
      await expect(deliveries.do(job, new AbortController().signal)).rejects.toThrow();
      answers.push((await views.deliveries(webhookId, 1))[0]?.answer);
    }

    expect(answers).toEqual(
      Array(2).fill(
        'The URL points to a private network. Webhooks are sent only to public addresses.',
      ),
    );
    expect(receiver.got).toEqual([]);
  });

  it.each([
    ...['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.31.0.1', '192.168.1.1', '0.0.0.0'],
    ...['100.64.0.1', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '::ffff:a00:1'],
    ...['0:0:0:0:0:ffff:7f00:1', '::7f00:1', 'fec0::1', '64:ff9b::7f00:1', '2002:7f00:1::'],
    ...['198.18.0.1', '192.0.2.1', '224.0.0.1', '255.255.255.255', 'ff02::1', 'fe80::1%eth0'],
    ...['2001:db8::1', '2001::1', '3fff::1', 'no address'],
  ])('counts %s as private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'does not count %s as private',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );
});

describe('a webhook', () => {
  it('is added once from repeated requests, and another one with its id is refused', async () => {
    const webhookId = anId();
    const details = { name: 'Twice', url: 'https://example.com/hook', aggregates: ['license'] };
    const [first, second] = [await add(details, webhookId), await add(details, webhookId)];

    expect(second).toEqual({ ...first, replayed: true });
    expect((await views.list()).map(({ name }) => name)).toEqual(['Twice']);
    await expect(add({ ...details, name: 'Other' }, webhookId)).rejects.toThrow(WebhookTaken);
  });
});

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
      const key = anId();
      await sql(
        `INSERT INTO commands (key, actor, digest, result, at) VALUES ($1, 'Nora', '', '{}', now())`,
        [key],
      );
      await sql(
        `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
         VALUES ('license', $1, 1, now(), 'Nora', $2, '{"kind": "offers-generated", "offers": []}')`,
        [late, key],
      );
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
      endings.push(async () => {
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
