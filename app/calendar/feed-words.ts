import type {
  CalendarEvent,
  ComingGap,
  RightsEvent,
} from '../../src/service/content/calendar-views';
import type { FeedData } from '../../src/domain/events/feed';
import type { FeedEvent } from '../../src/service/events/feed-service';
import { CONTENT_KINDS, contentKind } from '../../src/domain/content/content-kind';
import {
  addDays,
  daysBetween,
  formatDay,
  formatLength,
  isoDate,
} from '../../src/domain/values/date-range';
import type { AmountSummary } from '../../src/domain/price-table/offer-amounts';
import { summaryText } from '../timeline/shown-prices';
import { pricesInWords } from '../../src/domain/license/price-list';
import { listed } from '../../src/domain/values/words';
import { FEED_PARTS } from '../../src/domain/events/feed';
import { COUNT_LIMIT } from '../../src/service/page';
import { rightsWords } from '../words/rights-events';
import { placesInFull, placesWords } from '../words/covered-places';

/** Description of a feed's contents: `Offers that start and titles going dark, of Halcyon Pictures, kind movie only`. */
export function feedWords({ parts, studio, kind }: FeedData): string {
  const names = parts.map((part, place) =>
    place === 0 ? FEED_PARTS[part] : lower(FEED_PARTS[part]),
  );
  return [
    listed(names),
    ...(studio === undefined ? [] : [`of ${studio}`]),
    ...(kind === undefined ? [] : [`kind ${CONTENT_KINDS[kind].toLowerCase()} only`]),
  ].join(', ');
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A calendar event in whole days; `end` is exclusive. */
export interface FeedEntry {
  /** Stable across reads of the feed. */
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly description: string;
  /** Path of the license or title. */
  readonly path: string;
}

export function feedEntry(event: FeedEvent): FeedEntry {
  switch (event.part) {
    case 'starts':
      return offerEntry(event, 'Starts', event.event.day);
    case 'ends':
      return offerEntry(event, 'Ends', addDays(isoDate(event.event.day), -1));
    case 'going-dark':
      return darkEntry(event.gap);
    case 'gaps':
      return gapEntry(event.gap);
    case 'rights':
      return rightsEntry(event.rights);
  }
}

/** @param day of the event: the first day of an offer that starts, the last day of one that ends */
function offerEntry(
  { event, prices }: Extract<FeedEvent, { part: 'starts' | 'ends' }>,
  word: 'Starts' | 'Ends',
  day: string,
): FeedEntry {
  const { kind, licenseId, licenseName, studio, offer, titles, examples } = event;
  const many = titles > COUNT_LIMIT;
  const count = `${Math.min(titles, COUNT_LIMIT).toLocaleString('en-US')}${many ? '+' : ''}`;
  return {
    uid: `${kind}-${licenseId}-${offer.window.startsOn}@crms`,
    ...oneDay(day),
    summary:
      `${word}: ${offer.name}, ${priceWords(offer, prices)} — ${licenseName} ` +
      `(${count} ${titles === 1 ? 'title' : 'titles'})`,
    description: `${studio}. ${listed(examples, Math.min(titles, COUNT_LIMIT))}.`,
    path: `/licenses/${licenseId}`,
  };
}

/** The prices of an offer: its amounts in full, and of tiers what they cost on the day. */
function priceWords({ prices }: CalendarEvent['offer'], summary: AmountSummary): string {
  return summary.tiers === '' ? pricesInWords(prices) : summaryText(summary);
}

function darkEntry(gap: ComingGap): FeedEntry {
  const { contentId, title, kind, studio, day, places, isTakenDown } = gap;
  return {
    uid: `dark-${contentId}-${day}@crms`,
    ...oneDay(day),
    summary: `${isTakenDown ? 'Taken down' : 'Goes dark'}: ${title}, ${placesWords(places)}`,
    description:
      `${CONTENT_KINDS[contentKind(kind)]} of ${studio}. ` +
      (isTakenDown
        ? 'It is taken down there from this day.'
        : 'Its last offer there ends the day before, and no offer follows.') +
      `\n${placesInFull(places)}`,
    path: `/content/${contentId}`,
  };
}

function gapEntry(gap: ComingGap): FeedEntry {
  const { contentId, title, kind, studio, day, until, places, isTakenDown } = gap;
  const end = until ?? oneDay(day).end;
  const length = formatLength(daysBetween(isoDate(day), isoDate(end)));
  return {
    uid: `gap-${contentId}-${day}-${end}@crms`,
    start: day,
    end,
    summary: isTakenDown
      ? `Taken down: ${title}, ${placesWords(places)}, ${length}`
      : `Gap: ${title}, ${placesWords(places)}, dark ${length}`,
    description:
      `${CONTENT_KINDS[contentKind(kind)]} of ${studio}. ` +
      `On offer there again from ${formatDay(end)}.\n${placesInFull(places)}`,
    path: `/content/${contentId}`,
  };
}

function rightsEntry(event: RightsEvent): FeedEntry {
  const { what, name, where, path } = rightsWords(event);
  const which =
    event.kind === 'rights-ended' ? event.licenseId : `${event.contentId}-${event.takedown}`;
  return {
    uid: `${event.kind}-${which}@crms`,
    ...oneDay(event.day),
    summary: `${what}: ${name}${where === null ? '' : `, ${where}`}`,
    description: `${event.studio}. ${event.reason}.`,
    path,
  };
}

function oneDay(day: string): { readonly start: string; readonly end: string } {
  return { start: day, end: addDays(isoDate(day), 1) };
}
