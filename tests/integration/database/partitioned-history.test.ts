import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../../../scripts/database/check-database';
import { PrismaContentViews } from '../../../src/adapters/postgres/content/content-views';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { replaceOffer } from '../../../src/service/license/license-service';
import { aCommand } from '../../builders/command-builders';
import { SeedData, offerFor } from '../support-titles';
import { testDatabase } from '../support';

const database = await testDatabase();
const seed = new SeedData(database.unitOfWork);
const early = offerFor('Early', { startsOn: '2026-02-01', endsOn: '2026-03-01' });
const late = offerFor('Late', { startsOn: '2026-04-01', endsOn: '2026-05-01' });

describe('a history that was divided into partitions', () => {
  let licenseId = '';
  let contentId = '';
  let lines: object[] = [];
  const linesNow = () => database.rows('SELECT * FROM history ORDER BY sequence');

  beforeAll(async () => {
    licenseId = await seed.license({ offers: [early] });
    contentId = await seed.title({ offers: [[licenseId, early]] });
    lines = await linesNow();
    await database.pool.query('GRANT SELECT ON history TO pg_monitor');
    await database.pool.query(
      `BEGIN; ${readFileSync('deploy/partition-history.sql', 'utf8')} COMMIT`,
    );
  });

  it('has every line as it was, with the rights of roles', async () => {
    expect(lines.length).toBeGreaterThan(3);
    expect(await linesNow()).toEqual(lines);
    expect(
      await database.rows(
        `SELECT count(*)::int AS partitions, has_table_privilege('pg_monitor', 'history', 'SELECT') AS may_read
         FROM pg_inherits WHERE inhparent = 'history'::regclass`,
      ),
    ).toEqual([{ partitions: 16, may_read: true }]);
  });

  it('goes on, and is consistent with what it tells of', async () => {
    vi.spyOn(console, 'log').mockReturnValue(undefined);
    const change = { ...aCommand(), licenseId, expectedVersion: 2, before: early, after: late };
    await replaceOffer(change, database.unitOfWork);
    const licenses = new PrismaLicenseViews(database.prisma);
    expect((await licenses.license(licenseId))?.offers.map(({ name }) => name)).toEqual(['Late']);
    expect((await licenses.licenseAsOf(licenseId, 1))?.offers).toEqual([]);
    const titles = new PrismaContentViews(database.prisma);
    expect((await titles.contentAsOf(contentId, 1))?.version).toBe(1);
    expect(await checkDatabase(database.url)).toBe(0);
  });

  it.each([
    'UPDATE history SET actor = actor',
    'DELETE FROM history',
    'TRUNCATE history',
    'DELETE FROM history_7',
  ])('is not rewritten: %s', async (sql) => {
    await expect(database.pool.query(sql)).rejects.toThrow(/history/);
  });

  it('takes no second line of a version', async () => {
    await expect(
      database.pool.query(
        `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
         SELECT aggregate, aggregate_id, version, at, actor, command_key, change FROM history LIMIT 1`,
      ),
    ).rejects.toMatchObject({ code: '23505' });
  });
});
