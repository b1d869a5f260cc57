import { beforeAll, describe, expect, it } from 'vitest';
import type { SoldTitle } from '../../../src/domain/avails/avail-rows';
import type { ExportQuery } from '../../../src/domain/export/export-query';
import { PostgresExportSource } from '../../../src/adapters/postgres/export/export-source';
import { assignOffer, registerContent } from '../../../src/service/content/content-service';
import { aCommand } from '../../builders/command-builders';
import { someContentDetails } from '../../builders/content-builders';
import { aName, anId, days } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';
import { UNRESTRICTED } from '../../../src/domain/license/terms';
import { onePrice } from '../../../src/domain/license/price-list';

const database = await testDatabase();
const { unitOfWork } = database;
const seed = new SeedData(unitOfWork);
const source = new PostgresExportSource(() => database.url);

/** Source data of an export. */
async function soldBy(query: ExportQuery): Promise<SoldTitle[]> {
  return source.inSnapshot(async (stored) => {
    const found: SoldTitle[] = [];
    for await (const batch of stored.titles(query)) found.push(...batch);
    return found;
  });
}

const leastRows = (query: ExportQuery) => source.inSnapshot((stored) => stored.leastRows(query));

const early = offerFor('Early', days('2026-02-01', '2026-02-28'));
const late = offerFor('Late', days('2026-04-01', null));

describe('the offers of an export', () => {
  const studio = aName('Studio');
  let license = '';
  let other = '';
  let title = '';
  let elsewhere = '';
  beforeAll(async () => {
    license = await seed.license({ studio, offers: [early, late] });
    other = await seed.license({ studio, rightsType: 'EST', offers: [early] });
    const foreign = await seed.license({ offers: [early] });
    title = await seed.title({
      studio,
      offers: [
        [license, early],
        [license, late],
        [other, early],
      ],
    });
    elsewhere = await seed.title({ offers: [[foreign, early]] });
  });

  const offersBy = async (query: ExportQuery) =>
    (await soldBy(query)).flatMap(({ id, uses }) =>
      uses.map(({ license: { id: licenseId }, offer }) => [id, licenseId, offer.window.startsOn]),
    );

  it('are those of a studio, by kind of right and date', async () => {
    expect(await offersBy({ studio })).toEqual([
      [title, other, '2026-02-01'],
      [title, license, '2026-02-01'],
      [title, license, '2026-04-01'],
    ]);
  });

  it('include contract, territories, window and price', async () => {
    const [sold] = await soldBy({ licenseIds: [other] });

    expect(sold?.uses).toEqual([
      {
        contract: { studio, reference: expect.any(String) as string },
        license: { id: other, rightsType: 'EST', territories: ['CA', 'US'], ...UNRESTRICTED },
        offer: {
          window: days('2026-02-01', '2026-02-28'),
          prices: onePrice({ minor: 499, currency: 'USD' }),
        },
        origins: [],
      },
    ]);
  });

  it('are those of a license, of a title, of a contract', async () => {
    const [contract] = await database.rows<{ id: string }>(
      'SELECT contract_id AS id FROM licenses WHERE id = $1',
      [other],
    );

    expect(await offersBy({ licenseIds: [other] })).toEqual([[title, other, '2026-02-01']]);
    expect(await offersBy({ contractIds: [contract?.id ?? ''] })).toEqual([
      [title, other, '2026-02-01'],
    ]);
    expect((await offersBy({ contentIds: [elsewhere] })).map(([id]) => id)).toEqual([elsewhere]);
  });

  it.each([
    ['2026-01-31', []],
    ['2026-02-01', ['2026-02-01', '2026-02-01']],
    ['2026-02-28', ['2026-02-01', '2026-02-01']],
    ['2026-03-01', []],
    ['2031-01-01', ['2026-04-01']],
  ])('are those that run on %s', async (on, starts) => {
    expect((await offersBy({ studio, on })).map(([, , start]) => start)).toEqual(starts);
  });

  it.each([
    ['2026-02-28', 3],
    ['2026-03-01', 1],
  ])('are those that run on %s or later', async (from, count) => {
    expect(await offersBy({ studio, from })).toHaveLength(count);
  });

  it('are counted by license and territory before they are read, because rows can be joined', async () => {
    expect(await leastRows({ studio })).toBe(4);
    expect(await leastRows({ studio: aName('Nobody') })).toBe(0);
  });

  it('are counted once where subscriptions list their territories', async () => {
    const streamed = aName('Studio');
    const subscription = await seed.license({
      ...{ studio: streamed, rightsType: 'SVOD', territories: ['CA', 'GB', 'US'] },
      offers: [early],
    });
    await seed.title({ studio: streamed, offers: [[subscription, early]] });

    expect(await leastRows({ studio: streamed })).toBe(1);
    expect(await leastRows({ studio: streamed, territories: 'each' })).toBe(3);
  });

  it('are complete, however many titles have them', async () => {
    const crowd = await seed.license({ offers: [early] });
    const ids: string[] = [];
    for (let count = 0; count < 250; count += 1)
      ids.push(await seed.title({ offers: [[crowd, early]] }));

    const found = await soldBy({ licenseIds: [crowd] });

    expect(found.map(({ id }) => id)).toEqual(ids.sort());
  });
});

