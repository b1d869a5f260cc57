import { describe, expect, it } from 'vitest';
import type { Listener } from '../../../api/events/event-stream';
import { eventStream } from '../../../api/events/event-stream';
import { Announcer } from '../../../src/adapters/postgres/events/announcer';
import { PostgresChangeFeed } from '../../../src/adapters/postgres/events/change-feed';
import { makeToken, revokeToken, validToken } from '../../../src/service/people/token-service';
import { PrismaTokenViews } from '../../../src/adapters/postgres/people/token-repository';
import { actor } from '../../../src/domain/people/actor';
import { anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { transactionsOn } from '../database/support-sql';
import { writeLines } from './support-history';
import type { Timing } from './support-event-stream';
import { Client, served } from './support-event-stream';

const database = await testDatabase();
const { accepted } = transactionsOn(database);
const { announce } = new Announcer(database.prisma);
const ALLOWED: Listener = { id: 'anybody', isStillAllowed: () => Promise.resolve(true) };

/** @returns the address of the feed, served to anybody unless a listener is given */
function aServer({
  listener = ALLOWED,
  feed = aFeed(),
  timing = {},
}: {
  listener?: Listener;
  feed?: PostgresChangeFeed;
  timing?: Timing;
} = {}): Promise<string> {
  return served(feed, listener, timing);
}

function aFeed(): PostgresChangeFeed {
  return new PostgresChangeFeed(database.prisma, database.url);
}

const END_LISTENERS = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'crms changes'`;

/** Writes the first version of each id in one transaction. */
async function write(aggregate: string, ids: readonly string[]): Promise<void> {
  await accepted((sql) => writeLines(sql, ids, { aggregate }));
  announce();
}

describe('GET /api/v1/events', () => {
  it('sends a change with its actor, and an id with the last change of a transaction', async () => {
    const client = await Client.of(await aServer());
    const ids = [anId(), anId()];
    await write('license', ids);
    await client.until(() => client.events.length === 2);

    expect(client.events.map(({ event, change }) => [event, change.id])).toEqual(
      ids.map((id) => ['change', id]),
    );
    expect(client.events.map(({ id }) => id === null)).toEqual([true, false]);
    expect(client.events[0]?.change).toMatchObject({
      aggregate: 'license',
      version: 1,
      kind: 'offers-generated',
      actor: 'Nora',
    });
  });

  it('continues after Last-Event-ID without gaps or repetitions', async () => {
    const address = await aServer();
    const [told, missed, after] = [anId(), anId(), anId()];
    const first = await Client.of(address);
    await write('license', [told]);
    await first.until(() => first.events.length === 1);
    first.cut();
    await write('content', [missed]);
    const second = await Client.of(address, first.lastId);
    await second.until(() => second.events.length === 1);
    await write('contract', [after]);
    await second.until(() => second.events.length === 2);

    expect(second.events.map(({ change }) => change.id)).toEqual([missed, after]);
  });

  it('continues from its start position if no change has been sent', async () => {
    const address = await aServer();
    const first = await Client.of(address);
    first.cut();
    const id = anId();
    await write('license', [id]);
    const second = await Client.of(address, first.lastId);
    await second.until(() => second.events.length === 1);

    expect(second.events[0]?.change.id).toBe(id);
  });

  it('sends only changes that match the filter', async () => {
    const address = await aServer();
    const [license, other, title] = [anId(), anId(), anId()];
    const [byKind, byId] = [
      await Client.of(`${address}?aggregate=content`),
      await Client.of(`${address}?id=${license}&id=${title}`),
    ];
    await write('license', [license, other]);
    await write('content', [title]);
    await byKind.until(() => byKind.events.length === 1);
    await byId.until(() => byId.events.length === 2);

    expect(byKind.events.map(({ change }) => change.id)).toEqual([title]);
    expect(byId.events.map(({ change }) => change.id)).toEqual([license, title]);
  });

  it('sends keep-alive messages while nothing changes', async () => {
    const client = await Client.of(await aServer({ timing: { heartbeat: 20 } }));
    const begun = client.lastId;
    await client.until(() => client.heartbeats === 3);

    expect(client.events).toEqual([]);
    expect(client.lastId).toBe(begun);
  });

  it('advances its position with keep-alive messages, past changes that were filtered out', async () => {
    const address = await aServer({ timing: { heartbeat: 20 } });
    const narrowed = await Client.of(`${address}?aggregate=content`);
    const begun = narrowed.lastId;
    const [passed, next] = [anId(), anId()];
    await write('license', [passed]);
    await narrowed.until(() => narrowed.lastId !== begun);
    await write('license', [next]);
    const resumed = await Client.of(address, narrowed.lastId);
    await resumed.until(() => resumed.events.length > 0);

    expect(narrowed.events).toEqual([]);
    expect(resumed.events[0]?.change.id).toBe(next);
  });

  it('sends every change once and in order, although its database connection is terminated repeatedly', async () => {
    const client = await Client.of(await aServer());
    const ids = Array.from({ length: 40 }, anId);
    let ended = 0;
    for (const [index, id] of ids.entries()) {
      if (index % 8 === 4) {
        const before = ended;
        while (ended === before) ended += (await database.rows(END_LISTENERS)).length;
      }
      await write('license', [id]);
    }
    await client.until(() => client.events.length >= ids.length);

    expect(ended).toBeGreaterThanOrEqual(5);
    expect(client.events.map(({ change }) => change.id)).toEqual(ids);
    expect(client.isOver).toBe(false);
  });

  it('starts with the current versions if filtered by ids', async () => {
    const address = await aServer();
    const [id, other] = [anId(), anId()];
    await write('license', [id, other]);
    const client = await Client.of(`${address}?id=${id}`);
    await client.until(() => client.events.length === 1);

    expect(client.events[0]?.change).toMatchObject({ id, version: 1 });
  });

  it('is limited to 50 per person or token, and available again once one has ended', async () => {
    const id = anId();
    const address = await aServer({ listener: { ...ALLOWED, id } });
    const clients = await Promise.all(Array.from({ length: 50 }, () => Client.of(address)));
    const refused = await fetch(address);
    const [first] = clients;
    first?.cut();
    let again = refused.status;
    while (again === 429) again = (await Client.of(address)).status;

    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(again).toBe(200);
  });

  it('refuses to continue from a position of another database', async () => {
    const client = await Client.of(await aServer(), '1/3:3:');
    await client.until(() => client.events.length === 1);

    expect(client.events.map(({ event }) => event)).toEqual(['reset']);
    expect(client.lastId).not.toBe('1/3:3:');
  });

  it.each(['?aggregate=offer', '?id=7', '?aggregate='])('refuses the filter %s', async (query) => {
    const response = await fetch(`${await aServer()}${query}`);

    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid-input' });
  });

  it('refuses a Last-Event-ID that it never issued', async () => {
    const client = await Client.of(await aServer(), 'the last one');

    expect(client.status).toBe(422);
  });

  it('sends nothing after access is revoked, not even before it ends', async () => {
    let isAllowed = true;
    const listener = { id: anId(), isStillAllowed: () => Promise.resolve(isAllowed) };
    const client = await Client.of(await aServer({ listener, timing: { trust: 0 } }));
    const [told, kept] = [anId(), anId()];
    await write('license', [told]);
    await client.until(() => client.events.length === 1);
    isAllowed = false;
    await write('license', [kept]);
    await client.until(() => client.isOver);

    expect(client.events.map(({ change }) => change.id)).toEqual([told]);
  });

  it('ends within seconds when the token is revoked', async () => {
    const views = new PrismaTokenViews(database.prisma);
    const tokenId = anId();
    const given = () => ({ tokenId, actor: actor('Ana'), at: new Date().toISOString() });
    const details = { name: 'Importer', role: 'viewer', days: 1 };
    const { secret } = await makeToken({ ...given(), details }, database.records);
    const isStillAllowed = async () =>
      (await validToken(secret, new Date().toISOString(), views)) !== null;
    const client = await Client.of(await aServer({ listener: { id: tokenId, isStillAllowed } }));
    const id = anId();
    await write('license', [id]);
    await client.until(() => client.events.length === 1);
    await revokeToken(given(), database.records);
    await client.until(() => client.isOver);

    expect(client.isOver).toBe(true);
  });

  it('ends when the process closes its streams, and continues at another process', async () => {
    const feed = aFeed();
    const [here, elsewhere] = [await aServer({ feed }), await aServer()];
    const first = await Client.of(here);
    await feed.close();
    await first.until(() => first.isOver);
    const id = anId();
    await write('license', [id]);
    const second = await Client.of(elsewhere, first.lastId);
    await second.until(() => second.events.length === 1);

    expect(second.events[0]?.change.id).toBe(id);
  });

  it('drops a client that does not read, which can continue from the last event it read', async () => {
    const [feed, request] = [aFeed(), new Request('http://localhost/api/v1/events')];
    const response = await eventStream(request, feed, ALLOWED, { patience: 300 });
    const quick = await Client.of(await aServer({ feed }));
    await write('license', Array.from({ length: 4_000 }, anId));
    await quick.until(() => quick.events.length === 4_000);
    quick.cut();
    while (feed.size > 0) await new Promise(setImmediate);
    const text = await response.text();
    const taken = text.split('event: change').length - 1;
    const place = /.*^id: (.*)$/ms.exec(text)?.[1];
    const resumed = await Client.of(await aServer(), place);
    await resumed.until(() => resumed.events.length === 4_000 - taken);

    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(4_000);
  });
});
