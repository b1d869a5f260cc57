import { afterEach, describe, expect, it } from 'vitest';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { PostgresExportSource } from '../../../src/adapters/postgres/export/export-source';
import {
  assignOffer,
  moveAssignment,
  unassignOffer,
} from '../../../src/service/content/content-service';
import { replaceOffer, withdrawOffers } from '../../../src/service/license/license-service';
import { undoChange } from '../../../src/service/license/undo-change';
import type { Cells } from '../../builders/avails-row-builders';
import { aMovieRow } from '../../builders/avails-row-builders';
import { aCommand } from '../../builders/command-builders';
import { aName, days } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ImportDriver } from './support-imports';
import { exported, firstSheet } from './support-round-trip';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const { unitOfWork } = database;
const imports = new ImportDriver(database);
const seed = new SeedData(unitOfWork);
const licenses = new PrismaLicenseViews(database.prisma);
const source = new PostgresExportSource(() => database.url);

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

const LATER = { 'AvailTrans/Start': '2028-01-01', 'AvailTrans/End': '2028-12-31' };

/** A movie of a studio of its own; every row is named by its description. */
class Movie {
  readonly studio = aName('Studio');
  private readonly alid = aName('m').replace(' ', '-');

  row(name: string, cells: Cells = {}): Cells {
    const own = { 'Avail/DisplayName': this.studio, 'AvailTrans/Description': name };
    return aMovieRow(this.alid, { ...own, ...cells });
  }

  /** Imports rows and saves what they change. @returns the import's id */
  async imported(...rows: readonly Cells[]): Promise<string> {
    const id = await imports.checked(rows);
    await imports.committed(id);
    return id;
  }

  /** The rows of each offer: its first day and what it has in the United States, the newest first. */
  async rows(territory = 'US'): Promise<Readonly<Record<string, readonly string[]>>> {
    const { uses } = await this.sold();
    return Object.fromEntries(
      uses
        .filter(({ license }) => license.territories.includes(territory))
        .map(({ offer, origins }) => [
          offer.window.startsOn,
          origins
            .filter(({ territories }) => territories.includes(territory))
            .map(({ cells }) => cells['AvailTrans/Description'] ?? ''),
        ]),
    );
  }

  async sold() {
    return source.inSnapshot(async (shelf) => {
      for await (const [title] of shelf.titles({ studio: this.studio }))
        if (title !== undefined) return title;
      throw new Error('It has no offers.');
    });
  }

  /** The license of its first offer, its version and its offers. */
  async license() {
    const { uses } = await this.sold();
    const licenseId = uses[0]?.license.id ?? '';
    const view = await licenses.license(licenseId);
    if (view === null) throw new Error('It has no license.');
    return { licenseId, expectedVersion: view.version, offers: view.offers };
  }

  /** The title and its version. */
  async title() {
    const { id: contentId } = await this.sold();
    const [row] = await database.rows<{ version: number }>(
      'SELECT version FROM content WHERE id = $1',
      [contentId],
    );
    return { contentId, expectedVersion: row?.version ?? 0 };
  }

  /** Begins its first offer on another day, as a person. */
  async moveTo(startsOn: string): Promise<void> {
    const { offers, ...license } = await this.license();
    const [before] = offers;
    if (before === undefined) throw new Error('It has no offer.');
    const endsOn = before.window.startsOn.startsWith(startsOn.slice(0, 4))
      ? before.window.endsOn
      : '2029-01-01';
    const after = { ...before, window: { startsOn, endsOn } };
    await replaceOffer({ ...aCommand(), ...license, before, after }, unitOfWork);
  }

  /** Takes the newest change of its license back, as a person. */
  async undoOfLicense(): Promise<void> {
    const { licenseId, expectedVersion } = await this.license();
    await undoChange({ ...aCommand(), licenseId, expectedVersion }, unitOfWork);
  }
}

/** A movie with offers in two years. */
async function aMovieOfTwoYears() {
  const movie = new Movie();
  await movie.imported(movie.row('first'), movie.row('later', LATER));
  const { offers, ...license } = await movie.license();
  const [, later] = offers;
  if (later === undefined) throw new Error('It has one offer.');
  return { movie, later, license };
}

const SD = { 'AvailTrans/FormatProfile': 'SD' };
const CHEAPER = { 'AvailTrans/PriceValue': '7.99' };

