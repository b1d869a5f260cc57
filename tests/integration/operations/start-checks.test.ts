import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { program } from '../../../scripts/bootstrap/prepare.mjs';
import { COMMAND_LIMITS, openDatabase } from '../../../src/adapters/postgres/connection/database';
import { databaseProblems, droppedLimits } from '../../../src/adapters/postgres/connection/fitness';
import { asOfOneMoment } from '../../../src/adapters/postgres/connection/snapshot';
import { serverProblems } from '../../../src/adapters/postgres/connection/server-facts';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { Busy } from '../../../src/service/errors';
import { recordContract } from '../../../src/service/contract/contract-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId } from '../../builders/license-builders';
import { refusalFrom } from '../../builders/refusal';
import { testDatabase } from '../support';

const LATER = '29990101000000_later';

async function readOnly(database: { url: string; rows: (sql: string) => Promise<unknown> }) {
  const name = new URL(database.url).pathname.slice(1);
  const become = (how: string) =>
    database.rows(`ALTER DATABASE ${name} ${how} default_transaction_read_only`);
  await database.rows(`ALTER DATABASE ${name} SET default_transaction_read_only TO on`);
  return () => become('RESET');
}

function opened(url: string, limits: Readonly<Record<string, number>> = COMMAND_LIMITS) {
  const own = openDatabase(url, { connections: 1, limits });
  onTestFinished(() => own.close());
  return own;
}

const aContract = () => ({ ...aCommand(), contractId: anId(), details: contractDetails() });

describe('a start', () => {
  it('names a version of PostgreSQL that is too old', () => {
    const facts = { version: 170_005, release: '17.5', is_standby: false, is_read_only: false };
    expect(serverProblems(facts)).toEqual([
      expect.stringContaining('The database is PostgreSQL 17.5, and this needs 18 or newer'),
    ]);
    expect(serverProblems({ ...facts, version: 180_000 })).toEqual([]);
  });

  it('names a standby', () => {
    const facts = { version: 180_004, release: '18.4', is_standby: true, is_read_only: false };
    expect(serverProblems(facts)).toEqual([expect.stringContaining('is a standby')]);
  });

  it('says that a database is read-only', async () => {
    const database = await testDatabase();
    const undo = await readOnly(database);
    expect(await databaseProblems(database.url)).toEqual([
      expect.stringContaining('read-only and takes no changes'),
    ]);
    await undo();
  });

  it('refuses a database of a newer version by name', async () => {
    const database = await testDatabase();
    const { url } = database;
    await database.rows(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ('later', '', '${LATER}', now(), now(), 1)`,
    );
    expect((await databaseProblems(url)).at(-1)).toContain(LATER);

    const migrate = promisify(execFile)(process.execPath, program('migrate'), {
      env: { ...process.env, DATABASE_URL: url },
    });
    await expect(migrate).rejects.toMatchObject({
      stderr: expect.stringContaining(`${LATER} of a newer version`) as string,
    });
  });

  it('says which limits of a session are not in force', async () => {
    const { url } = await testDatabase();
    expect(await droppedLimits(opened(url).prisma)).toEqual([]);
    const { lock_timeout: _, ...others } = COMMAND_LIMITS;
    expect(await droppedLimits(opened(url, others).prisma)).toEqual([
      expect.stringMatching(/no limit for lock_timeout .*SET lock_timeout TO '600ms'/),
    ]);
  });

  it('keeps limits that options in the address would remove', async () => {
    const { url } = await testDatabase();
    const careless = opened(`${url}?options=-c%20statement_timeout%3D0`);
    expect(await droppedLimits(careless.prisma)).toEqual([]);
  });
});

describe('what reads everything as of one moment', () => {
  it('takes as long as it takes, also where limits are set with the role for a pooler', async () => {
    const { url, pool } = await testDatabase();
    const name = new URL(url).pathname.slice(1);
    await pool.query(`ALTER DATABASE ${name} SET statement_timeout TO '50ms'`);
    const seen = await asOfOneMoment(
      url,
      (queries) => queries.$queryRaw`SELECT pg_sleep(0.2)::text AS slept`,
    );
    expect(seen).toEqual([{ slept: '' }]);
  });
});

describe('a command', () => {
  it('is busy, with the reason, on a database that takes no changes, and goes on when it does', async () => {
    const database = await testDatabase();
    const undo = await readOnly(database);
    const unitOfWork = new PrismaUnitOfWork(opened(database.url).prisma);
    const command = aContract();

    const busy = await refusalFrom(Busy, recordContract(command, unitOfWork));
    expect(busy.message).toBe(
      'The database takes no changes at the moment, because it is read-only or a standby. Nothing was saved; try again.',
    );
    await undo();
    expect(await recordContract(command, unitOfWork)).toMatchObject({ replayed: false });
  });

  it('is busy, with the reason, when the disk of the database is full', async () => {
    const database = await testDatabase();
    await database.rows(
      `CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`,
    );
    await database.rows(
      'CREATE TRIGGER no_space BEFORE INSERT ON contracts EXECUTE FUNCTION no_space()',
    );

    const busy = await refusalFrom(Busy, recordContract(aContract(), database.unitOfWork));
    expect(busy.message).toBe('The disk of the database is full. Nothing was saved; try again.');
  });
});
