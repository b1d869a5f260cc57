import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { asRole, grantToApp, makeAppRole } from '../../scripts/database/database-roles';
import { applyMigrations } from '../../scripts/database/schema-engine';
import { COMMAND_LIMITS, openDatabase } from '../../src/adapters/postgres/connection/database';
import { databaseProblems } from '../../src/adapters/postgres/connection/fitness';
import { poolingOf } from '../../src/adapters/postgres/connection/pooling';
import { PostgresChangeFeed } from '../../src/adapters/postgres/events/change-feed';
import { campaign } from '../builders/effort';
import { underFaults } from '../race/faults/under-faults';
import { PgBouncer } from './pgbouncer';
import { PostgresServer } from './postgres-server';
import { pgBouncer, postgresPrograms } from './programs';

const folder = mkdtempSync(path.join(tmpdir(), 'crms-pooler-'));
const APP = { role: 'crms_app', password: 'only-for-tests' };
let server: PostgresServer;
let program = '';
let directUrl = '';
let pooler: PgBouncer;

beforeAll(async () => {
  chmodSync(folder, 0o777);
  program = await pgBouncer();
  server = await PostgresServer.primary(await postgresPrograms(), path.join(folder, 'one'));
  await server.sql('CREATE DATABASE crms', 'postgres');
  await applyMigrations(server.url());
  await makeAppRole(server.url(), APP);
  await grantToApp(server.url(), APP.role);
  directUrl = asRole(server.url(), APP);
  pooler = await PgBouncer.before(directUrl, path.join(folder, 'pooler'), program);
}, 180_000);

afterAll(async () => {
  await pooler.stop();
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** As docs/operations/pooler.md says. */
async function setLimits(how: 'SET' | 'RESET'): Promise<void> {
  for (const [name, value] of Object.entries(COMMAND_LIMITS)) {
    const end = how === 'SET' ? ` TO '${value}ms'` : '';
    await server.sql(`ALTER ROLE ${APP.role} ${how} ${name}${end}`);
  }
  await pooler.restart();
}

describe('a pooler that pools transactions', () => {
  it('needs a direct address beside it, and says so', async () => {
    expect(await databaseProblems(pooler.url)).toEqual([
      expect.stringContaining('CRMS_DIRECT_DATABASE_URL'),
    ]);
  });

  it('needs limits that are set with the role, and says which', async () => {
    const problems = await databaseProblems(pooler.url, directUrl);
    expect(problems).toEqual([
      expect.stringMatching(/no limit for lock_timeout, statement_timeout, transaction_timeout/),
    ]);
    await setLimits('SET');
    expect(await databaseProblems(pooler.url, directUrl)).toEqual([]);
  });

  it('is refused when it loses prepared statements', async () => {
    const forgetful = await PgBouncer.before(directUrl, path.join(folder, 'forgetful'), program, {
      max_prepared_statements: '0',
    });
    onTestFinished(() => forgetful.stop());
    expect(await databaseProblems(forgetful.url, directUrl)).toEqual([
      expect.stringContaining('loses prepared statements'),
    ]);
  });

  it('is none where sessions are pooled, or nothing is', async () => {
    const sessions = await PgBouncer.before(directUrl, path.join(folder, 'sessions'), program, {
      pool_mode: 'session',
    });
    onTestFinished(() => sessions.stop());
    expect(await poolingOf(sessions.url, 5_000)).toBe('none');
    expect(await poolingOf(directUrl, 5_000)).toBe('none');
  });

  it('lets changes be followed by the direct address', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const database = openDatabase(pooler.url, { connections: 2 });
    onTestFinished(() => database.close());
    const feed = new PostgresChangeFeed(database.prisma, directUrl);
    const signal = new AbortController();
    onTestFinished(() => feed.close());
    const first = await feed.subscribe(null, signal.signal).next();
    signal.abort();
    expect(first.value).toMatchObject({ changes: [], isReset: false });
  });

  it('loses nothing when it is restarted under load', { timeout: 900_000 }, async () => {
    const faults = campaign('Restarts of the pooler', { usual: 4, full: 20 });
    await underFaults(pooler.url, faults, () => pooler.restart());
  });
});
