import { afterEach, describe, expect, it } from 'vitest';
import type { Cells } from '../../builders/avails-row-builders';
import { PrismaHistoryViews } from '../../../src/adapters/postgres/history-views';
import { closeTitle } from '../../../src/service/content/close-title';
import { takeDownTitle } from '../../../src/service/content/takedown-service';
import { aMovieRow } from '../../builders/avails-row-builders';
import { aName } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ImportDriver } from './support-imports';

// The day of the imports is 10 Jun 2026; the rows grant 2027.

const database = await testDatabase();
const imports = new ImportDriver(database);
const history = new PrismaHistoryViews(database.prisma);

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

/** A movie that was imported with some rows, each with these cells. */
async function sold(...rows: readonly Cells[]) {
  const studio = aName('Northlight');
  const alid = aName('m').replace(' ', '-');
  const row = (cells: Cells = {}) => aMovieRow(alid, { 'Avail/DisplayName': studio, ...cells });
  await imports.committed(await imports.checked(rows.map(row)));
  const [title] = await database.rows<{ id: string }>('SELECT id FROM content WHERE studio = $1', [
    studio,
  ]);
  const id = title?.id ?? '';
  return {
    ...{ id, row, reason: `Deleted by the avails of ${studio} (northlight.xlsx)` },
    /** The row as a full delete, with the dates that the standard suggests. */
    deleted: (cells: Cells = {}) =>
      row({
        ...{ 'Disposition/EntryType': 'Full Delete', 'AvailTrans/Start': '1999-12-31' },
        ...{ 'AvailTrans/End': '2000-01-01', ...cells },
      }),
    lines: async (importId: string) =>
      (await imports.lines(importId)).map(({ outcome, words }) => `${outcome}: ${words}`),
    /** The days of each place on which the title is shown. */
    shown: async () => {
      const rows = await database.rows<{ line: string }>(
        `SELECT concat_ws(' ', rights_type, cardinality(territories), days) AS line FROM content_coverage
         WHERE content_id = $1 ORDER BY 1`,
        [id],
      );
      return rows.map(({ line }) => line);
    },
  };
}

const IN_CANADA = { 'AvailTrans/Territory': 'CA' };
const AS_RENTAL = { 'AvailTrans/LicenseType': 'VOD', 'AvailTrans/PriceValue': '3.99' };
const [SPRING, AUTUMN] = [
  { 'Avail/AvailID': aName('spring').replace(' ', '-'), 'AvailTrans/End': '2027-03-31' },
  { 'Avail/AvailID': aName('autumn').replace(' ', '-'), 'AvailTrans/Start': '2027-09-01' },
];
const LATER = { 'AvailTrans/Start': '2028-02-01', 'AvailTrans/End': '2028-02-29' };
const YEAR = '{[2027-01-01,2028-01-01)}';

it('lines of a review name how what they are about is closed by now', async () => {
  const title = await sold({});
  const id = await imports.checked([title.deleted()]);
  expect((await imports.lines(id)).map(({ closing }) => closing)).toEqual([null]);
  const closing = { kind: 'retired', reason: 'Out of the catalog' } as const;
  await closeTitle(
    {
      ...new ImportDriver(database, 'Ben').by(),
      ...{ contentId: title.id, expectedVersion: await versionOf(title.id), closing },
    },
    database.unitOfWork,
  );

  expect((await imports.lines(id)).map((line) => line.closing)).toEqual([closing]);
});

