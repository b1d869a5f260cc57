import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { JobQueue } from '../../../../src/adapters/jobs/job-queue';
import {
  COMMAND_LIMITS,
  openDatabase,
} from '../../../../src/adapters/postgres/connection/database';
import { failureOf } from '../../../../src/adapters/postgres/connection/database-errors';
import { newClient } from '../../../../src/adapters/postgres/connection/driver';
import { keepAsking } from '../../../../src/adapters/postgres/connection/keep-asking';
import { allowTime } from '../../../../src/adapters/postgres/connection/transaction';
import { PrismaUnitOfWork } from '../../../../src/adapters/postgres/prisma-unit-of-work';
import { OutcomeUnknown } from '../../../../src/service/errors';
import { recordContract } from '../../../../src/service/contract/contract-service';
import { aCommand, contractDetails } from '../../../builders/command-builders';
import { anId } from '../../../builders/license-builders';
import { refusalFrom } from '../../../builders/refusal';
import { SilentProxy } from '../../../race/faults/silent-proxy';
import { testDatabase } from '../../support';

const database = await testDatabase();
const proxy = await SilentProxy.before(database.url);
afterAll(() => proxy.close());

/** Limits of the product, in a tenth of the time. */
const QUICK = { lock_timeout: 60, statement_timeout: 400, transaction_timeout: 600 };

beforeEach(() => {
  // Every lost connection is told.
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  proxy.speakAgain();
});

function opened(limits: Record<string, number> = QUICK) {
  const own = openDatabase(proxy.url, { connections: 3, limits });
  onTestFinished(() => own.close());
  return own;
}

async function asked(connectionOptions: { statement_timeout?: number; lookEvery?: number }) {
  const { lookEvery, ...limits } = connectionOptions;
  const client = newClient(proxy.url, {
    connectionWait: 1_000,
    limits,
    ...(lookEvery === undefined ? {} : { lookEvery }),
  });
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

describe('when the host of the database falls silent', () => {
  it('a command has an unknown outcome within 6 s, and its key settles it', async () => {
    const own = opened(COMMAND_LIMITS);
    const unitOfWork = new PrismaUnitOfWork(own.prisma);
    const command = { ...aCommand(), contractId: anId(), details: contractDetails() };
    const isSilent = proxy.fallSilentAfter(command.key);
    const begun = performance.now();

    await refusalFrom(OutcomeUnknown, recordContract(command, unitOfWork));

    await isSilent;
    expect(performance.now() - begun).toBeLessThan(6_000);
    proxy.speakAgain();
    expect(await recordContract(command, unitOfWork)).toMatchObject({ replayed: true });
  });

  it('a connection that waited in vain is not used again', async () => {
    const own = opened();
    await own.pool.query('SELECT 1');
    proxy.fallSilent();
    const failure = await own.pool.query('SELECT 1').catch(failureOf);
    proxy.speakAgain();

    expect(failure).toEqual({ kind: 'unknown' });
    expect((await own.pool.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('a statement that may take for ever is given up', async () => {
    const client = await asked({ lookEvery: 400 });
    await client.query('SELECT pg_sleep(1)');
    const silent = client.query('SELECT pg_sleep(1)').catch(failureOf);
    proxy.fallSilent();

    expect(await silent).toEqual({ kind: 'unknown' });
  });

  it('a connection that only listens notices', async () => {
    const client = await asked({ statement_timeout: 100 });
    const ended = new Promise((resolve) => client.once('end', () => resolve('ended')));
    keepAsking(client, 50);
    proxy.fallSilent();

    expect(await ended).toBe('ended');
  });

  it('a connection can be ended all the same', async () => {
    const client = await asked({});
    proxy.fallSilent();
    await client.end();
  });

  it('a process for jobs that starts meanwhile begins when it speaks', async () => {
    const queue = new JobQueue(opened().pool, { isWorker: true });
    onTestFinished(() => queue.stop());
    const sender = new JobQueue(database.pool);
    onTestFinished(() => sender.stop());
    const job = { name: randomUUID() };
    await sender.send('exports', job);
    proxy.fallSilent();
    const done = new Promise((resolve, reject) => {
      queue
        .work(
          'exports',
          (one) => Promise.resolve(resolve(one)),
          () => Promise.resolve(),
        )
        .catch(reject);
    });
    await vi.waitFor(
      () => expect(console.error).toHaveBeenCalledWith('The job queue:', expect.anything()),
      10_000,
    );
    proxy.speakAgain();

    expect(await done).toEqual(job);
  });

  it('jobs go on by themselves once it speaks again', async () => {
    const own = opened();
    const queue = new JobQueue(own.pool, { isWorker: true });
    onTestFinished(() => queue.stop());
    let done: (job: object) => void = () => undefined;
    const next = () => new Promise<object>((resolve) => (done = resolve));
    const [before, after] = [{ name: randomUUID() }, { name: randomUUID() }];
    const first = next();
    await queue.work(
      'imports',
      (job) => Promise.resolve(done(job)),
      () => Promise.resolve(),
    );
    await queue.send('imports', before);
    expect(await first).toEqual(before);
    const second = next();
    proxy.fallSilent();
    const sender = new JobQueue(database.pool);
    onTestFinished(() => sender.stop());
    await sender.send('imports', after);
    await vi.waitFor(
      () => expect(console.error).toHaveBeenCalledWith(expect.stringContaining('silent')),
      5_000,
    );
    proxy.speakAgain();

    expect(await second).toEqual(after);
  });
});

describe('a statement of a large command', () => {
  it('is waited for as long as its transaction was allowed, and the next one is not', async () => {
    const own = openDatabase(proxy.url, { connections: 1, limits: QUICK });
    onTestFinished(() => own.close());
    await own.prisma.$transaction(
      async (transaction) => {
        await allowTime(transaction);
        await transaction.$queryRaw`SELECT pg_sleep(0.8)::text`;
      },
      { timeout: 5_000 },
    );
    proxy.fallSilent();
    const begun = performance.now();

    expect(await own.pool.query('SELECT 1').catch(failureOf)).toEqual({ kind: 'unknown' });
    expect(performance.now() - begun).toBeLessThan(15_000);
  });
});
