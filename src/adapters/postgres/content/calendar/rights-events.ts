import type { DateRangeData } from '../../../../domain/values/date-range';
import type { CalendarFilter, RightsEvent } from '../../../../service/content/calendar-views';
import type { Reads } from '../../connection/transaction';
import type { KeyedRow } from '../../keyset';
import { DAY_LIMIT } from '../../../../service/content/calendar-views';
import { territoryOfNumber } from '../../../../domain/values/territory';
import { Prisma } from '../../../generated/prisma/client';
import { keyset } from '../../keyset';
import { studioIs } from '../../text-search';
import { endOf, ofTitle } from './calendar-conditions';

/** What of the calendar is asked for. */
export interface RightsQuery {
  readonly filter: CalendarFilter;
  readonly span: DateRangeData;
  readonly cursor?: string | undefined;
  readonly pageSize: number;
}

interface RightsRow extends KeyedRow {
  readonly kind: RightsEvent['kind'];
  readonly day: string;
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly studio: string;
  readonly reason: string;
  readonly territories: readonly number[] | null;
  readonly rights_types: readonly string[] | null;
}

/** The rights that end or come back in a span of days, the soonest first. */
export async function rightsEvents(
  queries: Reads,
  { filter, span, cursor, pageSize }: RightsQuery,
): Promise<{ readonly rows: readonly RightsEvent[]; readonly next: string | null }> {
  const keys = [Prisma.sql`day`, Prisma.sql`kind`, Prisma.sql`id`, Prisma.sql`number`];
  const casts = ['date', 'text', 'uuid', 'int'] as const;
  const paging = keyset({ list: 'rights', keys, descending: false }, casts, cursor, pageSize);
  const found = await queries.$queryRaw<RightsRow[]>`
    SELECT kind, day::text, id, number, name, studio, reason, territories, rights_types, ${paging.columns}
    FROM (${rightsHappening(filter, span)}) happening WHERE ${paging.condition} ${paging.order}`;
  const { rows, next } = paging.page(found);
  return { rows: rows.map(rightsEvent), next };
}

/** How many there are on each day that has some, counted up to `DAY_LIMIT`, and one more when there are more. */
export function rightsByDay(
  queries: Reads,
  filter: CalendarFilter,
  span: DateRangeData,
): Promise<readonly { readonly day: string; readonly rights: number }[]> {
  return queries.$queryRaw`
    SELECT day::text, least(count(*), ${DAY_LIMIT + 1})::int AS rights
    FROM (${rightsHappening(filter, span)}) happening GROUP BY day`;
}

/** Every right that ends or comes back in a span of days: its kind, day, id, number, name, studio, reason and places. */
export function rightsHappening(filter: CalendarFilter, span: DateRangeData): Prisma.Sql {
  const within = (day: Prisma.Sql) =>
    Prisma.sql`${day} >= ${span.startsOn}::date AND ${day} < ${endOf(span)}`;
  const takedowns = (kind: 'taken-down' | 'back', day: Prisma.Sql) => Prisma.sql`
    SELECT ${Prisma.raw(`'${kind}'`)}, ${day}, c.id, t.number, c.title, c.studio, t.reason, t.territories, t.rights_types
    FROM takedowns t JOIN content c ON c.id = t.content_id
    WHERE ${within(day)} AND c.closing IS NULL AND ${ofTitle(filter)}`;
  return Prisma.sql`
    SELECT 'rights-ended' AS kind, l.ends_on AS day, l.id, 0 AS number, l.name, l.studio, l.closing ->> 'reason' AS reason,
      NULL::int[] AS territories, NULL::text[] AS rights_types
    FROM licenses l WHERE l.closing ->> 'kind' = 'ended' AND ${within(Prisma.sql`l.ends_on`)}
      AND ${filter.studio === undefined ? Prisma.sql`true` : studioIs(filter.studio)}
    UNION ALL ${takedowns('taken-down', Prisma.sql`t.starts_on`)}
    UNION ALL ${takedowns('back', Prisma.sql`t.ends_on`)} AND ${IS_ON_OFFER_AGAIN}`;
}

/** That the title of `t` is on offer where it was taken down, on the day of its return. */
const IS_ON_OFFER_AGAIN = Prisma.sql`EXISTS (
  SELECT FROM content_coverage p WHERE p.content_id = t.content_id AND p.days @> t.ends_on
    AND (t.rights_types IS NULL OR p.rights_type = ANY (t.rights_types))
    AND (t.territories IS NULL OR t.territories && p.territories))`;

function rightsEvent(row: RightsRow): RightsEvent {
  const { kind, day, id, number, name, studio, reason, territories, rights_types: types } = row;
  const told = { day, studio, reason };
  if (kind === 'rights-ended') return { kind, ...told, licenseId: id, licenseName: name };
  return {
    ...{ kind, ...told, contentId: id, title: name, takedown: number },
    territories: territories?.map(territoryOfNumber).sort() ?? null,
    rightsTypes: types,
  };
}
