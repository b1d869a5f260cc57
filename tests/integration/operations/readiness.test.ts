import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { PrismaClient } from '../../../src/adapters/generated/prisma/client';
import type { ReadyState } from '../../../src/adapters/operations/readiness';
import { Metrics } from '../../../src/adapters/operations/metrics';
import getPort from 'get-port';
import { JOBS_NAME, Readiness, readyWords } from '../../../src/adapters/operations/readiness';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { testDatabase } from '../support';

const database = await testDatabase({ connections: 2 });
const reasonOf = async (prisma: PrismaClient) => (await new Readiness(prisma).state()).reason;
const processWide = globalThis as { crmsIsDraining?: boolean };

afterEach(() => {
  processWide.crmsIsDraining = false;
});

describe('a process', () => {
  it('is ready if its database responds and is migrated', async () => {
    expect(await reasonOf(database.prisma)).toBeNull();
  });

  it('is not ready while it shuts down', async () => {
    processWide.crmsIsDraining = true;
    expect(await reasonOf(database.prisma)).toContain('about to end');
  });

  it('is not ready while its database is unavailable', async () => {
    const gone = openDatabase(`postgresql://nobody@127.0.0.1:${await getPort()}/gone`);
    expect(await reasonOf(gone.prisma)).toBe('The database does not answer.');
    await gone.close();
  });

  it('is not ready while no connection is free', async () => {
    const held = [await database.pool.connect(), await database.pool.connect()];
    const obstacle = await reasonOf(database.prisma);
    for (const connection of held) connection.release();
    expect(obstacle).toBe('The database does not answer in time.');
  });

  it('is not ready while a migration is missing, and ready once it was run', async () => {
    const readiness = new Readiness(database.prisma);
    const reason = async () => (await readiness.state()).reason;
    const [last] = await database.rows<{ name: string }>(
      'SELECT max(migration_name) AS name FROM _prisma_migrations',
    );
    const finish = (at: string) =>
      database.rows(`UPDATE _prisma_migrations SET finished_at = ${at} WHERE migration_name = $1`, [
        last?.name,
      ]);
    await finish('NULL');
    expect(await reason()).toBe('The database is still to be migrated.');
    await finish('now()');
    expect(await reason()).toBeNull();
  });

  it('is not ready on a database that takes no changes', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await database.rows(`ALTER DATABASE ${name} SET default_transaction_read_only TO on`);
    const later = openDatabase(database.url, { connections: 1 });
    onTestFinished(() => later.close());
    onTestFinished(async () => {
      await database.rows(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    });

    expect(await reasonOf(later.prisma)).toBe('The database is read-only and takes no changes.');
  });

  it('is ready again when other sessions take changes, though nobody changes anything', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await database.rows(`ALTER DATABASE ${name} SET default_transaction_read_only TO on`);
    const later = openDatabase(database.url, { connections: 3 });
    onTestFinished(() => later.close());
    await Promise.all([1, 2, 3].map(() => later.pool.query('SELECT pg_sleep(0.1)')));
    await database.rows(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    const readiness = new Readiness(later.prisma);

    expect((await readiness.state()).reason).toContain('read-only');
    expect((await readiness.state()).reason).toBeNull();
  });

  it('tells whether a process for jobs is at work, and is ready without one', async () => {
    const readiness = new Readiness(database.prisma);
    expect(readyWords(await readiness.state())).toBe('ready\nNo process for jobs is connected.');
    const jobs = openDatabase(database.url, { connections: 1, name: JOBS_NAME });
    onTestFinished(() => jobs.close());
    await jobs.pool.query('SELECT 1');

    const state = await readiness.state();
    expect(readyWords(state)).toBe('ready');
    expect(readyWords({ ...state, jobsSilence: 61.4 })).toBe(
      'ready\nThe process for jobs was last heard of 61 s ago.',
    );
  });
});

describe('the figures of a process', () => {
  it('tell whether it is ready and jobs are at work, beside /readyz', async () => {
    const metrics = new Metrics();
    const state: ReadyState = { reason: 'The database does not answer.', jobsSilence: 3.5 };
    metrics.watchReadiness(() => Promise.resolve(state));
    const port = await getPort();
    const server = await metrics.serve(port, '127.0.0.1');
    onTestFinished(() => {
      server.close();
    });

    const text = await metrics.text();
    expect(text).toContain('crms_ready 0');
    expect(text).toContain('crms_jobs_silence_seconds 3.5');
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([answer.status, await answer.text()]).toEqual([503, state.reason]);
    expect((await fetch(`http://127.0.0.1:${port}/other`)).status).toBe(404);
  });
});
