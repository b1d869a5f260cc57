import { Prisma } from '../../generated/prisma/client';

/** The days of a row as JSON; `null` of a row that was stored without its last one. */
export function windowOf(row: 'r' | 'o'): Prisma.Sql {
  const [start, end] = [Prisma.raw(`${row}.starts_on`), Prisma.raw(`${row}.ends_on`)];
  return Prisma.sql`CASE WHEN ${end} IS NOT NULL
    THEN json_build_object('startsOn', ${start}, 'endsOn', nullif(${end}, 'infinity')) END`;
}

/** The languages that a row is for as JSON. */
export function languagesOf(row: 'r' | 'o'): Prisma.Sql {
  const one = Prisma.raw(row);
  return Prisma.sql`json_build_object('allowed', ${one}.languages, 'heldBack', ${one}.held_back)`;
}

/** Whether a row is a temporary price. */
export function isReduction(row: 'r' | 'o'): Prisma.Sql {
  return Prisma.sql`coalesce(${Prisma.raw(row)}.cells ->> 'AvailTrans/PriceType' LIKE 'TPR-%', false)`;
}

/** Whether what an import saved is still so, also while it is checked again. */
export function isSaved(one: 'i' | 'e'): Prisma.Sql {
  const row = Prisma.raw(one);
  return Prisma.sql`(${row}.state = 'committed' OR ${row}.state <> 'undone'
    AND EXISTS (SELECT FROM history h WHERE h.import_id = ${row}.id))`;
}
