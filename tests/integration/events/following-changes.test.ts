import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Announcer } from '../../../src/adapters/postgres/events/announcer';
import { CHANNEL, PostgresChangeFeed } from '../../../src/adapters/postgres/events/change-feed';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import type { Change } from '../../../src/service/events/events';
import { TooSlow } from '../../../src/service/events/events';
import { anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { transactionsOn } from '../database/support-sql';
import { Follower, changingLicensesOn } from './support-changes';
import { writeLines } from './support-history';

const database = await testDatabase({ connections: 24 });
const { accepted } = transactionsOn(database);
const { aLicense } = changingLicensesOn(database);

/** Poll interval longer than any test, so that changes arrive only by notification. */
const NEVER = 600_000;

function aFeed(prisma = database.prisma, lookEvery?: number): PostgresChangeFeed {
  const feed = new PostgresChangeFeed(prisma, database.url, lookEvery);
  onTestFinished(() => feed.close());
  return feed;
}

describe('following changes', () => {
  it('delivers a change that began before the subscription and was committed after it', async () => {
    const [early, late] = [anId(), anId()];
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await writeLines((text, values) => client.query(text, values), [early]);
    await accepted((sql) => writeLines(sql, [late]));
    const follower = await Follower.of(aFeed());
    await client.query('COMMIT');
    client.release();
    await accepted((sql) => writeLines(sql, [late], { version: 2 }));
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
          await writeLines((text, values) => client.query(text, values), [id], { version });
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
            await writeLines((text, values) => client.query(text, values), [shared], {
              version: sharedVersion,
            });
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
    onTestFinished(() => other.close());
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
    onTestFinished(() => listener.end());
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
    onTestFinished(() => {
      stopping.abort();
    });
    const slow = feed.subscribe(null, stopping.signal)[Symbol.asyncIterator]();
    const begun = await slow.next();
    const first = slow.next();
    const quick = await Follower.of(feed);
    const place = quick.place;
    for (let version = 1; version <= 3; version += 1) {
      await accepted((sql) => writeLines(sql, Array.from({ length: 2_000 }, anId), { version }));
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
