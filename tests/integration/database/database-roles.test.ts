import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { asRole, grantToApp, makeAppRole, roleOf } from '../../../scripts/database/database-roles';
import { JobQueue } from '../../../src/adapters/jobs/job-queue';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { databaseProblems } from '../../../src/adapters/postgres/connection/fitness';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { anOfferData, aName } from '../../builders/license-builders';
import { administer } from '../support-database';
import { SeedData } from '../support-titles';
import { testDatabase } from '../support';

const owner = await testDatabase();
const clusterUrl = inject('clusterUrl');
const APP = { role: `app_${randomUUID().replaceAll('-', '')}`, password: `p@ss/${randomUUID()}` };
const MIGHTY = { role: `owner_${randomUUID().replaceAll('-', '')}`, password: randomUUID() };
const url = asRole(owner.url, APP);

beforeAll(async () => {
  for (const role of [APP, MIGHTY]) await makeAppRole(clusterUrl, role);
  await grantToApp(owner.url, APP.role);
});

afterAll(async () => {
  for (const { role } of [APP, MIGHTY]) {
    await administer(owner.url, `DROP OWNED BY ${role}`);
    await administer(clusterUrl, `DROP ROLE ${role}`);
  }
});

describe('the role of the app', () => {
  it('can run every operation of people and programs', async () => {
    const app = openDatabase(url, { connections: 2 });
    const jobs = new JobQueue(app.pool, { isWorker: true });
    try {
      const seed = new SeedData(new PrismaUnitOfWork(app.prisma));
      const offer = anOfferData({ name: aName('Offer'), devices: ['tv'] });
      const licenseId = await seed.license({ offers: [offer] });
      await seed.title({ offers: [[licenseId, offer]] });
      const done = new Promise<object>((resolve) => {
        void jobs.work(
          'exports',
          async (data) => resolve(data),
          async () => {},
        );
      });
      await jobs.send('exports', { exportId: 'x' });
      expect(await done).toEqual({ exportId: 'x' });
    } finally {
      await jobs.stop();
      await app.close();
    }
    expect(
      await owner.rows(`SELECT count(*)::int AS changes FROM history WHERE hash IS NOT NULL`),
    ).toEqual([{ changes: 4 }]);
  });

  it.each([
    'UPDATE history SET actor = actor',
    'DELETE FROM history',
    'TRUNCATE history',
    'UPDATE commands SET actor = actor',
    'DELETE FROM commands',
    'TRUNCATE licenses CASCADE',
    'CREATE TABLE public.mine (id int)',
    'CREATE TABLE jobs.mine (id int)',
    'CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'ALTER TABLE licenses ADD COLUMN mine int',
    'ALTER TABLE history DISABLE TRIGGER history_append_only',
    'DROP TRIGGER history_chained ON history',
    'DROP TABLE offers',
    'CREATE INDEX ON offers (name)',
    'CREATE SCHEMA mine',
    'DELETE FROM _prisma_migrations',
    `SELECT jobs.create_queue('mine', '{}')`,
    'CREATE ROLE mine',
    `SET session_replication_role = 'replica'`,
    `COPY licenses TO '/tmp/licenses'`,
  ])('cannot %s', async (statement) => {
    const refusal = await administer(url, statement).then(
      () => null,
      (error: unknown) => error,
    );
    // Insufficient privilege or, for objects without an owner, the equivalent error of the ownership check.
    expect(refusal).toBeInstanceOf(pg.DatabaseError);
    expect((refusal as pg.DatabaseError).code).toBe('42501');
  });

  it('loses extra privileges at the next grant', async () => {
    await administer(owner.url, `GRANT ALL ON history, commands TO ${APP.role}`);
    await grantToApp(owner.url, APP.role);
    await expect(administer(url, 'DELETE FROM commands')).rejects.toMatchObject({ code: '42501' });
    await expect(administer(url, 'TRUNCATE history')).rejects.toMatchObject({ code: '42501' });
  });

  it('can be created and granted concurrently', async () => {
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        await makeAppRole(clusterUrl, APP);
        await grantToApp(owner.url, APP.role);
      }),
    );
    expect(await roleOf(url)).toBe(APP.role);
  });
});

