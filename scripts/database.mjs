import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { lastLines, logFile } from './log-file.mjs';
import { PlainFailure } from './plain-failure.mjs';
import { startProcessGroup } from './process-group.mjs';
import { PROJECT } from './project.mjs';

const CONNECT_TIMEOUT_MS = 8000;

/** The database DATABASE_URL names, or else the embedded one in the data directory. Either is up when this returns. */
export async function openDatabase({ dataDir, externalUrl, port }) {
  if (externalUrl) {
    await refuseUnlessReachable(externalUrl);
    return {
      url: externalUrl,
      embedded: false,
      exited: new Promise(() => {}),
      stop: async () => {},
    };
  }
  const server = await startEmbeddedPostgres({ dataDir, port, log: logFile(dataDir, 'postgres') });
  return { ...server, embedded: true };
}

/** In a process of its own, like the seed: what it loads is large and not needed again. */
export async function migrateDatabase({ dataDir, url }) {
  await child('migrate', 'The database could not be migrated', ['scripts/migrate.mjs'], {
    dataDir,
    url,
  });
}

/** The seed itself leaves a database alone that holds anything. */
export async function seedDatabase({ dataDir, url }) {
  await child('seed', 'The demo data could not be loaded', ['--import', 'tsx', 'prisma/seed.ts'], {
    dataDir,
    url,
  });
}

async function child(name, failure, args, { dataDir, url }) {
  const log = logFile(dataDir, name, { fresh: true });
  const group = await startProcessGroup(process.execPath, args, {
    log,
    cwd: PROJECT,
    env: { ...process.env, DATABASE_URL: url },
  });
  const { code, signal } = await group.exited;
  if (code === 0) return;
  throw new PlainFailure(`${failure} (ended with ${signal ?? code}; all it said is in ${log}).`, {
    details: lastLines(log),
  });
}

async function refuseUnlessReachable(url) {
  const where = describe(url);
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // The connection may also be lost after the handshake, which the query then says.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    await client.end();
  } catch (cause) {
    throw new PlainFailure(`The database at ${where} cannot be used: ${reason(cause)}.`, { cause });
  }
}

/** Never with the password. */
function describe(url) {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (protocol === 'postgresql:' || protocol === 'postgres:') return `${host}${pathname}`;
  } catch (cause) {
    throw notAnAddress(cause);
  }
  throw notAnAddress();
}

function notAnAddress(cause) {
  return new PlainFailure(
    'DATABASE_URL is no address of a PostgreSQL database (postgresql://user:password@host:port/database).',
    { cause },
  );
}

/** A host with several addresses fails once for each, and says nothing for all of them together. */
function reason(error) {
  const [first = error] = error.errors ?? [];
  return (first.message || first.code || String(first)).replace(/\.$/, '');
}
