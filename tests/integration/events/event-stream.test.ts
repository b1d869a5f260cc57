import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import type { Listener } from '../../../api/events/event-stream';
import { eventStream } from '../../../api/events/event-stream';
import { Problem } from '../../../api/problems/problem';
import { Announcer } from '../../../src/adapters/postgres/events/announcer';
import { PostgresChangeFeed } from '../../../src/adapters/postgres/events/change-feed';
import { makeToken, revokeToken, validToken } from '../../../src/service/people/token-service';
import { PrismaTokenViews } from '../../../src/adapters/postgres/people/token-repository';
import { actor } from '../../../src/domain/people/actor';
import type { Change } from '../../../src/service/events/events';
import { anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { transactionsOn } from '../database/support-sql';

const database = await testDatabase();
const { accepted } = transactionsOn(database);
const { announce } = new Announcer(database.prisma);
const endings: (() => unknown)[] = [];
const ALLOWED: Listener = { id: 'anybody', isStillAllowed: () => Promise.resolve(true) };

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Serves the feed over HTTP, as Next.js does. */
async function aServer({
  listener = ALLOWED,
  feed = aFeed(),
  timing = {},
}: {
  listener?: Listener;
  feed?: PostgresChangeFeed;
  timing?: Parameters<typeof eventStream>[3];
} = {}): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on('close', () => {
      gone.abort();
    });
    const headers = new Headers(incoming.headers as Record<string, string>);
    const request = new Request(`http://localhost${incoming.url ?? ''}`, {
      headers,
      signal: gone.signal,
    });
    void eventStream(request, feed, listener, timing)
      .catch((error: unknown) => {
        if (error instanceof Problem) return error.toResponse();
        throw error;
      })
      .then(async ({ status, headers: sent, body }) => {
        outgoing.writeHead(status, Object.fromEntries(sent));
        if (body === null) return outgoing.end();
        const reader = Readable.fromWeb(body as never);
        reader.on('error', () => undefined);
        outgoing.on('close', () => reader.destroy());
        return reader.pipe(outgoing);
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endings.push(async () => {
    await feed.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/events`;
}

function aFeed(): PostgresChangeFeed {
  return new PostgresChangeFeed(database.prisma, database.url);
}

interface Told {
  readonly event: string;
  readonly id: string | null;
  readonly change: Change;
}

/** A client that parses server-sent events by the standard. */
class Client {
  readonly events: Told[] = [];
  /** Number of keep-alive comments received. */
  heartbeats = 0;
  lastId = '';
  isOver = false;
  status = 0;
  private noticed: () => void = () => undefined;
  private readonly cutting = new AbortController();

  static async of(address: string, since = ''): Promise<Client> {
    const client = new Client();
    const response = await fetch(address, {
      headers: since === '' ? {} : { 'last-event-id': since },
      signal: client.cutting.signal,
    });
    client.status = response.status;
    endings.push(() => {
      client.cut();
    });
    void client.read(response);
    if (response.ok) await client.until(() => client.lastId !== '' || client.isOver);
    return client;
  }

  cut(): void {
    this.cutting.abort();
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds())
      await new Promise<void>((resolve) => {
        this.noticed = resolve;
      });
  }

  private async read({ body }: Response): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body ?? []) {
        text += Buffer.from(chunk).toString();
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        blocks.forEach((block) => {
          this.take(block);
        });
        this.noticed();
      }
    } catch {
      // The connection was cut.
    }
    this.isOver = true;
    this.noticed();
  }

  private take(block: string): void {
    if (block.startsWith(':')) this.heartbeats += 1;
    const fields = new Map(
      block
        .split('\n')
        .filter((line) => !line.startsWith(':'))
        .map((line) => line.split(/: (.*)/s, 2) as [string, string]),
    );
    const id = fields.get('id') ?? null;
    if (id !== null) this.lastId = id;
    const data = fields.get('data');
    if (data === undefined) return;
    this.events.push({
      event: fields.get('event') ?? '',
      id,
      change: JSON.parse(data) as Change,
    });
  }
}

const END_LISTENERS = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'crms changes'`;

/** Writes the first version of each id in one transaction. */
async function write(aggregate: string, ids: readonly string[]): Promise<void> {
  const key = anId();
  await accepted(async (sql) => {
    await sql(
      `INSERT INTO commands (key, actor, digest, result, at) VALUES ($1, 'Nora', '', '{}', now())`,
      [key],
    );
    await sql(
      `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
       SELECT $3, id, 1, now(), 'Nora', $2::uuid, '{"kind": "offers-generated", "offers": []}' FROM unnest($1::uuid[]) id`,
      [ids, key, aggregate],
    );
  });
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
