import type { ContentFilter, CountedContentFilter } from '../../../service/content/content-views';
import type { Reads } from '../connection/transaction';
import { COVERAGE_STATES } from '../../../service/content/content-views';
import { Prisma } from '../../generated/prisma/client';
import { covered, filterConditions } from './content-filter';
import { misspelt, spelled } from './title-search';

interface CountRow {
  readonly value: string;
  readonly spelled: number;
  readonly misspelt: number;
}

/**
 * How many titles each value of a filter would find under the other filters: one statement. As in the list, a text counts as
 * misspelt for a value under which nothing has it as it stands.
 */
export async function filterCounts(
  prisma: Reads,
  of: CountedContentFilter,
  filter: ContentFilter,
  today: string,
): Promise<Readonly<Record<string, number>>> {
  // Closed titles are in no list until they are asked for, and then all of them count.
  const others = { ...filter, [of]: of === 'closed' ? ['retired', 'void'] : undefined };
  const where = Prisma.join(filterConditions(others, today), ' AND ');
  const text = filter.text?.trim() ?? '';
  const all = Prisma.sql`true`;
  const [asTyped, asMeant] =
    text === '' ? [all, all] : [spelled(text).condition, misspelt(text).condition];
  const counted = (value: Prisma.Sql, condition: Prisma.Sql) => Prisma.sql`
    SELECT ${value} AS value, count(*) FILTER (WHERE ${asTyped})::int AS spelled,
      count(*) FILTER (WHERE ${asMeant})::int AS misspelt
    FROM content WHERE ${condition} AND (${asTyped} OR ${asMeant})`;
  const rows = await prisma.$queryRaw<CountRow[]>(
    of === 'coverage'
      ? // A title is in several states at once.
        Prisma.join(
          COVERAGE_STATES.map((state) =>
            counted(Prisma.sql`${state}::text`, Prisma.sql`${where} AND ${covered(state, today)}`),
          ),
          ' UNION ALL ',
        )
      : Prisma.sql`${counted(COLUMNS[of], where)} GROUP BY 1`,
  );
  return Object.fromEntries(
    rows
      .map((row) => [row.value, row.spelled === 0 ? row.misspelt : row.spelled] as const)
      .filter(([, count]) => count > 0),
  );
}

const COLUMNS = {
  studio: Prisma.sql`studio`,
  kind: Prisma.sql`kind`,
  closed: Prisma.sql`closing ->> 'kind'`,
} as const;
