import { afterEach, describe, expect, it } from 'vitest';
import { assignOffer, registerContent } from '../../../../src/service/content/content-service';
import { aMovieRow, anEpisodeRow } from '../../../builders/avails-row-builders';
import { someContentDetails } from '../../../builders/content-builders';
import { aName, anId } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { onePrice } from '../../../../src/domain/license/price-list';
import { anAlid, aStudio, importsOn } from './support-imported';

const database = await testDatabase();
const { imports, history, soldBy } = importsOn(database);

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

describe('undoing', () => {
  it('removes everything the file created, and records it in history', async () => {
    const { studio, cells } = aStudio();
    const id = await imports.checked([
      aMovieRow(anAlid('m'), cells),
      aMovieRow(anAlid('m'), { ...cells, 'AvailTrans/LicenseType': 'VOD' }),
      anEpisodeRow(anAlid('e'), 1, {
        ...cells,
        'AvailAsset/SeriesContentID': studio,
        'AvailAsset/SeasonContentID': `${studio}-1`,
        'AvailAsset/EpisodeContentID': `${studio}-1-1`,
      }),
    ]);
    await imports.committed(id);
    expect(await imports.undone(id)).toMatchObject({ state: 'undone', failure: null });

    expect(await soldBy(studio)).toEqual([]);
    for (const table of ['contracts', 'licenses', 'content'])
      expect(await database.rows(`SELECT FROM ${table} WHERE studio = $1`, [studio])).toEqual([]);
    const { entries } = await history.history({ pageSize: 3 });
    expect(entries.map(({ words }) => words)[0]).toMatch(/removed: its import was undone$/);
    expect(entries.every(({ isGone }) => isGone)).toBe(true);
  });

  it('restores everything the file changed', async () => {
    const { studio, cells } = aStudio();
    const [one, two] = [anAlid('m'), anAlid('m')];
    const rental = { ...cells, 'AvailTrans/LicenseType': 'VOD', 'AvailTrans/PriceValue': '3.99' };
    await imports.committed(
      await imports.checked([aMovieRow(one, cells), aMovieRow(two, cells), aMovieRow(one, rental)]),
    );
    const before = await soldBy(studio);
    const id = await imports.checked([
      aMovieRow(one, { ...cells, 'AvailTrans/PriceValue': '7.99', 'AvailTrans/End': 'Open' }),
      aMovieRow(anAlid('m'), cells),
    ]);
    await imports.committed(id, 'file');
    expect(await soldBy(studio)).not.toEqual(before);
    expect(await imports.undone(id)).toMatchObject({ state: 'undone', failure: null });

    expect(await soldBy(studio)).toEqual(before);
  });

  it('is possible after the file was checked again', async () => {
    const { studio, cells } = aStudio();
    const id = await imports.checked([aMovieRow(anAlid('m'), cells)]);
    await imports.committed(id);

    expect(await imports.checkedAgain(id)).toMatchObject({ state: 'committed', applicable: 0 });
    expect(await imports.undone(id)).toMatchObject({ state: 'undone' });
    expect(await soldBy(studio)).toEqual([]);
  });

  it('is refused if a person has changed or used something it created', async () => {
    const { studio, cells } = aStudio();
    const [one, two] = [anAlid('m'), anAlid('m')];
    await imports.committed(
      await imports.checked([aMovieRow(one, { ...cells, 'AvailTrans/LicenseType': 'SVOD' })]),
    );
    const id = await imports.checked([aMovieRow(two, cells)]);
    await imports.committed(id);
    const [brought] = await database.rows<{ license: string }>(
      `SELECT l.id AS license FROM licenses l WHERE l.studio = $1 AND l.rights_type = 'EST'`,
      [studio],
    );
    const [other] = await database.rows<{ id: string; version: number }>(
      'SELECT id, version FROM content WHERE title = $1',
      [`Movie ${one}`],
    );
    const chosen = {
      licenseId: brought?.license ?? '',
      offer: {
        name: 'EST',
        prices: onePrice({ minor: 999, currency: 'USD' }).map((line) => ({
          ...line,
          format: 'HD',
        })),
        window: { startsOn: '2027-01-01', endsOn: '2028-01-01' },
        devices: ['tv', 'set-top-box', 'computer', 'mobile', 'tablet', 'console'],
      },
    };
    await assignOffer(
      {
        ...{ ...imports.by(), contentId: other?.id ?? '' },
        expectedVersion: other?.version ?? 0,
        chosen,
      },
      database.unitOfWork,
    );
    const before = await soldBy(studio);
    expect(await imports.undone(id)).toMatchObject({
      state: 'committed',
      failure: `Nothing was undone. Its offers are now used by Movie ${one}.`,
    });
    expect(await soldBy(studio)).toEqual(before);

    await registerContent(
      {
        ...{ ...imports.by(), contentId: anId() },
        details: someContentDetails({ title: aName('By hand'), studio }),
        first: chosen,
      },
      database.unitOfWork,
    );
    expect((await imports.undone(id)).failure).toContain('offers are now used by');
  });
});
