import path from 'node:path';
import { runAsCommand } from './processes/command.mjs';
import { takeInstanceLock } from './database/instance-lock.mjs';
import { logFile } from './processes/log-file.mjs';
import { UserFacingError } from './processes/user-facing-error.mjs';
import { prepareDataDir, requireDependencies, requireRecentNode } from './setup/prepare.mjs';
import { inProject } from './setup/project.mjs';

/** `npm run backup <folder>`: a copy of the embedded database, also while it is in use. */
await runAsCommand(async () => {
  requireRecentNode();
  const [folder] = process.argv.slice(2);
  if (!folder) {
    throw new UserFacingError(
      'Where should the backup go? Name a new folder: npm run backup <folder>.',
    );
  }
  if (process.env.DATABASE_URL) {
    throw new UserFacingError(
      'DATABASE_URL names a database of your own: back it up with its own tools (pg_basebackup or pg_dump).',
    );
  }
  const dataDir = inProject(process.env.CRMS_DATA_DIR || '.data');
  prepareDataDir(dataDir);
  await requireDependencies({ dataDir, say: (line) => console.log(line) });
  const { backUp } = await import('./database/cluster-backup.mjs');
  const target = path.resolve(process.env.INIT_CWD || process.cwd(), folder);

  const server = await serverOf(dataDir);
  try {
    const { madeAt } = await backUp({ dataDir, url: server.url, target });
    console.log(
      `The backup of ${madeAt} is in ${target}; npm run restore ${folder} brings it back.`,
    );
  } finally {
    await server.stop();
  }
});

/** The one that runs, or one that runs for as long as this takes. */
async function serverOf(dataDir) {
  const { runningEmbeddedPostgresUrl, startEmbeddedPostgres } =
    await import('./database/embedded-postgres.mjs');
  const running = runningEmbeddedPostgresUrl(dataDir);
  if (running !== null) return { url: running, stop: async () => {} };
  const lock = takeInstanceLock(dataDir, { command: 'npm run backup' });
  const server = await startEmbeddedPostgres({ dataDir, log: logFile(dataDir, 'postgres') });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      lock.release();
    },
  };
}
