import { afterEach, describe, expect, it } from 'vitest';
import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { ImportMoved } from '../../../../src/domain/import/import-errors';
import { amendLicense } from '../../../../src/service/license/license-service';
import { aMovieRow } from '../../../builders/avails-row-builders';
import { aName } from '../../../builders/license-builders';
import { gate } from '../../../contracts/gate';
import { until } from '../../../race/until';
import { testDatabase } from '../../support';
import { ImportDriver } from '../support-imports';
import { anAlid, aStudio, importsOn } from './support-imported';

const database = await testDatabase();
const { imports, soldBy } = importsOn(database);
const ben = new ImportDriver(database, 'Ben');

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

describe('between review and commit', () => {
  async function reviewedChange() {
    const { studio, cells } = aStudio();
    const [one, two] = [anAlid('m'), anAlid('m')];
    const dear = { ...cells, 'AvailTrans/PriceValue': '12.99' };
    await imports.committed(await imports.checked([aMovieRow(one, cells), aMovieRow(two, dear)]));
    const id = await imports.checked([
      aMovieRow(one, { ...cells, 'AvailTrans/PriceValue': '7.99' }),
      aMovieRow(two, { ...dear, 'AvailTrans/PriceValue': '8.99' }),
    ]);
    const [license] = await database.rows<{ id: string; version: number }>(
      `SELECT l.id, l.version FROM licenses l JOIN offers o ON o.license_id = l.id
       WHERE l.studio = $1 AND o.prices -> 0 -> 2 = '999'`,
      [studio],
    );
    return { studio, id, one, two, license };
  }

  async function renameLicense(license: { id: string; version: number } | undefined) {
    const { id: licenseId = '', version: expectedVersion = 0 } = license ?? {};
    const stored = await new PrismaLicenseViews(database.prisma).license(licenseId);
    if (stored === null) throw new Error('There is no such license.');
    const details = { ...stored.details, name: aName('Renamed') };
    await amendLicense(
      { ...{ ...ben.by(), licenseId, expectedVersion }, details },
      database.unitOfWork,
    );
  }

  it('licenses that a person changed are shown and not overwritten, the others are saved', async () => {
    const { studio, id, one, two, license } = await reviewedChange();
    await renameLicense(license);
    const view = await imports.committed(id);

    expect(view).toMatchObject({ state: 'committed', applicable: 0, blocked: 1 });
    const stale = (await imports.lines(id)).filter(({ outcome }) => outcome === 'stale');
    expect(stale.map(({ reason }) => reason)[0]).toMatch(/^Ben changed .* after the review\.$/);
    expect(await soldBy(studio)).toEqual(
      [
        `Movie ${one} EST 1 2027-01-01 2028-01-01 999 USD`,
        `Movie ${two} EST 1 2027-01-01 2028-01-01 899 USD`,
      ].sort(),
    );
    expect(await imports.checkedAgain(id)).toMatchObject({ applicable: 1, blocked: 0 });
    await imports.committed(id);
    expect(await soldBy(studio)).toContain(`Movie ${one} EST 1 2027-01-01 2028-01-01 799 USD`);
  });

  it('a file saved as a whole is not saved if a person changed one license of it', async () => {
    const { studio, id, license } = await reviewedChange();
    const before = await soldBy(studio);
    await renameLicense(license);
    const view = await imports.committed(id, 'file');

    expect(view.state).toBe('ready');
    expect(view.failure).toMatch(/^Nothing was saved\. Ben changed /);
    expect(await soldBy(studio)).toEqual(before);
    await imports.committed(id, 'file');
    expect(await soldBy(studio)).not.toEqual(before);
  });

  it('another person’s earlier decision wins', async () => {
    const { id } = await reviewedChange();
    const { revision } = await imports.view(id);
    await imports.decideCommit(id);
    await imports.decideCommit(id);

    await expect(ben.decideCommit(id)).rejects.toThrow(ImportMoved);
    await imports.do(id, 'commit');
    await expect(ben.commit(id, revision - 1, 'file')).rejects.toThrow(ImportMoved);
  });

  it('of two commits at once the second finds the first', async () => {
    const { id } = await reviewedChange();
    const { revision } = await imports.view(id);
    const [isStored, mayCommit] = [gate(2), gate(2)];
    const { actor: by, at } = imports.by();
    const first = database.records.transact(async (records) => {
      const one = await records.imports.get(id);
      if (one?.commit(revision, 'file', true, { by, at }) !== true)
        throw new Error('It could not be committed.');
      await records.imports.save(one);
      await isStored();
      await mayCommit();
    });
    await isStored();
    const second = ben.commit(id, revision, 'license');
    await until('the second commit waits for the first', async () => {
      const rows = await database.rows(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
    await mayCommit();
    await first;

    await expect(second).rejects.toThrow(ImportMoved);
    expect(await imports.view(id)).toMatchObject({ state: 'committing', settledBy: 'Ana' });
    await imports.do(id, 'commit');
  });
});

describe('canceling', () => {
  it('before the check leaves nothing', async () => {
    const id = await imports.uploaded(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]));
    await imports.cancel(id);
    await imports.do(id, 'check');

    expect((await imports.view(id)).state).toBe('cancelled');
  });

  it('during the commit keeps the licenses saved so far', async () => {
    const { studio, cells } = aStudio();
    const id = await imports.checked([
      aMovieRow(anAlid('m'), cells),
      aMovieRow(anAlid('m'), { ...cells, 'AvailTrans/PriceValue': '1.99' }),
    ]);
    await imports.decideCommit(id);
    await imports.cancel(id);
    await imports.do(id, 'commit');

    expect(await imports.view(id)).toMatchObject({
      state: 'ready',
      failure: 'Stopped. Nothing was saved.',
    });
    expect(await soldBy(studio)).toEqual([]);
    await imports.committed(id);
    expect(await soldBy(studio)).toHaveLength(2);
  });

  it('by the death of a process is resumed by another, which saves each license once', async () => {
    const { studio, cells } = aStudio();
    const rows = ['1.99', '2.99', '3.99'].map((price) =>
      aMovieRow(anAlid('m'), { ...cells, 'AvailTrans/PriceValue': price }),
    );
    const id = await imports.checked(rows);
    await imports.decideCommit(id);
    const dying = new AbortController();
    const applying = imports.work.do({ importId: id, work: 'commit' }, dying.signal);
    dying.abort();
    await expect(applying).rejects.toMatchObject({ code: 'busy' });
    expect((await imports.view(id)).state).toBe('committing');

    await imports.do(id, 'commit');
    await imports.do(id, 'commit');
    expect((await imports.view(id)).state).toBe('committed');
    expect(await soldBy(studio)).toHaveLength(3);
    const versions = await database.rows('SELECT version FROM licenses WHERE studio = $1', [
      studio,
    ]);
    expect(versions).toEqual([{ version: 2 }, { version: 2 }, { version: 2 }]);
  });
});
