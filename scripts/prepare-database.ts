import { loadDemoData } from '../prisma/seed';
import { keepDemoPeople } from '../src/adapters/people/demo-people';
import { setUpLink } from '../src/adapters/people/one-time-links';
import { openDatabase } from '../src/adapters/postgres/connection/database';
import { databaseProblems } from '../src/adapters/postgres/connection/fitness';
import { readConfig } from '../src/config';
import { runAsCommand, UserFacingError } from './bootstrap/failure.mjs';
import { migrateDatabase } from './database/migration';

/**
 * Makes a database ready for the processes that answer people, as the configuration in the environment says. Prints the
 * path of the first admin's one-time link, unless there is an admin already.
 */
await runAsCommand(async () => {
  const {
    databaseUrl: url,
    directDatabaseUrl,
    ownerDatabaseUrl,
    isProduction,
    isDemo,
    secret,
  } = readConfig(process.env);
  // In production whoever serves people may not change tables: without an owner they have been migrated already.
  if (ownerDatabaseUrl !== null || !isProduction)
    await migrateDatabase({ url: directDatabaseUrl, ownerUrl: ownerDatabaseUrl });
  const problems = isProduction ? await databaseProblems(url, directDatabaseUrl) : [];
  if (problems.length > 0) throw new UserFacingError(problems.join('\n'));

  const database = openDatabase(url, { connections: 2 });
  try {
    if (isDemo) await loadDemoData(database);
    await keepDemoPeople(database.prisma, isDemo);
    const token = await setUpLink(database.prisma, secret);
    if (token !== null) console.log(`/join/${token}`);
  } finally {
    await database.close();
  }
});
