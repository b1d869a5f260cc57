import path from 'node:path';
import { runAsCommand, UserFacingError } from './bootstrap/failure.mjs';
import { checkDatabase } from './database/check-database';
import { restoreFiles } from './database/cluster-backup';
import { runningEmbeddedPostgresUrl, startEmbeddedPostgres } from './database/embedded-postgres';
import { takeInstanceLock } from './database/instance-lock';
import { beginNewLife } from './database/new-life';
import { postgresAccount } from './database/postgres-account';
import { logFile } from './processes/log-file';
import { endProcessGroupsWithCommand } from './processes/process-group';
import { prepareDataDir } from './setup/data-dir';

/** `npm run restore <folder>`: brings a backup back, and checks every promise of what is in it. */
await runAsCommand(async () => {
  const [folder] = process.argv.slice(2);
  if (!folder)
    throw new UserFacingError(
      'Which backup should be restored? Name it: npm run restore <folder>.',
    );
  endProcessGroupsWithCommand();
  const dataDir = prepareDataDir();
  const source = path.resolve(process.env.INIT_CWD || process.cwd(), folder);

  // Nothing may be running on what is about to be replaced.
  const lock = takeInstanceLock(dataDir, { command: 'npm run restore' });
  try {
    if (runningEmbeddedPostgresUrl(dataDir) !== null)
      throw new UserFacingError(
        `The database in ${dataDir} still runs: npm start and Ctrl-C end it, then restore.`,
      );
    const account = postgresAccount(path.join(dataDir, 'postgres'));
    const { kept, about } = restoreFiles({ source, dataDir, account });
    if (kept !== null) console.log(`What was there before is in ${kept}.`);
    const server = await startEmbeddedPostgres({ dataDir, log: logFile(dataDir, 'postgres') });
    try {
      await beginNewLife(server.url);
      if ((await checkDatabase(server.url)) > 0) process.exitCode = 1;
    } finally {
      await server.stop();
    }
    console.log(`Restored the backup of ${about.madeAt}. npm start serves it.`);
  } finally {
    lock.release();
  }
});
