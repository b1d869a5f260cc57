import type { FeedData, FeedDetails } from '../../domain/events/feed';
import type { IsoDate } from '../../domain/values/date-range';
import type { Given, RecordStore } from '../records';
import type { Outcome } from '../unit-of-work';
import type {
  CalendarEvent,
  CalendarFilter,
  CalendarViews,
  ComingGap,
  RightsEvent,
} from '../content/calendar-views';
import type { AmountSummary } from '../../domain/price-table/offer-amounts';
import type { PriceTableViews } from '../price-table/price-table-views';
import { eventPrices } from '../content/event-prices';
import { Feed } from '../../domain/events/feed';
import { addDaysWithin } from '../../domain/values/date-range';

export interface FeedViews {
  /** The feeds that are not revoked, by name. */
  list(): Promise<readonly FeedData[]>;
  /** @returns `null` for a token that no feed has (any more) */
  byToken(token: string): Promise<FeedData | null>;
}

export interface MakeFeed {
  /** Made by the client for this intent: however often it is sent, it is one feed. */
  readonly feedId: string;
  readonly details: FeedDetails;
}

export interface RevokeFeed {
  readonly feedId: string;
}

/**
 * Makes a feed. The same feed by the same person again, whose first answer was lost, is not a second one: it gets another
 * token, and the first leads nowhere.
 *
 * @throws DomainError of a detail that is not valid, FeedTaken
 */
export async function makeFeed(
  { feedId, details, actor, at }: MakeFeed & Given,
  records: RecordStore,
): Promise<Outcome<{ readonly token: string }>> {
  const feed = Feed.make(feedId, details, actor, at);
  return records.transact(async ({ feeds }) => {
    const earlier = await feeds.get(feedId);
    if (earlier === null) return { token: await feeds.add(feed), replayed: false };
    earlier.requireSame(feed);
    return { token: await feeds.renewToken(earlier), replayed: true };
  });
}

/** Makes a feed's address lead nowhere, for good. */
export async function revokeFeed(
  { feedId, actor, at }: RevokeFeed & Given,
  records: RecordStore,
): Promise<Outcome<object>> {
  return records.transact(async ({ feeds }) => {
    const feed = await feeds.get(feedId);
    const isRevoked = feed?.revoke(actor, at) ?? false;
    if (feed !== null && isRevoked) await feeds.saveRevocation(feed);
    return { replayed: !isRevoked };
  });
}

/** How far a feed reaches, in days from today. */
const [BACK, AHEAD] = [30, 365];
/** As many events as a feed has at most: calendar programs give up on more. */
export const MAX_EVENTS = 2_000;

/** What happens on a day, as a feed tells it. */
export type FeedEvent =
  | {
      readonly part: 'starts' | 'ends';
      readonly event: CalendarEvent;
      /** On that day. */
      readonly prices: AmountSummary;
    }
  | { readonly part: 'going-dark' | 'gaps'; readonly gap: ComingGap }
  | { readonly part: 'rights'; readonly rights: RightsEvent };

export interface FeedContent {
  readonly events: readonly FeedEvent[];
  /** There was more than a feed can hold. */
  readonly isCut: boolean;
}

/** What a feed is made of. */
export interface FeedSources {
  readonly calendar: CalendarViews;
  readonly priceTables: Pick<PriceTableViews, 'pricesOf'>;
}

/** What a feed tells today. What is ahead comes first: where there is too much, the days that are over give way. */
export async function feedContent(
  feed: FeedData,
  today: IsoDate,
  views: FeedSources,
): Promise<FeedContent> {
  const ahead = { startsOn: today, endsOn: addDaysWithin(today, AHEAD + 1) };
  const past = { startsOn: addDaysWithin(today, -BACK), endsOn: today };
  const coming = await eventsIn(feed, ahead, views);
  const earlier = coming.length > MAX_EVENTS ? [] : await eventsIn(feed, past, views);
  const all = [...coming, ...earlier];
  return { events: all.slice(0, MAX_EVENTS), isCut: all.length > MAX_EVENTS };
}

/** A span of days with an end, half-open. */
interface ClosedSpan {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** The first events of a span of days, one more than a feed can hold. */
async function eventsIn(
  feed: FeedData,
  span: ClosedSpan,
  { calendar: views, priceTables }: FeedSources,
): Promise<readonly FeedEvent[]> {
  const filter: CalendarFilter = { studio: feed.studio, kind: feed.kind };
  const pageSize = MAX_EVENTS + 1;
  const perPart = await Promise.all(
    feed.parts.map(async (part): Promise<readonly FeedEvent[]> => {
      switch (part) {
        case 'starts':
        case 'ends': {
          const days = part === 'starts' ? span : dayLater(span);
          const { rows } = await views.events({ filter, span: days, kind: part, pageSize });
          const prices = await eventPrices(rows, priceTables);
          return rows.flatMap((event, place) => {
            const price = prices[place];
            return price === undefined ? [] : [{ part, event, prices: price }];
          });
        }
        case 'going-dark': {
          const { rows } = await views.goingDark({ filter, span, pageSize });
          return rows.map((gap) => ({ part, gap }));
        }
        case 'gaps': {
          const { rows } = await views.gaps({ filter, span, pageSize });
          return rows.map((gap) => ({ part, gap }));
        }
        case 'rights': {
          const { rows } = await views.rights({ filter, span, pageSize });
          return rows.map((rights) => ({ part, rights }));
        }
      }
    }),
  );
  return perPart
    .flat()
    .sort((a, b) => (feedDay(a) < feedDay(b) ? -1 : 1))
    .slice(0, pageSize);
}

/** What ends is told on its last day, and found by the day after. */
function dayLater({ startsOn, endsOn }: ClosedSpan): ClosedSpan {
  return { startsOn: addDaysWithin(startsOn, 1), endsOn: addDaysWithin(endsOn, 1) };
}

function feedDay(event: FeedEvent): string {
  if ('rights' in event) return event.rights.day;
  return 'gap' in event ? event.gap.day : event.event.day;
}
