import type { DateRangeData, IsoDate } from '../../../src/domain/values/date-range';
import type { ComingGap, PlaceCount } from '../../../src/service/content/calendar-views';
import type { TodayScope } from '../../../src/service/today/today-views';
import type { SectionData, TodayRow } from './section-data';
import { calendarViews } from '../../../src/bootstrap';
import {
  addDaysWithin,
  daysBetween,
  formatLength,
  isoDate,
} from '../../../src/domain/values/date-range';
import { DARK_SOON } from '../../../src/service/content/content-views';
import { assignAddress } from '../../content/title-address';
import { inDays } from '../../words/relative-days';
import { territoryWords } from '../../words/territory-words';
import { chartSpan, monthBars } from '../charts/months';
import { ROWS } from './section-data';

/** The days from tomorrow on, because what is dark today is dark already. */
export function daysAhead(today: IsoDate, days: number): DateRangeData {
  return { startsOn: addDaysWithin(today, 1), endsOn: addDaysWithin(today, days + 1) };
}

export interface DarkData extends SectionData {
  readonly places: readonly PlaceCount[];
}

/** Titles that go dark: within 90 days, and by month. */
export async function goingDark(filter: TodayScope, today: IsoDate): Promise<DarkData> {
  const span = daysAhead(today, DARK_SOON);
  const views = calendarViews();
  const [page, months, places] = await Promise.all([
    views.goingDark({ filter, span, pageSize: ROWS }),
    views.goingDarkByMonth(filter, chartSpan(addDaysWithin(today, 1), today)),
    views.goingDarkByPlace(filter, span),
  ]);
  return {
    total: page.total,
    bars: monthBars(months, today),
    rows: page.rows.map((gap) => darkRow(gap, filter, today)),
    places,
  };
}

/** Gaps of titles that begin: within 90 days, and by month. */
export async function gapsAhead(filter: TodayScope, today: IsoDate): Promise<SectionData> {
  const views = calendarViews();
  const [page, months] = await Promise.all([
    views.gaps({ filter, span: daysAhead(today, DARK_SOON), pageSize: ROWS }),
    views.gapsByMonth(filter, chartSpan(addDaysWithin(today, 1), today)),
  ]);
  return {
    total: page.total,
    bars: monthBars(months, today),
    rows: page.rows.map((gap) => gapRow(gap, filter, today)),
  };
}

function darkRow(gap: ComingGap, scope: TodayScope, today: IsoDate): TodayRow {
  const about = placeWords(gap);
  const when = inDays(gap.day, today);
  return {
    ...shared(gap),
    about: gap.isTakenDown ? `${about} · Taken down` : about,
    when,
    inBrief: `${gap.isTakenDown ? 'Down' : 'Dark'} ${when} · ${about}`,
    repair: gap.isTakenDown ? openTakedown(gap) : assign('Assign offer', gap, scope),
  };
}

function gapRow(gap: ComingGap, scope: TodayScope, today: IsoDate): TodayRow {
  const days = gap.until === null ? 0 : daysBetween(isoDate(gap.day), isoDate(gap.until));
  const about = `${placeWords(gap)} · ${formatLength(days)}`;
  const when = inDays(gap.day, today);
  return {
    ...shared(gap),
    about: gap.isTakenDown ? `${about}, taken down` : about,
    when,
    inBrief: `Gap ${when} · ${about}`,
    repair: gap.isTakenDown ? openTakedown(gap) : assign('Fill', gap, scope),
  };
}

function shared(gap: ComingGap) {
  return {
    key: `${gap.contentId} ${gap.day} ${gap.until ?? ''}`,
    name: gap.title,
    tone: gap.isTakenDown ? ('clay' as const) : ('straw' as const),
    glyph: gap.isTakenDown ? ('taken-down' as const) : ('attention' as const),
    href: `/content/${gap.contentId}`,
    urgentOn: gap.day,
  };
}

function placeWords({ places }: ComingGap): string {
  return places
    .map(({ rightsType, territories }) => `${territoryWords(territories).short} · ${rightsType}`)
    .join('; ');
}

function openTakedown({ contentId }: ComingGap) {
  return { label: 'Open takedown', href: `/content/${contentId}` };
}

/** Assigns an offer in the place that was asked for, or the first. */
function assign(label: string, gap: ComingGap, scope: TodayScope): TodayRow['repair'] {
  const place =
    gap.places.find(({ rightsType }) => rightsType === scope.rightsType) ?? gap.places[0];
  const territory = scope.territory ?? place?.territories[0];
  if (place === undefined || territory === undefined) return null;
  const days = { startsOn: gap.day, endsOn: gap.until };
  const { rightsType } = place;
  return { label, href: assignAddress(gap.contentId, { territory, rightsType, days }) };
}
