import { beforeAll, describe, expect, it } from 'vitest';
import type { TitleClosing } from '../../../../src/domain/closing';
import type { AvailabilityQuestion } from '../../../../src/domain/content/availability-question';
import type { ContentFilter } from '../../../../src/service/content/content-views';
import { PrismaAvailabilityViews } from '../../../../src/adapters/postgres/content/availability-views';
import { PrismaCalendarViews } from '../../../../src/adapters/postgres/content/calendar/calendar-views';
import { PrismaContentViews } from '../../../../src/adapters/postgres/content/content-views';
import { PostgresExportSource } from '../../../../src/adapters/postgres/export/export-source';
import { PrismaHistoryViews } from '../../../../src/adapters/postgres/history-views';
import { availabilityOf } from '../../../../src/domain/content/availability';
import { DateRange, isoDate } from '../../../../src/domain/values/date-range';
import { territorySet } from '../../../../src/domain/values/territory';
import { answeredTitles, tallyOf } from '../../../../src/service/content/answered-titles';
import { closeTitle, reopenTitle } from '../../../../src/service/content/close-title';
import { registerContent } from '../../../../src/service/content/content-service';
import { aCommand } from '../../../builders/command-builders';
import { someContentDetails } from '../../../builders/content-builders';
import { aName, anId, days } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor, SeedData } from '../../support-titles';

const database = await testDatabase();
const { unitOfWork } = database;
const contents = new PrismaContentViews(database.prisma);
const calendar = new PrismaCalendarViews(database.prisma);
const availability = new PrismaAvailabilityViews(database.prisma);
const history = new PrismaHistoryViews(database.prisma);
const source = new PostgresExportSource(() => database.url);
const seed = new SeedData(unitOfWork);

const TODAY = '2026-06-10';
const REASON = 'Rights reverted';
const summer = offerFor('Summer', days('2026-06-01', '2026-08-31'));

function close(contentId: string, expectedVersion: number, kind: TitleClosing['kind']) {
  return closeTitle(
    { ...aCommand(), contentId, expectedVersion, closing: { kind, reason: REASON } },
    unitOfWork,
  );
}

function question(): AvailabilityQuestion {
  const [territory] = territorySet(['US']);
  if (territory === undefined) throw new Error('There is one.');
  return {
    ...{ territory, device: 'tv', rightsType: 'TVOD' },
    days: DateRange.fromDays('2026-06-15', '2026-06-20'),
  };
}

