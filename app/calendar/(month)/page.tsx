import type { Metadata } from 'next';
import { Link } from '@/ui/link';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { EndingSoon } from '../../../src/service/content/calendar-views';
import type { ReadQuery, SearchParameters } from '../calendar-query';
import { classes } from '@/ui/classes';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/overlays/notice';
import { ForEditors } from '@/ui/role';
import { today } from '@/today';
import { requirePerson } from '@/person';
import { calendarViews, contractViews, priceTableViews } from '../../../src/bootstrap';
import { addDaysWithin, formatDay } from '../../../src/domain/values/date-range';
import { eventPrices } from '../../../src/service/content/event-prices';
import { DARK_SOON } from '../../../src/service/content/content-views';
import { ENDING_LIMIT } from '../../../src/service/content/calendar-views';
import { SavedViews } from '../../views/saved-views';
import { titleFilters } from '../../content/list/title-filters';
import { calendarAddress } from '../calendar-address';
import { CalendarFilters } from '../calendar-filters';
import { readQuery, SOON } from '../calendar-query';
import { EventList } from '../event-list';
import { GapBoard } from '../gap-board';
import { MonthGrid } from '../month-grid';
import { RightsList } from '../rights-list';
import {
  HEADLINES,
  querySpan,
  monthDays,
  monthOf,
  monthWords,
  nextMonth,
  previousMonth,
} from '../month';

export const metadata: Metadata = { title: 'Calendar' };

const BOARD_SIZE = 15;
const LIST_SIZE = 25;

export default async function CalendarPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const day = today();
  const search = await searchParams;
  const read = readQuery(search, day);
  const { query, filter, refusals } = read;
  const person = await requirePerson(calendarAddress(query, {}));
  const views = calendarViews();
  // Starts tomorrow: excludes titles that are dark already.
  const ahead = { startsOn: addDaysWithin(day, 1), endsOn: addDaysWithin(day, DARK_SOON + 1) };
  const span = querySpan(query.month);
  const [found, headlines, ending, listed, dark, gaps, studios] = await Promise.all([
    views.days(filter, span),
    views.headlines(filter, span, HEADLINES),
    views.endingSoon(filter, day, SOON),
    listedEvents(read, day),
    views.goingDark({ filter, span: ahead, cursor: query.dark, pageSize: BOARD_SIZE }),
    views.gaps({ filter, span: ahead, cursor: query.gaps, pageSize: BOARD_SIZE }),
    contractViews().studios(),
  ]);
  const place = (name: 'dark' | 'gaps', cursor: string | null) =>
    cursor && calendarAddress(query, { [name]: cursor });
  return (
    <>
      <header className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">Calendar</h1>
        <CalendarFilters query={query} choices={titleFilters(studios)} />
        <div className="ms-auto">
          <ForEditors>
            <LinkButton href="/calendar/feeds">Subscribe</LinkButton>
          </ForEditors>
        </div>
      </header>
      <SavedViews list="calendar" personId={person.id} search={search} all="Whole calendar" />
      {refusals.length > 0 && (
        <div className="p-4 pb-0">
          <Notice tone="refused" role="alert">
            {refusals.join(' ')}
          </Notice>
        </div>
      )}
      <Soon ending={ending} query={query} today={day} />
      <div className={classes('grid', listed && 'lg:grid-cols-[minmax(0,3fr)_minmax(20rem,2fr)]')}>
        <div className={classes('min-w-0 border-line', listed && 'lg:border-e')}>
          <MonthNavigation query={query} today={day} />
          <div className="sm:px-4 sm:pb-4">
            <MonthGrid days={monthDays(query.month, found, headlines)} query={query} today={day} />
          </div>
        </div>
        {listed && (
          <div id="events" className="min-w-0 max-lg:border-t max-lg:border-line">
            {listed}
          </div>
        )}
      </div>
      <div className="grid border-t border-line lg:grid-cols-2 lg:divide-x lg:divide-line">
        <GapBoard
          title="Going dark"
          explanation={`The last offer for a territory and rights type ends within ${DARK_SOON} days, and no offer follows.`}
          page={dark}
          today={day}
          nothing={`No titles go dark within ${DARK_SOON} days.`}
          previous={place('dark', dark.previous)}
          next={place('dark', dark.next)}
        />
        <GapBoard
          title="Gaps ahead"
          explanation={`A gap without an offer in a territory and rights type starts within ${DARK_SOON} days.`}
          page={gaps}
          today={day}
          nothing={`No gaps start within ${DARK_SOON} days.`}
          previous={place('gaps', gaps.previous)}
          next={place('gaps', gaps.next)}
        />
      </div>
    </>
  );
}

