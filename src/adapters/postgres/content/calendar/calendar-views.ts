import type { DateRangeData } from '../../../../domain/values/date-range';
import type {
  BoardFilter,
  CalendarDay,
  CalendarFilter,
  CalendarViews,
  ComingGap,
  EndingSoon,
  MonthCount,
  PlaceCount,
} from '../../../../service/content/calendar-views';
import type { Page } from '../../../../service/page';
import type { Reads } from '../../connection/transaction';
import type { GapRow } from './coming-gaps';
import { COUNT_LIMIT } from '../../../../service/page';
import { Prisma } from '../../../generated/prisma/client';
import { comingGap } from './coming-gaps';
import { dayHeadlines } from './day-headlines';
import { keyset } from '../../keyset';
import type { RightsQuery } from './rights-events';
import { rightsByDay, rightsEvents } from './rights-events';
import { darkRows, gapRows, LINE_KEYS, linesByMonth, titlesByPlace } from './coverage-boards';
import type { OfferEventsQuery } from './offer-events';
import { offerEvents, offersByDay, offersEnding } from './offer-events';

interface BoardQuery {
  readonly filter: BoardFilter;
  readonly span: DateRangeData;
  readonly cursor?: string | undefined;
  readonly pageSize: number;
}

/** What starts, ends, goes dark and has gaps, from PostgreSQL. Nothing is counted further than a person would care. */
export class PrismaCalendarViews implements CalendarViews {
  constructor(private readonly prisma: Reads) {}

  async days(filter: CalendarFilter, span: DateRangeData): Promise<readonly CalendarDay[]> {
    const [offers, rights] = await Promise.all([
      offersByDay(this.prisma, filter, span),
      rightsByDay(this.prisma, filter, span),
    ]);
    const days = new Map(offers.map((each) => [each.day, { ...each, rights: 0 }]));
    for (const { day, rights: count } of rights)
      days.set(day, { ...(days.get(day) ?? { day, starts: 0, ends: 0 }), rights: count });
    return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  }

  headlines(filter: CalendarFilter, span: DateRangeData, perDay: number) {
    return dayHeadlines(this.prisma, filter, span, perDay);
  }

  rights(query: RightsQuery) {
    return rightsEvents(this.prisma, query);
  }

  async endingSoon(
    filter: CalendarFilter,
    today: string,
    within: readonly number[],
  ): Promise<readonly EndingSoon[]> {
    return offersEnding(this.prisma, filter, today, within);
  }

  events(query: OfferEventsQuery) {
    return offerEvents(this.prisma, query);
  }

  goingDark(query: BoardQuery): Promise<Page<ComingGap>> {
    return this.board('going dark', query, darkRows(query.filter, query.span));
  }

  gaps(query: BoardQuery): Promise<Page<ComingGap>> {
    return this.board('gaps', query, gapRows(query.filter, query.span));
  }

  goingDarkByMonth(filter: BoardFilter, span: DateRangeData): Promise<readonly MonthCount[]> {
    return linesByMonth(this.prisma, darkRows(filter, span));
  }

  gapsByMonth(filter: BoardFilter, span: DateRangeData): Promise<readonly MonthCount[]> {
    return linesByMonth(this.prisma, gapRows(filter, span));
  }

  goingDarkByPlace(filter: BoardFilter, span: DateRangeData): Promise<readonly PlaceCount[]> {
    return titlesByPlace(this.prisma, filter, span);
  }

  /**
   * A title has one line for all the places where it stops on the same day and comes back on the same.
   *
   * @param places rows of `content_coverage`, each with its `day` and `until`
   */
  private async board(
    list: string,
    { cursor, pageSize }: BoardQuery,
    places: Prisma.Sql,
  ): Promise<Page<ComingGap>> {
    const keys = [...LINE_KEYS];
    const lines = Prisma.sql`GROUP BY ${Prisma.join(keys)}`;
    const casts = ['date', 'uuid', 'date'] as const;
    const paging = keyset({ list, keys, descending: false }, casts, cursor, pageSize);
    const [found, [counted]] = await Promise.all([
      this.prisma.$queryRaw<GapRow[]>`
        WITH page AS (
          SELECT ${Prisma.join(keys)}, ${paging.columns},
            json_agg(json_build_object('rightsType', rights_type, 'territories', territories)) AS places
          FROM (${places}) line WHERE ${paging.condition} ${lines} ${paging.order})
        SELECT c.id, c.title, c.kind, c.studio, line.day::text, nullif(line.until, 'infinity')::text AS until,
          line.places, ${IS_TAKEN_DOWN_THERE} AS taken_down, line.keyset
        FROM page line JOIN content c ON c.id = line.content_id ${paging.order}`,
      this.prisma.$queryRaw<{ total: number }[]>`
        SELECT count(*)::int AS total FROM (
          SELECT FROM (${places}) line ${lines} LIMIT ${COUNT_LIMIT + 1}) counted`,
    ]);
    const { rows, ...place } = paging.page(found);
    return { rows: rows.map(comingGap), ...place, total: counted?.total ?? 0 };
  }
}

/** Whether the title of a `line` is taken down on its day in one of its places. */
const IS_TAKEN_DOWN_THERE = Prisma.sql`EXISTS (
  SELECT FROM takedowns t
  CROSS JOIN LATERAL json_to_recordset(line.places) AS place ("rightsType" text, territories integer[])
  WHERE t.content_id = line.content_id AND daterange(t.starts_on, t.ends_on) @> line.day
    AND (t.rights_types IS NULL OR place."rightsType" = ANY (t.rights_types))
    AND (t.territories IS NULL OR t.territories && place.territories))`;
