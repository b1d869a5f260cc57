import { describe, expect, it } from 'vitest';
import type { BoardFilter } from '../../../src/service/content/calendar-views';
import { PrismaCalendarViews } from '../../../src/adapters/postgres/content/calendar/calendar-views';
import { PrismaImportViews } from '../../../src/adapters/postgres/import/import-views';
import { PrismaHistoryViews } from '../../../src/adapters/postgres/history-views';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { PrismaMissingAmountViews } from '../../../src/adapters/postgres/price-table/missing-amount-views';
import { PrismaTodayViews } from '../../../src/adapters/postgres/today/today-views';
import { PrismaVisits } from '../../../src/adapters/postgres/today/visits';
import { isoDate } from '../../../src/domain/values/date-range';
import { territorySet } from '../../../src/domain/values/territory';
import { missingAmountRows } from '../../../src/service/price-table/missing-amounts';
import { grantLicense } from '../../../src/service/license/license-service';
import { aCommand } from '../../builders/command-builders';
import { aName, anId, aTierLine, days, someTerms } from '../../builders/license-builders';
import { PeopleDriver } from '../people/support-people';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const seed = new SeedData(database.unitOfWork);
const boards = new PrismaCalendarViews(database.prisma);
const views = new PrismaTodayViews(database.prisma);
const licenses = new PrismaLicenseViews(database.prisma);
const history = new PrismaHistoryViews(database.prisma);
const visits = new PrismaVisits(database.prisma);
const people = new PeopleDriver(database);

const TODAY = '2026-06-10';
const YEAR = { startsOn: '2026-06-11', endsOn: '2027-06-01' };
const [CANADA] = territorySet(['CA']);

describe('what goes dark', () => {
  it('is counted by month, as the board lists it: a title once on a day', async () => {
    const studio = aName('Studio');
    await stock(studio, ['TVOD', ['CA', 'US'], '2026-06-30'], ['EST', ['CA'], '2026-06-30']);
    await stock(studio, ['TVOD', ['CA'], '2026-07-15'], ['EST', ['US'], '2026-07-20']);
    await stock(studio, ['TVOD', ['CA'], '2027-05-31']);

    expect(await boards.goingDarkByMonth({ studio }, YEAR)).toEqual([
      { month: '2026-07', count: 3 },
    ]);
    expect((await dark({ studio })).total).toBe(3);
  });

  it('is counted by territory and rights type, the most first, and each count is its board', async () => {
    const studio = aName('Studio');
    await stock(studio, ['TVOD', ['CA', 'US'], '2026-06-30'], ['EST', ['CA'], '2026-07-30']);
    await stock(studio, ['TVOD', ['CA'], '2026-07-15']);

    const places = await boards.goingDarkByPlace({ studio }, YEAR);

    expect(places).toEqual([
      { territory: 'CA', rightsType: 'TVOD', titles: 2 },
      { territory: 'CA', rightsType: 'EST', titles: 1 },
      { territory: 'US', rightsType: 'TVOD', titles: 1 },
    ]);
    expect(await boards.goingDarkByPlace({ studio, territory: CANADA }, YEAR)).toEqual(
      places.filter(({ territory }) => territory === 'CA'),
    );
    for (const { territory, rightsType, titles } of places)
      expect((await dark({ studio, territory, rightsType })).total).toBe(titles);
  });
});

it('gaps are counted by the month in which they start, in the places that were asked for', async () => {
  const studio = aName('Studio');
  const [spring, autumn] = [
    offerFor('Spring', days('2026-06-01', '2026-07-31')),
    offerFor('Autumn', days('2026-09-01', '2026-12-31')),
  ];
  const license = await seed.license({ studio, territories: ['US'], offers: [spring, autumn] });
  await seed.title({
    studio,
    offers: [
      [license, spring],
      [license, autumn],
    ],
  });

  expect(await boards.gapsByMonth({ studio }, YEAR)).toEqual([{ month: '2026-08', count: 1 }]);
  expect(await boards.gapsByMonth({ studio, rightsType: 'TVOD' }, YEAR)).toHaveLength(1);
  expect(await boards.gapsByMonth({ studio, rightsType: 'EST' }, YEAR)).toEqual([]);
  expect(await boards.gapsByMonth({ studio, territory: CANADA }, YEAR)).toEqual([]);
  const span = { startsOn: '2026-08-02', endsOn: '2027-01-01' };
  expect(await boards.gapsByMonth({ studio }, span)).toEqual([]);
});

