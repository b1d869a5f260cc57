import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import pg from 'pg';
import type { EmbeddedPostgres } from '../../scripts/database/embedded-postgres';
import { startEmbeddedPostgres } from '../../scripts/database/embedded-postgres';
import { campaignSize } from '../../tests/builders/effort';
import { until } from '../../tests/race/until';
import { CuttingProxy } from '../../tests/race/faults/cutting-proxy';
import type { Fleet } from './fleet';
import { expect } from '../fixtures';
import { APP, rows, sharedCluster, startFleet } from './fleet';
import type { Attempted } from './retrying-client';
import { ApiClient } from './retrying-client';

/*
 * An API client that loses responses. It retries each change with its idempotency key until it gets a response. Each change
 * must be stored once, and the response must match the stored data.
 */

const CUTS = campaignSize('Connections cut', { usual: 12, full: 60 });
const KILLS = campaignSize('App processes killed', { usual: 6, full: 20 });
const OUTAGES = campaignSize('Database outages', { usual: 12, full: 20 });

/** Two app processes that reach their database through a proxy that cuts connections on demand. */
interface FaultFixture {
  readonly fleet: Fleet;
  readonly proxy: CuttingProxy;
  readonly client: ApiClient;
}

const test = base.extend<{ setup: FaultFixture; ownCluster: OwnCluster | null }>({
  ownCluster: null,
  setup: async ({ ownCluster }, use, testInfo) => {
    const cluster = ownCluster?.url ?? sharedCluster();
    const proxy = await CuttingProxy.before(cluster);
    const fleet = await startFleet(
      cluster,
      (name) => testInfo.outputPath(name),
      (url) => Object.assign(new URL(url), { port: new URL(proxy.url).port }).href,
    );
    await use({ fleet, proxy, client: await ApiClient.of(fleet) });
    await fleet.stop();
    await proxy.close();
  },
});

test(`${CUTS} connections are cut around a commit, and every change is applied once`, async ({
  setup: { fleet, proxy, client },
}) => {
  test.slow();
  const front = await CuttingProxy.before(fleet.first.address);
  const tally = { replayed: 0, lost: 0, unknown: 0, cuts: 0 };
  for (let round = 0; round < CUTS; round += 1) {
    const change = client.next();
    const addresses = client.addresses(round);
    const fault = round % 4;
    let result: Attempted;
    if (fault === 0) {
      // The app detects the commit by itself.
      proxy.arm(change.key, 'commit', 1);
      result = await client.sendUntilAnswered(change, addresses);
      expect(result).toMatchObject({ isReplayed: true, before: [] });
    } else if (fault === 1) {
      // The commit may or may not be visible when the app checks.
      proxy.arm(change.key, 'request', 1);
      result = await client.sendUntilAnswered(change, addresses);
      expect(result.before).toEqual([]);
    } else if (fault === 2) {
      // Checks of the key are cut off too, until the app reports an unknown outcome.
      proxy.arm(change.key, 'commit', Infinity);
      result = await client.sendUntilAnswered(change, addresses, () => {
        proxy.disarm();
      });
      expect(result).toMatchObject({ isReplayed: true, before: ['outcome-unknown'] });
    } else {
      front.arm(change.key, 'reply', 1);
      result = await client.sendUntilAnswered(change, [new URL(front.url).origin, ...addresses]);
      expect(result).toMatchObject({ isReplayed: true, before: ['lost'] });
    }
    await client.expectStoredOnce(change, result);
    expect(proxy.cuts + front.cuts).toBeGreaterThan(tally.cuts);
    tally.cuts = proxy.cuts + front.cuts;
    tally.replayed += result.isReplayed && fault !== 1 ? 1 : 0;
    tally.lost += result.before.filter((one) => one === 'lost').length;
    tally.unknown += result.before.filter((one) => one === 'outcome-unknown').length;
  }
  await front.close();

  expect(tally).toMatchObject({ replayed: (CUTS / 4) * 3, lost: CUTS / 4, unknown: CUTS / 4 });
  await client.expectNoFindings();
});