describe('a full delete', () => {
  it('takes a title down that has no other offer, and undoing its import brings it back', async () => {
    const title = await sold({}, IN_CANADA, AS_RENTAL);
    const id = await imports.checked([title.deleted()]);

    expect(await title.lines(id)).toEqual([
      `taken-down: Taken down from 1 Jan 2027 in United States as EST: ${title.reason}`,
    ]);
    expect(await imports.view(id)).toMatchObject({
      ...{ state: 'ready', rows: 1, rejected: 0, applicable: 1, blocked: 0 },
      counts: [{ what: 'title', outcome: 'taken-down', count: 1 }],
    });
    expect(await title.shown()).toEqual([`EST 2 ${YEAR}`, `TVOD 1 ${YEAR}`]);
    expect(await imports.committed(id)).toMatchObject({ state: 'committed', failure: null });
    expect(await title.shown()).toEqual([`EST 1 ${YEAR}`, `TVOD 1 ${YEAR}`]);
    const { entries } = await history.history({ aggregateId: title.id, pageSize: 1 });
    expect(entries).toMatchObject([
      {
        words: expect.stringContaining('Taken down from 1 Jan 2027') as string,
        file: { importId: id },
      },
    ]);

    expect(await imports.undone(id)).toMatchObject({ state: 'undone', failure: null });
    expect(await title.shown()).toEqual([`EST 2 ${YEAR}`, `TVOD 1 ${YEAR}`]);
    await imports.committed(await imports.checked([title.deleted()]), 'file');
    expect(await title.shown()).toEqual([`EST 1 ${YEAR}`, `TVOD 1 ${YEAR}`]);
  });

  it('sent again, or of what was never granted, changes nothing', async () => {
    const title = await sold({});
    await imports.committed(await imports.checked([title.deleted()]));
    const id = await imports.checked([title.deleted(), title.deleted(IN_CANADA)]);

    expect(await title.lines(id)).toEqual([
      'unchanged: It is already taken down in United States as EST',
      'unchanged: It has no rights in Canada as EST, so there is nothing to delete',
    ]);
    expect(await imports.view(id)).toMatchObject({ applicable: 0, blocked: 0 });
  });

  it('cannot be undone once a person has built on it, and names who did', async () => {
    const title = await sold({}, AS_RENTAL);
    const id = await imports.checked([title.deleted()]);
    await imports.committed(id);
    const by = new ImportDriver(database, 'Ben').by();
    const plan = {
      startsOn: '2027-02-01',
      territories: null,
      rightsTypes: null,
      reason: 'Dispute',
    };
    await takeDownTitle(
      { ...by, contentId: title.id, expectedVersion: await versionOf(title.id), plan },
      database.unitOfWork,
    );

    expect(await imports.undone(id)).toMatchObject({
      state: 'committed',
      failure: expect.stringContaining('Ben changed Movie') as string,
    });
  });

  it('of a title that a person changed after the review is stale', async () => {
    const title = await sold({});
    const id = await imports.checked([title.deleted()]);
    const plan = {
      startsOn: '2027-02-01',
      territories: null,
      rightsTypes: null,
      reason: 'Dispute',
    };
    const by = new ImportDriver(database, 'Ben').by();
    await takeDownTitle(
      { ...by, contentId: title.id, expectedVersion: await versionOf(title.id), plan },
      database.unitOfWork,
    );
    await imports.committed(id);

    expect((await imports.lines(id)).map(({ outcome }) => outcome)).toEqual(['stale']);
    expect(await imports.checkedAgain(id)).toMatchObject({ applicable: 1 });
    await imports.committed(id);
    expect(await title.shown()).toEqual([]);
  });
});

