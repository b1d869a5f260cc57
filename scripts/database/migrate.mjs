import { pathToFileURL } from 'node:url';
import { runAsCommand } from '../processes/command.mjs';
import { grantToApp, roleOf } from './database-roles.mjs';
import { UserFacingError } from '../processes/user-facing-error.mjs';
import { applyMigrations } from './schema-engine.mjs';

/**
 * Brings the database at `url` up to date and returns the names of the migrations that were missing. Several may do so
 * at once: the engine holds an advisory lock.
 */
export async function migrate(url, options) {
  return applyMigrations(url, options);
}

/** Where the owner is named apart, the role of DATABASE_URL is given what the app needs. */
async function main() {
  const { DATABASE_URL: appUrl, CRMS_OWNER_DATABASE_URL: ownerUrl } = process.env;
  const url = ownerUrl || appUrl;
  if (!url)
    throw new UserFacingError('Which database should be migrated? Name it with DATABASE_URL.');
  const applied = await migrate(url);
  console.log(applied.length === 0 ? 'Nothing to migrate.' : `Applied ${applied.join(', ')}.`);
  if (!ownerUrl || !appUrl) return;
  const role = await roleOf(appUrl);
  await grantToApp(ownerUrl, role);
  console.log(`Granted ${role} what the app needs.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runAsCommand(main);
