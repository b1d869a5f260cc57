import { Prisma } from '../generated/prisma/client';

/**
 * Paging by key: a page begins after the last row of the one before it, so its cost does not grow with how far a person has
 * paged. The cursor is opaque to everybody else.
 */
export interface KeysetOrder {
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
  };
}

export interface KeyedRow {
  readonly keyset: readonly string[];
}

/**
 * @param cursor from an earlier page; one that cannot be read is taken as none
 * @param casts the SQL types of the keys, which travel as text
 */
export function keyset(
  { keys, descending }: KeysetOrder,
  casts: readonly string[],
  cursor: string | undefined,
  pageSize: number,
): Keyset {
  const from = decode(cursor, keys.length);
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
          : encode({ backwards: towardsStart, values: row.keyset });
      return {
        rows,
        next: edge(rows.at(-1), backwards || more, false),
        previous: edge(rows[0], backwards ? more : from !== null, true),
      };
    },
  };
}

function encode(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.backwards, ...cursor.values])).toString('base64url');
}

function decode(text: string | undefined, length: number): Cursor | null {
  if (text === undefined) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!Array.isArray(parsed)) return null;
  const [backwards, ...values] = parsed as unknown[];
  const readable =
    typeof backwards === 'boolean' &&
    values.length === length &&
    values.every((value) => typeof value === 'string' && !value.includes('\0'));
  return readable ? { backwards, values: values as string[] } : null;
}
