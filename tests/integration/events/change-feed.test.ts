import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { Announcer } from '../../../src/adapters/postgres/events/announcer';
import { CHANNEL, PostgresChangeFeed } from '../../../src/adapters/postgres/events/change-feed';
import { readChanges } from '../../../src/adapters/postgres/events/change-reader';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import type { Change, ChangeBatch } from '../../../src/service/events/events';
import { PlaceUnreadable, TooSlow } from '../../../src/service/events/events';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { aCommand } from '../../builders/command-builders';
import { anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { transactionsOn } from '../database/support-sql';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase({ connections: 24 });
const { accepted } = transactionsOn(database);
const seed = new SeedData(database.unitOfWork);
const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Poll interval longer than any test, so that changes arrive only by notification. */
const NEVER = 600_000;

function aFeed(prisma = database.prisma, lookEvery?: number): PostgresChangeFeed {
  const feed = new PostgresChangeFeed(prisma, database.url, lookEvery);
  endings.push(() => feed.close());
  return feed;
}

/** Records the changes that a subscriber received. */
class Follower {
  readonly changes: Change[] = [];
  readonly batches: ChangeBatch[] = [];
  private readonly stopping = new AbortController();
  private readonly running: Promise<unknown>;
  private noticed: () => void = () => undefined;
  error: unknown = null;

  constructor(feed: PostgresChangeFeed, since: string | null = null) {
    this.running = this.follow(feed, since);
    endings.push(() => this.stop());
  }

  /** Resolves when every later commit will be delivered. */
  static async of(feed: PostgresChangeFeed, since: string | null = null): Promise<Follower> {
    const follower = new Follower(feed, since);
    await follower.until(() => follower.batches.length > 0);
    return follower;
  }

  get place(): string {
    return this.batches.at(-1)?.place ?? '';
  }

  versionsOf(id: string): readonly number[] {
    return this.changes.filter((change) => change.id === id).map(({ version }) => version);
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.error !== null) throw this.error as Error;
      await new Promise<void>((resolve) => {
        this.noticed = resolve;
      });
    }
  }

  /** Resolves when the subscription has ended. */
  async ended(): Promise<void> {
    await this.running;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended();
  }

  private async follow(feed: PostgresChangeFeed, since: string | null): Promise<void> {
    try {
      for await (const batch of feed.subscribe(since, this.stopping.signal)) {
        this.batches.push(batch);
        this.changes.push(...batch.changes);
        this.noticed();
      }
    } catch (error) {
      this.error = error;
    }
    this.noticed();
  }
}

function weeksOffer(week: number) {
  const start = new Date(Date.UTC(2026, 0, 5 + week * 7)).toISOString().slice(0, 10);
  const end = new Date(Date.UTC(2026, 0, 12 + week * 7)).toISOString().slice(0, 10);
  return offerFor(`Week ${week}`, { startsOn: start, endsOn: end });
}

/** A license at version 2; every call of `change` makes its next version. */
async function aLicense(unitOfWork = database.unitOfWork) {
  const id = await seed.license({ offers: [weeksOffer(0)] });
  let version = 2;
  return {
    id,
    change: async () => {
      const plan = { kind: 'at' as const, offers: [weeksOffer(version)] };
      await generateOffers(
        { ...aCommand(), licenseId: id, expectedVersion: version, plan },
        unitOfWork,
      );
      version += 1;
    },
  };
}

async function placeNow(): Promise<string> {
  return (await readChanges(database.prisma, null, 1)).place;
}

const LINE = `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
  SELECT 'license', id, $2, now(), 'Nora', $3::uuid, '{"kind": "offers-generated", "offers": []}' FROM unnest($1::uuid[]) id`;

/** Writes history entries without aggregates; the feed reads only history. */
async function writeLines(
  client: Pick<pg.PoolClient, 'query'>,
  ids: readonly string[],
  version: number,
): Promise<void> {
  const key = anId();
  await client.query(
    `INSERT INTO commands (key, actor, digest, result, at) VALUES ($1, 'Nora', '', '{}', now())`,
    [key],
  );
  await client.query(LINE, [[...ids], version, key]);
}

async function told(place: string): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (let from = place, hasMore = true; hasMore;) {
    const read = await readChanges(database.prisma, from, 3);
    changes.push(...read.changes.map(({ change }) => change));
    ({ place: from, hasMore } = read);
  }
  return changes;
}

