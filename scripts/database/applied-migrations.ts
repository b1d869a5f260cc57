import { withClient } from './client';

/**
 * Whether a database has exactly these migrations, each of them finished. False also where nothing was ever migrated, and
 * where one that failed waits to be tried again.
 *
 * @param names of the migrations' folders
 */
export function hasExactly(url: string, names: readonly string[]): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ known: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known",
    );
    if (tables[0]?.known !== true) return false;
    const { rows } = await client.query<{ migration_name: string; finished: boolean }>(
      'SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const expected = new Set(names);
    return (
      rows.length === expected.size &&
      rows.every(({ migration_name, finished }) => finished && expected.has(migration_name))
    );
  });
}
