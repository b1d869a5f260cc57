import { randomUUID } from 'node:crypto';
import { expect, test as base } from '@playwright/test';
import pg from 'pg';
import { asRole, grantToApp, makeAppRole } from '../../scripts/database/database-roles';
import getPort from 'get-port';
import { applyMigrations } from '../../scripts/database/schema-engine';
import type { WebServer } from '../../scripts/processes/web-server';
import { startWebServer } from '../../scripts/processes/web-server';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { JobQueue } from '../../src/adapters/jobs/job-queue';
import { webhookSettings } from '../../src/adapters/webhooks/signature';
import { PrismaRecordStore } from '../../src/adapters/postgres/record-store';
import { actor } from '../../src/domain/people/actor';
import { makeToken } from '../../src/service/people/token-service';

/** Database role of the processes. */
export const APP = { role: 'crms_e2e_processes', password: 'only-for-tests' };

/** One app process behind the balancer of this test. */
export class AppProcess {
  private server: WebServer | null = null;
  isReady = false;
  port = 0;

  constructor(
    private readonly env: Readonly<Record<string, string>>,
    private readonly log: string,
  ) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when the process is ready, which on a busy machine may be later than it is healthy. */
  async start(): Promise<void> {
    this.port = await getPort();
    this.server = await startWebServer({
      mode: 'start',
      port: this.port,
      distDir: process.env.CRMS_DIST_DIR ?? '.next-test',
      env: this.env,
      log: this.log,
    });
    await expect.poll(() => this.checkReadiness(), { timeout: 60_000 }).toBe(200);
  }

  /** Checks readiness, as a load balancer does. A process that is not ready gets no new requests. */
  async checkReadiness(): Promise<number> {
    const status = await fetch(`${this.address}/readyz`).then(
      async (response) => {
        await response.text();
        return response.status;
      },
      () => 0,
    );
    this.isReady = status === 200;
    return status;
  }

  /** Sends SIGTERM, as an operator does. Returns the exit code, the duration in milliseconds, and whether it was unready first. */
  async terminate(): Promise<{ code: number | null; took: number; refusedFirst: boolean }> {
    if (this.server === null) throw new Error('It was not started.');
    const begun = performance.now();
    process.kill(this.server.pid, 'SIGTERM');
    let status = 200;
    while (status === 200) status = await this.checkReadiness();
    const { code } = await this.server.exited;
    return { code, took: performance.now() - begun, refusedFirst: status === 503 };
  }

  /** Sends SIGKILL, as a machine out of memory does. */
  async kill(): Promise<void> {
    this.isReady = false;
    await this.server?.stop({ signal: 'SIGKILL' });
    await this.server?.exited;
  }

  async stop(): Promise<void> {
    await this.server?.stop({ graceMs: 15_000 });
  }
}

export interface Fleet {
  readonly first: AppProcess;
  readonly second: AppProcess;
  readonly token: string;
  readonly ownerUrl: string;
}

export interface StartedFleet extends Fleet {
  stop(): Promise<void>;
}

/** A separate database, with the settings for app processes. */
export interface OwnDatabase {
  readonly ownerUrl: string;
  /** Environment of a process. */
  readonly env: Readonly<Record<string, string>> & { readonly CRMS_SECRET: string };
  readonly drop: () => Promise<void>;
}

/** @param route maps the URL of the database to the URL that the processes use, for example of a proxy */
export async function ownDatabase(
  cluster: string,
  route = (url: string) => url,
): Promise<OwnDatabase> {
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  const owner = new URL(cluster);
  owner.pathname = `/${name}`;
  await administer(cluster, `CREATE DATABASE ${name}`);
  await applyMigrations(owner.href);
  await makeAppRole(cluster, APP);
  await grantToApp(owner.href, APP.role);
  return {
    ownerUrl: owner.href,
    env: {
      DATABASE_URL: route(asRole(owner.href, APP)),
      CRMS_EMBEDDED_DATABASE: '1',
      CRMS_SECRET: `only-for-tests-${randomUUID()}`,
      CRMS_DEMO: '0',
      // Only shutting down a fleet is tested; every other stop need not wait.
      CRMS_DRAIN_SECONDS: '0',
    },
    drop: () => administer(cluster, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/**
 * Starts two app processes on a separate database.
 *
 * @param log maps the name of a process's log to its file
 * @param route maps the URL of the database to the URL that the processes use, for example of a proxy
 */
export async function startFleet(
  cluster: string,
  log: (name: string) => string,
  route = (url: string) => url,
): Promise<StartedFleet> {
  const { ownerUrl, env: alone, drop } = await ownDatabase(cluster, route);
  const env = { ...alone, CRMS_DRAIN_SECONDS: '3' };
  const first = new AppProcess(env, log('first.log'));
  const second = new AppProcess(env, log('second.log'));
  await Promise.all([first.start(), second.start()]);
  const [token = ''] = await makeTokens(ownerUrl, 1);
  return {
    first,
    second,
    token,
    ownerUrl,
    stop: async () => {
      await Promise.all([first.kill(), second.kill()]);
      await drop();
    },
  };
}

/** The database server that all tests share; each creates its own database on it. */
export function sharedCluster(): string {
  const cluster = process.env.TEST_DATABASE_URL;
  if (cluster === undefined) throw new Error('TEST_DATABASE_URL is not set; run npm test.');
  return cluster;
}

export const test = base.extend<{ fleet: Fleet }>({
  fleet: async ({}, use, testInfo) => {
    const fleet = await startFleet(sharedCluster(), (name) => testInfo.outputPath(name));
    await use(fleet);
    await fleet.stop();
  },
});

async function administer(url: string, statement: string): Promise<void> {
  await rows(url, statement);
}

export async function rows<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Creates API tokens with the editor role. */
export async function makeTokens(url: string, count: number): Promise<readonly string[]> {
  const database = openDatabase(url, { connections: 1 });
  const records = new PrismaRecordStore(
    database.prisma,
    new JobQueue(database.pool),
    webhookSettings({ secret: '', hasPrivateWebhooks: false }),
  );
  const details = { name: 'Load', role: 'editor', days: 1 };
  const secrets: string[] = [];
  while (secrets.length < count) {
    const given = { actor: actor('Ada'), at: new Date().toISOString() };
    const { secret } = await makeToken({ tokenId: randomUUID(), details, ...given }, records);
    secrets.push(secret);
  }
  await database.close();
  return secrets;
}
