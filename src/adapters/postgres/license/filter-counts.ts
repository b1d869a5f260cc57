import type { CountedFilter, LicenseFilter } from '../../../service/license/license-views';
import type { Reads } from '../connection/transaction';
import type { LanguagesData } from '../../../domain/values/languages';
import { NAMED_LANGUAGES, WITHIN_LANGUAGES } from '../../../domain/values/language-tag';
import { Languages } from '../../../domain/values/languages';
import { deviceOfNumber } from '../../../domain/values/device';
import { FORMATS, formatOfNumber } from '../../../domain/values/format';
import { territoryOfNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';
import { conditions } from './license-filter';

interface CountRow {
  /** `null` of an array that restricts nothing. */
  readonly value: string | null;
  readonly count: number;
}

/** How many licenses each value of a filter would leave under the other filters: one statement. */
export async function filterCounts(
  prisma: Reads,
  of: CountedFilter,
  filter: LicenseFilter,
  today: string,
): Promise<Readonly<Record<string, number>>> {
  // Void licenses are in no list until they are asked for, and then all of them count.
  const others = { ...filter, [of]: of === 'closed' ? ['ended', 'void'] : undefined };
  const where = conditions(others, today);
  if (of === 'language') return languageCounts(prisma, where);
  const rows = await prisma.$queryRaw<CountRow[]>`
    SELECT value::text, count(*)::int AS count FROM licenses ${valuesOf(of, today)} WHERE ${where} GROUP BY value`;
  if (of === 'format') return withEveryFormat(rows);
  const nameOf = NAMES[of] ?? String;
  return Object.fromEntries(
    rows.flatMap(({ value, count }) => (value === null ? [] : [[nameOf(value), count]])),
  );
}

/** How many licenses each of some filters matches, in their order: one statement. */
export async function countsOf(
  prisma: Reads,
  filters: readonly LicenseFilter[],
  today: string,
): Promise<readonly number[]> {
  if (filters.length === 0) return [];
  const each = filters.map(
    (filter, place) => Prisma.sql`SELECT ${place}::int AS place, count(*)::int AS count
      FROM licenses WHERE ${conditions(filter, today)}`,
  );
  const rows = await prisma.$queryRaw<{ place: number; count: number }[]>`
    ${Prisma.join(each, ' UNION ALL ')} ORDER BY place`;
  return rows.map(({ count }) => count);
}

/** Licenses are read by their languages, of which there are few combinations; the domain says what each includes. */
async function languageCounts(
  prisma: Reads,
  where: Prisma.Sql,
): Promise<Readonly<Record<string, number>>> {
  const rows = await prisma.$queryRaw<(LanguagesData & { readonly count: number })[]>`
    SELECT languages AS allowed, held_back AS "heldBack", count(*)::int AS count
    FROM licenses WHERE ${where} GROUP BY languages, held_back`;
  const sets = rows.map(({ count, ...set }) => ({ count, languages: Languages.of(set) }));
  const tags = [...NAMED_LANGUAGES.map(({ tag }) => tag), ...WITHIN_LANGUAGES];
  return Object.fromEntries(
    tags.flatMap((tag) => {
      const having = sets.filter(({ languages }) => languages.includes(tag));
      const count = having.reduce((sum, one) => sum + one.count, 0);
      return count === 0 ? [] : [[tag, count]];
    }),
  );
}

const NAMES: Partial<Record<CountedFilter, (value: string) => string>> = {
  territory: (value) => territoryOfNumber(Number(value)),
  device: (value) => deviceOfNumber(Number(value)),
};

/** A license without formats is for all of them. */
function withEveryFormat(rows: readonly CountRow[]): Readonly<Record<string, number>> {
  const counts = new Map(
    rows.map(({ value, count }) => [value === null ? null : formatOfNumber(Number(value)), count]),
  );
  const all = counts.get(null) ?? 0;
  return Object.fromEntries(
    FORMATS.flatMap((format) => {
      const count = (counts.get(format) ?? 0) + all;
      return count === 0 ? [] : [[format, count]];
    }),
  );
}

/** The values that a license has, as a table beside it. */
function valuesOf(of: Exclude<CountedFilter, 'language'>, today: string): Prisma.Sql {
  switch (of) {
    case 'studio':
      return Prisma.sql`CROSS JOIN LATERAL (SELECT studio) v (value)`;
    case 'rightsType':
      return Prisma.sql`CROSS JOIN LATERAL (SELECT rights_type) v (value)`;
    case 'territory':
      return Prisma.sql`CROSS JOIN LATERAL unnest(territories) v (value)`;
    case 'device':
      return Prisma.sql`CROSS JOIN LATERAL unnest(devices) v (value)`;
    case 'format':
      return Prisma.sql`LEFT JOIN LATERAL unnest(formats) v (value) ON true`;
    case 'closed':
      return Prisma.sql`CROSS JOIN LATERAL (SELECT closing ->> 'kind') v (value)`;
    case 'status':
      return Prisma.sql`CROSS JOIN LATERAL (SELECT CASE
        WHEN starts_on > ${today}::date THEN 'upcoming'
        WHEN ends_on <= ${today}::date THEN 'ended'
        ELSE 'current' END) v (value)`;
  }
}