/** Name of the month, with links to the previous month, today and the next month. */
function MonthNavigation({ query, today: day }: { query: ReadQuery['query']; today: IsoDate }) {
  const to = (month: string) => calendarAddress(query, { month, day: null, ending: null });
  return (
    <nav aria-label="Months" className="flex flex-wrap items-center gap-2 px-4 py-3">
      <h2 className="me-auto text-title" aria-live="polite">
        {monthWords(query.month)}
      </h2>
      {query.month > '1900-01' && (
        <LinkButton
          href={to(previousMonth(query.month))}
          size="toolbar"
          aria-label="Previous month"
        >
          <span>
            Previous<span className="max-sm:hidden"> month</span>
          </span>
        </LinkButton>
      )}
      <LinkButton href={to(monthOf(day))} size="toolbar">
        Today
      </LinkButton>
      {query.month < '9999-11' && (
        <LinkButton href={to(nextMonth(query.month))} size="toolbar" aria-label="Next month">
          <span>
            Next<span className="max-sm:hidden"> month</span>
          </span>
        </LinkButton>
      )}
    </nav>
  );
}

/** Counts of the offers that end within 7, 30 and 90 days, with links to their lists. */
function Soon({
  ending,
  query,
  today: day,
}: {
  ending: readonly EndingSoon[];
  query: ReadQuery['query'];
  today: IsoDate;
}) {
  return (
    <nav aria-label="Ending soon" className="grid grid-cols-3 border-b border-line">
      {ending.map(({ within, offers }) => (
        <Link
          key={within}
          href={calendarAddress(query, { ending: String(within), day: null })}
          scroll={false}
          prefetch={false}
          aria-current={query.ending === within ? 'true' : undefined}
          className={classes(
            'border-s border-line px-4 py-2.5 first:border-s-0 hover:bg-ink/5 focus-visible:-outline-offset-2',
            query.ending === within && 'bg-ink/6 shadow-[inset_0_-2px_0_var(--ink)]',
          )}
        >
          <span className="block text-number">
            {offers > ENDING_LIMIT
              ? `${ENDING_LIMIT.toLocaleString('en-US')}+`
              : offers.toLocaleString('en-US')}
          </span>
          <span className="block text-table text-ink-2">
            {offers === 1 ? 'offer ends' : 'offers end'} within {within} days
          </span>
          <span className="block text-label text-ink-3 max-sm:hidden">
            to {formatDay(addDaysWithin(day, within - 1))}
          </span>
        </Link>
      ))}
    </nav>
  );
}

/** Events of the selected day, or the offers that end soon. */
async function listedEvents({ query, filter }: ReadQuery, day: IsoDate) {
  const views = calendarViews();
  const next = (name: 'starts' | 'ends' | 'rights', cursor: string | null) =>
    cursor && calendarAddress(query, { [name]: cursor });
  if (query.ending !== undefined) {
    const span = { startsOn: addDaysWithin(day, 1), endsOn: addDaysWithin(day, query.ending + 1) };
    const { ends: cursor } = query;
    const found = await views.events({ filter, span, kind: 'ends', cursor, pageSize: LIST_SIZE });
    return (
      <EventList
        title={`Ends within ${query.ending} days`}
        events={found.rows}
        prices={await eventPrices(found.rows, priceTableViews())}
        next={next('ends', found.next)}
        showsDay
        today={day}
        nothing={`No offers end within ${query.ending} days.`}
      />
    );
  }
  if (query.day === undefined) return null;
  const [chosen, after] = [query.day, addDaysWithin(query.day, 1)];
  const afterThat = addDaysWithin(after, 1);
  const [rights, ends, starts] = await Promise.all([
    views.rights({
      ...{ filter, cursor: query.rights, pageSize: LIST_SIZE },
      span: { startsOn: chosen, endsOn: after },
    }),
    views.events({
      ...{ filter, kind: 'ends', cursor: query.ends, pageSize: LIST_SIZE },
      span: { startsOn: after, endsOn: afterThat },
    }),
    views.events({
      ...{ filter, kind: 'starts', cursor: query.starts, pageSize: LIST_SIZE },
      span: { startsOn: chosen, endsOn: after },
    }),
  ]);
  return (
    <>
      <RightsList
        title={`Rights on ${formatDay(chosen)}`}
        events={rights.rows}
        next={next('rights', rights.next)}
      />
      <EventList
        title={`Ends on ${formatDay(chosen)}`}
        events={ends.rows}
        prices={await eventPrices(ends.rows, priceTableViews())}
        next={next('ends', ends.next)}
        showsDay={false}
        today={day}
        nothing="No offers end on this day."
      />
      <EventList
        title={`Starts on ${formatDay(chosen)}`}
        events={starts.rows}
        prices={await eventPrices(starts.rows, priceTableViews())}
        next={next('starts', starts.next)}
        showsDay={false}
        today={day}
        nothing="No offers start on this day."
      />
    </>
  );
}
