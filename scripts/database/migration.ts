import type { ServerFacts } from '../../src/adapters/postgres/connection/server-facts';
import type { DatabaseAddresses } from './database';
import { SERVER_FACTS, serverProblems } from '../../src/adapters/postgres/connection/server-facts';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { withClient } from './client';
import { grantToApp, roleOf } from './database-roles';
import { applyMigrations } from './schema-engine';

/**
 * Brings a database up to date and returns the names of the migrations that were missing. Where the owner is named apart,
 * the app's role is given what it needs.
 */
export async function migrateDatabase({ url, ownerUrl }: DatabaseAddresses): Promise<string[]> {
  await refuseUnlessFit(ownerUrl ?? url);
  const applied = await applyMigrations(ownerUrl ?? url);
  if (ownerUrl !== null) await grantToApp(ownerUrl, await roleOf(url));
  return applied;
}

/** What a server cannot do is said by name, before something fails on it. */
async function refuseUnlessFit(url: string): Promise<void> {
  const { rows } = await withClient(url, (client) => client.query<ServerFacts>(SERVER_FACTS));
  const problems = rows.flatMap(serverProblems);
  if (problems.length > 0) throw new UserFacingError(problems.join('\n'));
}
