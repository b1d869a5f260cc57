import path from 'node:path';
import { runAsCommand } from './processes/command.mjs';
import { takeInstanceLock } from './database/instance-lock.mjs';
import { logFile } from './processes/log-file.mjs';
import { UserFacingError } from './processes/user-facing-error.mjs';
import {
  prepareDatabaseClient,
  prepareDataDir,
  requireDependencies,
  requireRecentNode,
} from './setup/prepare.mjs';
import { inProject } from './setup/project.mjs';
import { runTypeScript } from './processes/tsx-command.mjs';

/** `npm run restore <folder>`: brings a backup back, and checks every promise of what is in it. */
await runAsCommand(async () => {
  requireRecentNode();
  const [folder] = process.argv.slice(2);
  if (!folder) {
    throw new UserFacingError(
      'Which backup should be restored? Name it: npm run restore <folder>.',
    );
  }
  const dataDir = inProject(process.env.CRMS_DATA_DIR || '.data');
  prepareDataDir(dataDir);
  const preparation = { dataDir, say: (line) => console.log(line) };
  await requireDependencies(preparation);
  await prepareDatabaseClient(preparation);
  const source = path.resolve(process.env.INIT_CWD || process.cwd(), folder);
  const { restoreFiles } = await import('./database/cluster-backup.mjs');
  const { runningEmbeddedPostgresUrl, startEmbeddedPostgres } =
    await import('./database/embedded-postgres.mjs');
  const { postgresAccount } = await import('./database/postgres-account.mjs');

  // Nothing may be running on what is about to be replaced.
  const lock = takeInstanceLock(dataDir, { command: 'npm run restore' });
  try {
    if (runningEmbeddedPostgresUrl(dataDir) !== null) {
      throw new UserFacingError(
        `The database in ${dataDir} still runs: npm start and Ctrl-C end it, then restore.`,
      );
    }
    const account = postgresAccount(path.join(dataDir, 'postgres'));
    const { kept, about } = restoreFiles({ source, dataDir, account });
    if (kept !== null) console.log(`What was there before is in ${kept}.`);
    const server = await startEmbeddedPostgres({ dataDir, log: logFile(dataDir, 'postgres') });
    try {
      process.exitCode = await runTypeScript('scripts/check.ts', {
        env: { DATABASE_URL: server.url },
      });
    } finally {
      await server.stop();
    }
    console.log(`Restored the backup of ${about.madeAt}. npm start serves it.`);
  } finally {
    lock.release();
  }
});