test(`${KILLS} app processes are killed during a change, and every change is applied once`, async ({
  setup: { fleet, proxy, client },
}) => {
  test.slow();
  let killed = 0;
  for (let round = 0; round < KILLS; round += 1) {
    const change = client.next();
    const victim = round % 2 === 0 ? fleet.first : fleet.second;
    const cut = (['unsent', 'commit', 'request'] as const)[round % 3] ?? 'commit';
    proxy.arm(change.key, cut, 1, async () => {
      await victim.kill();
      killed += 1;
    });
    const result = await client.sendUntilAnswered(change, client.addresses(round));
    expect(result.before[0]).toBe('lost');
    if (cut !== 'request') expect(result.isReplayed).toBe(cut === 'commit');
    await client.expectStoredOnce(change, result);
    await victim.start();
  }

  expect(killed).toBe(KILLS);
  await client.expectNoFindings();
});

/** A separate database server, which can be killed. */
class OwnCluster {
  private constructor(
    private readonly dataDir: string,
    private server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<OwnCluster> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'crms-outage-'));
    chmodSync(dataDir, 0o755);
    const log = path.join(dataDir, 'postgres.log');
    return new OwnCluster(dataDir, await startEmbeddedPostgres({ dataDir, log }));
  }

  get url(): string {
    return this.server.superuserUrl;
  }

  async restart(): Promise<void> {
    const { exited, pid, port } = this.server;
    process.kill(pid, 'SIGKILL');
    await exited;
    const log = path.join(this.dataDir, 'postgres.log');
    this.server = await startEmbeddedPostgres({ dataDir: this.dataDir, log, port });
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

test.describe('with a separate database server', () => {
  test.use({
    ownCluster: async ({}, use) => {
      const cluster = await OwnCluster.start();
      await use(cluster);
      await cluster.stop();
    },
  });

  test(`the database fails ${OUTAGES} times during a change, and every change is applied once`, async ({
    setup: { fleet, proxy, client },
    ownCluster,
  }) => {
    test.slow();
    const tally = { restarts: 0, replayed: 0 };
    for (let round = 0; round < OUTAGES; round += 1) {
      const change = client.next();
      const isAfterCommit = round % 4 < 2;
      const isRestart = round % 5 === 4;
      const causeOutage = async () => {
        if (!isRestart) return terminateAll(fleet, { whenWaiting: !isAfterCommit });
        if (!isAfterCommit) await waitForLockWaiter(fleet);
        await ownCluster?.restart();
        tally.restarts += 1;
      };
      let result: Attempted;
      if (isAfterCommit) {
        proxy.arm(change.key, 'commit', 1, causeOutage);
        result = await client.sendUntilAnswered(change, client.addresses(round));
      } else {
        const lock = await lockLicense(fleet, client.licenseId);
        const answer = client.sendUntilAnswered(change, client.addresses(round));
        await causeOutage();
        await lock.release();
        result = await answer;
      }
      expect(result.isReplayed).toBe(isAfterCommit);
      tally.replayed += result.isReplayed ? 1 : 0;
      await client.expectStoredOnce(change, result);
    }

    expect(tally).toEqual({ restarts: Math.floor(OUTAGES / 5), replayed: OUTAGES / 2 });
    await client.expectNoFindings();
  });
});

const OF_APP = `datname = current_database() AND usename = '${APP.role}'`;
const WAITING = `SELECT FROM pg_stat_activity WHERE ${OF_APP} AND wait_event_type = 'Lock'`;

/** Terminates all connections of the app, at least one; optionally once a statement of the app waits for a lock. */
async function terminateAll(
  { ownerUrl }: Fleet,
  { whenWaiting }: { readonly whenWaiting: boolean },
): Promise<void> {
  const condition = whenWaiting ? `EXISTS (${WAITING})` : 'true';
  const terminate = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${OF_APP} AND ${condition}`;
  await until(
    'a connection of the app is terminated',
    async () => (await rows(ownerUrl, terminate)).length > 0,
  );
}

/** Resolves when a statement of the app waits for a lock. */
async function waitForLockWaiter({ ownerUrl }: Fleet): Promise<void> {
  await until(
    'a statement of the app waits for a lock',
    async () => (await rows(ownerUrl, WAITING)).length > 0,
  );
}

/** Locks a license, so that changes to it and assignments of its offers wait within a statement. */
async function lockLicense({ ownerUrl }: Fleet, licenseId: string) {
  const connection = new pg.Client({ connectionString: ownerUrl });
  let isGone = false;
  connection.on('error', () => {
    isGone = true;
  });
  await connection.connect();
  await connection.query('BEGIN');
  await connection.query('SELECT FROM licenses WHERE id = $1 FOR UPDATE', [licenseId]);
  return {
    /** Releases the lock, unless it ended with its server. */
    release: async () => {
      if (!isGone) await connection.end();
    },
  };
}
