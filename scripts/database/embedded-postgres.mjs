import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { sessionAddress } from '../../src/adapters/postgres/session-address.mjs';
import { freePort } from '../processes/free-port.mjs';
import { lastLines } from '../processes/log-file.mjs';
import { UserFacingError } from '../processes/user-facing-error.mjs';
import { clusterPlace, postgresAccount } from './postgres-account.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { disownStalePidFile, notOurs, runningPostmaster, stopPostmaster } from './postmaster.mjs';
import { startProcessGroup } from '../processes/process-group.mjs';
import { isAlive, processIdentity } from '../processes/process-identity.mjs';

const MAJOR_VERSION = '18';
const SUPERUSER = 'postgres';
const DATABASE = 'crms';
const THROWAWAY_PREFIX = 'crms-throwaway-';

/** Long enough for a crash recovery on a slow disk. */
const START_TIMEOUT_MS = 60_000;

/** What every cluster of ours runs with; durability stays at PostgreSQL's own safe defaults. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** For clusters nobody will miss. */
const UNSAFE_FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Runs PostgreSQL on `<dataDir>/postgres`, making the cluster and the database on first use. A server that still runs
 * there because whoever started it was killed is adopted: same data, same port, nothing lost.
 *
 * `exited` resolves when the server is gone, for whatever reason.
 */
export async function startEmbeddedPostgres({ dataDir, port, log }) {
  const clusterDir = path.join(path.resolve(dataDir), 'postgres');
  const passwordFile = path.join(path.resolve(dataDir), 'postgres-password');
  const account = postgresAccount(clusterDir);
  const adopted = await adopt(clusterDir, passwordFile);
  if (adopted !== null) return adopted;

  const binaries = postgresBinaries(account);
  if (!existsSync(clusterDir))
    await initialize({ binaries, account, clusterDir, passwordFile, log });
  refuseForeignCluster(clusterDir);
  disownStalePidFile(clusterDir);

  const password = readPassword(passwordFile);
  const server = await launch({
    binaries,
    account,
    clusterDir,
    password,
    port,
    log,
    settings: SETTINGS,
  });
  await createDatabaseIfMissing(server.superuserUrl);
  return { ...server, url: withDatabase(server.superuserUrl, DATABASE), adopted: false };
}

/** The address of the database in `dataDir` when its server is up, or null. */
export function runningEmbeddedPostgresUrl(dataDir) {
  const clusterDir = path.join(path.resolve(dataDir), 'postgres');
  const running = runningPostmaster(clusterDir);
  if (running === null || running.port === null) return null;
  const password = readPassword(path.join(path.resolve(dataDir), 'postgres-password'));
  return withDatabase(superuserUrl(running.port, password), DATABASE);
}

/**
 * A fresh cluster in the system's temporary folder, gone after `stop()`. Its `url` is the superuser's, so that tests
 * can make databases and roles. It may forget everything in a power cut unless it is `durable`, which a benchmark wants.
 */
