import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ThrowawayPostgres } from '../../../scripts/database/throwaway-postgres';
import { applyMigrations } from '../../../scripts/database/schema-engine';
import { startThrowawayPostgres } from '../../../scripts/database/throwaway-postgres';
import { withClient } from '../../../scripts/database/client';
import { JobQueue } from '../../../src/adapters/jobs/job-queue';
import { Throttle } from '../../../src/adapters/people/throttle';
import { openDatabase, QUEUE_LIMITS } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { Busy, OutcomeUnknown } from '../../../src/service/errors';
import { recordContract } from '../../../src/service/contract/contract-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { aName, anId } from '../../builders/license-builders';
import { refusalFrom } from '../../builders/refusal';
import { until } from '../../race/until';
import { carrying, NOBODY, PASSWORD, signInOn } from '../people/support-sign-in';
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

/** Of ten connections. */
const WRITERS = 7;

/** How many sessions wait for a standby. */
async function waiting(): Promise<number> {
  const [row] = await withClient(server.url, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int FROM pg_stat_activity WHERE wait_event = 'SyncRep'`,
    );
    return rows;
  });
  return row?.count ?? 0;
}

function isOneOf(error: unknown, ...kinds: readonly (new (...given: never[]) => Error)[]): boolean {
  return kinds.some((kind) => error instanceof kind);
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

  it('reads go on, and no more sessions are held than may write at once', async () => {
    const own = opened({ connections: 10 });
    const unitOfWork = new PrismaUnitOfWork(own.prisma);
    const commands = Array.from({ length: 40 }, () => ({
      ...aCommand(),
      contractId: anId(),
      details: contractDetails({ reference: aName('R') }),
    }));
    const send = () =>
      commands.map((command) =>
        recordContract(command, unitOfWork).catch((error: unknown) => error),
      );
    await standbys('gone');
    let answered = 0;
    const sent = send().map((answer) => answer.finally(() => (answered += 1)));
    await until('as many sessions wait as may write', async () => (await waiting()) === WRITERS);

    await own.prisma.contract.count();

    expect(answered).toBe(0);
    const first = await Promise.all(sent);
    expect(first.every((error) => isOneOf(error, Busy, OutcomeUnknown))).toBe(true);
    const second = await Promise.all(send());
    expect(second.every((error) => error instanceof Busy)).toBe(true);
    expect(String(second[0])).toContain('standby');
    expect(await waiting()).toBe(WRITERS);
    await standbys('');
    await until('none waits', async () => (await waiting()) === 0);
    await until('changes are taken', async () => !isOneOf(await send()[0], Busy));
    expect((await Promise.all(send())).filter((answer) => answer instanceof Error)).toEqual([]);
  });

  it('people sign in', async () => {
    const { aPerson, signIn } = signInOn(opened());
    const { email } = await aPerson();
    await standbys('gone');
    onTestFinished(() => standbys(''));

    const cookies = await signIn.withPassword(email, PASSWORD, NOBODY);

    expect(await signIn.person(carrying(cookies))).toMatchObject({ email });
  });

  it('a key does not tell of a change that no standby has', async () => {
    const unitOfWork = new PrismaUnitOfWork(opened().prisma);
    const command = { ...aCommand(), contractId: anId(), details: contractDetails() };
    await standbys('gone');
    await refusalFrom(OutcomeUnknown, recordContract(command, unitOfWork));
    // As after a crash: what was committed here is seen, and has not reached a standby.
    await administer(
      server.url,
      `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`,
    );
    const { pool } = opened();
    await until('it is seen', async () => {
      const { rows } = await pool.query('SELECT FROM contracts WHERE id = $1', [
        command.contractId,
      ]);
      return rows.length === 1;
    });

    await refusalFrom(OutcomeUnknown, recordContract(command, unitOfWork));

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
