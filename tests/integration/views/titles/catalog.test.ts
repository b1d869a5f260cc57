import { beforeAll, describe, expect, test } from 'vitest';
import type { ContentFilter } from '../../../../src/service/content/content-views';
import { correctContent } from '../../../../src/service/content/content-service';
import { aCommand } from '../../../builders/command-builders';
import { someContentDetails } from '../../../builders/content-builders';
import { aName, anId } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import type { Stocked } from './support-stock';
import { stockOn } from './support-stock';

const database = await testDatabase();
const { unitOfWork, views, licenseWith, titleOnOffer, titleWith, listed, titles } =
  stockOn(database);

describe('the catalog', () => {
  const studio = aName('Studio');
  const EIDR = '10.5240/7791-8534-2C23-9030-8610-5';
  let shared: Stocked;
  let [series, season] = ['', ''];

  beforeAll(async () => {
    shared = await licenseWith(['2026-02-01', '2026-03-31'], ['2026-04-01', '2026-04-30']);
    const first = { ...shared, offers: shared.offers.slice(0, 1) };
    await titleWith({ studio, title: 'Midnight at the Harbor', kind: 'movie' }, shared);
    await titleWith(
      {
        studio,
        title: 'Harbor',
        kind: 'short',
        identifiers: [
          { scheme: 'eidr', value: EIDR },
          { scheme: 'house', value: 'HAL-0007' },
        ],
      },
      first,
    );
    series = await titleWith({ studio, title: 'The Glass Tower', kind: 'series' }, first);
    season = await titleWith(
      { studio, title: 'Season 1', kind: 'season', parentId: series, position: 1 },
      first,
    );
    for (const [title, position] of [
      ['The Long Way', 2],
      ['Arrival', 1],
      ['Coda', null],
    ] as const)
      await titleWith({ studio, title, kind: 'episode', parentId: season, position }, first);
  });

  test('lists only the titles that are named by their ids, where they match', async () => {
    const named = await listed({ ids: [season, series, anId()] });
    expect(named.map(({ id }) => id)).toEqual([season, series]);
    expect(await listed({ ids: [season, series], kind: 'series' })).toHaveLength(1);
    expect(await listed({ ids: [] })).toEqual([]);
  });

  test('lists titles by name, with all columns', async () => {
    const rows = await listed({ studio });
    expect(rows.map(({ title }) => title)).toEqual([
      'Arrival',
      'Coda',
      'Harbor',
      'Midnight at the Harbor',
      'Season 1',
      'The Glass Tower',
      'The Long Way',
    ]);
    expect(rows[0]).toMatchObject({
      kind: 'episode',
      studio,
      version: 1,
      position: 1,
      belongsTo: [
        { id: series, title: 'The Glass Tower' },
        { id: season, title: 'Season 1' },
      ],
      coverage: [{ startsOn: '2026-02-01', endsOn: '2026-04-01' }],
      takenDown: [],
      assignments: 1,
    });
    // Touching offers are one span of days.
    expect(rows[3]).toMatchObject({
      belongsTo: [],
      coverage: [{ startsOn: '2026-02-01', endsOn: '2026-05-01' }],
      takenDown: [],
      assignments: 2,
      version: 2,
    });
  });

  test.each<[string, Partial<ContentFilter>, string[]]>([
    ['kind', { kind: 'short' }, ['Harbor']],
    ['a part of the name in any case', { text: 'GLASS t' }, ['The Glass Tower']],
    ['words in any order', { text: 'harbor midnight' }, ['Midnight at the Harbor']],
    ['the inside of a word', { text: 'idnigh' }, ['Midnight at the Harbor']],
    ['letters that are swapped', { text: 'Midnigth' }, ['Midnight at the Harbor']],
    ['a wrong letter', { text: 'midnoght' }, ['Midnight at the Harbor']],
    ['a missing letter in each word', { text: 'midnght harbr' }, ['Midnight at the Harbor']],
    ['one letter too many', { text: 'arrrival' }, ['Arrival']],
    ['an EIDR', { text: EIDR }, ['Harbor']],
    ['an EIDR without its dashes', { text: '10.5240/779185342c23903086105' }, ['Harbor']],
    ['an EIDR without its prefix', { text: '7791-8534-2C23-9030-8610-5' }, ['Harbor']],
    ['the beginning of a house id', { text: 'hal-0' }, ['Harbor']],
    ['signs that mean something to a search', { text: '%_\\' }, []],
    ['such signs between letters', { text: 'midn%%harb' }, []],
    ['words without a match', { text: 'zzyzx quux' }, []],
    ['an unknown kind', { kind: 'opera' }, []],
    ['one of several kinds', { kind: ['short', 'opera', 'season'] }, ['Harbor', 'Season 1']],
    ['no kind at all', { kind: [] }, []],
  ])('filters by %s', async (_, filter, expected) => {
    expect(await titles({ studio, ...filter })).toEqual(expected);
  });

  test('ranks matches of the beginning before other matches', async () => {
    expect(await titles({ studio, text: 'the' })).toEqual([
      'The Glass Tower',
      'The Long Way',
      'Midnight at the Harbor',
    ]);
  });

  test('finds the titles of many texts, none of them misspelled', async () => {
    const twice = aName('Twice');
    for (const notes of ['one', 'another'])
      await titleOnOffer({ title: twice, notes }, ['2026-02-01', '2026-02-28']);
    const texts = ['hal-0007', `doi:${EIDR}`, twice.toUpperCase(), 'hal-00', 'twicc', '', '%'];
    const named = await views.named(texts);
    expect(named.map(({ text }) => text)).toEqual(texts);
    expect(named.map(({ titles: found }) => found.map(({ title }) => title))).toEqual([
      ['Harbor'],
      ['Harbor'],
      [twice, twice],
      [],
      [],
      [],
      [],
    ]);
    expect(await views.named([])).toEqual([]);
  });

  test('finds the children of a title', async () => {
    expect(await titles({ parentId: series })).toEqual(['Season 1']);
    expect(await titles({ parentId: season })).toEqual(['Arrival', 'Coda', 'The Long Way']);
  });

  test('finds the titles of a studio, ignoring case', async () => {
    expect(await titles({ studio: studio.toUpperCase() })).toEqual(await titles({ studio }));
    expect(await titles({ studio })).toContain('Harbor');
  });

  test('returns one title with all its details', async () => {
    const view = await views.content(season);
    expect(view).toMatchObject({
      id: season,
      version: 1,
      details: { title: 'Season 1', parentId: series, position: 1 },
      belongsTo: [{ id: series, title: 'The Glass Tower', kind: 'series', closed: null }],
      coverage: [{ startsOn: '2026-02-01', endsOn: '2026-04-01' }],
      assigned: [{ licenseId: shared.licenseId, rightsType: 'SVOD', territories: ['CA', 'US'] }],
      lastChange: { aggregate: 'content', version: 1, name: 'Season 1' },
    });
    expect(view?.assigned[0]?.offer).toEqual(shared.offers[0]);
    expect(view?.parts.map(({ title }) => title)).toEqual(['Arrival', 'The Long Way', 'Coda']);
    expect(await views.content(anId())).toBeNull();
  });

  test('returns the changes since a version', async () => {
    const id = await titleOnOffer({ title: 'Old name' }, ['2026-02-01', '2026-02-28']);
    const details = { ...someContentDetails({ title: 'New name' }) };
    await correctContent({ ...aCommand(), contentId: id, expectedVersion: 1, details }, unitOfWork);
    const since = await views.contentSince(id, 1);
    expect(since?.view.details.title).toBe('New name');
    expect(since?.entries.map(({ version, actor }) => [version, actor])).toEqual([[2, 'Nora']]);
    expect(since?.changes).toMatchObject([
      { kind: 'content-corrected', before: { title: 'Old name' }, after: { title: 'New name' } },
    ]);
    expect((await views.contentSince(id, 2))?.entries).toEqual([]);
    expect(await views.contentSince(anId(), 1)).toBeNull();
  });

  test('lists and counts the titles of a license and of one of its offers', async () => {
    const { licenseId } = shared;
    const all = await views.assignedTo({ licenseId, pageSize: 50 });
    expect(all.total).toBe(7);
    expect(all.rows.map(({ title }) => title)).toContain('The Glass Tower');
    const second = await views.assignedTo({ licenseId, startsOn: '2026-04-01', pageSize: 50 });
    expect(second.rows.map(({ title }) => title)).toEqual(['Midnight at the Harbor']);
    expect(await views.titlesByOffer(licenseId)).toEqual({ '2026-02-01': 7, '2026-04-01': 1 });
  });
});