describe('changes since a position', () => {
  it('are described in text, in the order of the versions', async () => {
    const place = await placeNow();
    const { id, change } = await aLicense();
    await change();

    const changes = (await told(place)).filter((one) => one.id === id);

    expect(changes.map(({ version, kind }) => [version, kind])).toEqual([
      [1, 'license-granted'],
      [2, 'offers-generated'],
      [3, 'offers-generated'],
    ]);
    expect(changes[0]).toMatchObject({
      aggregate: 'license',
      actor: 'Nora',
      actorId: null,
      at: '2026-03-04T05:06:07.000Z',
      importId: null,
    });
    expect(changes[2]?.words).toContain('Week 2');
  });

  it('include a change that began before the position and was committed after it', async () => {
    const [early, late] = [anId(), anId()];
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await writeLines(client, [early], 1);
    await accepted((sql) => writeLines({ query: sql } as never, [late], 1));
    const place = await placeNow();
    await client.query('COMMIT');
    client.release();

    expect((await told(place)).map(({ id }) => id)).toEqual([early]);
  });

  it('are returned in pages, each with a position to continue from', async () => {
    const place = await placeNow();
    const ids = Array.from({ length: 8 }, anId);
    await accepted((sql) => writeLines({ query: sql } as never, ids, 1));

    const first = await readChanges(database.prisma, place, 3);
    await accepted((sql) => writeLines({ query: sql } as never, ids, 2));
    const rest = await told(first.place);

    expect(first.hasMore).toBe(true);
    expect(
      [...first.changes.map(({ change }) => change), ...rest].map(({ version }) => version),
    ).toEqual([...ids.map(() => 1), ...ids.map(() => 2)]);
  });

  it('are empty without changes, even with transactions that changed nothing', async () => {
    const place = await placeNow();
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await writeLines(client, [anId()], 1);
    await client.query('ROLLBACK');
    client.release();

    expect(await told(place)).toEqual([]);
    expect(await placeNow()).toBe(place);
  });

  it('omit entries from a cluster that was further ahead, and include newer ones', async () => {
    const [restored, fresh] = [anId(), anId()];
    await accepted(async (sql) => {
      await writeLines({ query: sql } as never, [restored], 1);
      await sql('ALTER TABLE history DISABLE TRIGGER history_append_only');
      await sql(`UPDATE history SET transaction = '900000000000' WHERE aggregate_id = $1`, [
        restored,
      ]);
      await sql('ALTER TABLE history ENABLE TRIGGER history_append_only');
    });
    const place = await placeNow();
    await accepted((sql) => writeLines({ query: sql } as never, [fresh], 1));

    const next = await readChanges(database.prisma, place, 100);

    expect(next.changes.map(({ change }) => change.id)).toEqual([fresh]);
    expect(await told(next.place)).toEqual([]);
  });

  it('are refused for a position of another life of the database', async () => {
    const now = await placeNow();
    const [life = '', snapshot = ''] = now.split('/');
    const [cluster = '', timeline = '', epoch = '', mark = ''] = life.split('-');
    const another = mark.replace(/./g, (digit) => (digit === '0' ? '1' : '0'));
    for (const place of [
      `1${life}/${snapshot}`,
      `${life}/900000000000:900000000000:`,
      `${cluster}-${Number(timeline) + 1}-${epoch}-${mark}/${snapshot}`,
      `${cluster}-${timeline}-restored-${mark}/${snapshot}`,
      `${cluster}-${timeline}-${epoch}-${another}/${snapshot}`,
      // As it was written before places knew more than their cluster.
      `${cluster}/${snapshot}`,
    ]) {
      const read = await readChanges(database.prisma, place, 100);

      expect(read).toMatchObject({ isReset: true, changes: [] });
      // The transactions beside it are those of the whole cluster, and others come and go.
      expect(read.place.split('/')[0]).toBe(life);
    }
  });

  it.each(['', 'x', '1/5:3:', '1/1:2:3:4'])('are refused for the position %j', async (place) => {
    await expect(readChanges(database.prisma, place, 100)).rejects.toThrow(PlaceUnreadable);
  });
});

