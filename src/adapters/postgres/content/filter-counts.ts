import type { ContentFilter, CountedContentFilter } from '../../../service/content/content-views';
import type { PrismaClient } from '../../generated/prisma/client';
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
  prisma: PrismaClient,
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
  const rows = await prisma.$queryRaw<CountRow[]>`
    SELECT value, count(*) FILTER (WHERE ${asTyped})::int AS spelled,
      count(*) FILTER (WHERE ${asMeant})::int AS misspelt
    FROM content ${valuesOf(of, today)} WHERE ${where} AND (${asTyped} OR ${asMeant}) GROUP BY value`;
  return Object.fromEntries(
    rows.map((row) => [row.value, row.spelled === 0 ? row.misspelt : row.spelled]),
  );
}

/** The values that a title has, as a table beside it. */
function valuesOf(of: CountedContentFilter, today: string): Prisma.Sql {
  switch (of) {
    case 'studio':
      return Prisma.sql`CROSS JOIN LATERAL (SELECT studio) v (value)`;
    case 'kind':
      return Prisma.sql`CROSS JOIN LATERAL (SELECT kind) v (value)`;
    case 'closed':
      return Prisma.sql`CROSS JOIN LATERAL (SELECT closing ->> 'kind') v (value)`;
    case 'coverage': {
      const states = COVERAGE_STATES.map(
        (state) => Prisma.sql`(${state}, ${covered(state, today)})`,
      );
      return Prisma.sql`JOIN LATERAL (VALUES ${Prisma.join(states)}) v (value, is_so) ON is_so`;
    }
  }
}
