'use client';

import { useRouter } from 'next/navigation';
import { Link } from '@/ui/link';
import { useRef, type KeyboardEvent } from 'react';
import type { IsoDate } from '../../src/domain/values/date-range';
import type { CalendarQuery } from './calendar-address';
import type { MonthDay } from './month';
import { useKeyGroup } from '@/keys/use-page-key';
import { classes } from '@/ui/classes';
import { formatDay } from '../../src/domain/values/date-range';
import type { DayHeadline } from '../../src/service/content/calendar-views';
import { COUNT_LIMIT } from '../../src/service/page';
import { territoryWords } from '../words/territory-words';
import { DAY_LIMIT } from '../../src/service/content/calendar-views';
import { calendarAddress } from './calendar-address';
import { MONTH_KEYS } from './month-keys';
import {
  HEADLINES,
  monthOf,
  monthWords,
  nextMonth,
  previousMonth,
  WEEKDAYS,
  weeksOf,
} from './month';

/** Days by which each arrow key moves. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

const BAR = 'h-2.5 w-1.5 shrink-0 rounded-[2px] border';
const RIGHTS_BAR = 'border-clay-line bg-clay-tint';
const BARS: Record<DayHeadline['kind'], string> = {
  'rights-ended': RIGHTS_BAR,
  'taken-down': RIGHTS_BAR,
  back: RIGHTS_BAR,
  ends: 'border-straw-line bg-[repeating-linear-gradient(0deg,var(--straw-line)_0_1px,transparent_1px_3px)]',
  starts: 'border-tide-line bg-tide-tint',
};

/**
 * A month in weeks, with one tab stop. Arrow keys move between days, Enter lists a day's events, Page Up and Page Down
 * change the month. On a phone, a list of the days with events.
 */
