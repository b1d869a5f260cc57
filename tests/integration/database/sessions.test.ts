import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PeopleDriver } from '../people/support-people';
import { BetterAuthSignIn } from '../../../src/adapters/people/sign-in';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { otherZone } from '../../../src/adapters/postgres/connection/fitness';
import { withRetry } from '../../../src/adapters/postgres/connection/retry';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { asOfOneMoment } from '../../../src/adapters/postgres/connection/snapshot';
import { LINK_HOURS } from '../../../src/domain/people/password';
import { recordContract } from '../../../src/service/contract/contract-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { administer } from '../support-database';

const NOBODY = new Headers();
const PASSWORD = 'correct horse battery';
const HOUR = 3_600;

const elsewhere = await testDatabase();
const name = new URL(elsewhere.url).pathname.slice(1);
await administer(elsewhere.url, `ALTER DATABASE ${name} SET timezone TO 'Pacific/Honolulu'`);

/** A pool on a database whose time zone is ten hours from UTC, opened after that was set. */
function opened(options = '') {
  const database = openDatabase(`${elsewhere.url}${options}`, { connections: 2 });
  onTestFinished(() => database.close());
  return database;
}

/** The value that another program reads, in seconds from now. */
async function secondsFromNow(sql: string, id: string): Promise<number> {
  const client = new pg.Client({ connectionString: elsewhere.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ seconds: number }>(
      `SELECT extract(epoch FROM (${sql}) - now())::float AS seconds`,
      [id],
    );
    return rows[0]?.seconds ?? Number.NaN;
  } finally {
    await client.end();
  }
}

/** Compares hours only; minutes do not matter. */
function expectHours(seconds: number, hours: number): void {
  expect(seconds / HOUR).toBeCloseTo(hours, 0);
}

describe('a database with another time zone', () => {
  it.each([
    ['as it is', ''],
    ['with options in its address', '?options=-c%20TimeZone%3DAsia%2FTokyo'],
    ['with empty options in its address', '?options='],
  ])('keeps instants: %s', async (_which, options) => {
    const database = opened(options);
    const { prisma } = database;
    const people = new PeopleDriver(database);
    const signIn = new BetterAuthSignIn(prisma, {
      url: 'http://127.0.0.1:3000',
      secret: 'a secret of thirty-two characters',
      provider: null,
    });
    const personId = randomUUID();
    const email = `${personId}@example.test`;

    const token = await people.invite({ personId, name: 'Nora', email, role: 'editor' });
    expectHours(
      await secondsFromNow('SELECT expires_at FROM verifications WHERE value = $1', personId),
      LINK_HOURS,
    );
    await signIn.acceptLink(token, PASSWORD, NOBODY);
    expectHours(
      await secondsFromNow('SELECT expires_at FROM sessions WHERE person_id = $1', personId),
      7 * 24,
    );
    expectHours(
      await secondsFromNow('SELECT created_at FROM sessions WHERE person_id = $1', personId),
      0,
    );
    const listed = (await people.list()).find(({ id }) => id === personId);
    expectHours((Date.parse(listed?.lastSignIn ?? '') - Date.now()) / 1_000, 0);
    await people.deactivate(personId);
    expectHours(
      await secondsFromNow('SELECT deactivated_at FROM people WHERE id = $1', personId),
      0,
    );
    const stored = await prisma.person.findUnique({ where: { id: personId } });
    expectHours(((stored?.deactivatedAt?.getTime() ?? 0) - Date.now()) / 1_000, 0);
  });

  it('keeps the instants of history', async () => {
    const { prisma } = opened();
    const contractId = anId();
    const at = new Date().toISOString();
    const command = { ...aCommand(), contractId, details: contractDetails(), at };

    await recordContract(command, new PrismaUnitOfWork(prisma));

    expectHours(
      await secondsFromNow('SELECT at FROM history WHERE aggregate_id = $1', contractId),
      0,
    );
    const [line] = await prisma.$queryRaw<{ at: Date }[]>`
      SELECT at FROM history WHERE aggregate_id = ${contractId}::uuid`;
    expect(line?.at.toISOString()).toBe(at);
  });

  it('starts every session in UTC, and combines limits with options of the address', async () => {
    const { pool } = opened('?options=-c%20lock_timeout%3D7s%20-c%20work_mem%3D5MB');
    const { rows } = await pool.query<Record<string, string>>(
      `SELECT current_setting('TimeZone') AS zone, current_setting('lock_timeout') AS lock,
         current_setting('work_mem') AS memory`,
    );
    expect(rows).toEqual([{ zone: 'UTC', lock: '600ms', memory: '5MB' }]);

    const zone = await asOfOneMoment(elsewhere.url, async (queries) => {
      const [shown] = await queries.$queryRaw<{ TimeZone: string }[]>`SHOW TimeZone`;
      return shown?.TimeZone;
    });
    expect(zone).toBe('UTC');
  });

  it('is refused at startup if a session is not in UTC', async () => {
    const { prisma, pool } = opened();
    await pool.query(`SET TimeZone TO 'Pacific/Honolulu'`);

    expect(await otherZone(prisma)).toEqual([expect.stringContaining('Pacific/Honolulu')]);
    await pool.query(`SET TimeZone TO 'UTC'`);
    expect(await otherZone(prisma)).toEqual([]);
  });
});

