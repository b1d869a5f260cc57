import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test as base } from '@playwright/test';
import pg from 'pg';
import type { EmbeddedPostgres } from '../../scripts/database/embedded-postgres';
import { startEmbeddedPostgres } from '../../scripts/database/embedded-postgres';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { addDays, isoDate } from '../../src/domain/values/date-range';
import { DEVICES } from '../../src/domain/values/device';
import { campaignSize } from '../../tests/builders/effort';
import { until } from '../../tests/race/until';
import { CuttingProxy } from '../../tests/race/cutting-proxy';
import { findingsIn } from '../../tests/race/answer-log';
import type { Fleet } from './fleet';
import { expect } from '../fixtures';
import { APP, rows, sharedCluster, startFleet } from './fleet';
import { on, SeedData, YEAR } from '../seed-data';
import { onePrice } from '../../src/domain/license/price-list';

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

interface Version {
  readonly id: string;
  readonly version: number;
}

/** A change for the API. */
interface Change {
  readonly key: string;
  readonly path: string;
  /** Base version, if a single version identifies it. */
  readonly ifMatch: string | null;
  readonly body: object;
  readonly kind: 'offers-generated' | 'offer-assigned';
  /** Versions it should create, ordered by id. */
  readonly makes: readonly Version[];
}

/** The response, equal for every repetition. */
interface StoredAnswer {
  readonly status: number;
  readonly etag: string | null;
  readonly text: string;
}

interface Attempted {
  readonly answer: StoredAnswer;
  readonly isReplayed: boolean;
  /** Failed attempts before it: problem codes that ask for a retry, or `lost` for a broken connection. */
  readonly before: readonly string[];
}

/** Adds weekly offers to a license and assigns each to two titles: a change of one aggregate, then one of several. */
class ApiClient {
  private readonly accepted: { key: string; id: string; version: number; kind: Change['kind'] }[] =
    [];
  private made = 0;

  private constructor(
    private readonly fleet: Fleet,
    readonly licenseId: string,
    private readonly titleIds: readonly string[],
  ) {}

  static async of(fleet: Fleet): Promise<ApiClient> {
    const database = openDatabase(fleet.ownerUrl, { connections: 1 });
    const seed = new SeedData(database);
    const offer = { name: 'First', firstDay: on('01-01'), lastDay: on('01-31') };
    const license = await seed.license({ lastDay: null, offers: [offer] });
    const titles = [await seed.title({ license, offer }), await seed.title({ license, offer })];
    await database.close();
    return new ApiClient(fleet, license.id, titles.map(({ id }) => id).sort());
  }

  next(): Change {
    const week = Math.floor(this.made / 2);
    const isOffer = this.made % 2 === 0;
    this.made += 1;
    const key = randomUUID();
    const startsOn = addDays(isoDate(`${YEAR + 1}-01-01`), 7 * week);
    const offer = {
      name: `Week ${week}`,
      prices: onePrice({ minor: 499, currency: 'USD' }),
      window: { startsOn, endsOn: addDays(startsOn, 7) },
      devices: DEVICES,
    };
    // The license was granted at version 1 and has had its first offer since; so have the titles by being registered.
    const [license, title] = [week + 2, week + 1];
    if (isOffer)
      return {
        key,
        path: `/licenses/${this.licenseId}/offers`,
        ifMatch: `"${license}"`,
        body: { kind: 'at', offers: [offer] },
        kind: 'offers-generated',
        makes: [{ id: this.licenseId, version: license + 1 }],
      };
    return {
      key,
      path: `/licenses/${this.licenseId}/assignments`,
      ifMatch: null,
      body: {
        offer,
        titles: this.titleIds.map((contentId) => ({ contentId, version: title })),
      },
      kind: 'offer-assigned',
      makes: this.titleIds.map((id) => ({ id, version: title + 1 })),
    };
  }

  /**
   * Sends a change with its key to the addresses in turn until it gets a final response.
   *
   * @param onRetry is called before each retry
   */
  async sendUntilAnswered(
    change: Change,
    addresses: readonly string[],
    onRetry: () => void = () => undefined,
  ): Promise<Attempted> {
    const before: string[] = [];
    for (;;) {
      const address = addresses[before.length % addresses.length] ?? '';
      try {
        const response = await this.send(change, address);
        const { status, headers } = response;
        const text = await response.text();
        if (status !== 503)
          return {
            answer: { status, etag: headers.get('etag'), text },
            isReplayed: headers.get('idempotency-replayed') === 'true',
            before,
          };
        before.push((JSON.parse(text) as { code: string }).code);
        onRetry();
        await setTimeout(1_000 * Number(headers.get('retry-after')));
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        before.push('lost');
        onRetry();
      }
    }
  }

  /** Expects that the change was stored once, that the response matches it, and that every process replays it. */
  async expectStoredOnce(change: Change, { answer }: Attempted): Promise<void> {
    expect(answer.status, answer.text).toBe(200);
    const stored = await rows<Version>(
      this.fleet.ownerUrl,
      `SELECT aggregate_id AS id, version FROM history WHERE command_key = '${change.key}' ORDER BY 1`,
    );
    expect(stored).toEqual(change.makes);
    expect(versionsIn(answer)).toEqual(stored);
    for (const address of this.addresses()) {
      const again = await this.sendUntilAnswered(change, [address]);
      expect(again).toMatchObject({ answer, isReplayed: true });
    }
    const { key, kind } = change;
    for (const one of stored) this.accepted.push({ key, kind, ...one });
  }

  /** Expects that the stored data satisfies every invariant and matches all responses. */
  async expectNoFindings(): Promise<void> {
    const answers = { accepted: this.accepted, refused: [] };
    expect(await findingsIn(this.fleet.ownerUrl, answers)).toEqual([]);
  }

  /** Addresses of the ready processes, starting with the one that alternates by round. */
  addresses(round = 0): readonly string[] {
    const { first, second } = this.fleet;
    const order = round % 2 === 0 ? [first, second] : [second, first];
    return order.filter(({ isReady }) => isReady).map(({ address }) => address);
  }

  private send({ key, path: resource, ifMatch, body }: Change, app: string): Promise<Response> {
    return fetch(`${app}/api/v1${resource}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.fleet.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(ifMatch === null ? {} : { 'if-match': ifMatch }),
      },
      body: JSON.stringify(body),
    });
  }
}

function versionsIn({ etag, text }: StoredAnswer): readonly Version[] {
  const body = JSON.parse(text) as Version | { assigned: readonly Version[] };
  const versions = 'assigned' in body ? body.assigned : [body];
  if (etag !== null) expect(versions.map(({ version }) => `"${version}"`)).toEqual([etag]);
  return versions
    .map(({ id, version }) => ({ id, version }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

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