export function MonthGrid({
  days,
  query,
  today,
}: {
  days: readonly MonthDay[];
  query: CalendarQuery;
  today: IsoDate;
}) {
  useKeyGroup(MONTH_KEYS);
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  const entry =
    [query.day, today].find((day) => days.some((each) => each.isOfMonth && each.day === day)) ??
    days.find(({ isOfMonth }) => isOfMonth)?.day;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const turned =
      event.key === 'PageUp'
        ? previousMonth(query.month)
        : event.key === 'PageDown'
          ? nextMonth(query.month)
          : null;
    if (turned !== null) {
      event.preventDefault();
      router.push(calendarAddress(query, { month: turned, day: null }), { scroll: false });
      return;
    }
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('a[data-day]') ?? [])];
    const place = links.indexOf(document.activeElement as HTMLAnchorElement);
    const step = STEPS[event.key];
    const target =
      event.key === 'Home'
        ? links[0]
        : event.key === 'End'
          ? links.at(-1)
          : step === undefined || place === -1
            ? undefined
            : links[place + step];
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  };
  return (
    <>
      <table
        ref={table}
        onKeyDown={onKeyDown}
        aria-label={monthWords(query.month)}
        className="w-full table-fixed border-collapse text-table max-sm:hidden"
      >
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" className="px-2 py-1.5 text-start font-normal text-ink-3">
                <abbr title={name} className="no-underline">
                  {name.slice(0, 3)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week, place) => (
            <tr key={place}>
              {week.map((each, weekdayPlace) => (
                <td
                  key={weekdayPlace}
                  className={classes(
                    'h-24 border border-line p-0 align-top',
                    !each.isOfMonth && 'bg-canvas',
                  )}
                >
                  <DayCell each={each} query={query} today={today} isEntry={each.day === entry} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <DayList days={days} query={query} today={today} />
    </>
  );
}

function DayCell({
  each,
  query,
  today,
  isEntry,
}: {
  each: MonthDay;
  query: CalendarQuery;
  today: IsoDate;
  isEntry: boolean;
}) {
  const { day } = each;
  const isChosen = query.day === day;
  return (
    <Link
      href={calendarAddress(query, { day, month: monthOf(day), ending: null })}
      scroll={false}
      prefetch={false}
      data-day={day}
      tabIndex={isEntry ? 0 : -1}
      aria-current={isChosen ? 'true' : undefined}
      className={classes(
        'flex h-full min-h-24 flex-col gap-1 p-1.5 hover:bg-ink/5 focus-visible:-outline-offset-2',
        isChosen && 'bg-ink/6 shadow-[inset_0_0_0_2px_var(--ink)] forced-colors:outline-2',
      )}
    >
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span
          className={classes(
            'me-auto',
            day === today
              ? 'rounded-full bg-ink px-1.5 font-emphasis text-on-ink forced-colors:border'
              : 'px-1 text-ink-2',
          )}
        >
          <span aria-hidden>{Number(day.slice(8))}</span>
          <span className="sr-only">{formatDay(day)}</span>
        </span>
        <DayEvents {...each} />
      </span>
      <Headlines {...each} />
    </Link>
  );
}

/** What happens on the day by name: what has ended or will end before what starts, as far as there is room. */
function Headlines({ headlines }: MonthDay) {
  return headlines.slice(0, HEADLINES).map(({ kind, name, others, territories }, place) => (
    <span key={place} className="flex items-center gap-1 text-label max-lg:hidden">
      <span aria-hidden className={classes(BAR, BARS[kind])} />
      <span className="min-w-0 truncate text-ink">
        {name}
        {othersWords(others)}
        <span className="text-ink-3"> {whereWords(territories)}</span>
      </span>
    </span>
  ));
}

function othersWords(others: number): string {
  return others === 0 ? '' : ` +${others > COUNT_LIMIT ? `${COUNT_LIMIT}+` : others}`;
}

function whereWords(territories: DayHeadline['territories']): string {
  return territories === null ? '' : territoryWords(territories).short;
}

/** Numbers of rights that end or come back and of offers that start and end on a day, each with a bar and a label. */
function DayEvents({ starts, ends, rights }: MonthDay) {
  return (
    <>
      <Counted
        count={rights}
        one="change of rights"
        many="changes of rights"
        ink="text-clay-ink"
        bar={BARS['taken-down']}
      />
      <Counted count={ends} one="ends" many="end" ink="text-straw-ink" bar={BARS.ends} />
      <Counted count={starts} one="starts" many="start" ink="text-tide-ink" bar={BARS.starts} />
    </>
  );
}

/** How many events of a kind there are; nothing where there is none. */
function Counted({
  count,
  one,
  many,
  ink,
  bar,
}: {
  count: number;
  /** The words after a count of one, and after any other; between a phone and a wide window only read aloud. */
  one: string;
  many: string;
  ink: string;
  bar: string;
}) {
  if (count === 0) return null;
  return (
    <span className={classes('flex items-center gap-1 text-label', ink)}>
      <span aria-hidden className={classes(BAR, bar)} />
      <span>
        {counted(count)} <span className="sm:max-lg:sr-only">{count === 1 ? one : many}</span>
      </span>
    </span>
  );
}

function DayList({
  days,
  query,
  today,
}: {
  days: readonly MonthDay[];
  query: CalendarQuery;
  today: IsoDate;
}) {
  const busy = days.filter(
    ({ isOfMonth, starts, ends, rights }) => isOfMonth && starts + ends + rights > 0,
  );
  if (busy.length === 0)
    return (
      <p className="px-4 py-3 text-body text-ink-3 sm:hidden">
        No offers start or end in {monthWords(query.month)}, and no rights.
      </p>
    );
  return (
    <ul className="border-t border-line sm:hidden" aria-label={monthWords(query.month)}>
      {busy.map((each) => (
        <li key={each.day} className="border-b border-line">
          <Link
            href={`${calendarAddress(query, { day: each.day, ending: null })}#events`}
            prefetch={false}
            aria-current={query.day === each.day ? 'true' : undefined}
            className={classes(
              'flex min-h-11 items-center gap-4 px-4',
              query.day === each.day && 'bg-ink/6',
            )}
          >
            <span className="min-w-0 flex-1 py-1.5">
              <span className={classes('block text-body', each.day === today && 'font-heading')}>
                {formatDay(each.day)}
                {each.day === today && ', today'}
              </span>
              <span className="block truncate text-table text-ink-2">
                {each.headlines
                  .map(({ name, others, territories }) =>
                    `${name}${othersWords(others)} ${whereWords(territories)}`.trim(),
                  )
                  .join(' · ')}
              </span>
            </span>
            <DayEvents {...each} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function counted(count: number): string {
  return count > DAY_LIMIT ? `${DAY_LIMIT}+` : String(count);
}
