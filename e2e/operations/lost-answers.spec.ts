import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test as base } from '@playwright/test';
import pg from 'pg';
import type { EmbeddedPostgres } from '../../scripts/database/embedded-postgres';
import { startEmbeddedPostgres } from '../../scripts/database/embedded-postgres';
import { openDatabase } from '../../src/adapters/postgres/database';
import { addDays, isoDate } from '../../src/domain/values/date-range';
import { DEVICES } from '../../src/domain/values/device';
import { campaignSize } from '../../tests/builders/effort';
import { until } from '../../tests/race/until';
import { CuttingProxy } from '../../tests/race/cutting-proxy';
import { findingsIn } from '../../tests/race/answer-log';
import type { Fleet } from './fleet';
import { expect } from '../fixtures';
import { APP, rows, sharedCluster, startFleet } from './fleet';
import { on, Stock, YEAR } from '../stock';

/*
 * A program that calls the HTTP API and loses its answers: of a hundred changes, each is sent with its key until it is
 * answered, is stored once, and is answered with what is stored.
 */

const CUTS = campaignSize('Connections cut', { usual: 12, full: 60 });
const KILLS = campaignSize('App processes killed', { usual: 6, full: 20 });
const OUTAGES = campaignSize('Database outages', { usual: 12, full: 20 });

/** Two app processes that reach their database by way of a line that breaks on demand. */
interface Scene {
  readonly fleet: Fleet;
  readonly line: CuttingProxy;
  readonly program: Program;
}

const test = base.extend<{ scene: Scene; ownCluster: OwnCluster | null }>({
  ownCluster: null,
  scene: async ({ ownCluster }, use, testInfo) => {
    const cluster = ownCluster?.url ?? sharedCluster();
    const line = await CuttingProxy.before(cluster);
    const fleet = await startFleet(
      cluster,
      (name) => testInfo.outputPath(name),
      (url) => Object.assign(new URL(url), { port: new URL(line.url).port }).href,
    );
    await use({ fleet, line, program: await Program.of(fleet) });
    await fleet.stop();
    await line.close();
  },
});

interface Version {
  readonly id: string;
  readonly version: number;
}

/** A change as the API takes it. */
interface Change {
  readonly key: string;
  readonly path: string;
  /** What it is made against, where one version is enough to say so. */
  readonly ifMatch: string | null;
  readonly body: object;
  readonly kind: 'offers-generated' | 'offer-assigned';
  /** What it is to make, in the order of the ids. */
  readonly makes: readonly Version[];
}

/** The one true answer, however often it is given. */
interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly text: string;
}

interface Told {
  readonly answer: Answer;
  readonly isReplayed: boolean;
  /** What came before: codes of problems that ask to be repeated, or `lost` for a connection that broke. */
  readonly before: readonly string[];
}

/** Fills a license with offers, one a week, and assigns each to two titles: one aggregate in one change, then several. */
class Program {
  private readonly accepted: { key: string; id: string; version: number; kind: Change['kind'] }[] =
    [];
  private made = 0;

  private constructor(
    private readonly fleet: Fleet,
    readonly licenseId: string,
    private readonly titleIds: readonly string[],
  ) {}

  static async of(fleet: Fleet): Promise<Program> {
    const database = openDatabase(fleet.ownerUrl, { connections: 1 });
    const stock = new Stock(database);
    const offer = { name: 'First', firstDay: on('01-01'), lastDay: on('01-31') };
    const license = await stock.license({ lastDay: null, offers: [offer] });
    const titles = [await stock.title({ license, offer }), await stock.title({ license, offer })];
    await database.close();
    return new Program(fleet, license.id, titles.map(({ id }) => id).sort());
  }

  next(): Change {
    const week = Math.floor(this.made / 2);
    const isOffer = this.made % 2 === 0;
    this.made += 1;
    const key = randomUUID();
    const startsOn = addDays(isoDate(`${YEAR + 1}-01-01`), 7 * week);
    const offer = {
      name: `Week ${week}`,
      price: { minor: 499, currency: 'USD' },
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
   * Sends a change with its key, at one address after the other, until it is answered for good.
   *
   * @param repeating is called whenever it is not
   */
  async answered(
    change: Change,
    addresses: readonly string[],
    repeating: () => void = () => undefined,
  ): Promise<Told> {
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
        repeating();
        await setTimeout(1_000 * Number(headers.get('retry-after')));
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        before.push('lost');
        repeating();
      }
    }
  }

  /** It was done once, the answer says what is stored, and says the same whenever it is asked for, wherever. */
  async expectTruth(change: Change, { answer }: Told): Promise<void> {
    expect(answer.status, answer.text).toBe(200);
    const stored = await rows<Version>(
      this.fleet.ownerUrl,
      `SELECT aggregate_id AS id, version FROM history WHERE command_key = '${change.key}' ORDER BY 1`,
    );
    expect(stored).toEqual(change.makes);
    expect(versionsIn(answer)).toEqual(stored);
    for (const address of this.addresses()) {
      const again = await this.answered(change, [address]);
      expect(again).toMatchObject({ answer, isReplayed: true });
    }
    const { key, kind } = change;
    for (const one of stored) this.accepted.push({ key, kind, ...one });
  }

  /** Whatever is stored keeps every promise, and is what this program was told. */
  async expectNothingWrong(): Promise<void> {
    const answers = { accepted: this.accepted, refused: [] };
    expect(await findingsIn(this.fleet.ownerUrl, answers)).toEqual([]);
  }

