import { isIsoDate } from '../../domain/values/date-range';
import { Prisma } from '../generated/prisma/client';

/**
 * Paging by key: a page begins after the last row of the one before it, so its cost does not grow with how far a person has
 * paged. The cursor is opaque to everybody else.
 */
export interface KeysetOrder {
  /** The list and what it is sorted by: a cursor leads nowhere in a list of another name or direction. */
  readonly list: string;
  /** Expressions that order the rows, the last of them unique. */
  readonly keys: readonly Prisma.Sql[];
  readonly descending: boolean;
}

interface Cursor {
  readonly backwards: boolean;
  readonly values: readonly string[];
}

/** The ordering and limiting half of a query, with how to turn its rows into a page. */
export interface Keyset {
  /** A condition on the keys. */
  readonly condition: Prisma.Sql;
  /** The keys as one text array column. */
  readonly columns: Prisma.Sql;
  /** `ORDER BY … LIMIT …` */
  readonly order: Prisma.Sql;
  page<R extends KeyedRow>(
    rows: readonly R[],
  ): {
    rows: readonly R[];
    next: string | null;
    previous: string | null;
    /** The cursor was of another list or sort, or none: this is the first page. */
    isUnknownCursor?: true;
  };
}

export interface KeyedRow {
  readonly keyset: readonly string[];
}

/** The SQL type of a key, which travels as text. */
export type KeyType = keyof typeof SPELLINGS;

/**
 * @param cursor from an earlier page of the same list and sort; with any other the first page is given, and says so
 */
export function keyset(
  { list, keys, descending }: KeysetOrder,
  casts: readonly KeyType[],
  cursor: string | undefined,
  pageSize: number,
): Keyset {
  const scope = descending ? `${list} descending` : list;
  const from = cursor === undefined ? null : decode(cursor, scope, casts);
  const isUnknown = cursor !== undefined && from === null;
  const backwards = from?.backwards ?? false;
  const falling = descending !== backwards;
  const direction = Prisma.raw(falling ? 'DESC' : 'ASC');
  const values = (from?.values ?? []).map(
    (value, index) => Prisma.sql`${value}::text::${Prisma.raw(casts[index] ?? 'text')}`,
  );
  return {
    condition:
      from === null
        ? Prisma.sql`true`
        : Prisma.sql`(${Prisma.join([...keys])}) ${Prisma.raw(falling ? '<' : '>')} (${Prisma.join(values)})`,
    columns: Prisma.sql`array[${Prisma.join(keys.map((key) => Prisma.sql`(${key})::text`))}] AS keyset`,
    order: Prisma.sql`ORDER BY ${Prisma.join(keys.map((key) => Prisma.sql`${key} ${direction}`))} LIMIT ${pageSize + 1}`,
    page: (found) => {
      const more = found.length > pageSize;
      const kept = found.slice(0, pageSize);
      const rows = backwards ? kept.toReversed() : kept;
      const edge = (row: KeyedRow | undefined, exists: boolean, towardsStart: boolean) =>
        row === undefined || !exists
          ? null
          : encode(scope, { backwards: towardsStart, values: row.keyset });
      return {
        rows,
        next: edge(rows.at(-1), backwards || more, false),
        previous: edge(rows[0], backwards ? more : from !== null, true),
        ...(isUnknown ? { isUnknownCursor: true } : {}),
      };
    },
  };
}

function encode(scope: string, { backwards, values }: Cursor): string {
  return Buffer.from(JSON.stringify([scope, backwards, ...values])).toString('base64url');
}

function decode(text: string, scope: string, casts: readonly KeyType[]): Cursor | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!Array.isArray(parsed)) return null;
  const [from, backwards, ...values] = parsed as unknown[];
  const isReadable =
    from === scope &&
    typeof backwards === 'boolean' &&
    values.length === casts.length &&
    casts.every((cast, index) => isSpelled(values[index], cast));
  return isReadable ? { backwards, values: values as string[] } : null;
}

/** How PostgreSQL writes each type as text; what is spelled otherwise, it would refuse to read. */
const SPELLINGS = {
  text: /^[^\0]*$/s,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  date: /^(\d{4}-\d\d-\d\d|infinity)$/,
  timestamptz: /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  int: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  float8: /^-?\d{1,9}(\.\d{1,20})?(e-\d\d)?$/,
} as const;

function isSpelled(value: unknown, cast: KeyType): boolean {
  if (typeof value !== 'string' || !SPELLINGS[cast].test(value)) return false;
  return (
    !['date', 'timestamptz'].includes(cast) || value === 'infinity' || isIsoDate(value.slice(0, 10))
  );
}