describe('a prepared statement', () => {
  const CONNECTIONS = 3;

  /** A new table, and a pool on which every connection has a prepared statement for it. */
  async function prepared() {
    const database = openDatabase(elsewhere.url, { connections: CONNECTIONS });
    onTestFinished(() => database.close());
    const table = `probe_${randomUUID().replaceAll('-', '')}`;
    await database.pool.query(`CREATE TABLE ${table} AS SELECT 1 AS first`);
    const all = () => database.prisma.$queryRawUnsafe<object[]>(`SELECT * FROM ${table}`);
    const held = await Promise.all(
      Array.from({ length: CONNECTIONS }, () => database.pool.connect()),
    );
    // Only the connection that was just released is free.
    for (const [index, client] of held.entries()) {
      client.release();
      await all();
      held[index] = await database.pool.connect();
    }
    for (const client of held) client.release();
    const migrate = () =>
      administer(elsewhere.url, `ALTER TABLE ${table} ADD COLUMN second int DEFAULT 2`);
    return { ...database, table, all, migrate };
  }

  it('is prepared again after its table changed, on every connection', async () => {
    const { all, migrate } = await prepared();
    await migrate();

    for (let time = 0; time < 2 * CONNECTIONS; time += 1)
      expect(await all()).toEqual([{ first: 1, second: 2 }]);
  });

  it('restarts its transaction on a connection where it is not prepared', async () => {
    const { prisma, table, migrate } = await prepared();
    const inTransaction = () =>
      prisma.$transaction(async (transaction) => {
        const rows = await transaction.$queryRawUnsafe<object[]>(`SELECT * FROM ${table}`);
        const [backend] = await transaction.$queryRaw<{ pid: number }[]>`
          SELECT pg_backend_pid() AS pid`;
        return { rows, pid: backend?.pid };
      });
    const before = await inTransaction();
    await migrate();

    const after = await withRetry(inTransaction, 'tell');

    expect(after.rows).toEqual([{ first: 1, second: 2 }]);
    expect(after.pid).not.toBe(before.pid);
  });

  it.each(['DEALLOCATE ALL', 'DISCARD ALL'])('is prepared again after %s', async (forget) => {
    const { all, pool } = await prepared();
    const held = await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.connect()));
    for (const client of held) await client.query(forget);
    for (const client of held) client.release();

    for (let time = 0; time < 2 * CONNECTIONS; time += 1)
      expect(await all()).toEqual([{ first: 1 }]);
  });
});
