import { Link } from '@/ui/link';
import type { IsoDate } from '../../src/domain/values/date-range';
import type { CalendarEvent } from '../../src/service/content/calendar-views';
import type { AmountSummary } from '../../src/domain/price-table/offer-amounts';
import { StateGlyph } from '@/ui/state-mark';
import { DateRange } from '../../src/domain/values/date-range';
import { pricesInWords } from '../../src/domain/license/price-list';
import { listed } from '../../src/domain/values/words';
import { COUNT_LIMIT } from '../../src/service/page';
import { PriceSummary } from '../timeline/offer-price';
import { inDays } from '../words/relative-days';
import { MoreLink } from './more-link';

/** Offers that start or end, with license, price and titles. */
export function EventList({
  title,
  events,
  prices,
  next,
  showsDay,
  today,
  nothing,
}: {
  title: string;
  events: readonly CalendarEvent[];
  /** What the offer of each costs on the day. */
  prices: readonly AmountSummary[];
  /** URL of the next page. */
  next: string | null;
  /** Shows the day on each line, for lists of several days. */
  showsDay: boolean;
  today: IsoDate;
  /** Text of the empty list. */
  nothing: string;
}) {
  return (
    <section aria-label={title} className="border-b border-line">
      <h3 className="px-4 pt-3 pb-1.5 text-body font-heading">{title}</h3>
      {events.length === 0 ? (
        <p className="px-4 pb-3 text-table text-ink-3">{nothing}</p>
      ) : (
        <ul>
          {events.map((event, place) => (
            <EventLine
              key={`${event.kind} ${event.licenseId} ${event.offer.window.startsOn}`}
              event={event}
              price={prices[place]}
              showsDay={showsDay}
              today={today}
            />
          ))}
        </ul>
      )}
      <MoreLink next={next} />
    </section>
  );
}

function titlesWords(titles: number): string {
  const count = Math.min(titles, COUNT_LIMIT).toLocaleString('en-US');
  return titles === 1 ? '1 title' : `${count}${titles > COUNT_LIMIT ? '+' : ''} titles`;
}

function EventLine({
  event,
  price,
  showsDay,
  today,
}: {
  event: CalendarEvent;
  price: AmountSummary | undefined;
  showsDay: boolean;
  today: IsoDate;
}) {
  const { kind, licenseId, licenseName, studio, offer, titles, examples } = event;
  const window = DateRange.of(offer.window.startsOn, offer.window.endsOn);
  const shownDay = kind === 'starts' ? window.startsOn : (window.lastDay ?? window.startsOn);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-t border-line px-4 py-2 text-table">
      <span className="min-w-0">
        <span className="flex items-baseline gap-1.5">
          <StateGlyph
            state={kind === 'starts' ? 'upcoming' : 'attention'}
            className={`self-center ${kind === 'starts' ? 'text-tide-ink' : 'text-straw-ink'}`}
          />
          <span className="truncate text-body font-emphasis text-ink">{offer.name}</span>
          <span className="text-ink">
            {price === undefined || price.tiers === '' ? (
              pricesInWords(offer.prices)
            ) : (
              <PriceSummary summary={price} />
            )}
          </span>
        </span>
        <span className="block truncate text-ink-2">
          <Link
            href={`/licenses/${licenseId}`}
            prefetch={false}
            className="inline-flex min-h-6 items-center underline underline-offset-2 hover:text-ink"
          >
            {licenseName}
          </Link>{' '}
          <span className="text-ink-3">· {studio}</span>
        </span>
        <span className="block truncate text-ink-3" title={examples.join(', ')}>
          {titlesWords(titles)}: {listed(examples, Math.min(titles, COUNT_LIMIT))}
        </span>
      </span>
      <span className="text-end text-ink-2">
        <span className="block">
          {kind === 'starts' ? 'starts' : 'ends'}
          {showsDay && ` ${inDays(shownDay, today)}`}
        </span>
        <span className="block text-ink-3">{window.toString()}</span>
      </span>
    </li>
  );
}