describe('following changes', () => {
  it('delivers a change that began before the subscription and was committed after it', async () => {
    const [early, late] = [anId(), anId()];
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await writeLines(client, [early], 1);
    await accepted((sql) => writeLines({ query: sql } as never, [late], 1));
    const follower = await Follower.of(aFeed());
    await client.query('COMMIT');
    client.release();
    await accepted((sql) => writeLines({ query: sql } as never, [late], 2));
    await follower.until(() => follower.versionsOf(late).length === 1);

    expect(follower.changes.map(({ id, version }) => [id, version])).toEqual([
      [early, 1],
      [late, 2],
    ]);
  });

  it('loses no change and keeps the order of versions, with 8 writers that commit late, across subscriptions', async () => {
    const feed = aFeed();
    const whole = await Follower.of(feed);
    const licenses = Array.from({ length: 8 }, anId);
    const shared = anId();
    let sharedVersion = 0;
    let turn = Promise.resolve();
    // A gate: after its write, a transaction waits until two others have committed.
    const gates: (() => void)[] = [];
    const pass = () => gates.shift()?.();
    let committed = 0;
    const writer = async (id: string, number: number) => {
      for (let version = 1; version <= 12; version += 1) {
        const client = await database.pool.connect();
        try {
          await client.query('BEGIN');
          await writeLines(client, [id], version);
          if ((number + version) % 3 === 0 && committed < 60)
            await new Promise<void>((resolve) => {
              gates.push(resolve);
              if (gates.length > 4) pass();
            });
          if (version % 4 === 0) {
            const before = turn;
            let done: () => void = () => undefined;
            turn = new Promise((resolve) => {
              done = resolve;
            });
            await before;
            sharedVersion += 1;
            await writeLines(client, [shared], sharedVersion);
            await client.query('COMMIT');
            done();
          } else await client.query('COMMIT');
          committed += 1;
          if (committed % 2 === 0 || committed >= 60) pass();
        } finally {
          client.release();
        }
      }
      while (gates.length > 0) pass();
    };
    const expected = 8 * 12 + 8 * 3;
    const writing = Promise.all(licenses.map(writer)).then(() =>
      new Announcer(database.prisma).announce(),
    );
    // Subscribers are cut off repeatedly and continue from their last position.
    const pieced: Change[] = [];
    const resume = async () => {
      let place = whole.batches[0]?.place ?? '';
      while (pieced.length < expected) {
        const follower = new Follower(feed, place);
        await follower.until(() => follower.changes.length > 0);
        await follower.stop();
        pieced.push(...follower.changes);
        place = follower.place;
      }
    };
    await Promise.all([writing, resume()]);
    await whole.until(() => whole.changes.length >= expected);

    for (const changes of [whole.changes, pieced]) {
      const versions = new Map<string, number[]>();
      for (const { id, version } of changes)
        versions.set(id, [...(versions.get(id) ?? []), version]);
      for (const id of licenses)
        expect(versions.get(id)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
      expect(versions.get(shared)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    }
  });

  it('continues after the listening connection was terminated', async () => {
    const follower = await Follower.of(aFeed());
    const { id, change } = await aLicense();
    await follower.until(() => follower.versionsOf(id).length === 2);
    const gone = await database.rows<{ ended: boolean }>(
      `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
       WHERE datname = current_database() AND query NOT LIKE '%pg_terminate%' AND pid <> pg_backend_pid()
         AND application_name = 'crms changes'`,
    );
    await change();
    await follower.until(() => follower.versionsOf(id).length === 3);

    expect(gone).toEqual([{ ended: true }]);
    expect(follower.versionsOf(id)).toEqual([1, 2, 3]);
  });

  it('notifies all subscribers of another process over one connection, without polling', async () => {
    const other = openDatabase(database.url, { connections: 2 });
    endings.push(() => other.close());
    const feed = aFeed(other.prisma, NEVER);
    const followers = await Promise.all([Follower.of(feed), Follower.of(feed), Follower.of(feed)]);
    const announcer = new Announcer(database.prisma);
    const { id, change } = await aLicense(
      new PrismaUnitOfWork(database.prisma, announcer.announce),
    );
    await change();
    for (const one of followers) await one.until(() => one.versionsOf(id).length === 3);
    const listening = await database.rows(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'crms changes'`,
    );

    expect(listening).toHaveLength(1);
    for (const one of followers) expect(one.versionsOf(id)).toEqual([1, 2, 3]);
  });

  it('notifies other processes once of several concurrent commits', async () => {
    const listener = new pg.Client({ connectionString: database.url });
    await listener.connect();
    endings.push(() => listener.end());
    let heard = 0;
    listener.on('notification', () => {
      heard += 1;
    });
    await listener.query(`LISTEN ${CHANNEL}`);
    const announcer = new Announcer(database.prisma);
    for (let times = 0; times < 50; times += 1) announcer.announce();
    await announcer.settled();
    await listener.query('SELECT 1');

    expect(heard).toBeGreaterThanOrEqual(1);
    expect(heard).toBeLessThanOrEqual(2);
  });

  it('drops a subscriber that is too far behind to buffer', async () => {
    const feed = aFeed();
    const stopping = new AbortController();
    endings.push(() => {
      stopping.abort();
    });
    const slow = feed.subscribe(null, stopping.signal)[Symbol.asyncIterator]();
    const begun = await slow.next();
    const first = slow.next();
    const quick = await Follower.of(feed);
    const place = quick.place;
    for (let version = 1; version <= 3; version += 1) {
      await accepted((sql) =>
        writeLines({ query: sql } as never, Array.from({ length: 2_000 }, anId), version),
      );
      await quick.until(() => quick.changes.length >= 2_000 * version);
    }
    await first;

    expect(begun.done).toBe(false);
    await expect(
      (async () => {
        for (;;) if ((await slow.next()).done === true) return;
      })(),
    ).rejects.toThrow(TooSlow);
    expect(quick.error).toBeNull();
    const resumed = await Follower.of(feed, place);
    await resumed.until(() => resumed.changes.length === 6_000);
  });

  it('ends for all subscribers when the feed is closed, with its connection', async () => {
    const feed = aFeed();
    const follower = await Follower.of(feed);
    await feed.close();
    await follower.ended();
    const late = new Follower(feed);
    await late.ended();

    expect(follower.error).toBeNull();
    expect(late.changes).toEqual([]);
    expect(feed.size).toBe(0);
  });
});
