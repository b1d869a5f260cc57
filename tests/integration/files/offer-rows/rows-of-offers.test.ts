import { afterEach, describe, expect, it } from 'vitest';
import {
  assignOffer,
  moveAssignment,
  unassignOffer,
} from '../../../../src/service/content/content-service';
import { withdrawOffers } from '../../../../src/service/license/license-service';
import { undoChange } from '../../../../src/service/license/undo-change';
import { aCommand } from '../../../builders/command-builders';
import { days } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { exported, firstSheet } from '../support-round-trip';
import { offerFor, SeedData } from '../../support-titles';
import { LATER, SD, CHEAPER, moviesOn } from './support-rows';

const database = await testDatabase();
const { unitOfWork, imports, Movie, aMovieOfTwoYears } = moviesOn(database);
const seed = new SeedData(unitOfWork);

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

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
