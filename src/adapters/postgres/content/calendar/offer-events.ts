import type { DateRangeData } from '../../../../domain/values/date-range';
import type {
  CalendarEvent,
  CalendarFilter,
  EndingSoon,
} from '../../../../service/content/calendar-views';
import type { Reads } from '../../connection/transaction';
import type { KeyedRow } from '../../keyset';
import type { OfferTuple } from '../../rows';
import { territoryOfNumber } from '../../../../domain/values/territory';
import { COUNT_LIMIT } from '../../../../service/page';
import { DAY_LIMIT, ENDING_LIMIT } from '../../../../service/content/calendar-views';
import { Prisma } from '../../../generated/prisma/client';
import { keyset } from '../../keyset';
import { formatsOfRow, offerColumns, offerOf } from '../../rows';
import { assigned, endOf, ENDS_ON, isOfKind, ofStudio, STARTS_ON } from './calendar-conditions';

interface EventRow extends KeyedRow {
  readonly kind: CalendarEvent['kind'];
  readonly day: string;
  readonly license_id: string;
  readonly license_name: string;
  readonly studio: string;
  readonly rights_type: string;
  readonly territories: readonly number[];
  readonly formats: readonly number[] | null;
  readonly offer: OfferTuple;
  readonly titles: number;
  readonly examples: readonly string[];
}

/** Which events of offers, and how many. */
export interface OfferEventsQuery {
  readonly filter: CalendarFilter;
  readonly span: DateRangeData;
  readonly kind?: CalendarEvent['kind'] | undefined;
  readonly cursor?: string | undefined;
  readonly pageSize: number;
}

/** So many titles stand for all that have an offer. */
const EXAMPLES = 3;

/** How many offers start and end on each day that has some, up to a limit. */
export function offersByDay(
  prisma: Reads,
  filter: CalendarFilter,
  span: DateRangeData,
): Promise<{ readonly day: string; readonly starts: number; readonly ends: number }[]> {
  return prisma.$queryRaw(
    filter.studio === undefined ? everyDay(filter, span) : daysOfStudio(filter, span),
  );
}

/** How many offers end within so many days from today, each up to a limit. */
export function offersEnding(
  prisma: Reads,
  filter: CalendarFilter,
  today: string,
  within: readonly number[],
): Promise<readonly EndingSoon[]> {
  return prisma.$queryRaw<EndingSoon[]>`
    WITH ending AS (
      SELECT o.ends_on FROM offers o
      WHERE o.ends_on > ${today}::date AND o.ends_on <= ${today}::date + ${Math.max(0, ...within)}::int
        AND ${ofStudio(filter)} AND ${assigned(filter, ENDS_ON)}
      ORDER BY o.ends_on LIMIT ${ENDING_LIMIT + 1})
    SELECT asked.within, count(ending.ends_on)::int AS offers
    FROM unnest(${within}::int[]) WITH ORDINALITY AS asked (within, place)
    LEFT JOIN ending ON ending.ends_on <= ${today}::date + asked.within
    GROUP BY asked.within, asked.place ORDER BY asked.place`;
}

/** Offers that start or end, by day; at most a page of them. */
export async function offerEvents(
  prisma: Reads,
  query: OfferEventsQuery,
): Promise<{ readonly rows: readonly CalendarEvent[]; readonly next: string | null }> {
  const { filter, pageSize } = query;
  const kinds = query.kind === undefined ? (['ends', 'starts'] as const) : [query.kind];
  const branches = kinds.map((kind) => eventsOfKind(kind, query.kind ?? 'events', query));
  const found = await prisma.$queryRaw<EventRow[]>`
    WITH page AS (
      SELECT * FROM (${Prisma.join(
        branches.map(({ sql }) => Prisma.sql`(${sql})`),
        ' UNION ALL ',
      )}) happening
      ORDER BY day, kind, license_id LIMIT ${pageSize + 1})
    SELECT page.kind, page.day::text, page.keyset, page.license_id, l.name AS license_name, l.studio,
      l.rights_type, l.territories, l.formats,
      (SELECT ${offerColumns} FROM offers o
        WHERE o.license_id = page.license_id AND o.starts_on = page.offer_starts_on) AS offer,
      (SELECT count(*)::int FROM (
        SELECT FROM assignments a
        WHERE a.license_id = page.license_id AND a.offer_starts_on = page.offer_starts_on AND ${isOfKind(filter)}
          AND NOT is_taken_down(a.content_id, a.license_id, page.day - (page.kind = 'ends')::int)
        LIMIT ${COUNT_LIMIT + 1}) counted) AS titles,
      (SELECT coalesce(json_agg(example.title), '[]') FROM (
        SELECT c.title FROM assignments a JOIN content c ON c.id = a.content_id
        WHERE a.license_id = page.license_id AND a.offer_starts_on = page.offer_starts_on AND ${isOfKind(filter)}
          AND NOT is_taken_down(a.content_id, a.license_id, page.day - (page.kind = 'ends')::int)
        LIMIT ${EXAMPLES}) example) AS examples
    FROM page JOIN licenses l ON l.id = page.license_id
    ORDER BY page.day, page.kind, page.license_id`;
  const paging = branches[0]?.paging.page(found);
  return { rows: (paging?.rows ?? []).map(calendarEvent), next: paging?.next ?? null };
}

