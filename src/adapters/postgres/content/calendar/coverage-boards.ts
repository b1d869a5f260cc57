import type { DateRangeData } from '../../../../domain/values/date-range';
import type {
  BoardFilter,
  MonthCount,
  PlaceCount,
} from '../../../../service/content/calendar-views';
import type { Reads } from '../../connection/transaction';
import { territoryNumber, territoryOfNumber } from '../../../../domain/values/territory';
import { COUNT_LIMIT } from '../../../../service/page';
import { Prisma } from '../../../generated/prisma/client';
import { endOf, ofTitle } from './calendar-conditions';

/** What a line of a board is told by: a title, the day it stops being on offer somewhere, and the day it is back. */
export const LINE_KEYS = [
  Prisma.sql`line.day`,
  Prisma.sql`line.content_id`,
  Prisma.sql`line.until`,
] as const;

/** The rows of `content_coverage` that end for good in a span of days, each with its `day` and `until`. */
export function darkRows(filter: BoardFilter, span: DateRangeData): Prisma.Sql {
  return Prisma.sql`
    SELECT p.*, p.dark_on AS day, 'infinity'::date AS until FROM content_coverage p ${titlesOf(filter)}
    WHERE p.dark_on >= ${span.startsOn}::date AND p.dark_on < ${endOf(span)} AND ${isAsked(filter)}`;
}

/** The gaps of `content_coverage` that begin in a span of days, each with its `day` and `until`. */
export function gapRows(filter: BoardFilter, span: DateRangeData): Prisma.Sql {
  return Prisma.sql`
    SELECT p.*, lower(gap) AS day, upper(gap) AS until
    FROM content_coverage p ${titlesOf(filter)} CROSS JOIN LATERAL unnest(p.gaps) AS g (gap)
    WHERE p.gaps <> '{}' AND p.gaps && daterange(${span.startsOn}::date, ${span.endsOn}::date)
      AND lower(gap) >= ${span.startsOn}::date AND lower(gap) < ${endOf(span)} AND ${isAsked(filter)}`;
}

/**
 * How many lines of a board there are in each month that has some.
 *
 * @param rows as `darkRows` and `gapRows` give them
 */
export function linesByMonth(queries: Reads, rows: Prisma.Sql): Promise<MonthCount[]> {
  return queries.$queryRaw`
    SELECT to_char(day, 'YYYY-MM') AS month, least(count(*), ${COUNT_LIMIT + 1})::int AS count
    FROM (SELECT DISTINCT ${Prisma.join([...LINE_KEYS])} FROM (${rows}) line) lines
    GROUP BY 1 ORDER BY 1`;
}

/**
 * How many titles go dark in each territory, by rights type: a title has one row for both at most. Territories are taken
 * apart once for all titles that share them, because a worldwide license has 249.
 */
export async function titlesByPlace(
  queries: Reads,
  filter: BoardFilter,
  span: DateRangeData,
): Promise<readonly PlaceCount[]> {
  const asked =
    filter.territory === undefined
      ? Prisma.empty
      : Prisma.sql`WHERE t.territory = ${territoryNumber(filter.territory)}`;
  const found = await queries.$queryRaw<
    { territory: number; rightsType: string; titles: number }[]
  >`
    WITH sets AS (
      SELECT line.rights_type, line.territories, count(*) AS titles FROM (${darkRows(filter, span)}) line GROUP BY 1, 2)
    SELECT t.territory, sets.rights_type AS "rightsType", least(sum(sets.titles), ${COUNT_LIMIT + 1})::int AS titles
    FROM sets CROSS JOIN LATERAL unnest(sets.territories) AS t (territory) ${asked}
    GROUP BY 1, 2 ORDER BY sum(sets.titles) DESC, 1, 2`;
  return found.map(({ territory, ...row }) => ({
    ...row,
    territory: territoryOfNumber(territory),
  }));
}

/** That `p` is of the titles and places of a filter. */
function isAsked(filter: BoardFilter): Prisma.Sql {
  const { territory, rightsType } = filter;
  const parts = [ofTitle(filter)];
  if (territory !== undefined)
    parts.push(Prisma.sql`p.territories @> ${[territoryNumber(territory)]}::int[]`);
  if (rightsType !== undefined) parts.push(Prisma.sql`p.rights_type = ${rightsType}`);
  return Prisma.join(parts, ' AND ');
}

/** The titles of `p`, where a filter asks for what only they know. */
function titlesOf({ studio, kind }: BoardFilter): Prisma.Sql {
  return studio === undefined && kind === undefined
    ? Prisma.empty
    : Prisma.sql`JOIN content ON content.id = p.content_id`;
}
