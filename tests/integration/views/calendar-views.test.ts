import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { OfferData } from '../../../src/domain/license/offer';
import type { FeedEvent } from '../../../src/service/events/feed-service';
import type { FeedData } from '../../../src/domain/events/feed';
import { PrismaCalendarViews } from '../../../src/adapters/postgres/content/calendar-views';
import { PrismaPriceTableViews } from '../../../src/adapters/postgres/price-table/price-table-views';
import { PrismaFeedViews } from '../../../src/adapters/postgres/events/feed-repository';
import { FeedTaken } from '../../../src/domain/events/feed';
import { actor } from '../../../src/domain/people/actor';
import { isoDate } from '../../../src/domain/values/date-range';
import { feedContent, makeFeed, revokeFeed } from '../../../src/service/events/feed-service';
import { DAY_LIMIT } from '../../../src/service/content/calendar-views';
import { aName, anId, days } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const views = new PrismaCalendarViews(database.prisma);
const priceTables = new PrismaPriceTableViews(database.prisma);
const feeds = new PrismaFeedViews(database.prisma);
const seed = new SeedData(database.unitOfWork);

const TODAY = '2026-06-10';
const AHEAD = { startsOn: '2026-06-11', endsOn: '2026-09-09' };

describe('starts and ends', () => {
  it('are counted on the first day, and on the day after the last', async () => {
    const studio = await stocked([offerFor('Spring', days('2026-06-01', '2026-06-30'))]);

    expect(await views.days({ studio }, { startsOn: '2026-06-01', endsOn: '2026-07-02' })).toEqual([
      { day: '2026-06-01', starts: 1, ends: 0, rights: 0 },
      { day: '2026-07-01', starts: 0, ends: 1, rights: 0 },
    ]);
    expect(await views.days({ studio }, { startsOn: '2026-06-02', endsOn: '2026-07-01' })).toEqual(
      [],
    );
  });

  it('include only offers that are assigned', async () => {
    const studio = aName('Studio');
    await seed.license({ studio, offers: [offerFor('Unused', days('2026-06-01', '2026-06-30'))] });

    expect(await views.days({ studio }, { startsOn: '2026-06-01', endsOn: '2026-08-01' })).toEqual(
      [],
    );
    expect(await views.endingSoon({ studio }, TODAY, [90])).toEqual([{ within: 90, offers: 0 }]);
  });

  it('are counted for one kind of title', async () => {
    const studio = await stocked([offerFor('Spring', days('2026-06-01', '2026-06-30'))]);
    const span = { startsOn: '2026-06-01', endsOn: '2026-07-02' };

    expect(await views.days({ studio, kind: 'movie' }, span)).toHaveLength(2);
    expect(await views.days({ studio, kind: 'series' }, span)).toEqual([]);
  });

  it('are counted up to the limit, with a filter and without', async () => {
    const offer = offerFor('Crowd', days('2031-01-01', '2031-01-31'));
    const studio = aName('Studio');
    for (let count = 0; count < DAY_LIMIT + 3; count += 1) await stocked([offer], studio);
    const first = { startsOn: '2031-01-01', endsOn: '2031-01-02' };

    expect(await views.days({ studio }, first)).toEqual([
      { day: '2031-01-01', starts: DAY_LIMIT + 1, ends: 0, rights: 0 },
    ]);
    expect(await views.days({}, first)).toEqual([
      { day: '2031-01-01', starts: DAY_LIMIT + 1, ends: 0, rights: 0 },
    ]);
  });

  it('never include an end of an open offer', async () => {
    const studio = await stocked([offerFor('Open', days('2026-06-01', null))]);

    const { rows } = await views.events({
      filter: { studio },
      span: { startsOn: '2026-01-01', endsOn: null },
      pageSize: 10,
    });

    expect(rows.map(({ kind }) => kind)).toEqual(['starts']);
  });

  it('ending soon counts from today on: windows that ended yesterday are over', async () => {
    const studio = await stocked([
      offerFor('Over', days('2026-05-01', '2026-06-09')),
      offerFor('Today', days('2026-06-10', '2026-06-10')),
      offerFor('In a week', days('2026-06-11', '2026-06-16')),
      offerFor('A day too late', days('2026-06-17', '2026-06-17')),
    ]);

    expect(await views.endingSoon({ studio }, TODAY, [7, 30])).toEqual([
      { within: 7, offers: 2 },
      { within: 30, offers: 3 },
    ]);
  });
});

