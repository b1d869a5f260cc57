import type { Actor } from '../../domain/people/actor';
import type { ContentKind } from '../../domain/content/content-kind';
import type { IsoDate } from '../../domain/values/date-range';
import type { CalendarEvent, CalendarFilter, CalendarViews, ComingGap } from '../views';
import { contentKind } from '../../domain/content/content-kind';
import { addDaysWithin } from '../../domain/values/date-range';
import { DomainError } from '../../domain/errors';
import { shortText } from '../../domain/values/text';
import { quoted } from '../../domain/values/words';

/** What a feed can tell, with the words people choose it by. */
export const FEED_PARTS = {
  starts: 'Offers that start',
  ends: 'Offers that end',
  'going-dark': 'Titles going dark',
  gaps: 'Titles with a gap ahead',
} as const;

export type FeedPart = keyof typeof FEED_PARTS;

/** A saved filter of the calendar, as people type it. */
export interface FeedDetails {
  readonly name: string;
  readonly studio: string | null;
  readonly kind: string | null;
  readonly parts: readonly string[];
}

/** A calendar that other programs subscribe to. */
export interface Feed extends CalendarFilter {
  readonly id: string;
  readonly name: string;
  readonly kind?: ContentKind | undefined;
  /** In the order of `FEED_PARTS`, without duplicates. */
  readonly parts: readonly FeedPart[];
  readonly madeBy: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
}

/** Feeds and the tokens they are found by. */
export interface FeedStore {
  /**
   * Keeps a feed and makes its token, which is told this once. The same feed by the same person again, whose first answer
   * was lost, is not a second one: it gets another token, and the first is forgotten.
   *
   * @throws FeedTaken when there is another feed with this id
   * @throws Busy, OutcomeUnknown as a unit of work does
   */
  add(feed: Feed): Promise<{ readonly token: string }>;
  /** Forgets the token for good; nothing when that was done already. */
  revoke(id: string, by: Actor, at: string): Promise<void>;
  /** The feeds that are not revoked, by name. */
  list(): Promise<readonly Feed[]>;
  /** @returns `null` for a token that no feed has (any more) */
  byToken(token: string): Promise<Feed | null>;
}

export interface MakeFeed {
  /** Made by the client for this intent: however often it is sent, it is one feed. */
  readonly feedId: string;
  readonly details: FeedDetails;
  readonly actor: Actor;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/**
 * Makes a feed.
 *
 * @throws DomainError of a detail that is not valid, FeedTaken
 */
export function makeFeed(
  { feedId, details, actor, at }: MakeFeed,
  feeds: FeedStore,
): Promise<{ readonly token: string }> {
  const { studio, kind } = details;
  return feeds.add({
    id: feedId,
    name: shortText(details.name, 'name', 'A feed’s name'),
    studio: studio === null ? undefined : shortText(studio, 'studio', 'A studio’s name'),
    kind: kind === null ? undefined : contentKind(kind),
    parts: feedParts(details.parts),
    madeBy: actor.name,
    madeAt: at,
  });
}

/** Makes a feed's address lead nowhere, for good. */
export function revokeFeed(
  { feedId, actor, at }: Omit<MakeFeed, 'details'>,
  feeds: FeedStore,
): Promise<void> {
  return feeds.revoke(feedId, actor, at);
}

/** @throws InvalidFeedParts for none, or one there is not */
export function feedParts(names: readonly string[]): readonly FeedPart[] {
  const unknown = names.filter((name) => !Object.hasOwn(FEED_PARTS, name));
  if (names.length === 0 || unknown.length > 0) throw new InvalidFeedParts(unknown);
  return (Object.keys(FEED_PARTS) as FeedPart[]).filter((part) => names.includes(part));
}

/** How far a feed reaches, in days from today. */
const [BACK, AHEAD] = [30, 365];
/** As many events as a feed has at most: calendar programs give up on more. */
export const MAX_EVENTS = 2_000;

/** What happens on a day, as a feed tells it. */
export type FeedEvent =
  | { readonly part: 'starts' | 'ends'; readonly event: CalendarEvent }
  | { readonly part: 'going-dark' | 'gaps'; readonly gap: ComingGap };

export interface FeedContent {
  readonly events: readonly FeedEvent[];
  /** There was more than a feed can hold. */
  readonly isCut: boolean;
}

/** What a feed tells today. What is ahead comes first: where there is too much, the days that are over give way. */
export async function feedContent(
  feed: Feed,
  today: IsoDate,
  views: CalendarViews,
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
  feed: Feed,
  span: ClosedSpan,
  views: CalendarViews,
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
          return rows.map((event) => ({ part, event }));
        }
        case 'going-dark': {
          const { rows } = await views.goingDark({ filter, span, pageSize });
          return rows.map((gap) => ({ part, gap }));
        }
        case 'gaps': {
          const { rows } = await views.gaps({ filter, span, pageSize });
          return rows.map((gap) => ({ part, gap }));
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
  return 'gap' in event ? event.gap.day : event.event.day;
}

/** A feed says at least something, and nothing we do not know. */
export class InvalidFeedParts extends DomainError {
  readonly code = 'invalid-feed-parts';
  override readonly field = 'parts';

  constructor(unknown: readonly string[]) {
    super(
      unknown.length === 0
        ? 'Choose at least one kind of event.'
        : `${quoted(unknown)} is not a kind of event.`,
    );
  }
}

/** There is another feed with this id. */
export class FeedTaken extends DomainError {
  readonly code = 'feed-taken';

  constructor() {
    super('This form was already sent with different values. Reload the page and send it again.');
  }
}
