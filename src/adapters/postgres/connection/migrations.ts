import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Queries } from './transaction';

/**
 * The migrations that this program is made for and the database does not have. It may have more: a later version is then
 * being brought in beside this one, which goes on until it ends.
 */
export async function missingMigrations(queries: Queries): Promise<readonly string[]> {
  const applied = new Set(await appliedMigrations(queries));
  return knownMigrations().filter((name) => !applied.has(name));
}

/** The migrations that the database has and this program does not know: it is older than the database, and not begun on it. */
export async function unknownMigrations(queries: Queries): Promise<readonly string[]> {
  const known = new Set(knownMigrations());
  return (await appliedMigrations(queries)).filter((name) => !known.has(name));
}

/** Says that a program is too old. */
export function newerSchema(unknown: readonly string[]): string {
  return `The database has ${unknown.length === 1 ? 'the migration' : 'the migrations'} ${unknown.join(', ')} of a newer version, which this version does not know: start the newer one.`;
}

function knownMigrations(): readonly string[] {
  return readdirSync(path.resolve('prisma/migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function appliedMigrations(queries: Queries): Promise<readonly string[]> {
  const [table] = await queries.$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there`;
  if (table?.there !== true) return [];
  const rows = await queries.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM public._prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`;
  return rows.map(({ name }) => name);
}