describe('events', () => {
  it('have offer, license, price and titles, with ends before starts', async () => {
    const studio = aName('Studio');
    const [may, june] = [
      offerFor('May', days('2026-05-01', '2026-05-31')),
      offerFor('June', days('2026-06-01', '2026-06-30')),
    ];
    const license = await seed.license({ name: 'Library', studio, offers: [may, june] });
    await seed.title({
      title: 'Low Orbit',
      studio,
      offers: [
        [license, may],
        [license, june],
      ],
    });

    const { rows, next } = await views.events({
      filter: { studio },
      span: { startsOn: '2026-06-01', endsOn: '2026-06-02' },
      pageSize: 10,
    });

    const sold = { rightsType: 'TVOD', territories: ['CA', 'US'], formats: null };
    expect(rows).toEqual([
      {
        ...sold,
        ...{ kind: 'ends', day: '2026-06-01', licenseId: license, licenseName: 'Library', studio },
        ...{ offer: may, titles: 1, examples: ['Low Orbit'] },
      },
      {
        ...sold,
        ...{
          kind: 'starts',
          day: '2026-06-01',
          licenseId: license,
          licenseName: 'Library',
          studio,
        },
        ...{ offer: june, titles: 1, examples: ['Low Orbit'] },
      },
    ]);
    expect(next).toBeNull();
  });

  it('are listed page by page, each once', async () => {
    const studio = aName('Studio');
    for (let count = 0; count < 3; count += 1)
      await stocked([offerFor('June', days('2026-06-01', '2026-06-30'))], studio);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await views.events({
        filter: { studio },
        span: { startsOn: '2026-06-01', endsOn: '2026-07-02' },
        cursor,
        pageSize: 2,
      });
      seen.push(...page.rows.map(({ kind, licenseId }) => `${kind} ${licenseId}`));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);

    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect(seen.map((each) => each.split(' ')[0])).toEqual([
      ...['starts', 'starts', 'starts', 'ends', 'ends', 'ends'],
    ]);
  });

  it('can be restricted to one kind', async () => {
    const studio = await stocked([offerFor('June', days('2026-06-01', '2026-06-30'))]);
    const span = { startsOn: '2026-06-01', endsOn: '2026-07-02' };

    const { rows } = await views.events({ filter: { studio }, span, kind: 'ends', pageSize: 9 });

    expect(rows.map(({ kind, day }) => [kind, day])).toEqual([['ends', '2026-07-01']]);
  });
});

describe('boards', () => {
  it.each([
    ['2026-06-09', 0],
    ['2026-06-10', 1],
    ['2026-09-07', 1],
    ['2026-09-08', 0],
  ])('a title whose last day is %s is going dark: %i', async (lastDay, count) => {
    const studio = await stocked([offerFor('Last', days('2026-05-01', lastDay))]);

    const board = await views.goingDark({ filter: { studio }, span: AHEAD, pageSize: 10 });

    expect(board.rows).toHaveLength(count);
    expect(board.total).toBe(count);
  });

  it('a title that stays on offer is in neither list', async () => {
    const studio = await stocked([offerFor('Open', days('2026-05-01', null))]);

    const [dark, gaps] = await boards({ studio });

    expect([dark.total, gaps.total]).toEqual([0, 0]);
  });

  it('a title that returns has a gap, and is not going dark', async () => {
    const studio = await stocked([
      offerFor('Now', days('2026-05-01', '2026-06-30')),
      offerFor('Later', days('2026-08-01', null)),
    ]);

    const [dark, gaps] = await boards({ studio });

    expect(dark.rows).toEqual([]);
    expect(gaps.rows).toMatchObject([{ day: '2026-07-01', until: '2026-08-01', kind: 'movie' }]);
  });

  it('excludes gaps that have begun, and touching offers have none', async () => {
    const studio = await stocked([
      offerFor('Past', days('2026-05-01', '2026-06-09')),
      offerFor('Next', days('2026-06-20', '2026-06-30')),
      offerFor('Touching', days('2026-07-01', null)),
    ]);

    const [, gaps] = await boards({ studio });

    expect(gaps.rows).toEqual([]);
  });

  it('can be filtered by studio and kind, and are paged, the soonest first', async () => {
    const studio = aName('Studio');
    for (const lastDay of ['2026-08-01', '2026-07-01', '2026-07-01'])
      await stocked([offerFor('Last', days('2026-05-01', lastDay))], studio);
    const query = { filter: { studio, kind: 'movie' }, span: AHEAD, pageSize: 2 };

    const first = await views.goingDark(query);
    const second = await views.goingDark({ ...query, cursor: first.next ?? undefined });
    const back = await views.goingDark({ ...query, cursor: second.previous ?? undefined });

    expect(first.rows.map(({ day }) => day)).toEqual(['2026-07-02', '2026-07-02']);
    expect(second.rows.map(({ day }) => day)).toEqual(['2026-08-02']);
    expect(back.rows).toEqual(first.rows);
    expect(second.total).toBe(3);
    expect((await boards({ studio, kind: 'short' }))[0].total).toBe(0);
  });
});

