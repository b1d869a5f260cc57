import path from 'node:path';
import { runAsCommand, UserFacingError } from './bootstrap/failure.mjs';
import { backUp } from './database/cluster-backup';
import { withEmbeddedPostgres } from './database/embedded-postgres';
import { endProcessGroupsWithCommand } from './processes/process-group';
import { prepareDataDir } from './setup/data-dir';

/** `npm run backup <folder>`: a copy of the embedded database, also while it is in use. */
await runAsCommand(async () => {
  const [folder] = process.argv.slice(2);
  if (!folder)
    throw new UserFacingError(
      'Where should the backup go? Name a new folder: npm run backup <folder>.',
    );
  if (process.env.DATABASE_URL)
    throw new UserFacingError(
      'DATABASE_URL names a database of your own: back it up with its own tools (pg_basebackup or pg_dump).',
    );
  endProcessGroupsWithCommand();
  const dataDir = prepareDataDir();
  const target = path.resolve(process.env.INIT_CWD || process.cwd(), folder);
  await withEmbeddedPostgres({ dataDir, command: 'npm run backup' }, async (url) => {
    const { madeAt } = await backUp({ dataDir, url, target });
    console.log(
      `The backup of ${madeAt} is in ${target}; npm run restore ${folder} brings it back.`,
    );
  });
});
