import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ThrowawayPostgres } from '../../../scripts/database/throwaway-postgres';
import { applyMigrations } from '../../../scripts/database/schema-engine';
import { startThrowawayPostgres } from '../../../scripts/database/throwaway-postgres';
import { JobQueue } from '../../../src/adapters/jobs/job-queue';
import { Throttle } from '../../../src/adapters/people/throttle';
import { openDatabase, QUEUE_LIMITS } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { OutcomeUnknown } from '../../../src/service/errors';
import { recordContract } from '../../../src/service/contract/contract-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId } from '../../builders/license-builders';
import { refusalFrom } from '../../builders/refusal';
import { until } from '../../race/until';
import { administer } from '../support-database';

// A server whose commits wait for a standby that is not there: as when the last synchronous one is lost.

let server: ThrowawayPostgres;

beforeAll(async () => {
  server = await startThrowawayPostgres({ settings: { synchronous_commit: 'on' } });
  await applyMigrations(server.url);
});

afterAll(() => server.stop());

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});

function opened(limits?: Parameters<typeof openDatabase>[1]) {
  const own = openDatabase(server.url, { connections: 4, ...limits });
  onTestFinished(() => own.close());
  return own;
}

async function standbys(names: string): Promise<void> {
  await administer(server.url, `ALTER SYSTEM SET synchronous_standby_names TO '${names}'`);
  await administer(server.url, 'SELECT pg_reload_conf()');
  const { pool } = opened();
  await until(`standbys are “${names}”`, async () => {
    const { rows } = await pool.query<{ synchronous_standby_names: string }>(
      'SHOW synchronous_standby_names',
    );
    return rows[0]?.synchronous_standby_names === names;
  });
}

describe('while commits wait for a standby that is gone', () => {
  it('a command has an unknown outcome within 6 s, and its key settles it when the standby is back', async () => {
    const unitOfWork = new PrismaUnitOfWork(opened().prisma);
    const command = { ...aCommand(), contractId: anId(), details: contractDetails() };
    await standbys('gone');
    const begun = performance.now();
    await refusalFrom(OutcomeUnknown, recordContract(command, unitOfWork));
    expect(performance.now() - begun).toBeLessThan(6_000);
    await standbys('');

    expect(await recordContract(command, unitOfWork)).toMatchObject({ replayed: true });
  });

  it('tries are counted, and jobs are done', async () => {
    const throttle = new Throttle(opened().prisma, { name: 'test', tries: 3, seconds: 60 });
    const queue = new JobQueue(opened({ limits: QUEUE_LIMITS }).pool, { isWorker: true });
    onTestFinished(() => queue.stop());
    const name = randomUUID();
    await standbys('gone');
    onTestFinished(() => standbys(''));

    await throttle.count('somebody');
    await throttle.forget('somebody');
    const done = new Promise((resolve) => {
      void queue.work(
        'exports',
        (job) => Promise.resolve(resolve(job)),
        () => Promise.resolve(),
      );
    });
    await queue.send('exports', { name });
    expect(await done).toEqual({ name });
  });
});