  /** Of the processes that are there, beginning with the one that a round is about. */
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

function versionsIn({ etag, text }: Answer): readonly Version[] {
  const said = JSON.parse(text) as Version | { assigned: readonly Version[] };
  const versions = 'assigned' in said ? said.assigned : [said];
  if (etag !== null) expect(versions.map(({ version }) => `"${version}"`)).toEqual([etag]);
  return versions
    .map(({ id, version }) => ({ id, version }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

test(`${CUTS} connections are cut around a commit, and every change is done once`, async ({
  scene: { fleet, line, program },
}) => {
  test.slow();
  const front = await CuttingProxy.before(fleet.first.address);
  const tally = { replayed: 0, lost: 0, unknown: 0, cuts: 0 };
  for (let round = 0; round < CUTS; round += 1) {
    const change = program.next();
    const addresses = program.addresses(round);
    const fault = round % 4;
    let told: Told;
    if (fault === 0) {
      // The app finds out by itself.
      line.arm(change.key, 'commit', 1);
      told = await program.answered(change, addresses);
      expect(told).toMatchObject({ isReplayed: true, before: [] });
    } else if (fault === 1) {
      // Whether the commit is there already when the app asks, nobody knows.
      line.arm(change.key, 'request', 1);
      told = await program.answered(change, addresses);
      expect(told.before).toEqual([]);
    } else if (fault === 2) {
      // Whoever asks about the key is cut off as well, until the app says that it does not know.
      line.arm(change.key, 'commit', Infinity);
      told = await program.answered(change, addresses, () => {
        line.disarm();
      });
      expect(told).toMatchObject({ isReplayed: true, before: ['outcome-unknown'] });
    } else {
      front.arm(change.key, 'reply', 1);
      told = await program.answered(change, [new URL(front.url).origin, ...addresses]);
      expect(told).toMatchObject({ isReplayed: true, before: ['lost'] });
    }
    await program.expectTruth(change, told);
    expect(line.cuts + front.cuts).toBeGreaterThan(tally.cuts);
    tally.cuts = line.cuts + front.cuts;
    tally.replayed += told.isReplayed && fault !== 1 ? 1 : 0;
    tally.lost += told.before.filter((one) => one === 'lost').length;
    tally.unknown += told.before.filter((one) => one === 'outcome-unknown').length;
  }
  await front.close();

  expect(tally).toMatchObject({ replayed: (CUTS / 4) * 3, lost: CUTS / 4, unknown: CUTS / 4 });
  await program.expectNothingWrong();
});

test(`${KILLS} app processes are killed in the middle of a change, and every change is done once`, async ({
  scene: { fleet, line, program },
}) => {
  test.slow();
  let killed = 0;
  for (let round = 0; round < KILLS; round += 1) {
    const change = program.next();
    const victim = round % 2 === 0 ? fleet.first : fleet.second;
    const cut = (['unsent', 'commit', 'request'] as const)[round % 3] ?? 'commit';
    line.arm(change.key, cut, 1, async () => {
      await victim.kill();
      killed += 1;
    });
    const told = await program.answered(change, program.addresses(round));
    expect(told.before[0]).toBe('lost');
    if (cut !== 'request') expect(told.isReplayed).toBe(cut === 'commit');
    await program.expectTruth(change, told);
    await victim.start();
  }

  expect(killed).toBe(KILLS);
  await program.expectNothingWrong();
});

/** A server of a test's own, which can be killed. */
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

test.describe('with a database server of its own', () => {
  test.use({
    ownCluster: async ({}, use) => {
      const cluster = await OwnCluster.start();
      await use(cluster);
      await cluster.stop();
    },
  });

  test(`the database goes away ${OUTAGES} times in the middle of a change, and every change is done once`, async ({
    scene: { fleet, line, program },
    ownCluster,
  }) => {
    test.slow();
    const tally = { restarts: 0, replayed: 0 };
    for (let round = 0; round < OUTAGES; round += 1) {
      const change = program.next();
      const isAfterCommit = round % 4 < 2;
      const isRestart = round % 5 === 4;
      const strike = async () => {
        if (!isRestart) return terminateAll(fleet, { whenWaiting: !isAfterCommit });
        if (!isAfterCommit) await somebodyWaits(fleet);
        await ownCluster?.restart();
        tally.restarts += 1;
      };
      let told: Told;
      if (isAfterCommit) {
        line.arm(change.key, 'commit', 1, strike);
        told = await program.answered(change, program.addresses(round));
      } else {
        const lock = await locked(fleet, program.licenseId);
        const answer = program.answered(change, program.addresses(round));
        await strike();
        await lock.letGo();
        told = await answer;
      }
      expect(told.isReplayed).toBe(isAfterCommit);
      tally.replayed += told.isReplayed ? 1 : 0;
      await program.expectTruth(change, told);
    }

    expect(tally).toEqual({ restarts: Math.floor(OUTAGES / 5), replayed: OUTAGES / 2 });
    await program.expectNothingWrong();
  });
});

const OF_APP = `datname = current_database() AND usename = '${APP.role}'`;
const WAITING = `SELECT FROM pg_stat_activity WHERE ${OF_APP} AND wait_event_type = 'Lock'`;

/** Ends every connection of the app's, at least one; or all as soon as a statement on one of them waits for a lock. */
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

/** Resolves when a statement of the app's waits for a lock. */
async function somebodyWaits({ ownerUrl }: Fleet): Promise<void> {
  await until(
    'a statement of the app waits for a lock',
    async () => (await rows(ownerUrl, WAITING)).length > 0,
  );
}

/** Holds a license, so that whoever changes it, or assigns an offer of it, waits in the middle of its statement. */
async function locked({ ownerUrl }: Fleet, licenseId: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  let isGone = false;
  client.on('error', () => {
    isGone = true;
  });
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT FROM licenses WHERE id = $1 FOR UPDATE', [licenseId]);
  return {
    /** Or nothing, when it went with its server. */
    letGo: async () => {
      if (!isGone) await client.end();
    },
  };
}