describe('the rows of an offer', () => {
  it('are those of its title, right, days and territories that no error stops', async () => {
    const movie = new Movie();
    const other = new Movie();
    await movie.imported(
      movie.row('est'),
      movie.row('vod', { 'AvailTrans/LicenseType': 'VOD' }),
      movie.row('later', LATER),
      movie.row('ca', { 'AvailTrans/Territory': 'CA', ...CHEAPER }),
      movie.row('broken', { 'AvailTrans/FormatProfile': 'HDX' }),
      other.row('other title'),
    );
    await movie.imported(movie.row('deleted', { 'Disposition/EntryType': 'Full Delete' }));

    const { uses } = await movie.sold();
    const lines = uses.map(({ license, offer, origins }) => [
      ...[license.rightsType, license.territories.join(), offer.window.startsOn],
      ...origins.map(({ cells }) => cells['AvailTrans/Description']),
    ]);
    expect(lines.sort()).toEqual([
      ['EST', 'CA', '2027-01-01', 'ca'],
      ['EST', 'US', '2027-01-01', 'est'],
      ['EST', 'US', '2028-01-01', 'later'],
      ['TVOD', 'US', '2027-01-01', 'vod'],
    ]);
  });

  it('are those of its languages, where licenses stand side by side', async () => {
    const movie = new Movie();
    const inFrench = { 'AvailTrans/AssetLanguage': 'fr', ...CHEAPER };
    await movie.imported(
      movie.row('english', { 'AvailTrans/AssetLanguage': 'en' }),
      movie.row('french', inFrench),
    );

    const { uses } = await movie.sold();
    const rowsOf = (use: (typeof uses)[number]) =>
      use.origins.map(({ cells }) => cells['AvailTrans/Description']);
    expect(uses.map(rowsOf).sort()).toEqual([['english'], ['french']]);
  });

  it('stay with it when a person moves its first day', async () => {
    const { movie } = await aMovieOfTwoYears();
    const { offers, ...license } = await movie.license();
    await withdrawOffers({ ...aCommand(), ...license, offers: offers.slice(1) }, unitOfWork);
    await movie.moveTo('2027-03-01');

    expect(await movie.rows()).toEqual({ '2027-03-01': ['first'] });
    await movie.undoOfLicense();
    expect(await movie.rows()).toEqual({ '2027-01-01': ['first'] });
  });

  it('are in exports of an offer whose first day a person moved', async () => {
    const movie = new Movie();
    const french = { 'AvailTrans/FormatProfile': 'UHD', 'AvailTrans/AssetLanguage': 'fr' };
    await movie.imported(movie.row('uhd', { ...french, ...LATER }));
    await movie.moveTo('2028-03-01');

    const { bytes } = await exported(imports, { studio: movie.studio });

    const sheet = firstSheet(bytes);
    const row = sheet.at(-1) ?? [];
    const cell = (name: string) => row[(sheet[1] ?? []).indexOf(name)];
    expect([cell('Start'), cell('FormatProfile'), cell('AssetLanguage')]).toEqual([
      ...['2028-03-01', 'UHD', 'fr'],
    ]);
  });

  it('go with a title that moves to another offer, and back', async () => {
    const movie = new Movie();
    await movie.imported(movie.row('hd'));
    const other = offerFor('Later', days('2028-02-01', '2028-02-28'));
    const otherLicense = await seed.license({ studio: movie.studio, offers: [other] });
    const { licenseId, offers } = await movie.license();

    const from = { licenseId, startsOn: '2027-01-01' };
    const to = { licenseId: otherLicense, offer: other };
    await moveAssignment({ ...aCommand(), ...(await movie.title()), from, to }, unitOfWork);
    expect(await movie.rows()).toEqual({ '2028-02-01': ['hd'] });

    const back = {
      from: { licenseId: otherLicense, startsOn: '2028-02-01' },
      to: { licenseId, offer: offers[0] ?? other },
    };
    await moveAssignment({ ...aCommand(), ...(await movie.title()), ...back }, unitOfWork);
    expect(await movie.rows()).toEqual({ '2027-01-01': ['hd'] });
  });

  it('are there again when the title gets the offer back', async () => {
    const { movie, later, license } = await aMovieOfTwoYears();
    const { licenseId } = license;

    const assignment = { licenseId, startsOn: later.window.startsOn };
    await unassignOffer({ ...aCommand(), ...(await movie.title()), assignment }, unitOfWork);
    expect(await movie.rows()).toEqual({ '2027-01-01': ['first'] });
    const chosen = { licenseId, offer: later };
    await assignOffer({ ...aCommand(), ...(await movie.title()), chosen }, unitOfWork);
    expect(await movie.rows()).toEqual({ '2027-01-01': ['first'], '2028-01-01': ['later'] });
  });

  it('are there again when a withdrawal is undone, also with another offer moved there meanwhile', async () => {
    const { movie, later, license } = await aMovieOfTwoYears();
    await withdrawOffers({ ...aCommand(), ...license, offers: [later] }, unitOfWork);
    await movie.moveTo('2028-01-01');
    expect(await movie.rows()).toEqual({ '2028-01-01': ['first'] });
    await movie.undoOfLicense();
    const { licenseId, expectedVersion } = await movie.license();
    const undoes = license.expectedVersion + 1;
    await undoChange({ ...aCommand(), licenseId, expectedVersion, undoes }, unitOfWork);

    expect(await movie.rows()).toEqual({ '2027-01-01': ['first'], '2028-01-01': ['later'] });
  });

  it('are in each part into which a temporary price splits it, and undoing that rejoins them', async () => {
    const movie = new Movie();
    await movie.imported(movie.row('base'));
    const reduction = await movie.imported(
      movie.row('reduced', {
        ...{ 'Disposition/EntryType': 'Create', 'Avail/AvailID': movie.studio.replace(' ', '-') },
        ...{ 'AvailTrans/Start': '2027-06-01', 'AvailTrans/End': '2027-06-30' },
        ...{ 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '4.99' },
      }),
    );

    expect(await movie.rows()).toEqual({
      '2027-01-01': ['base'],
      '2027-06-01': ['reduced', 'base'],
      '2027-07-01': ['base'],
    });
    await imports.undone(reduction);
    expect(await movie.rows()).toEqual({ '2027-01-01': ['base'] });
  });

  it('are those of the latest full extract, and of the earlier one after its undo', async () => {
    const movie = new Movie();
    await movie.imported(movie.row('hd'), movie.row('sd', SD));
    const second = await movie.imported(movie.row('new', CHEAPER));

    expect(await movie.rows()).toEqual({ '2027-01-01': ['new'] });
    await imports.undone(second);
    expect(await movie.rows()).toEqual({ '2027-01-01': ['hd', 'sd'] });
  });

  it('are of the latest extract in its territories, of the earlier one in the others', async () => {
    const movie = new Movie();
    await movie.imported(movie.row('both', { 'AvailTrans/Territory': 'CA, US' }));
    await movie.imported(movie.row('us', CHEAPER));

    expect(await movie.rows('US')).toEqual({ '2027-01-01': ['us'] });
    expect(await movie.rows('CA')).toEqual({ '2027-01-01': ['both'] });
  });

  it('of an extract with a refused row do not take the place of others', async () => {
    const movie = new Movie();
    await movie.imported(movie.row('first'), movie.row('later', LATER));
    await movie.imported(
      movie.row('first, new', CHEAPER),
      movie.row('broken', { ...LATER, 'AvailTrans/End': '2028-13-31' }),
    );

    expect(await movie.rows()).toEqual({
      '2027-01-01': ['first, new', 'first'],
      '2028-01-01': ['later'],
    });
  });
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

describe('a file whose rights are as stored', () => {
  const detailed = (movie: Movie, cells: Cells = {}) =>
    movie.row('row', { 'AvailMetadata/RatingSystem': 'MPAA', ...PG, ...cells });
  const PG = { 'AvailMetadata/RatingValue': 'PG' };
  const R = { 'AvailMetadata/RatingValue': 'R' };

  async function reviewed(...rows: readonly Cells[]) {
    const id = await imports.checked(rows);
    const { applicable } = await imports.view(id);
    const lines = (await imports.lines(id)).map(({ what, outcome, details }) => ({
      ...{
        what,
        outcome,
        details: details.map(({ column, before, after }) => [column, before, after].join(' | ')),
      },
    }));
    return { id, applicable, lines };
  }

  async function exportedCell(movie: Movie, name: string): Promise<string | undefined> {
    const { bytes } = await exported(imports, { studio: movie.studio });
    const sheet = firstSheet(bytes);
    return sheet.at(-1)?.[(sheet[1] ?? []).indexOf(name)];
  }

  it('and whose cells are, too, has nothing to save', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie));

    expect(await reviewed(detailed(movie))).toMatchObject({
      applicable: 0,
      lines: [{ what: 'title', outcome: 'unchanged', details: [] }],
    });
  });

  it('shows each changed cell, and is saved, exported and undone', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie));
    const second = await reviewed(detailed(movie, { ...R, 'AvailTrans/OtherTerms': 'None' }));

    expect(second).toMatchObject({
      applicable: 1,
      lines: [
        {
          ...{ what: 'title', outcome: 'details-changed' },
          details: ['AvailMetadata/RatingValue | PG | R', 'AvailTrans/OtherTerms |  | None'],
        },
      ],
    });
    expect((await imports.view(second.id)).counts).toEqual([
      { what: 'title', outcome: 'details-changed', count: 1 },
    ]);
    expect(await exportedCell(movie, 'RatingValue')).toBe('PG');
    expect(await imports.committed(second.id)).toMatchObject({ state: 'committed', failure: null });
    expect(await exportedCell(movie, 'RatingValue')).toBe('R');
    expect(
      (await reviewed(detailed(movie, { ...R, 'AvailTrans/OtherTerms': 'None' }))).lines,
    ).toEqual([{ what: 'title', outcome: 'unchanged', details: [] }]);
    await imports.undone(second.id);
    expect(await exportedCell(movie, 'RatingValue')).toBe('PG');
  });

  it('ends the rows of a format that it no longer has', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie), detailed(movie, SD));
    const second = await reviewed(detailed(movie));

    expect(second.lines).toEqual([
      { what: 'license', outcome: 'changed', details: [] },
      { what: 'offer', outcome: 'changed', details: [] },
    ]);
    await imports.committed(second.id);
    const { bytes } = await exported(imports, { studio: movie.studio });
    expect(firstSheet(bytes).flat()).not.toContain('SD');
  });

  it('is shown beside a change of rights, and applied with it', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie));
    const second = await reviewed(detailed(movie, { ...R, ...CHEAPER }));

    expect(second).toMatchObject({ applicable: 1 });
    expect(second.lines).toEqual([
      { what: 'license', outcome: 'changed', details: [] },
      { what: 'offer', outcome: 'changed', details: [] },
      {
        ...{ what: 'title', outcome: 'details-changed' },
        details: ['AvailMetadata/RatingValue | PG | R'],
      },
    ]);
    await imports.committed(second.id);
    expect(await exportedCell(movie, 'RatingValue')).toBe('R');
  });

  it('has no other details by a temporary price on top of them', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie, { 'Avail/AvailID': 'base' }));
    const reduction = detailed(movie, {
      ...{ 'Avail/AvailID': 'spring', ...R },
      ...{ 'AvailTrans/Start': '2027-06-01', 'AvailTrans/End': '2027-06-30' },
      ...{ 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '4.99' },
    });
    const first = await reviewed(reduction);
    expect(first.lines.map(({ outcome }) => outcome)).not.toContain('details-changed');

    await imports.committed(first.id);
    expect((await reviewed(reduction)).applicable).toBe(0);
    const again = await reviewed({ ...reduction, 'AvailMetadata/RatingValue': 'PG-13' });
    expect(again.lines).toMatchObject([
      { outcome: 'details-changed', details: ['AvailMetadata/RatingValue | R | PG-13'] },
    ]);
  });

  it('is applied to nothing that a person changed since the review', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie));
    const { id } = await reviewed(detailed(movie, R));
    await movie.moveTo('2027-03-01');
    await imports.committed(id);

    expect(await imports.lines(id)).toMatchObject([{ outcome: 'stale' }]);
    expect(await exportedCell(movie, 'RatingValue')).toBe('PG');
  });

  it('can be undone after it was checked again', async () => {
    const movie = new Movie();
    const id = await movie.imported(detailed(movie));
    expect((await imports.checkedAgain(id)).state).toBe('committed');

    expect(await movie.rows()).toEqual({ '2027-01-01': ['row'] });
    expect((await imports.undone(id)).state).toBe('undone');
  });
});
