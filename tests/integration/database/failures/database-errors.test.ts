import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Failure } from '../../../../src/adapters/postgres/connection/database-errors';
import { COMMAND_LIMITS } from '../../../../src/adapters/postgres/connection/database';
import { failureOf } from '../../../../src/adapters/postgres/connection/database-errors';
import { recordContract } from '../../../../src/service/contract/contract-service';
import { aCommand, contractDetails } from '../../../builders/command-builders';
import { gate } from '../../../contracts/gate';
import { anId } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { opened, unusedPort } from './support-failures';

const database = await testDatabase();
const { prisma } = database;

describe('a failure is classified as', () => {
  it('retryable for a deadlock', async () => {
    const [one, other] = [await aContract(), await aContract()];
    const bothHold = gate(2);
    // The database detects deadlocks only after a second.
    const patient = opened(database.url, 2, { ...COMMAND_LIMITS, lock_timeout: 60_000 });
    const lockBoth = (first: string, second: string) =>
      patient.prisma.$transaction(async (transaction) => {
        await transaction.$queryRaw`SELECT 1 FROM contracts WHERE id = ${first}::uuid FOR UPDATE`;
        await bothHold();
        await transaction.$queryRaw`SELECT 1 FROM contracts WHERE id = ${second}::uuid FOR UPDATE`;
      });

    const outcomes = await Promise.allSettled([lockBoth(one, other), lockBoth(other, one)]);

    const errors = reasonsOf(outcomes);
    expect(errors.map(stateOf)).toEqual(['40P01']);
    expect(errors.map(failureOf)).toEqual([{ kind: 'retry' }]);
  });

  it('retryable for a serialization failure', async () => {
    const id = await aContract();
    const bothHaveRead = gate(2);
    const touch = () =>
      prisma.$transaction(
        async (transaction) => {
          await transaction.$queryRaw`SELECT notes FROM contracts WHERE id = ${id}::uuid`;
          await bothHaveRead();
          await transaction.$queryRaw`SELECT 1 FROM contracts WHERE id = ${id}::uuid FOR UPDATE`;
          await transaction.$executeRaw`UPDATE commands SET actor = actor WHERE key = (
            SELECT command_key FROM history WHERE aggregate_id = ${id}::uuid)`;
        },
        { isolationLevel: 'Serializable' },
      );

    const outcomes = await Promise.allSettled([touch(), touch()]);

    const errors = reasonsOf(outcomes);
    expect(errors.map(stateOf)).toEqual(['40001']);
    expect(errors.map(failureOf)).toEqual([{ kind: 'retry' }]);
  });

  it('retryable for a lock timeout', async () => {
    const id = await lockedContract();

    const error = await failed(
      prisma.$queryRaw`SELECT 1 FROM contracts WHERE id = ${id}::uuid FOR UPDATE`,
    );

    expect([stateOf(error), failureOf(error)]).toEqual(['55P03', { kind: 'retry' }]);
  });

  it('unknown for a statement timeout', async () => {
    const error = await failed(prisma.$queryRaw`SELECT pg_sleep(10)::text`);

    expect([stateOf(error), failureOf(error)]).toEqual(['57014', { kind: 'unknown' }]);
  });

  it('unknown when an administrator terminates the connection', async () => {
    const error = await failed(
      prisma.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`,
    );

    expect(failureOf(error)).toEqual({ kind: 'unknown' });
  });

  it('unknown when an administrator terminates the connection in a transaction', async () => {
    const transaction = prisma.$transaction(async (sql) => {
      await sql.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`;
    });

    expect(failureOf(await failed(transaction))).toEqual({ kind: 'unknown' });
  });

  it('unknown for a transaction timeout of Prisma', async () => {
    const transaction = prisma.$transaction(
      async (sql) => {
        await sql.$queryRaw`SELECT pg_sleep(0.3)::text`;
        await sql.$queryRaw`SELECT 1`;
      },
      { timeout: 100 },
    );

    expect(failureOf(await failed(transaction))).toEqual({ kind: 'unknown' });
  });

  it.each(['127.0.0.1', 'localhost'])('retryable when no server listens at %s', async (host) => {
    const url = new URL(database.url);
    [url.hostname, url.port] = [host, String(await unusedPort())];
    const nowhere = opened(url.href);

    const error = await failed(nowhere.prisma.$queryRaw`SELECT 1`);

    expect(failureOf(error)).toEqual({ kind: 'retry' });
  });

  it('retryable when there are too many connections', async () => {
    const role = `few_${anId().replaceAll('-', '')}`;
    await database.rows(`CREATE ROLE ${role} LOGIN PASSWORD 'few' CONNECTION LIMIT 0`);
    onTestFinished(async () => {
      await database.rows(`DROP ROLE ${role}`);
    });
    const url = new URL(database.url);
    [url.username, url.password] = [role, 'few'];
    const crowded = opened(url.href);

    const error = await failed(crowded.prisma.$queryRaw`SELECT 1`);

    expect(failureOf(error)).toEqual({ kind: 'retry' });
  });

  it('retryable when the pool has no free connection', async () => {
    const small = opened(database.url, 1);
    const held = await small.pool.connect();

    const error = await failed(small.prisma.$queryRaw`SELECT 1`).finally(() => held.release());

    expect(failureOf(error)).toEqual({ kind: 'retry' });
  });

  it.each<[string, string, Failure]>([
    [
      'a key used twice',
      `INSERT INTO commands (key, actor, digest, result, at) SELECT key, '', '', '{}', now() FROM commands LIMIT 1`,
      { kind: 'refused', state: '23505', constraint: 'commands_pkey' },
    ],
    [
      'a contract’s number used twice',
      `INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
       SELECT gen_random_uuid(), studio, reference, now(), '', 1 FROM contracts LIMIT 1`,
      { kind: 'refused', state: '23505', constraint: 'contracts_reference_key' },
    ],
    [
      'a line of history of no command',
      `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
       VALUES ('license', gen_random_uuid(), 1, now(), '', gen_random_uuid(), '{}')`,
      { kind: 'refused', state: '23503', constraint: 'history_command_key_fkey' },
    ],
    [
      'an offer whose end is its start',
      `INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
       VALUES (gen_random_uuid(), '2026-01-01', '2026-01-01', 'x', '[[null, "WSP", 1, "USD"]]', '{1}')`,
      { kind: 'refused', state: '23514', constraint: 'offers_check' },
    ],
    [
      'a license under a contract that has been corrected since',
      `INSERT INTO licenses (id, contract_id, studio, contract_reference, name, notes, rights_type, territories,
         devices, starts_on, version)
       VALUES (gen_random_uuid(), gen_random_uuid(), 'a', 'b', 'x', '', 'SVOD', '{4}', '{1}', '2026-01-01', 1)`,
      { kind: 'retry' },
    ],
    ['a full disk', `DO 'BEGIN RAISE SQLSTATE ''53100''; END'`, { kind: 'retry' }],
    ['a disk that fails', `DO 'BEGIN RAISE SQLSTATE ''58030''; END'`, { kind: 'retry' }],
    ['a read-only database', `DO 'BEGIN RAISE SQLSTATE ''25006''; END'`, { kind: 'retry' }],
    ['an invalid statement', 'SELEKT 1', { kind: 'bug' }],
    ['a table that does not exist', 'SELECT 1 FROM nowhere', { kind: 'bug' }],
    ['a division by zero', 'SELECT 1 / 0', { kind: 'bug' }],
  ])('itself: %s, through Prisma and through the driver', async (_what, sql, expected) => {
    await aContract();

    const errors = [await failed(prisma.$queryRawUnsafe(sql)), await failed(database.rows(sql))];

    expect(errors.map(failureOf)).toEqual([expected, expected]);
  });

  it('itself for a deferred constraint', async () => {
    const transaction = prisma.$transaction(async (sql) => {
      await sql.$executeRaw`INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
        VALUES (gen_random_uuid(), 'x', gen_random_uuid()::text, now(), '', 1)`;
    });

    expect(failureOf(await failed(transaction))).toMatchObject({ kind: 'refused', state: '23514' });
  });

  it.each([new Error('anything'), new TypeError('undefined is not a function'), 'text', null, 7])(
    'a bug, when it is nothing the database says: %s',
    (error) => {
      expect(failureOf(error)).toEqual({ kind: 'bug' });
    },
  );
});

async function failed(act: Promise<unknown>): Promise<unknown> {
  const outcome = await act.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  if (outcome === null) throw new Error('It did not fail.');
  return outcome.error;
}

function reasonsOf(outcomes: readonly PromiseSettledResult<unknown>[]): unknown[] {
  return outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
}

/** The SQLSTATE anywhere within an error. */
function stateOf(error: unknown): string | undefined {
  return /"originalCode":"([0-9A-Z]{5})"/.exec(JSON.stringify(error))?.[1];
}

async function aContract(): Promise<string> {
  const contractId = anId();
  const command = { ...aCommand(), contractId, details: contractDetails() };
  await recordContract(command, database.unitOfWork);
  return contractId;
}

/** A contract whose row stays locked until the test ends. */
async function lockedContract(): Promise<string> {
  const id = await aContract();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM contracts WHERE id = $1 FOR UPDATE', [id]);
  return id;
}