describe('a database is ready for production', () => {
  /** The settings of the test server are unsafe on purpose. */
  async function roleReasons(address: string): Promise<readonly string[]> {
    const reasons = await databaseProblems(address);
    return reasons.filter((reason) => !reason.startsWith('The database runs with'));
  }

  it('when its role owns nothing', async () => {
    expect(await roleReasons(url)).toEqual([]);
  });

  it('unless its role is a superuser', async () => {
    expect(await roleReasons(owner.url)).toEqual([
      expect.stringMatching(/is a superuser.*make a second role.*CRMS_OWNER_DATABASE_URL.*\.$/),
    ]);
  });

  it('unless its role owns the history, or may act as its owner', async () => {
    await administer(owner.url, `GRANT USAGE, CREATE ON SCHEMA public TO ${MIGHTY.role}`);
    for (const table of ['history', '_prisma_migrations'])
      await administer(owner.url, `ALTER TABLE ${table} OWNER TO ${MIGHTY.role}`);
    const expected = [expect.stringMatching(/owns the history.*make a second role.*\.$/)];
    expect(await roleReasons(asRole(owner.url, MIGHTY))).toEqual(expected);
    await administer(owner.url, `GRANT ${MIGHTY.role} TO ${APP.role}`);
    expect(await roleReasons(url)).toEqual(expected);
    await administer(owner.url, `REVOKE ${MIGHTY.role} FROM ${APP.role}`);
    for (const table of ['history', '_prisma_migrations'])
      await administer(owner.url, `ALTER TABLE ${table} OWNER TO CURRENT_USER`);
    await administer(owner.url, `DROP OWNED BY ${MIGHTY.role}`);
    await grantToApp(owner.url, APP.role);
  });

  it('unless its role may change history entries, or create tables', async () => {
    await administer(owner.url, `GRANT DELETE ON history TO ${APP.role}`);
    await administer(owner.url, `GRANT CREATE ON SCHEMA public TO ${APP.role}`);
    expect(await roleReasons(url)).toEqual([
      expect.stringMatching(/may change or delete lines of the history.*\.$/),
      expect.stringMatching(/may make tables.*\.$/),
    ]);
    await grantToApp(owner.url, APP.role);
    expect(await roleReasons(url)).toEqual([]);
  });

  it.each(['fsync', 'synchronous_commit', 'full_page_writes'])(
    'unless it runs with %s off',
    async (setting) => {
      const [now] = await owner.rows<{ value: string }>(
        `SELECT current_setting('${setting}') AS value`,
      );
      const reasons = await databaseProblems(url);
      expect(reasons.some((reason) => reason.includes(`with ${setting} off`))).toBe(
        now?.value === 'off',
      );
      const inSession = new URL(url);
      if (setting === 'synchronous_commit') {
        inSession.searchParams.set('options', '-c synchronous_commit=on');
        const safe = await databaseProblems(inSession.href);
        expect(safe.some((reason) => reason.includes(setting))).toBe(false);
      }
    },
  );

  it('unless its role lacks a privilege the app needs', async () => {
    expect(await roleReasons(asRole(owner.url, MIGHTY))).toEqual([
      expect.stringMatching(/has not been given what the app needs.*\.$/),
    ]);
  });

  it('unless it lacks a migration of this program', async () => {
    const [last] = await owner.rows<{ name: string }>(
      'SELECT max(migration_name) AS name FROM _prisma_migrations',
    );
    await owner.rows('UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1', [
      last?.name,
    ]);
    expect(await roleReasons(url)).toEqual([
      expect.stringMatching(new RegExp(`lacks the migration ${String(last?.name)}.*\\.$`)),
    ]);
    await owner.rows(
      'UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name = $1',
      [last?.name],
    );
    expect(await roleReasons(url)).toEqual([]);
  });
});
