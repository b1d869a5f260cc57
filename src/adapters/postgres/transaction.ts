import type pg from 'pg';
import { Busy, OutcomeUnknown } from '../../service/errors';
import { failureOf } from './database-errors';

/**
 * Does some statements in one transaction, for what has no version: returning commits, throwing undoes.
 *
 * @throws Busy when nothing was written, OutcomeUnknown when nobody knows, and whatever `work` throws
 */
export async function inTransaction(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  try {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await work(client);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  } catch (error) {
    const { kind } = failureOf(error);
    if (kind === 'retry') throw new Busy({ cause: error });
    if (kind === 'unknown') throw new OutcomeUnknown({ cause: error });
    throw error;
  }
}
