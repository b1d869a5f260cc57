import { randomUUID } from 'node:crypto';
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

  /** Refused by a declared constraint or one that a trigger names. */
  async function expectRefusedBy(constraint: string | RegExp, write: Write): Promise<void> {
    const refusal = await expectRefused(/^23/, write);
    expect(`${refusal.constraint ?? ''} ${refusal.message}`).toMatch(constraint);
  }

  return { accepted, expectAccepted, expectRefused, expectRefusedBy };
}

/** Raises the version of a contract, license or title, sets columns, and adds its history entry. */
export async function newVersion(
  sql: Sql,
  aggregate: keyof typeof TABLES,
  id: string,
  columns = '',
): Promise<void> {
  const more = columns === '' ? '' : `, ${columns}`;
  await sql(`UPDATE ${TABLES[aggregate]} SET version = version + 1 ${more} WHERE id = $1`, [id]);
  await writeHistoryOf(sql, aggregate, id);
}

/** Adds the history entry of a version. */
export async function writeHistoryOf(sql: Sql, aggregate: keyof typeof TABLES, id: string) {
  const key = randomUUID();
  await sql(`INSERT INTO commands VALUES ($1, 'Nora', '', '{}', now())`, [key]);
  await sql(
    `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
     SELECT '${aggregate}', id, version, now(), 'Nora', $2, '{}' FROM ${TABLES[aggregate]} WHERE id = $1`,
    [id, key],
  );
}

const TABLES = {
  contract: 'contracts',
  license: 'licenses',
  content: 'content',
  'price-table': 'price_tables',
} as const;