describe('the deletion of a single row', () => {
  it('takes the title down for the row’s window, and is undone', async () => {
    const title = await sold(SPRING, AUTUMN);
    const id = await imports.checked([title.row({ ...SPRING, 'Disposition/EntryType': 'Delete' })]);
    const before = await title.shown();
    await imports.committed(id);

    expect(await title.shown()).toEqual(['EST 1 {[2027-09-01,2028-01-01)}']);
    await imports.undone(id);
    expect(await title.shown()).toEqual(before);
  });

  it('takes down all that a temporary price has made of its offer, and not what other rows grant', async () => {
    const rest = {
      'Avail/AvailID': aName('rest').replace(' ', '-'),
      'AvailTrans/Start': '2027-04-01',
    };
    const sale = {
      ...{ 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '0.99' },
      ...{ 'Avail/AvailID': aName('sale').replace(' ', '-') },
      ...{ 'AvailTrans/Start': '2027-02-01', 'AvailTrans/End': '2027-04-30' },
    };
    const title = await sold(SPRING, rest, sale);
    expect(await title.shown()).toEqual([`EST 1 ${YEAR}`]);
    const id = await imports.checked([title.row({ ...SPRING, 'Disposition/EntryType': 'Delete' })]);
    await imports.committed(id);

    expect(await title.shown()).toEqual(['EST 1 {[2027-04-01,2028-01-01)}']);
    await imports.undone(id);
    expect(await title.shown()).toEqual([`EST 1 ${YEAR}`]);
  });

  it('leaves what a later file has granted of its days by another row', async () => {
    const whole = { 'Avail/AvailID': aName('whole').replace(' ', '-') };
    const title = await sold(whole);
    const part = {
      'Avail/AvailID': aName('part').replace(' ', '-'),
      'AvailTrans/Start': '2027-07-01',
    };
    await imports.committed(await imports.checked([title.row(part)]));
    expect(await title.shown()).toEqual(['EST 1 {[2027-07-01,2028-01-01)}']);
    const id = await imports.checked([title.row({ ...whole, 'Disposition/EntryType': 'Delete' })]);

    expect(await imports.view(id)).toMatchObject({ applicable: 0, blocked: 0 });
    expect((await imports.lines(id)).map(({ outcome }) => outcome)).toEqual(['unchanged']);
  });

  it('ends its format alone, and the sale with the last one, whichever file granted them', async () => {
    const [hd, sd] = ['hd', 'sd'].map((what) => ({
      'Avail/AvailID': aName(what).replace(' ', '-'),
    }));
    const inSd = { ...sd, 'AvailTrans/FormatProfile': 'SD' };
    const title = await sold({ ...hd });
    const single = (type: string, cells: Cells) =>
      title.row({ ...cells, 'Disposition/EntryType': type });
    const more = await imports.checked([
      single('Create', inSd),
      single('Create', {
        ...{ 'Avail/AvailID': aName('later').replace(' ', '-'), ...LATER },
      }),
    ]);
    await imports.committed(more);
    const id = await imports.checked([single('Delete', inSd)]);

    expect(await imports.view(id)).toMatchObject({ applicable: 1, blocked: 0 });
    await imports.committed(id);
    expect(await title.shown()).not.toEqual([]);
    await imports.committed(await imports.checked([title.row(hd)]));
    await imports.committed(await imports.checked([single('Delete', { ...hd })]));
    expect(await title.shown()).toEqual([]);
  });
});

describe('a later row', () => {
  it('that grants the same again brings the title back, and undoing that takes it down again', async () => {
    const title = await sold({}, IN_CANADA);
    await imports.committed(await imports.checked([title.deleted(), title.deleted(IN_CANADA)]));
    expect(await title.shown()).toEqual([]);
    const id = await imports.checked([title.row(IN_CANADA)]);

    expect(await title.lines(id)).toEqual([
      'changed: Brought back from 1 Jan 2027 in Canada and United States as EST. ' +
        'Stays taken down from 1 Jan 2027 in United States as EST',
      'unchanged: Movie. EST: 1 offer is as the file says',
    ]);
    await imports.committed(id);
    expect(await title.shown()).toEqual([`EST 1 ${YEAR}`]);
    expect(await imports.undone(id)).toMatchObject({ state: 'undone', failure: null });
    expect(await title.shown()).toEqual([]);
    await imports.committed(await imports.checked([title.row(), title.row(IN_CANADA)]));
    expect(await title.shown()).toEqual([`EST 2 ${YEAR}`]);
  });

  it('does not end a takedown by a person', async () => {
    const title = await sold({});
    const plan = {
      startsOn: '2027-02-01',
      territories: null,
      rightsTypes: null,
      reason: 'Dispute',
    };
    await takeDownTitle(
      { ...imports.by(), contentId: title.id, expectedVersion: await versionOf(title.id), plan },
      database.unitOfWork,
    );
    const id = await imports.checked([title.row()]);

    expect(await imports.view(id)).toMatchObject({ applicable: 0, blocked: 0 });
    expect(await title.lines(id)).toContain(
      'unchanged: Taken down from 1 Feb 2027 everywhere: Dispute. A person took it down, so it stays down',
    );
  });
});

async function versionOf(id: string): Promise<number> {
  const [row] = await database.rows<{ version: number }>(
    'SELECT version FROM content WHERE id = $1',
    [id],
  );
  return row?.version ?? 0;
}
