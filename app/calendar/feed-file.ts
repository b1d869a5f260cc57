import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { FeedData } from '../../src/domain/events/feed';
import type { FeedContent } from '../../src/service/events/feed-service';
import { MAX_EVENTS } from '../../src/service/events/feed-service';
import { feedEntry, feedWords } from './feed-words';

/** Refresh interval suggested to calendar programs, in seconds. */
const REFRESH_INTERVAL = 4 * 60 * 60;

/**
 * Formats a feed as an iCalendar file (RFC 5545).
 *
 * @param origin of the installation, for links to licenses and titles: `https://rights.example`
 * @param at creation time, ISO 8601 in UTC
 */
export function feedFile(feed: FeedData, content: FeedContent, origin: string, at: string): string {
  const calendar = ical({
    name: feed.name,
    description: descriptionOf(feed, content),
    prodId: { company: 'CRMS', product: 'Calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_INTERVAL,
  });
  for (const { uid, start, end, summary, description, path } of content.events.map(feedEntry))
    calendar.createEvent({
      id: uid,
      allDay: true,
      start: midnight(start),
      end: midnight(end),
      stamp: new Date(at),
      summary,
      description,
      url: new URL(path, origin).href,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
}

function descriptionOf(feed: FeedData, { isCut }: FeedContent): string {
  const words = `${feedWords(feed)}.`;
  return isCut
    ? `${words} Only the first ${MAX_EVENTS.toLocaleString('en-US')} upcoming events are included. Narrow the feed to see the others.`
    : words;
}

/** The library takes a day as an instant and writes its UTC date. */
function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