/** Each day looks no further than its limit, so that a month costs the same however many offers begin on its first. */
function everyDay(filter: CalendarFilter, span: DateRangeData): Prisma.Sql {
  const upToLimit = (column: Prisma.Sql) => Prisma.sql`
    (SELECT count(*)::int AS offers FROM (
      SELECT FROM offers o WHERE o.${column} = calendar.day AND ${assigned(filter, column)} LIMIT ${DAY_LIMIT + 1}) counted)`;
  return Prisma.sql`
    SELECT calendar.day::text, starting.offers AS starts, ending.offers AS ends
    FROM (SELECT day::date FROM generate_series(${span.startsOn}::date, ${endOf(span)} - 1, '1 day') AS s (day)) calendar
    CROSS JOIN LATERAL ${upToLimit(STARTS_ON)} starting
    CROSS JOIN LATERAL ${upToLimit(ENDS_ON)} ending
    WHERE starting.offers > 0 OR ending.offers > 0
    ORDER BY calendar.day`;
}

/** The offers of one studio are few: they are found by its licenses. */
function daysOfStudio(filter: CalendarFilter, span: DateRangeData): Prisma.Sql {
  const those = (column: Prisma.Sql) => Prisma.sql`
    FROM offers o WHERE o.${column} >= ${span.startsOn}::date AND o.${column} < ${endOf(span)}
      AND ${ofStudio(filter)} AND ${assigned(filter, column)}`;
  return Prisma.sql`
    SELECT day::text, least(sum(starts), ${DAY_LIMIT + 1})::int AS starts, least(sum(ends), ${DAY_LIMIT + 1})::int AS ends
    FROM (
      SELECT o.starts_on AS day, 1 AS starts, 0 AS ends ${those(STARTS_ON)}
      UNION ALL
      SELECT o.ends_on, 0, 1 ${those(ENDS_ON)}) happening
    GROUP BY day ORDER BY day`;
}

/** The first events of one kind after the cursor: what several kinds are merged from. */
function eventsOfKind(
  kind: CalendarEvent['kind'],
  list: string,
  {
    filter,
    span,
    cursor,
    pageSize,
  }: {
    readonly filter: CalendarFilter;
    readonly span: DateRangeData;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  },
) {
  const name = kind === 'starts' ? STARTS_ON : ENDS_ON;
  const column = Prisma.sql`o.${name}`;
  const word = Prisma.sql`${Prisma.raw(`'${kind}'`)}::text`;
  const paging = keyset(
    { list, keys: [column, word, Prisma.sql`o.license_id`], descending: false },
    ['date', 'text', 'uuid'],
    cursor,
    pageSize,
  );
  const sql = Prisma.sql`
    SELECT ${word} AS kind, ${column} AS day, o.license_id, o.starts_on AS offer_starts_on, ${paging.columns}
    FROM offers o
    WHERE ${column} >= ${span.startsOn}::date AND ${column} < ${endOf(span)}
      AND ${ofStudio(filter)} AND ${assigned(filter, name)} AND ${paging.condition} ${paging.order}`;
  return { sql, paging };
}

function calendarEvent(row: EventRow): CalendarEvent {
  return {
    kind: row.kind,
    day: row.day,
    licenseId: row.license_id,
    licenseName: row.license_name,
    studio: row.studio,
    rightsType: row.rights_type,
    territories: row.territories.map(territoryOfNumber).sort(),
    formats: formatsOfRow(row),
    offer: offerOf(row.offer),
    titles: row.titles,
    examples: row.examples,
  };
}
