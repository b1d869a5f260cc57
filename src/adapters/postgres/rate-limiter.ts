import type { IRateLimiterPostgresOptions } from 'rate-limiter-flexible';
import type { Queries } from './connection/transaction';
import { RateLimiterPostgres } from 'rate-limiter-flexible';

type Limit = Pick<
  IRateLimiterPostgresOptions,
  'keyPrefix' | 'points' | 'duration' | 'inMemoryBlockOnConsumed'
>;

interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/**
 * Counts in the table `rate_limits`, one statement for each count. The library's own way through Prisma takes a transaction
 * of several statements instead, so it is given a client of its way through the driver, which sends through Prisma.
 */
export function rateLimiter(queries: Queries, limit: Limit): RateLimiterPostgres {
  const storeClient = {
    query: async ({ text, values = [] }: Statement) => {
      const rows = await queries.$queryRawUnsafe<Record<string, unknown>[]>(
        withoutWaiting(text),
        ...values,
      );
      return { rows: rows.map(withNumbers), rowCount: rows.length };
    },
  };
  return new RateLimiterPostgres({
    ...limit,
    storeClient,
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true,
  });
}

/**
 * The same statement, which waits for no disk and no standby: a count that is lost with its server harms nobody, and one that
 * waited for a standby which is gone would hold its row, and everybody who is counted there.
 */
function withoutWaiting(text: string): string {
  if (!/^\s*(INSERT|DELETE)/i.test(text)) return text;
  const statement = text.replace(/;?\s*$/, '');
  const returning = /\bRETURNING\b/i.test(statement) ? `${statement},` : `${statement} RETURNING`;
  return `${returning} set_config('synchronous_commit', 'off', true) AS durability`;
}

/** The library calculates with what the driver gives as text, which it turns into numbers; instants in ms are safe as such. */
function withNumbers(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  );
}
