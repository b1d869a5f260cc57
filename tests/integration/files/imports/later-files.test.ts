import { UNRESTRICTED } from '../../../../src/domain/license/terms';
import { afterEach, describe, expect, it } from 'vitest';
import { DateRange } from '../../../../src/domain/values/date-range';
import { NothingToCommit } from '../../../../src/domain/import/import-errors';
import { grantLicense } from '../../../../src/service/license/license-service';
import { aMovieRow, anEpisodeRow } from '../../../builders/avails-row-builders';
import { anId, someDetails } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { anAlid, aStudio, importsOn } from './support-imported';

const database = await testDatabase();
const { imports, soldBy } = importsOn(database);

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

describe('the same file again', () => {
  it('changes nothing', async () => {
    const { cells } = aStudio();
    const rows = [
      aMovieRow(anAlid('m'), {
        ...cells,
        'AvailTrans/Territory': 'ZZ',
        'AvailTrans/LicenseType': 'SVOD',
      }),
      aMovieRow(anAlid('m'), { ...cells, 'AvailTrans/End': 'Open' }),
      anEpisodeRow(anAlid('e'), 1, cells),
    ];
    await imports.committed(await imports.checked(rows));
    const versions = await database.rows('SELECT sum(version) FROM licenses');
    const id = await imports.checked(rows);

    expect(await imports.view(id)).toMatchObject({ applicable: 0, blocked: 0 });
    expect(new Set((await imports.lines(id)).map(({ outcome }) => outcome))).toEqual(
      new Set(['unchanged']),
    );
    await expect(imports.decideCommit(id)).rejects.toThrow(NothingToCommit);
    expect(await database.rows('SELECT sum(version) FROM licenses')).toEqual(versions);
  });
});