describe('the related titles in the rows of a title', () => {
  const studio = aName('Studio');
  let license = '';
  beforeAll(async () => {
    license = await seed.license({ studio, offers: [early, late] });
  });

  /** A title that belongs to another one and has the early offer. */
  async function register(
    kind: string,
    parentId: string | null,
    position: number | null = null,
  ): Promise<string> {
    const contentId = anId();
    await registerContent(
      {
        ...aCommand(),
        contentId,
        details: someContentDetails({ studio, kind, parentId, position }),
        first: { licenseId: license, offer: early },
      },
      unitOfWork,
    );
    return contentId;
  }

  async function soldTitle(id: string): Promise<SoldTitle> {
    const found = (await soldBy({ contentIds: [id] })).find((one) => one.id === id);
    if (found === undefined) throw new Error('It was not found.');
    return found;
  }

  it('are the season and series of an episode, with the number of episodes', async () => {
    const series = await register('series', null);
    const season = await register('season', series, 1);
    const episode = await register('episode', season, 1);
    await register('episode', season, 2);

    const { parents, episodes, details } = await soldTitle(episode);

    expect(parents.map(({ id, details: { kind } }) => [kind, id]).sort()).toEqual([
      ['season', season],
      ['series', series],
    ]);
    expect(episodes).toBe(2);
    expect(details).toMatchObject({ kind: 'episode', position: 1, parentId: season });
    expect((await soldTitle(season)).episodes).toBe(2);
    expect((await soldBy({ contentIds: [series] })).length).toBe(4);
  });

  it('are the members of a bundle', async () => {
    const bundle = await register('bundle', null);
    const member = await register('movie', bundle);
    await register('supplement', bundle);

    expect((await soldTitle(bundle)).members.map(({ id }) => id)).toEqual([member]);
    expect((await soldTitle(member)).members).toEqual([]);
  });

  it('are marked as sold in parts if the parts have all their offers', async () => {
    const series = await register('series', null);
    const season = await register('season', series, 1);
    await register('episode', season, 1);

    expect((await soldTitle(series)).isSoldInParts).toBe(true);
    expect((await soldTitle(season)).isSoldInParts).toBe(true);

    const chosen = { licenseId: license, offer: late };
    await assignOffer({ ...aCommand(), contentId: season, expectedVersion: 1, chosen }, unitOfWork);

    expect((await soldTitle(season)).isSoldInParts).toBe(false);
    expect((await soldTitle(series)).isSoldInParts).toBe(true);
    const onlyEarly = await soldBy({ contentIds: [season], on: '2026-02-01' });
    expect(onlyEarly.find(({ id }) => id === season)?.isSoldInParts).toBe(false);
  });

  it('of a movie are never marked as sold in parts', async () => {
    expect((await soldTitle(await register('movie', null))).isSoldInParts).toBe(false);
  });
});

describe('the imported rows of an offer', () => {
  let title = '';
  let license = '';
  beforeAll(async () => {
    license = await seed.license({ rightsType: 'EST', offers: [early] });
    title = await seed.title({ offers: [[license, early]] });
  });

  /** An import that was committed at a minute of an hour, with rows of the offer for territories. */
  async function imported(
    minute: number,
    lines: readonly (readonly [
      remark: string,
      territories: readonly string[],
      complete: readonly string[],
    ])[],
    state = 'committed',
  ): Promise<void> {
    const id = anId();
    await database.rows(
      `INSERT INTO imports (id, file_name, file, uploaded_by, uploaded_at, state, revision, rules, settled_by, settled_at)
       VALUES ($1, 'avails.xlsx', '', 'Nora', now(), $2, 1, $3, 'Nora', $4)`,
      [id, state, { currency: 'EUR', prices: {} }, `2026-05-01T10:${minute}:00Z`],
    );
    for (const [number, [remark, territories, complete]] of lines.entries()) {
      await database.rows(
        `INSERT INTO import_rows (import_id, number, sheet, row, outcome, cells, territories, complete)
         VALUES ($1, $2, 'Movies', 4, 'accepted', $3, $4, $5)`,
        [id, number, { 'AvailTrans/Description': remark }, territories, complete],
      );
      await database.rows(
        `INSERT INTO offer_rows (content_id, license_id, offer_starts_on, import_id, number)
         VALUES ($1, $2, '2026-02-01', $3, $4)`,
        [title, license, id, number],
      );
    }
  }

  it('are those since the last committed file that says everything of a territory', async () => {
    await imported(10, [
      ['old', ['CA', 'US'], ['CA', 'US']],
      ['old, too', ['CA'], ['CA']],
    ]);
    await imported(20, [['new', ['CA', 'FR'], ['CA', 'FR']]]);
    await imported(25, [['part', ['CA', 'US'], ['FR']]]);
    await imported(30, [['undone', ['CA', 'US'], ['CA', 'US']]], 'undone');

    const [sold] = await soldBy({ contentIds: [title] });

    expect(
      sold?.uses[0]?.origins.map(({ cells, territories, at }) => [
        cells['AvailTrans/Description'],
        territories,
        new Date(at).getUTCMinutes(),
      ]),
    ).toEqual([
      ['part', ['CA', 'US'], 25],
      ['new', ['CA'], 20],
      ['old', ['US'], 10],
    ]);
    expect(sold?.uses[0]?.origins[0]?.rules).toEqual({ currency: 'EUR', prices: {} });
  });
});
