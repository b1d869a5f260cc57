import { pathToFileURL } from 'node:url';
import { runAsCommand } from './command.mjs';
import { PlainFailure } from './plain-failure.mjs';
import { applyMigrations } from './schema-engine.mjs';

/**
 * Brings the database at `url` up to date and returns the names of the migrations that were missing. Several may do so
 * at once: the engine holds an advisory lock.
 */
export async function migrate(url, options) {
  return applyMigrations(url, options);
}

async function main() {
  const url = process.env.DATABASE_URL;
  if (!url) throw new PlainFailure('Which database should be migrated? Name it with DATABASE_URL.');
  const applied = await migrate(url);
  console.log(applied.length === 0 ? 'Nothing to migrate.' : `Applied ${applied.join(', ')}.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runAsCommand(main);
