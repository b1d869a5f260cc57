import { withClient } from './client';

/** How the migrations of a database compare with those that a program is made for. */
export interface AppliedMigrations {
  /** Whether the database has exactly these, each of them finished. */
  readonly isExact: boolean;
  /** Those that only the database has: a newer version has migrated it. */
  readonly unknown: readonly string[];
}

/**
 * Compares a database with the migrations of a program. It is not exact where nothing was ever migrated, and where a migration
 * that failed waits to be tried again.
 *
 * @param names of the migrations' folders
 */
export function compareMigrations(
  url: string,
  names: readonly string[],
): Promise<AppliedMigrations> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ known: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known",
    );
    if (tables[0]?.known !== true) return { isExact: false, unknown: [] };
    const { rows } = await client.query<{ migration_name: string; finished: boolean }>(
      `SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations
       WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    );
    const expected = new Set(names);
    const isKnown = ({ migration_name }: { migration_name: string }) =>
      expected.has(migration_name);
    return {
      isExact: rows.length === expected.size && rows.every((row) => row.finished && isKnown(row)),
      unknown: rows.filter((row) => !isKnown(row)).map(({ migration_name }) => migration_name),
    };
  });
}
