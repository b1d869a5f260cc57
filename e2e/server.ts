import { runAsCommand, UserFacingError } from '../scripts/bootstrap/failure.mjs';
import { withClient, withDatabase } from '../scripts/database/client';
import { asRole, grantToApp, makeAppRole } from '../scripts/database/database-roles';
import { applyMigrations } from '../scripts/database/schema-engine';
import { startJobs } from '../scripts/processes/jobs-process';
import {
  partFromEveryProcessGroup,
  stopEveryProcessGroup,
} from '../scripts/processes/process-group';
import { startWebServer, webPort } from '../scripts/processes/web-server';
import { openDatabase } from '../src/adapters/postgres/connection/database';
import { invite } from './people/invitation';

/** A fixed name, so that tests can query the database. */
const DATABASE = process.env.CRMS_E2E_DATABASE ?? 'crms_e2e';

/** Database role of the app, as restricted as in production. */
const APP = { role: 'crms_e2e_app', password: 'only-for-tests' };

/** Public, so production refuses it. */
const SECRET = 'only-for-tests-1zXw7Lr0PvB4nTy6HcJ2mGfA9e';

/** Starts the built app on a new database without demo data. */
await runAsCommand(async () => {
  const cluster = process.env.TEST_DATABASE_URL;
  if (!cluster) {
    throw new UserFacingError(
      'End-to-end tests need a server to make their database on: name it with TEST_DATABASE_URL, or run npm test.',
    );
  }
  const state = { isStopping: false };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      state.isStopping = true;
      void stopEveryProcessGroup().then(() => process.exit(0));
    });
  }
  process.on('exit', partFromEveryProcessGroup);

  const url = await freshDatabase(cluster);
  await applyMigrations(url);
  await makeAppRole(cluster, APP);
  await grantToApp(url, APP.role);
  // On a server that need not survive a power cut, which the app would refuse in production; but by a role that owns nothing.
  const port = webPort(process.env.CRMS_E2E_PORT ?? '4321');
  const env = {
    DATABASE_URL: asRole(url, APP),
    CRMS_EMBEDDED_DATABASE: '1',
    CRMS_SECRET: SECRET,
    CRMS_DEMO: '0',
    // Every command is a line otherwise, between the lines that say which test runs.
    CRMS_LOG_LEVEL: process.env.CRMS_LOG_LEVEL ?? 'warn',
    PORT: String(port),
  };
  await invitePeople(env.DATABASE_URL);
  const jobs = await startJobs({ env });
  const server = await startWebServer({
    mode: 'start',
    port,
    distDir: process.env.CRMS_DIST_DIR ?? '.next-test',
    env,
  });
  const { code, signal } = await Promise.race([server.exited, jobs.exited]);
  if (state.isStopping) return;
  throw new UserFacingError(
    `The web server, or the process for jobs, ended by itself (${signal ?? code ?? ''}).`,
  );
});

async function invitePeople(url: string): Promise<void> {
  const database = openDatabase(url, { connections: 1 });
  await invite(database.prisma);
  await database.close();
}

async function freshDatabase(cluster: string): Promise<string> {
  await withClient(cluster, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${DATABASE}`);
  });
  return withDatabase(cluster, DATABASE);
}
