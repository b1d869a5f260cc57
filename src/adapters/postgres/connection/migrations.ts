import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Queries } from './transaction';

/**
 * The migrations that this program is made for and the database does not have. It may have more: a later version is then
 * being brought in beside this one.
 */
export async function missingMigrations(queries: Queries): Promise<readonly string[]> {
  const known = readdirSync(path.resolve('prisma/migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const [table] = await queries.$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there`;
  if (table?.there !== true) return known;
  const rows = await queries.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM public._prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map(({ name }) => name));
  return known.filter((name) => !applied.has(name));
}
