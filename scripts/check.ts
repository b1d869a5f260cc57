import { runAsCommand } from './bootstrap/failure.mjs';
import { checkDatabase } from './database/check-database';
import { withEmbeddedPostgres } from './database/embedded-postgres';
import { endProcessGroupsWithCommand } from './processes/process-group';
import { prepareDataDir } from './setup/data-dir';

/** `npm run check`: an operator asks whether the data in a database, live or not, keeps every promise. */
await runAsCommand(async () => {
  endProcessGroupsWithCommand();
  const { DATABASE_URL: url } = process.env;
  const findings = url
    ? await checkDatabase(url)
    : await withEmbeddedPostgres(
        { dataDir: prepareDataDir(), command: 'npm run check' },
        checkDatabase,
      );
  if (findings > 0) process.exitCode = 1;
});
