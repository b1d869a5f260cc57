import { runAsCommand } from './processes/command.mjs';
import { takeInstanceLock } from './database/instance-lock.mjs';
import { logFile } from './processes/log-file.mjs';
import {
  prepareDatabaseClient,
  prepareDataDir,
  requireDependencies,
  requireRecentNode,
} from './setup/prepare.mjs';
import { inProject } from './setup/project.mjs';
import { runTypeScript } from './processes/tsx-command.mjs';

/** `npm run check`: an operator asks whether the data in a database, live or not, keeps every promise. */
await runAsCommand(async () => {
  requireRecentNode();
  const dataDir = inProject(process.env.CRMS_DATA_DIR || '.data');
  prepareDataDir(dataDir);
  const preparation = { dataDir, say: (line) => console.log(line) };
  await requireDependencies(preparation);
  await prepareDatabaseClient(preparation);

  const database = await databaseToCheck(dataDir);
  try {
    process.exitCode = await runTypeScript('scripts/check.ts', {
      args: process.argv.slice(2),
      env: { DATABASE_URL: database.url },
    });
  } finally {
    await database.stop();
  }
});

/** The one that is named, the embedded one as it runs, or the embedded one started for as long as this takes. */
async function databaseToCheck(dataDir) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} };
  const { runningEmbeddedPostgresUrl, startEmbeddedPostgres } =
    await import('./database/embedded-postgres.mjs');
  const running = runningEmbeddedPostgresUrl(dataDir);
  if (running !== null) return { url: running, stop: async () => {} };
  const lock = takeInstanceLock(dataDir, { command: 'npm run check' });
  const server = await startEmbeddedPostgres({ dataDir, log: logFile(dataDir, 'postgres') });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      lock.release();
    },
  };
}
