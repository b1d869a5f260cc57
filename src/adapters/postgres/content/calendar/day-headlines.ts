import type { DateRangeData } from '../../../../domain/values/date-range';
import type { CalendarFilter, DayHeadline } from '../../../../service/content/calendar-views';
import type { Reads } from '../../connection/transaction';
import { territoryOfNumber } from '../../../../domain/values/territory';
import { COUNT_LIMIT } from '../../../../service/page';
import { Prisma } from '../../../generated/prisma/client';
import { assigned, endOf, ENDS_ON, isOfKind, ofStudio, STARTS_ON } from './calendar-conditions';
import { rightsHappening } from './rights-events';

type HeadlineRow = Omit<DayHeadline, 'territories'> & {
  readonly territories: readonly number[] | null;
};

/**
 * The first things that happen on each day of a span: rights, then what ends and starts.
 *
 * @param perDay at most so many of each of the three
 */
export async function dayHeadlines(
  prisma: Reads,
  filter: CalendarFilter,
  span: DateRangeData,
  perDay: number,
): Promise<readonly DayHeadline[]> {
  const [rights, offers] = await Promise.all([
    prisma.$queryRaw<HeadlineRow[]>`
      SELECT kind, day::text, name, territories, 0 AS others
      FROM (
        SELECT *, row_number() OVER (PARTITION BY day ORDER BY kind, id, number) AS place
        FROM (${rightsHappening(filter, span)}) happening) placed
      WHERE place <= ${perDay} ORDER BY day, place`,
    prisma.$queryRaw<HeadlineRow[]>`
      SELECT first.kind, first.day::text, titled.name, l.territories, titled.others
      FROM (${ofEachDay(filter, span, perDay)}) first
      JOIN licenses l ON l.id = first.license_id
      CROSS JOIN LATERAL (
        SELECT min(c.title) AS name, count(*)::int - 1 AS others
        FROM (
          SELECT a.content_id FROM assignments a
          WHERE a.license_id = first.license_id AND a.offer_starts_on = first.starts_on AND ${isOfKind(filter)}
            AND NOT is_taken_down(a.content_id, a.license_id, first.day - (first.kind = 'ends')::int)
          LIMIT ${COUNT_LIMIT + 1}) on_offer
        JOIN content c ON c.id = on_offer.content_id) titled
      ORDER BY first.day, first.kind, l.name, first.license_id`,
  ]);
  return [...rights, ...offers].map((row) => ({
    ...row,
    territories: row.territories?.map(territoryOfNumber).sort() ?? null,
  }));
}

/** The offers of one studio are few, and placed within their days; of all offers each day looks for its first. */
function ofEachDay(filter: CalendarFilter, span: DateRangeData, perDay: number): Prisma.Sql {
  const word = (column: Prisma.Sql) => (column === STARTS_ON ? 'starts' : 'ends');
  const each = (column: Prisma.Sql) =>
    filter.studio === undefined
      ? Prisma.sql`
        SELECT ${word(column)}::text AS kind, calendar.day, found.license_id, found.starts_on
        FROM (SELECT day::date FROM generate_series(${span.startsOn}::date, ${endOf(span)} - 1, '1 day') AS s (day)) calendar
        CROSS JOIN LATERAL (
          SELECT o.license_id, o.starts_on FROM offers o
          WHERE o.${column} = calendar.day AND ${assigned(filter, column)} LIMIT ${perDay}) found`
      : Prisma.sql`
        SELECT ${word(column)}::text AS kind, day, license_id, starts_on
        FROM (
          SELECT o.${column} AS day, o.license_id, o.starts_on,
            row_number() OVER (PARTITION BY o.${column} ORDER BY o.license_id) AS place
          FROM offers o WHERE o.${column} >= ${span.startsOn}::date AND o.${column} < ${endOf(span)}
            AND ${ofStudio(filter)} AND ${assigned(filter, column)}) placed
        WHERE place <= ${perDay}`;
  return Prisma.sql`${each(ENDS_ON)} UNION ALL ${each(STARTS_ON)}`;
}