describe('licenses', () => {
  it('that end are counted by their last day, as the list counts them', async () => {
    const studio = aName('Studio');
    for (const last of ['2026-06-09', '2026-06-10', '2026-06-17', '2026-06-18', '2026-07-10'])
      await grant(studio, days('2026-01-01', last));
    await grant(studio, days('2026-01-01', null));

    const within = await views.endingWithin({ studio }, TODAY, [7, 30, 90]);
    expect(within).toEqual([
      { within: 7, licenses: 2 },
      { within: 30, licenses: 4 },
      { within: 90, licenses: 4 },
    ]);
    for (const { within: expiringWithin, licenses: count } of within)
      expect(await listed({ studio, expiringWithin })).toHaveLength(count);
    const span = { startsOn: TODAY, endsOn: '2026-07-10' };
    expect(await views.licensesByMonth('last-day', { studio }, span)).toEqual([
      { month: '2026-06', count: 3 },
    ]);
  });

  it('that start are counted by their first day, from tomorrow on', async () => {
    const studio = aName('Studio');
    for (const first of ['2026-06-10', '2026-06-11', '2026-07-10', '2026-07-11'])
      await grant(studio, days(first, null));

    expect(await listed({ studio, startingWithin: 30 })).toEqual(['2026-06-11', '2026-07-10']);
    const span = { startsOn: '2026-06-11', endsOn: '2026-07-11' };
    expect(await views.licensesByMonth('first-day', { studio }, span)).toEqual([
      { month: '2026-06', count: 1 },
      { month: '2026-07', count: 1 },
    ]);
  });

  it('that cannot be sold lack offers, or titles', async () => {
    const studio = aName('Studio');
    const offer = offerFor('June', days('2026-06-01', '2026-06-30'));
    const bare = await grant(studio, days('2026-06-01', null));
    const unused = await seed.license({ studio, offers: [offer] });
    const used = await seed.license({ studio, offers: [offer] });
    await seed.title({ studio, offers: [[used, offer]] });

    expect(await views.unready([bare, unused, used])).toEqual({
      [bare]: 'offers',
      [unused]: 'titles',
    });
  });
});

it('changes by others leave out one’s own, and what came before an instant', async () => {
  const personId = await people.invite(anInvitation()).then(() => lastPerson());
  const act = (at: string, mine: boolean) =>
    database.rows(
      `WITH command AS (
        INSERT INTO commands (key, actor, digest, result, at) VALUES (gen_random_uuid(), 'A', '', '{}', $1) RETURNING key)
      INSERT INTO history (aggregate, aggregate_id, version, at, actor, actor_id, command_key, change)
      SELECT 'license', gen_random_uuid(), 1, $1, 'A', $2::uuid, key, '{"kind": "license-removed", "name": "Gone"}'
      FROM command`,
      [at, mine ? personId : null],
    );
  await act('2040-06-01T12:00:00Z', false);
  await act('2040-06-08T12:00:00Z', false);
  await act('2040-06-09T23:30:00Z', false);
  await act('2040-06-10T08:00:00Z', true);
  await act('2040-06-10T09:00:00Z', false);

  const asked = { personId, from: '2040-06-08', timeZone: 'Europe/Berlin' };
  expect(await views.changesByOthers({ ...asked, after: '2040-06-09T00:00:00Z' })).toEqual({
    total: 2,
    days: [
      { day: '2040-06-08', count: 1 },
      { day: '2040-06-10', count: 2 },
    ],
  });
  const { entries } = await history.history({
    ...{ notBy: personId, after: '2040-06-09T00:00:00Z', pageSize: 10 },
  });
  expect(entries.map(({ at }) => at.slice(0, 16))).toEqual([
    '2040-06-10T09:00',
    '2040-06-09T23:30',
  ]);
});