describe('a later file', () => {
  it('changes the price in place in a license that only its titles use', async () => {
    const { studio, cells } = aStudio();
    const alid = anAlid('m');
    await imports.committed(await imports.checked([aMovieRow(alid, cells)]));
    const id = await imports.checked([
      aMovieRow(alid, {
        ...cells,
        'AvailTrans/PriceValue': '7.99',
        'AvailTrans/End': '2028-03-31',
      }),
    ]);

    expect(await imports.review(id)).toEqual([
      `license changed Movie ${alid} EST US`,
      `offer changed Movie ${alid} EST US`,
    ]);
    await imports.committed(id);
    expect(await soldBy(studio)).toEqual([`Movie ${alid} EST 1 2027-01-01 2028-04-01 799 USD`]);
    expect(await database.rows('SELECT FROM licenses WHERE studio = $1', [studio])).toHaveLength(1);
  });

  it('creates a separate license for a title if other titles keep theirs', async () => {
    const { studio, cells } = aStudio();
    const [one, two] = [anAlid('m'), anAlid('m')];
    await imports.committed(await imports.checked([aMovieRow(one, cells), aMovieRow(two, cells)]));
    await imports.committed(
      await imports.checked([aMovieRow(one, { ...cells, 'AvailTrans/PriceValue': '7.99' })]),
    );

    expect(await soldBy(studio)).toEqual(
      [
        `Movie ${one} EST 1 2027-01-01 2028-01-01 799 USD`,
        `Movie ${two} EST 1 2027-01-01 2028-01-01 999 USD`,
      ].sort(),
    );
  });

  it('changes one of several territories', async () => {
    const { studio, cells } = aStudio();
    const alid = anAlid('m');
    const inCanada = { ...cells, 'AvailTrans/Territory': 'CA' };
    await imports.committed(
      await imports.checked([aMovieRow(alid, cells), aMovieRow(alid, inCanada)]),
    );
    expect(await soldBy(studio)).toEqual([`Movie ${alid} EST 2 2027-01-01 2028-01-01 999 USD`]);
    await imports.committed(
      await imports.checked([aMovieRow(alid, { ...cells, 'AvailTrans/PriceValue': '7.99' })]),
    );

    expect(await soldBy(studio)).toEqual([
      `Movie ${alid} EST 1 2027-01-01 2028-01-01 799 USD`,
      `Movie ${alid} EST 1 2027-01-01 2028-01-01 999 USD`,
    ]);
  });

  it('that is a full extract shows the offers it withdraws before saving', async () => {
    const { studio, cells } = aStudio();
    const alid = anAlid('m');
    const rental = { ...cells, 'AvailTrans/LicenseType': 'VOD', 'AvailTrans/PriceValue': '3.99' };
    await imports.committed(
      await imports.checked([aMovieRow(alid, cells), aMovieRow(alid, rental)]),
    );
    const id = await imports.checked([aMovieRow(alid, cells)]);

    const withdrawn = (await imports.lines(id)).filter(({ outcome }) => outcome === 'withdrawn');
    expect(withdrawn.map(({ what, words }) => [what, words])).toEqual([
      ['title', 'Movie, 1 offer removed'],
    ]);
    expect(await soldBy(studio)).toHaveLength(2);
    await imports.committed(id);
    expect(await soldBy(studio)).toEqual([`Movie ${alid} EST 1 2027-01-01 2028-01-01 999 USD`]);
  });

  it('splits an offer around a price reduction, and rejoins it without the reduction', async () => {
    const { studio, cells } = aStudio();
    const alid = anAlid('m');
    const reduction = {
      ...cells,
      'AvailTrans/PriceType': 'TPR-WSP',
      'AvailTrans/PriceValue': '4.99',
      'AvailTrans/Start': '2027-06-01',
      'AvailTrans/End': '2027-06-14',
    };
    await imports.committed(await imports.checked([aMovieRow(alid, cells)]));
    const refused = await imports.checked([aMovieRow(alid, reduction)], { reductions: 'refuse' });
    expect(await imports.view(refused)).toMatchObject({ rejected: 1, applicable: 0 });
    await imports.committed(
      await imports.checked([aMovieRow(alid, reduction)], { reductions: 'split' }),
    );

    expect(await soldBy(studio)).toEqual([
      `Movie ${alid} EST 1 2027-01-01 2027-06-01 999 USD`,
      `Movie ${alid} EST 1 2027-06-01 2027-06-15 499 USD`,
      `Movie ${alid} EST 1 2027-06-15 2028-01-01 999 USD`,
    ]);
    await imports.committed(await imports.checked([aMovieRow(alid, cells)]));
    expect(await soldBy(studio)).toEqual([`Movie ${alid} EST 1 2027-01-01 2028-01-01 999 USD`]);
  });

  it('updates single rows by their AvailID, and takes down the deleted ones', async () => {
    const { studio, cells } = aStudio();
    const alid = anAlid('m');
    const [first, second] = [anAlid('row'), anAlid('row')];
    const spring = { ...cells, 'Avail/AvailID': first, 'AvailTrans/End': '2027-03-31' };
    const autumn = {
      ...cells,
      'Avail/AvailID': second,
      'AvailTrans/Start': '2027-09-01',
      'AvailTrans/End': '2027-11-30',
    };
    await imports.committed(
      await imports.checked([aMovieRow(alid, spring), aMovieRow(alid, autumn)]),
    );
    const id = await imports.checked([
      aMovieRow(alid, {
        ...spring,
        'Disposition/EntryType': 'Update',
        'AvailTrans/PriceValue': '5.99',
      }),
      aMovieRow(alid, { ...autumn, 'Disposition/EntryType': 'Delete' }),
    ]);
    const down = (await imports.lines(id)).filter(({ outcome }) => outcome === 'taken-down');
    expect(down.map(({ words }) => words)).toEqual([
      `Taken down 1 Sep – 30 Nov 2027 in United States as EST: Deleted by the avails of ${studio} (northlight.xlsx)`,
    ]);
    await imports.committed(id);

    expect(await soldBy(studio)).toEqual([
      `Movie ${alid} EST 1 2027-01-01 2027-04-01 599 USD`,
      `Movie ${alid} EST 1 2027-09-01 2027-12-01 999 USD`,
    ]);
    const unknown = await imports.checked([
      aMovieRow(alid, {
        ...cells,
        'Avail/AvailID': anAlid('row'),
        'Disposition/EntryType': 'Update',
      }),
    ]);
    expect((await imports.lines(unknown))[0]?.reason).toContain('there is nothing to update');
  });

  it('uses only existing licenses if the rules require it', async () => {
    const { studio, cells } = aStudio();
    const [one, two] = [anAlid('m'), anAlid('m')];
    await imports.committed(await imports.checked([aMovieRow(one, cells)]));
    const [contract] = await database.rows<{ id: string }>(
      'SELECT id FROM contracts WHERE studio = $1',
      [studio],
    );
    const licenseId = anId();
    const terms = {
      ...UNRESTRICTED,
      rightsType: 'EST',
      territories: ['FR'],
      devices: ['tv'],
      window: DateRange.of('2027-01-01', null).toData(),
    };
    await grantLicense(
      {
        ...{ ...imports.by(), licenseId, contractId: contract?.id ?? '' },
        details: { ...someDetails(), name: 'By hand', terms },
      },
      database.unitOfWork,
    );
    const id = await imports.checked(
      [
        aMovieRow(two, { ...cells, 'AvailTrans/Territory': 'FR' }),
        aMovieRow(two, { ...cells, 'AvailTrans/Territory': 'DE' }),
      ].map((row, index) => (index === 0 ? row : { ...row, 'AvailTrans/PriceValue': '3.99' })),
      { licenses: 'existing' },
    );

    expect(await imports.view(id)).toMatchObject({ applicable: 1, blocked: 1 });
    await imports.committed(id);
    expect(await soldBy(studio)).toContain(`Movie ${two} EST 1 2027-01-01 2028-01-01 999 USD`);
    expect(
      await database.rows('SELECT FROM offers WHERE license_id = $1', [licenseId]),
    ).toHaveLength(1);
  });
});
