import { afterEach, describe, expect, it } from 'vitest';
import {
  ImportMoved,
  NothingToCommit,
  NotToBeLeftOut,
} from '../../../src/domain/import/import-errors';
import { aMovieRow } from '../../builders/avails-row-builders';
import { aName } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ImportDriver } from './support-imports';

const database = await testDatabase();
const imports = new ImportDriver(database);

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

/** Two movies at different prices, which are two changes, and a third whose row has an error. */
async function checked() {
  const cells = { 'Avail/DisplayName': aName('Northlight') };
  const [kept, without] = [aName('kept').replace(' ', '-'), aName('without').replace(' ', '-')];
  const rows = [
    aMovieRow(kept, cells),
    aMovieRow(without, { ...cells, 'AvailTrans/PriceValue': '4.99' }),
    aMovieRow(aName('m').replace(' ', '-'), { ...cells, 'AvailTrans/Start': 'soon' }),
  ];
  return { id: await imports.checked(rows), kept, without, rows };
}

const titlesOf = async (...alids: readonly string[]) =>
  (
    await database.rows<{ title: string }>(
      'SELECT title FROM content WHERE title = ANY ($1) ORDER BY 1',
      [alids.map((alid) => `Movie ${alid}`)],
    )
  ).map(({ title }) => title);

describe('a change that a person leaves out of an import', () => {
  it('is not saved, is counted, and has lines that say so', async () => {
    const { id, kept, without } = await checked();
    await imports.leaveOut(id, without);
    expect(await imports.view(id)).toMatchObject({ applicable: 1, leftOutChanges: 1, rejected: 1 });
    const lines = (await imports.lines(id)).filter(({ outcome }) => outcome === 'left-out');
    expect(lines.map(({ what }) => what).sort()).toEqual(['license', 'offer', 'title']);

    expect(await imports.committed(id)).toMatchObject({ state: 'committed', leftOutChanges: 1 });
    expect(await titlesOf(kept, without)).toEqual([`Movie ${kept}`]);
  });

  it('is saved after it was brought back', async () => {
    const { id, kept, without } = await checked();
    await imports.leaveOut(id, without);
    await imports.leaveOut(id, without);
    await imports.leaveOut(id, without, false);
    expect(await imports.view(id)).toMatchObject({ applicable: 2, leftOutChanges: 0 });

    await imports.committed(id, 'file');
    expect(await titlesOf(kept, without)).toEqual([`Movie ${kept}`, `Movie ${without}`]);
  });

  it('stays left out when the file is checked again, also after the rest was saved', async () => {
    const { id, kept, without } = await checked();
    await imports.leaveOut(id, without);
    expect(await imports.checkedAgain(id)).toMatchObject({ applicable: 1, leftOutChanges: 1 });
    await imports.committed(id);
    expect(await imports.checkedAgain(id)).toMatchObject({
      ...{ state: 'ready', applicable: 0, leftOutChanges: 1 },
    });

    await imports.leaveOut(id, without, false);
    await imports.committed(id);
    expect(await titlesOf(kept, without)).toEqual([`Movie ${kept}`, `Movie ${without}`]);
  });

  it('leaves its rows out of exports', async () => {
    const { rows, without } = await checked();
    const [first] = rows;
    const second = await imports.checked([
      { ...first, 'AvailTrans/OtherTerms': 'New terms' },
      { ...rows[1], 'AvailTrans/OtherTerms': 'New terms' },
    ]);
    await imports.leaveOut(second, without);
    await imports.committed(second);

    expect(
      await database.rows(
        `SELECT c.title FROM offer_rows k JOIN content c ON c.id = k.content_id WHERE k.import_id = $1`,
        [second],
      ),
    ).toEqual([{ title: String(first?.['AvailMetadata/TitleInternalAlias']) }]);
  });

  it('leaves nothing to save when it was the last', async () => {
    const { id, kept, without } = await checked();
    await imports.leaveOut(id, kept);
    await imports.leaveOut(id, without);
    await expect(imports.decideCommit(id)).rejects.toThrow(NothingToCommit);
  });

  it('has to be one that can be saved, of a review that is open', async () => {
    const { id, kept } = await checked();
    await expect(imports.leaveOut(id, 'nothing of this name')).rejects.toThrow(NotToBeLeftOut);
    await imports.committed(id);
    await expect(imports.leaveOut(id, kept)).rejects.toThrow(ImportMoved);
    expect(await imports.view(id)).toMatchObject({ leftOutChanges: 0 });
  });
});