describe('feeds', () => {
  it('are found by their token, of which only the hash is stored', async () => {
    const feed = aFeed();

    const { token } = await made(feed);

    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await feeds.byToken(token)).toEqual(feed);
    expect(await feeds.byToken(`${token.slice(0, -1)}~`)).toBeNull();
    const [row] = await database.rows<Record<string, unknown>>(
      'SELECT * FROM feeds WHERE id = $1',
      [feed.id],
    );
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row?.token_digest).toBe(createHash('sha256').update(token).digest('hex'));
  });

  it('created again after a lost response are one feed, found by the latest token', async () => {
    const feed = aFeed();
    const { token: lost } = await made(feed);

    const { token } = await made({ ...feed, madeAt: '2026-06-10T10:00:09Z' });

    expect(await feeds.byToken(lost)).toBeNull();
    expect(await feeds.byToken(token)).toEqual(feed);
    expect((await feeds.list()).filter(({ id }) => id === feed.id)).toHaveLength(1);
  });

  it.each([
    ['other details', { name: 'Another' }],
    ['another person', { madeBy: 'Marta' }],
  ])('are not overwritten with %s', async (_what, other) => {
    const feed = aFeed();
    const { token } = await made(feed);

    await expect(made({ ...feed, ...other })).rejects.toBeInstanceOf(FeedTaken);
    expect(await feeds.byToken(token)).toEqual(feed);
  });

  it('stay revoked, and cannot be created again', async () => {
    const feed = aFeed();
    const { token } = await made(feed);

    const revoke = (name: string, at: string) =>
      revokeFeed({ feedId: feed.id, actor: actor(name), at }, database.records);
    expect(await revoke('Marta', '2026-06-11T10:00:00Z')).toEqual({ replayed: false });
    expect(await revoke('Priya', '2026-06-12T10:00:00Z')).toEqual({ replayed: true });

    expect(await feeds.byToken(token)).toBeNull();
    expect((await feeds.list()).map(({ id }) => id)).not.toContain(feed.id);
    await expect(made(feed)).rejects.toBeInstanceOf(FeedTaken);
    expect(await database.rows('SELECT revoked_by FROM feeds WHERE id = $1', [feed.id])).toEqual([
      { revoked_by: 'Marta' },
    ]);
  });

  it('include events from 30 days ago to a year ahead', async () => {
    const studio = await stocked([
      offerFor('Too early', days('2026-05-10', '2026-05-10')),
      offerFor('Earliest', days('2026-05-11', '2026-05-20')),
      offerFor('Last', days('2026-06-01', '2027-06-10')),
      offerFor('Too late', days('2027-06-11', null)),
    ]);

    const { events, isCut } = await feedContent(aFeed({ studio }), isoDate(TODAY), {
      calendar: views,
      priceTables,
    });

    expect(isCut).toBe(false);
    const nameOf = (each: FeedEvent) =>
      'event' in each ? each.event.offer.name : 'gap' in each ? each.gap.day : each.rights.kind;
    expect(events.map((each) => [each.part, nameOf(each)]).sort()).toEqual([
      ['ends', 'Earliest'],
      ['ends', 'Last'],
      ['gaps', '2026-05-21'],
      ['starts', 'Earliest'],
      ['starts', 'Last'],
    ]);
  });
});

/** A title with these offers of one license, for a new or the given studio. */
async function stocked(offers: readonly OfferData[], studio = aName('Studio')): Promise<string> {
  const license = await seed.license({ studio, offers });
  await seed.title({ studio, offers: offers.map((offer) => [license, offer] as const) });
  return studio;
}

function boards(filter: { studio: string; kind?: string }) {
  return Promise.all([
    views.goingDark({ filter, span: AHEAD, pageSize: 10 }),
    views.gaps({ filter, span: AHEAD, pageSize: 10 }),
  ]);
}

/** Creates a feed as a person would. */
function made({ id: feedId, name, studio, kind, parts, madeBy, madeAt: at }: FeedData) {
  const details = { name, studio: studio ?? null, kind: kind ?? null, parts };
  return makeFeed({ feedId, details, actor: actor(madeBy), at }, database.records);
}

function aFeed(parts: Partial<FeedData> = {}): FeedData {
  return {
    id: anId(),
    name: aName('Feed'),
    studio: undefined,
    kind: undefined,
    parts: ['starts', 'ends', 'going-dark', 'gaps'],
    madeBy: 'Priya',
    madeAt: '2026-06-10T10:00:00+00:00',
    ...parts,
  };
}