it('imports that wait are those whose review is ready', async () => {
  const add = (state: string) =>
    database.rows(
      `INSERT INTO imports (id, file_name, file, uploaded_by, uploaded_at, state, revision, rules)
       VALUES (gen_random_uuid(), $1, '', 'Priya', now(), $1, 1, '{}')`,
      [state],
    );
  for (const state of ['ready', 'committed', 'waiting', 'unreadable']) await add(state);

  const imports = new PrismaImportViews(database.prisma);
  const page = await imports.list({ isWaiting: true, pageSize: 10 });
  expect(page.total).toBe(1);
  expect(page.rows.map(({ state }) => state)).toEqual(['ready']);
  expect((await imports.list({ pageSize: 10 })).total).toBe(4);
});

it('missing amounts are those of a territory and a rights type', async () => {
  const studio = aName('Studio');
  const offer = { ...offerFor('July', days('2026-07-01', null)), prices: [aTierLine('Tier 1')] };
  await seed.license({ studio, territories: ['CA', 'US'], offers: [offer] });
  const missing = async (filter: { territory?: string; rightsType?: string }) =>
    (
      await missingAmountRows(
        { studio, today: isoDate(TODAY), ...filter },
        new PrismaMissingAmountViews(database.prisma),
      )
    ).length;

  expect(await missing({})).toBeGreaterThan(0);
  expect(await missing({ territory: 'CA' })).toBeGreaterThan(0);
  expect(await missing({ territory: 'DE' })).toBe(0);
  expect(await missing({ rightsType: 'EST' })).toBe(0);
});

it('a visit is kept for its person, and an earlier look does not take the place of a later one', async () => {
  await people.invite(anInvitation());
  const id = await lastPerson();
  expect(await visits.last(id)).toBeNull();
  const later = {
    at: '2026-06-10T09:00:00.000Z',
    beforeAt: '2026-06-09T17:00:00.000Z',
    scope: { studio: 'Halcyon', territory: CANADA },
  };
  await visits.record(id, later);
  await visits.record(id, { at: '2026-06-10T08:59:00.000Z', beforeAt: null, scope: {} });

  expect(await visits.last(id)).toEqual(later);
});

function dark(filter: BoardFilter) {
  return boards.goingDark({ filter, span: YEAR, pageSize: 50 });
}

/** A title with an offer in each place until a day. */
async function stock(
  studio: string,
  ...places: readonly (readonly [rightsType: string, territories: string[], last: string])[]
): Promise<void> {
  const offers = places.map(([rightsType, territories, last]) => ({
    ...{ rightsType, territories },
    offer: offerFor(rightsType, days('2026-02-01', last)),
  }));
  const held = [];
  for (const { offer, ...terms } of offers)
    held.push([await seed.license({ studio, ...terms, offers: [offer] }), offer] as const);
  await seed.title({ studio, offers: held });
}

async function grant(studio: string, window: ReturnType<typeof days>): Promise<string> {
  const licenseId = anId();
  const details = { name: aName('License'), notes: '', terms: someTerms({ window }) };
  await grantLicense(
    { ...aCommand(), licenseId, contractId: await seed.contract(studio), details },
    database.unitOfWork,
  );
  return licenseId;
}

/** The first days of the licenses that a filter finds. */
async function listed(filter: object): Promise<string[]> {
  const { rows } = await licenses.list({
    ...{ filter, sort: 'starts', descending: false, today: TODAY, pageSize: 50 },
    strip: days('2026-01-01', '2026-12-31'),
  });
  return rows.map(({ window }) => window.startsOn);
}

function anInvitation() {
  const personId = anId();
  return { personId, name: 'Emil', email: `${personId}@example.org`, role: 'editor' as const };
}

async function lastPerson(): Promise<string> {
  const [row] = await database.rows<{ id: string }>(
    'SELECT id FROM people ORDER BY created_at DESC LIMIT 1',
  );
  return row?.id ?? '';
}
