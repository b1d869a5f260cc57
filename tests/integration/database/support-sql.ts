import pg from 'pg';
import { expect } from 'vitest';

/** Runs one statement. */
export type Sql = (text: string, values?: unknown[]) => Promise<unknown>;

type Write = (sql: Sql) => Promise<unknown>;

/** Transactions that bypass the product, on a test file's own database. */
export function transactionsOn({ pool }: { readonly pool: pg.Pool }) {
  /** Commits a transaction; rolls back when `write` throws. */
  async function accepted(write: Write): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await write((text, values) => client.query(text, values));
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  async function expectAccepted(write: Write): Promise<void> {
    await expect(accepted(write)).resolves.toBeUndefined();
  }

  /** Expects a transaction to be refused, at once or at its commit, and returns the error. */
  async function expectRefused(state: string | RegExp, write: Write): Promise<pg.DatabaseError> {
    const outcome = await accepted(write).then(
      () => null,
      (error: unknown) => error,
    );
    if (!(outcome instanceof pg.DatabaseError))
      throw new Error(`It was not refused: ${String(outcome)}`);
    expect(outcome.code).toMatch(state);
    return outcome;
  }

  return { accepted, expectAccepted, expectRefused };
}
