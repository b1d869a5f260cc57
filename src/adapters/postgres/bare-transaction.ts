import type pg from 'pg';
import { withRetry } from './retry';

/**
 * `inTransaction` on a connection of the driver, for callers that are not on Prisma yet.
 *
 * @param work may be run again from the start when the database asks for a retry
 * @throws Busy when nothing was written, OutcomeUnknown when nobody knows, and whatever `work` throws
 */
export async function inBareTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return withRetry(async () => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }, 'tell');
}
