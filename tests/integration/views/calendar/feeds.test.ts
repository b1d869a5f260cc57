import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FeedEvent } from '../../../../src/service/events/feed-service';
import type { FeedData } from '../../../../src/domain/events/feed';
import { PrismaCalendarViews } from '../../../../src/adapters/postgres/content/calendar/calendar-views';
import { PrismaPriceTableViews } from '../../../../src/adapters/postgres/price-table/price-table-views';
import { PrismaFeedViews } from '../../../../src/adapters/postgres/events/feed-repository';
import { FeedTaken } from '../../../../src/domain/events/feed';
import { actor } from '../../../../src/domain/people/actor';
import { isoDate } from '../../../../src/domain/values/date-range';
import { feedContent, makeFeed, revokeFeed } from '../../../../src/service/events/feed-service';
import { aName, anId, days } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor } from '../../support-titles';
import { stockOn } from './support-stock';

const database = await testDatabase();
const { stocked } = stockOn(database);
const views = new PrismaCalendarViews(database.prisma);
const priceTables = new PrismaPriceTableViews(database.prisma);
const feeds = new PrismaFeedViews(database.prisma);

const TODAY = '2026-06-10';

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
