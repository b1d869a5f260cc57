import { Webhook } from 'standardwebhooks';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { JobQueue } from '../../../src/adapters/jobs/job-queue';
import { WebhookWork } from '../../../src/adapters/jobs/webhook-work';
import { PrismaWebhookViews } from '../../../src/adapters/postgres/events/webhook-views';
import { isPrivateAddress } from '../../../src/adapters/webhooks/post';
import { NoSuchDelivery } from '../../../src/domain/events/delivery';
import { WebhookTaken } from '../../../src/domain/events/webhook';
import { removeWebhook, sendDeliveryAgain } from '../../../src/service/events/webhook-service';
import type { DeliveryJob } from '../../../src/service/jobs';
import { unwatched } from '../../../src/service/watched';
import { anId } from '../../builders/license-builders';
import { until } from '../../race/until';
import { testDatabase, WEBHOOKS } from '../support';
import { aReceiver, given, webhooksOn } from './support-webhooks';

const database = await testDatabase({ connections: 24 });
const { records, dispatcher, add, aWebhook, write } = webhooksOn(database);
const { secretOf } = WEBHOOKS;
const views = new PrismaWebhookViews(database.prisma);

beforeAll(async () => {
  // Retries without delay.
  await database.rows(
    `UPDATE jobs.queue SET retry_delay = 0, retry_backoff = false WHERE name = 'webhooks'`,
  );
});

afterEach(async () => {
  await database.rows(
    `UPDATE webhooks SET removed_by = 'test', removed_at = now() WHERE removed_at IS NULL`,
  );
});

/** Starts to process deliveries, as the job process does. */
async function work(): Promise<void> {
  const queue = new JobQueue(database.pool, { isWorker: true });
  onTestFinished(() => queue.stop());
  const deliveries = new WebhookWork(records, WEBHOOKS, unwatched);
  await queue.work(
    'webhooks',
    (job, signal) => deliveries.do(job as DeliveryJob, signal),
    (job) => deliveries.giveUp(job as DeliveryJob),
    { atOnce: 2 },
  );
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
    onTestFinished(async () => {
      await database.rows(`UPDATE jobs.queue SET retry_limit = 12 WHERE name = 'webhooks'`);
    });
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
