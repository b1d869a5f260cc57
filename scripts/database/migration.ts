import type { DatabaseAddresses } from './database';
import { grantToApp, roleOf } from './database-roles';
import { applyMigrations } from './schema-engine';

/**
 * Brings a database up to date and returns the names of the migrations that were missing. Where the owner is named apart,
 * the app's role is given what it needs.
 */
export async function migrateDatabase({ url, ownerUrl }: DatabaseAddresses): Promise<string[]> {
  const applied = await applyMigrations(ownerUrl ?? url);
  if (ownerUrl !== null) await grantToApp(ownerUrl, await roleOf(url));
  return applied;
}
