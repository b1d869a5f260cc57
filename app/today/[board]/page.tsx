import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { CalendarViews } from '../../../src/service/content/calendar-views';
import type { Board, Reach } from '../today-address';
import type { TodayChoice } from '../today-filters';
import type { SearchParameters } from '../today-query';
import { requirePerson } from '@/person';
import { today } from '@/today';
import { PageHeader } from '@/ui/shell/page-header';
import { calendarViews, contractViews } from '../../../src/bootstrap';
import { addDaysWithin } from '../../../src/domain/values/date-range';
import { DARK_SOON } from '../../../src/service/content/content-views';
import { SavedViews } from '../../views/saved-views';
import { GapBoard } from '../../calendar/gap-board';
import { chartSpan } from '../charts/months';
import { scopeChoices } from '../scope-choices';
import { BOARDS, TODAY, todayAddress } from '../today-address';
import { TodayFilters } from '../today-filters';
import { askedToday } from '../today-query';
import { daysAhead } from '../sections/title-sections';

const PAGE_SIZE = 50;
/** How far a board looks ahead without being asked. */
const USUAL = String(DARK_SOON) as Reach;

const WORDS: Record<Board, { title: string; explanation: string; nothing: string }> = {
  'going-dark': {
    title: 'Going dark',
    explanation: 'The last offer for a territory and rights type ends, and no offer follows.',
    nothing: 'No titles go dark in these days.',
  },
  gaps: {
    title: 'Gaps ahead',
    explanation: 'A gap without an offer in a territory and rights type starts.',
    nothing: 'No gaps start in these days.',
  },
};

const REACH_WORDS: Record<Reach, string> = {
  7: '7 days',
  30: '30 days',
  90: '90 days',
  months: '12 months',
};

interface Properties {
  params: Promise<{ board: string }>;
  searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ params }: Properties): Promise<Metadata> {
  const { board } = await params;
  return { title: isBoard(board) ? WORDS[board].title : 'Today' };
}

/** All titles that go dark, or all gaps that start: what a number on the page of today stands for. */
export default async function BoardPage({ params, searchParams }: Properties) {
  const { board } = await params;
  const search = await searchParams;
  const { query, scope } = askedToday(search);
  const path = isBoard(board) ? `${TODAY}/${board}` : TODAY;
  const person = await requirePerson(todayAddress(path, query));
  if (!isBoard(board)) notFound();
  const day = today();
  const { within = USUAL } = query;
  const [page, studios] = await Promise.all([
    boardPage(board, { filter: scope, span: spanOf(within, day), cursor: query.cursor }, PAGE_SIZE),
    contractViews().studios(),
  ]);
  const reach: TodayChoice = {
    name: 'within',
    label: 'Within',
    options: Object.entries(REACH_WORDS).map(([value, label]) => ({ value, label })),
  };
  const place = (cursor: string | null) => cursor && todayAddress(path, query, { cursor });
  const { title, explanation, nothing } = WORDS[board];
  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Today', href: TODAY }]} title={title}>
        <TodayFilters
          path={path}
          query={{ ...query, within }}
          choices={[...scopeChoices(studios, query), reach]}
        />
      </PageHeader>
      <SavedViews
        list={board}
        personId={person.id}
        // As far as a board looks without being asked is no filter.
        search={query.within === USUAL ? { ...search, within: undefined } : search}
        all={`All of ${title.toLowerCase()}`}
        countOf={async (saved) => {
          const { query: kept, scope: filter } = askedToday(saved);
          const span = spanOf(kept.within ?? USUAL, day);
          return (await boardPage(board, { filter, span, cursor: undefined }, 1)).total;
        }}
      />
      <GapBoard
        title={`Within ${REACH_WORDS[within]}`}
        explanation={explanation}
        page={page}
        today={day}
        nothing={nothing}
        previous={place(page.previous)}
        next={place(page.next)}
      />
    </>
  );
}

function boardPage(
  board: Board,
  asked: Omit<Parameters<CalendarViews['gaps']>[0], 'pageSize'>,
  pageSize: number,
) {
  const views = calendarViews();
  return board === 'gaps'
    ? views.gaps({ ...asked, pageSize })
    : views.goingDark({ ...asked, pageSize });
}

function isBoard(text: string): text is Board {
  return BOARDS.some((board) => board === text);
}

function spanOf(within: Reach, day: IsoDate) {
  return within === 'months'
    ? chartSpan(addDaysWithin(day, 1), day)
    : daysAhead(day, Number(within));
}