describe('a title that is not in the catalog', () => {
  const studio = aName('Studio');
  let license = '';
  const ids = { kept: '', retired: '', void: '' };
  beforeAll(async () => {
    license = await seed.license({ studio, offers: [summer] });
    for (const key of ['kept', 'retired', 'void'] as const)
      ids[key] = await seed.title({ studio, title: `Harbor ${key}`, offers: [[license, summer]] });
    await close(ids.retired, 1, 'retired');
    await close(ids.void, 1, 'void');
  });

  const listed = async (filter: ContentFilter) => {
    const page = await contents.list({
      filter: { studio, ...filter },
      today: TODAY,
      pageSize: 10,
    });
    expect(page.total).toBe(page.rows.length);
    return page.rows.map(({ id }) => id);
  };

  it.each<[string, ContentFilter, readonly (keyof typeof ids)[]]>([
    ['is not listed', {}, ['kept']],
    ['is not found by a text', { text: 'Harbor' }, ['kept']],
    ['is not found by a misspelt text', { text: 'Harbro' }, ['kept']],
    ['is not on offer', { coverage: 'on-offer' }, ['kept']],
    ['is not among those without an offer today', { coverage: 'off-offer' }, []],
    ['does not go dark', { coverage: 'going-dark' }, ['kept']],
    ['is listed when retired ones are asked for', { closed: 'retired' }, ['retired']],
    ['is listed when void ones are asked for', { closed: 'void' }, ['void']],
    ['is found by a text then', { text: 'Harbor', closed: 'void' }, ['void']],
  ])('%s', async (_what, filter, keys) => {
    expect(await listed(filter)).toEqual(keys.map((key) => ids[key]));
  });

  it('is not named by a pasted line', async () => {
    const [kept, gone] = await contents.named(['Harbor kept', 'Harbor retired']);
    expect([kept?.titles.map(({ id }) => id), gone?.titles]).toEqual([[ids.kept], []]);
  });

  it('says why in its line and on its page', async () => {
    const closing = { kind: 'retired', reason: REASON };
    const { rows } = await contents.list({
      filter: { studio, closed: 'retired' },
      today: TODAY,
      pageSize: 10,
    });
    expect(rows).toMatchObject([{ closing, assignments: 0, coverage: [] }]);
    expect(await contents.content(ids.retired)).toMatchObject({ closing, assigned: [] });
    expect((await contents.content(ids.kept))?.closing).toBeNull();
  });

  it('is not on the boards, and its offers neither start nor end', async () => {
    const span = { startsOn: '2026-06-01', endsOn: '2026-09-30' };
    const query = { filter: { studio }, span, pageSize: 10 };
    const [{ rows: dark }, { rows: events }] = await Promise.all([
      calendar.goingDark(query),
      calendar.events(query),
    ]);
    expect(dark.map(({ contentId }) => contentId)).toEqual([ids.kept]);
    expect(events.map(({ titles }) => titles)).toEqual([1, 1]);
  });

  it('is counted in no answer, and answers no with the reason when it is asked for', async () => {
    const views = { contents, availability };
    const about = { filter: { studio }, titles: [], verdict: undefined, cursor: undefined };
    const answers = await answeredTitles(about, question(), isoDate(TODAY), 10, views);
    expect(answers.rows.map(({ contentId }) => contentId)).toEqual([ids.kept]);
    expect(await tallyOf(about, question(), isoDate(TODAY), views)).toEqual({
      ...{ yes: 1, partly: 0, no: 0 },
    });

    const wanted = [ids.void, ids.kept, ids.retired];
    const rights = await availability.rights(wanted, question());
    expect(rights.map(({ contentId }) => contentId)).toEqual(wanted);
    expect(rights.map((title) => availabilityOf(title, question()))).toMatchObject([
      {
        verdict: 'no',
        spans: [{ days: question().days, obstacle: { kind: 'void', reason: REASON } }],
        nextYes: null,
      },
      { verdict: 'yes' },
      { verdict: 'no', spans: [{ obstacle: { kind: 'retired', reason: REASON } }], nextYes: null },
    ]);
  });

  it('is marked in the history, whatever the change was', async () => {
    const closingOf = async (id: string) =>
      (await history.history({ aggregateId: id, pageSize: 5 })).entries.map(
        ({ version, closing }) => [version, closing?.kind],
      );
    expect(await closingOf(ids.retired)).toEqual([
      [2, 'retired'],
      [1, 'retired'],
    ]);
    expect(await closingOf(ids.kept)).toEqual([[1, undefined]]);
  });

  it('is in no export', async () => {
    const sold = await source.inSnapshot(async (stored) => {
      const found: string[] = [];
      const query = { contentIds: Object.values(ids) };
      for await (const batch of stored.titles(query)) found.push(...batch.map(({ id }) => id));
      return found;
    });
    expect(sold).toEqual([ids.kept]);
  });

  it('is back everywhere with an offer', async () => {
    const id = await seed.title({ studio, title: 'Tower', offers: [[license, summer]] });
    await close(id, 1, 'retired');
    expect(await listed({ text: 'Tower' })).toEqual([]);

    const chosen = [{ licenseId: license, offer: summer }];
    await reopenTitle({ ...aCommand(), contentId: id, expectedVersion: 2, chosen }, unitOfWork);

    expect(await listed({ text: 'Tower' })).toEqual([id]);
    await close(id, 3, 'void');
  });
});

it('an episode that is not in the catalog is no part of its season', async () => {
  const studio = aName('Studio');
  const license = await seed.license({ studio, offers: [summer] });
  const series = await seed.title({ studio, kind: 'series', offers: [[license, summer]] });
  const part = async (kind: string, parentId: string, position: number) => {
    const contentId = anId();
    const details = someContentDetails({ studio, kind, parentId, position });
    const first = { licenseId: license, offer: summer };
    await registerContent({ ...aCommand(), contentId, details, first }, unitOfWork);
    return contentId;
  };
  const season = await part('season', series, 1);
  const [first, second] = [await part('episode', season, 1), await part('episode', season, 2)];
  await close(second, 1, 'retired');

  expect((await contents.content(season))?.parts.map(({ id }) => id)).toEqual([first]);
  const filter = { parentId: season, closed: 'retired' } as const;
  const { rows } = await contents.list({ filter, today: TODAY, pageSize: 10 });
  expect(rows.map(({ id }) => id)).toEqual([second]);
  const sold = await source.inSnapshot(async (stored) => {
    const found: number[] = [];
    for await (const batch of stored.titles({ contentIds: [season] }))
      found.push(...batch.map(({ episodes }) => episodes));
    return found;
  });
  expect(sold).toEqual([1, 1]);

  await close(series, 1, 'void');
  expect((await contents.content(season))?.belongsTo).toMatchObject([
    { id: series, closed: 'void' },
  ]);
});
