import type { Reads } from './connection/transaction';
import { Prisma } from '../generated/prisma/client';
import { READ_SINCE } from '../../service/history-views';

/** Changes of single fields, of which the first since a version tells what the fields were: those that the index has. */
export type TurningPoint =
  | 'content-corrected'
  | 'title-closed'
  | 'title-reopened'
  | 'contract-corrected'
  | 'contract-closed'
  | 'contract-reopened';

/** A line of history of a title or a contract. */
export interface StoryLine {
  readonly version: number;
  /** As it is stored. */
  readonly change: unknown;
}

/** The condition, for lines `h`, that they are the newest ones that are read after a version. */
export function newestSince(version: number, latest: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`h.version > greatest(${version}::int, ${latest} - ${READ_SINCE}::int)`;
}

/**
 * Of the changes after a version that are not among the newest, the first of each kind, in order.
 *
 * @param latest the latest version
 */
export async function turningPoints(
  queries: Reads,
  id: string,
  [version, latest]: readonly [version: number, latest: number],
  kinds: readonly TurningPoint[],
): Promise<{ readonly lines: readonly StoryLine[]; readonly unread: number }> {
  const until = latest - READ_SINCE;
  if (until <= version) return { lines: [], unread: 0 };
  // The kinds stand in the text, because only so it is known that the index has them.
  const firsts = kinds.map(
    (kind) => Prisma.sql`
      (SELECT version, change FROM history
       WHERE aggregate_id = ${id}::uuid AND change ->> 'kind' = ${Prisma.raw(`'${kind}'`)} AND version > ${version}::int
       ORDER BY version LIMIT 1)`,
  );
  const lines = await queries.$queryRaw<StoryLine[]>`
    SELECT version, change FROM (${Prisma.join(firsts, ' UNION ALL ')}) AS first
    WHERE version <= ${until}::int ORDER BY version`;
  return { lines, unread: until - version - lines.length };
}
