import type { MonthCount } from '../../../service/content/calendar-views';
import type {
  DayCount,
  LicensesWithin,
  TodayScope,
  TodayViews,
} from '../../../service/today/today-views';
import type { Reads } from '../connection/transaction';
import { COUNT_LIMIT } from '../../../service/page';
import { Prisma } from '../../generated/prisma/client';
import { conditions } from '../license/license-filter';

/** The last day that a license runs, and the first. */
const EDGES = {
  'last-day': Prisma.sql`(coalesce(ends_on, 'infinity'::date) - 1)`,
  'first-day': Prisma.sql`starts_on`,
} as const;

/** Spans of the edges over what is indexed. */
const WITHIN = {
  'last-day': ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
    Prisma.sql`coalesce(ends_on, 'infinity'::date) > ${startsOn}::date AND coalesce(ends_on, 'infinity'::date) <= ${endsOn}::date`,
  'first-day': ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
    Prisma.sql`starts_on >= ${startsOn}::date AND starts_on < ${endsOn}::date`,
} as const;

/** What the page of today counts, on PostgreSQL; nothing is counted further than a person would care. */
export class PrismaTodayViews implements TodayViews {
  constructor(private readonly prisma: Reads) {}

  licensesByMonth(
    edge: keyof typeof EDGES,
    scope: TodayScope,
    span: { readonly startsOn: string; readonly endsOn: string },
  ): Promise<readonly MonthCount[]> {
    return this.prisma.$queryRaw<MonthCount[]>`
      SELECT to_char(${EDGES[edge]}, 'YYYY-MM') AS month, least(count(*), ${COUNT_LIMIT + 1})::int AS count
      FROM licenses WHERE ${conditions(scope, span.startsOn)} AND ${WITHIN[edge](span)}
      GROUP BY 1 ORDER BY 1`;
  }

  endingWithin(
    scope: TodayScope,
    today: string,
    within: readonly number[],
  ): Promise<readonly LicensesWithin[]> {
    const counts = within.map(
      (days) => Prisma.sql`(${days}::int, (SELECT count(*)::int FROM (
        SELECT FROM licenses WHERE ${conditions({ ...scope, expiringWithin: days }, today)}
        LIMIT ${COUNT_LIMIT + 1}) counted))`,
    );
    return this.prisma.$queryRaw<LicensesWithin[]>`
      SELECT within, licenses FROM (VALUES ${Prisma.join(counts)}) asked (within, licenses) ORDER BY within`;
  }

  async unready(
    licenseIds: readonly string[],
  ): Promise<Readonly<Partial<Record<string, 'offers' | 'titles'>>>> {
    const rows = await this.prisma.$queryRaw<{ id: string; lacks: 'offers' | 'titles' }[]>`
      SELECT id::text, CASE WHEN EXISTS (SELECT FROM offers WHERE license_id = id) THEN 'titles' ELSE 'offers' END AS lacks
      FROM unnest(${[...licenseIds]}::uuid[]) AS asked (id)
      WHERE NOT EXISTS (SELECT FROM assignments WHERE license_id = id)`;
    return Object.fromEntries(rows.map(({ id, lacks }) => [id, lacks]));
  }

  async changesByOthers({
    personId,
    after,
    from,
    timeZone,
  }: Parameters<TodayViews['changesByOthers']>[0]): ReturnType<TodayViews['changesByOthers']> {
    const rows = await this.prisma.$queryRaw<(DayCount & { news: number })[]>`
      SELECT day::text, count(*)::int AS count, count(*) FILTER (WHERE at > ${after}::timestamptz)::int AS news
      FROM (
        SELECT at, actor_id, (at AT TIME ZONE ${timeZone})::date AS day
        FROM history ORDER BY sequence DESC LIMIT ${COUNT_LIMIT + 1}) newest
      WHERE actor_id IS DISTINCT FROM ${personId}::uuid AND (at > ${after}::timestamptz OR day >= ${from}::date)
      GROUP BY day ORDER BY day`;
    return {
      total: rows.reduce((sum, { news }) => sum + news, 0),
      days: rows.filter(({ day }) => day >= from).map(({ day, count }) => ({ day, count })),
    };
  }
}
