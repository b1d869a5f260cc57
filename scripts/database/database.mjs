import { readFileSync, rmSync } from 'node:fs';
import pg from 'pg';
import { sessionAddress } from '../../src/adapters/postgres/session-address.mjs';
import { asRole, makeAppRole } from './database-roles.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { keptSecret } from '../setup/persisted-secret.mjs';
import { lastLines, logFile } from '../processes/log-file.mjs';
import { UserFacingError } from '../processes/user-facing-error.mjs';
import { startProcessGroup } from '../processes/process-group.mjs';
import { inProject, PROJECT } from '../setup/project.mjs';

/** As whom the app works in the embedded database. */
const APP_ROLE = 'crms_app';

const CONNECT_TIMEOUT_MS = 8000;

/**
 * The database DATABASE_URL names, or else the embedded one in the data directory. Either is up when this returns: `url` is
 * the app's, `ownerUrl` that of the role that may change tables, or null when nobody has named one.
 */
export async function openDatabase({ dataDir, external, port }) {
  if (external !== undefined) {
    await refuseUnlessReachable(external.url, 'DATABASE_URL');
    if (external.ownerUrl !== null) {
      await refuseUnlessReachable(external.ownerUrl, 'CRMS_OWNER_DATABASE_URL');
    }
    return { ...external, exited: new Promise(() => {}), stop: async () => {} };
  }
  const server = await startEmbeddedPostgres({ dataDir, port, log: logFile(dataDir, 'postgres') });
  const app = { role: APP_ROLE, password: keptSecret(dataDir, 'app-password') };
  await makeAppRole(server.superuserUrl, app);
  return { ...server, url: asRole(server.url, app), ownerUrl: server.url };
}

/** In a process of its own, like the seed: what it loads is large and not needed again. */
export async function migrateDatabase({ dataDir, url, ownerUrl }) {
  await child('migrate', 'The database could not be migrated', ['scripts/database/migrate.mjs'], {
    dataDir,
    url,
    ownerUrl,
  });
}

/** The seed itself leaves a database alone that holds anything. */
export async function seedDatabase({ dataDir, url }) {
  await child('seed', 'The demo data could not be loaded', ['--import', 'tsx', 'prisma/seed.ts'], {
    dataDir,
    url,
  });
}

/**
 * Lets in who has to be there before anybody can sign in. Returns the path of the one-time link with which somebody becomes
 * the first admin, or null when there is an admin already. The link stands nowhere else.
 */
export async function prepareFirstPeople({ dataDir, url, isDemo }) {
  const said = await child(
    'first-people',
    'The first people could not be let in',
    ['--import', 'tsx', 'scripts/first-people.ts'],
    { dataDir, url, isDemo },
  );
  return /^\/join\/\S+$/m.exec(said)?.[0] ?? null;
}

/** Refuses a database that people should not rely on. */
export async function refuseUnlessFit(url) {
  const { tsImport } = await import('tsx/esm/api');
  const { databaseProblems } = await tsImport(
    '../../src/adapters/postgres/fitness.ts',
    import.meta.url,
  );
  const reasons = await databaseProblems(url, { folder: inProject('prisma/migrations') });
  if (reasons.length > 0) throw new UserFacingError(reasons.join('\n'));
}

/** What it says is in its log when it fails, and otherwise returned. */
async function child(name, failure, args, { dataDir, url, ownerUrl, isDemo = false }) {
  const log = logFile(dataDir, name, { fresh: true });
  const group = await startProcessGroup(process.execPath, args, {
    log,
    cwd: PROJECT,
    env: {
      ...process.env,
      DATABASE_URL: url,
      CRMS_OWNER_DATABASE_URL: ownerUrl ?? '',
      CRMS_DEMO: isDemo ? '1' : '0',
    },
  });
  const { code, signal } = await group.exited;
  if (code === 0) {
    const said = readFileSync(log, 'utf8');
    rmSync(log);
    return said;
  }
  throw new UserFacingError(
    `${failure} (ended with ${signal ?? code}; all it said is in ${log}).`,
    {
      details: lastLines(log),
    },
  );
}

async function refuseUnlessReachable(url, variable) {
  const where = describe(url, variable);
  const client = new pg.Client({
    connectionString: sessionAddress(url),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // The connection may also be lost after the handshake, which the query then says.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    await client.end();
  } catch (cause) {
    throw new UserFacingError(`The database at ${where} cannot be used: ${reason(cause)}.`, {
      cause,
    });
  }
}

/** Never with the password. */
function describe(url, variable) {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (protocol === 'postgresql:' || protocol === 'postgres:') return `${host}${pathname}`;
  } catch (cause) {
    throw notAnAddress(variable, cause);
  }
  throw notAnAddress(variable);
}

function notAnAddress(variable, cause) {
  return new UserFacingError(
    `${variable} is no address of a PostgreSQL database (postgresql://user:password@host:port/database).`,
    { cause },
  );
}

/** A host with several addresses fails once for each, and says nothing for all of them together. */
function reason(error) {
  const [first = error] = error.errors ?? [];
  return (first.message || first.code || String(first)).replace(/\.$/, '');
}
