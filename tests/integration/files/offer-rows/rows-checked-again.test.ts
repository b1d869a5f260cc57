import { afterEach, describe, expect, it } from 'vitest';
import { assignOffer, unassignOffer } from '../../../../src/service/content/content-service';
import { aCommand } from '../../../builders/command-builders';
import { aName } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { LATER, CHEAPER, moviesOn } from './support-rows';

const database = await testDatabase();
const { unitOfWork, imports, Movie, aMovieOfTwoYears } = moviesOn(database);

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

describe('the rows of an import that is checked again', () => {
  it('stay with an offer that a person moved, and count until the review is decided', async () => {
    const movie = new Movie();
    const id = await movie.imported(movie.row('first'), movie.row('later', LATER));
    await movie.moveTo('2027-03-01');

    expect(await imports.checkedAgain(id)).toMatchObject({ state: 'ready', applicable: 1 });
    expect(await movie.rows()).toEqual({ '2027-03-01': ['first'], '2028-01-01': ['later'] });
    await imports.leaveOut(id, '');
    expect(await movie.rows()).toEqual({ '2027-03-01': ['first'], '2028-01-01': ['later'] });
  });

  it('go back with the offer when the file is saved again, each once', async () => {
    const movie = new Movie();
    const id = await movie.imported(movie.row('first'), movie.row('later', LATER));
    await movie.moveTo('2027-03-01');
    await imports.checkedAgain(id);
    await imports.committed(id);

    expect(await movie.rows()).toEqual({ '2027-01-01': ['first'], '2028-01-01': ['later'] });
  });

  it('are there again when a title gets an offer back that it had lost before the check', async () => {
    const { movie, later, license } = await aMovieOfTwoYears();
    const { licenseId } = license;
    const assignment = { licenseId, startsOn: later.window.startsOn };
    await unassignOffer({ ...aCommand(), ...(await movie.title()), assignment }, unitOfWork);
    const [row] = await database.rows<{ id: string }>(
      'SELECT id FROM imports WHERE $1 = ANY (studios)',
      [movie.studio],
    );
    await imports.checkedAgain(row?.id ?? '');
    const chosen = { licenseId, offer: later };
    await assignOffer({ ...aCommand(), ...(await movie.title()), chosen }, unitOfWork);

    expect(await movie.rows()).toEqual({ '2027-01-01': ['first'], '2028-01-01': ['later'] });
  });

  it('stay when the check says that their licensee is not us, and are theirs again when it is', async () => {
    const movie = new Movie();
    const [us, them] = [{ 'Avail/Licensee': 'Tern Street' }, { 'Avail/Licensee': 'Gull & Gannet' }];
    const id = await imports.checked(
      [movie.row('first', us), movie.row('later', { ...them, ...LATER })],
      {
        licensees: { 'Tern Street': true, 'Gull & Gannet': true },
      },
    );
    await imports.committed(id);
    await movie.moveTo('2027-03-01');
    const both = { '2027-03-01': ['first'], '2028-01-01': ['later'] };
    expect(await movie.rows()).toEqual(both);

    const without = { licensees: { 'Tern Street': true, 'Gull & Gannet': false } };
    expect(await imports.checkedAgain(id, without)).toMatchObject({ rows: 1, leftOut: 1 });
    expect(await movie.rows()).toEqual(both);
    await imports.checkedAgain(id, without);
    const again = await imports.checkedAgain(id, {
      licensees: { 'Tern Street': true, 'Gull & Gannet': true },
    });
    expect(again).toMatchObject({ rows: 2, leftOut: 0 });
    await imports.leaveOut(id, '');
    expect(await movie.rows()).toEqual(both);
  });

  it('rest with an offer that saving takes away, and wake when it is granted again', async () => {
    const movie = new Movie();
    const [us, them] = [{ 'Avail/Licensee': 'Tern Street' }, { 'Avail/Licensee': 'Gull & Gannet' }];
    const rules = (isUs: boolean) => ({
      licensees: { 'Tern Street': true, 'Gull & Gannet': isUs },
    });
    const rows = [movie.row('first', us), movie.row('later', { ...them, ...LATER })];
    const id = await imports.checked(rows, rules(true));
    await imports.committed(id);
    await imports.checkedAgain(id, rules(false));
    await imports.committed(id);
    expect(await movie.rows()).toEqual({ '2027-01-01': ['first'] });

    await imports.checkedAgain(id, rules(true));
    await imports.committed(id);
    expect(await movie.rows()).toEqual({ '2027-01-01': ['first'], '2028-01-01': ['later'] });
  });

  it('are found by their AvailIDs while nobody has decided', async () => {
    const movie = new Movie();
    const own = { 'Avail/AvailID': aName('row').replace(' ', '-') };
    const id = await movie.imported(movie.row('first', own));
    await movie.moveTo('2027-03-01');
    await imports.checkedAgain(id);
    const update = await imports.checked([
      movie.row('updated', { ...own, ...CHEAPER, 'Disposition/EntryType': 'Update' }),
    ]);

    expect(await imports.view(update)).toMatchObject({ applicable: 1, blocked: 0 });
  });
});