export async function startThrowawayPostgres({ durable = false, settings = {} } = {}) {
  await removeAbandonedThrowaways();
  const home = mkdtempSync(path.join(tmpdir(), THROWAWAY_PREFIX));
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    const server = await startIn(home, { durable, settings });
    return {
      url: server.superuserUrl,
      pid: server.pid,
      log: server.log,
      async stop() {
        await server.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function startIn(home, { durable, settings }) {
  chmodSync(home, 0o755);
  writeOwner(home);
  const clusterDir = path.join(home, 'postgres');
  const passwordFile = path.join(home, 'postgres-password');
  const log = path.join(home, 'postgres.log');
  const account = postgresAccount(clusterDir);
  const binaries = postgresBinaries(account);
  const flags = durable ? [] : ['--no-sync'];
  await initialize({ binaries, account, clusterDir, passwordFile, log, flags });
  const server = await launch({
    binaries,
    account,
    clusterDir,
    password: readPassword(passwordFile),
    log,
    settings: { ...SETTINGS, ...(durable ? {} : UNSAFE_FAST_SETTINGS), ...settings },
  });
  return { ...server, log };
}

async function adopt(clusterDir, passwordFile) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const running = runningPostmaster(clusterDir);
    if (running === null) return null;
    if (running.port !== null) {
      const url = superuserUrl(running.port, readPassword(passwordFile));
      if (await answers(url)) {
        await createDatabaseIfMissing(url);
        return {
          url: withDatabase(url, DATABASE),
          superuserUrl: url,
          pid: running.pid,
          port: running.port,
          adopted: true,
          exited: untilGone(running.pid),
          stop: () => stopPostmaster(running.pid),
        };
      }
    }
    // Still recovering, or on its way out: it ends either as a server that answers or as none.
    if (Date.now() > deadline) {
      throw new UserFacingError(
        `A database server (process ${running.pid}) runs on ${clusterDir} but does not answer; stop it and start again.`,
      );
    }
    await sleep(50);
  }
}

/** In a folder of another name first, so that a start that is killed halfway leaves no half cluster behind. */
async function initialize({ binaries, account, clusterDir, passwordFile, log, flags = [] }) {
  const draft = `${clusterDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (!existsSync(passwordFile)) {
    writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  }
  if (account.uid !== undefined) {
    chownSync(draft, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const { cwd, name } = clusterPlace(account, draft);
  const password = openSync(passwordFile, 'r');
  const initdb = await startProcessGroup(
    binaries.initdb,
    [
      `--pgdata=${name}`,
      `--username=${SUPERUSER}`,
      '--pwfile=/dev/stdin',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...flags,
    ],
    { ...account, log, cwd, env: serverEnvironment(), stdin: password },
  );
  closeSync(password);
  const { code, signal } = await initdb.exited;
  if (code !== 0) {
    throw new UserFacingError(
      `The database could not be created (initdb ended with ${signal ?? code}).`,
      {
        details: lastLines(log),
      },
    );
  }
  renameSync(draft, clusterDir);
}

async function launch({ binaries, account, clusterDir, password, port, log, settings }) {
  const fixedPort = port !== undefined;
  const { cwd, name: cluster } = clusterPlace(account, clusterDir);
  for (let attempt = 1; ; attempt += 1) {
    const chosen = fixedPort ? port : await freePort();
    const options = Object.entries({ ...settings, port: String(chosen) });
    const group = await startProcessGroup(
      binaries.postgres,
      ['-D', cluster, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        ...account,
        log,
        cwd,
        env: serverEnvironment(),
        stop: (pid) => stopPostmaster(pid),
        partingSignal: 'SIGINT',
      },
    );
    const url = superuserUrl(chosen, password);
    if (await ready(url, group)) {
      return {
        superuserUrl: url,
        pid: group.pid,
        port: chosen,
        exited: group.exited,
        stop: group.stop,
      };
    }
    // Somebody may have taken the port since it was found free; or the children of a server that was killed are
    // still on their way out. Both pass.
    if (attempt === 4) {
      throw new UserFacingError('The embedded database server does not start.', {
        details: lastLines(log),
      });
    }
    await sleep(attempt * 250);
  }
}

/** False when the server ended instead. */
async function ready(url, group) {
  let ended = false;
  group.exited.then(() => {
    ended = true;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!ended) {
    if (await answers(url)) return true;
    if (Date.now() > deadline) {
      await group.stop();
      return false;
    }
    await sleep(20);
  }
  return false;
}

/** Whether the server takes connections now; a wrong password never becomes right, so that is said at once. */
async function answers(url) {
  const client = new pg.Client({
    connectionString: sessionAddress(url),
    connectionTimeoutMillis: 5000,
  });
  // A server that goes away after the handshake says so here; the answer is then simply no.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if (error.code === '28P01') {
      throw new UserFacingError(
        'The running database does not accept the password in postgres-password; restore that file from where the data came from.',
        { cause: error },
      );
    }
    return false;
  }
}

async function createDatabaseIfMissing(url) {
  const client = new pg.Client({ connectionString: sessionAddress(url) });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function refuseForeignCluster(clusterDir) {
  const version = readOwn(clusterDir, path.join(clusterDir, 'PG_VERSION'));
  if (version === null) {
    throw new UserFacingError(
      `${clusterDir} is no PostgreSQL data directory; move it away, or choose another folder with CRMS_DATA_DIR.`,
    );
  }
  if (version.trim() !== MAJOR_VERSION) {
    throw new UserFacingError(
      `The data in ${clusterDir} was written by PostgreSQL ${version.trim()}, and this is ${MAJOR_VERSION}: move it away, or run it with its own version and DATABASE_URL.`,
    );
  }
}

function readPassword(file) {
  const password = readOwn(path.dirname(file), file);
  if (password !== null) return password.trim();
  throw new UserFacingError(
    `The password of the embedded database is missing (${file}); restore that file from where the data came from.`,
  );
}

function readOwn(owner, file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    if (error.code === 'EACCES') throw notOurs(owner, error);
    throw error;
  }
}

function superuserUrl(port, password) {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
}

function withDatabase(url, name) {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Nothing of ours: neither a language for its messages nor settings meant for another server. */
function serverEnvironment() {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

/** Somebody else's child tells nobody when it ends: look. */
async function untilGone(pid) {
  const identity = processIdentity(pid);
  while (isAlive(pid, identity)) await sleep(200, undefined, { ref: false });
  return { code: null, signal: null };
}

const OWNER_FILE = 'owner.json';

/** Renamed into place, so that nobody who cleans up reads half of it. */
function writeOwner(home) {
  const owner = { pid: process.pid, identity: processIdentity(process.pid) };
  const draft = path.join(home, `${OWNER_FILE}.new`);
  writeFileSync(draft, JSON.stringify(owner));
  renameSync(draft, path.join(home, OWNER_FILE));
}

/** What a test run that was killed could not clean up itself: its server still runs and its files fill the disk. */
async function removeAbandonedThrowaways() {
  for (const name of readdirSync(tmpdir())) {
    const home = path.join(tmpdir(), name);
    if (!name.startsWith(THROWAWAY_PREFIX) || !isAbandoned(home)) continue;
    const server = runningPostmaster(path.join(home, 'postgres'));
    if (server !== null) await stopPostmaster(server.pid);
    rmSync(home, { recursive: true, force: true });
  }
}

function isAbandoned(home) {
  try {
    if (statSync(home).uid !== process.getuid?.()) return false;
    const { pid, identity } = JSON.parse(readFileSync(path.join(home, OWNER_FILE), 'utf8'));
    return !isAlive(pid, identity);
  } catch (error) {
    // Without an owner it is just being made, or just being removed.
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}
