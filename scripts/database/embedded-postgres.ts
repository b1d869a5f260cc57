import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterFiles, ClusterServer } from './cluster';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { logFile } from '../processes/log-file';
import { isAlive, processIdentity } from '../processes/process-identity';
import { withClient, withDatabase } from './client';
import {
  answers,
  clusterFiles,
  initializeCluster,
  readOwn,
  readPassword,
  startCluster,
  START_TIMEOUT_MS,
  superuserUrl,
} from './cluster';
import { takeInstanceLock } from './instance-lock';
import { disownStalePidFile, runningPostmaster, stopPostmaster } from './postmaster';

const MAJOR_VERSION = '18';
const DATABASE = 'crms';

export interface EmbeddedPostgres extends ClusterServer {
  /** The superuser's address of the product's database. */
  readonly url: string;
  /** Whether it ran already. */
  readonly adopted: boolean;
}

/**
 * Runs PostgreSQL on `<dataDir>/postgres`, making the cluster and the database on first use. A server that still runs
 * there because whoever started it was killed is adopted: same data, same port, nothing lost.
 */
export async function startEmbeddedPostgres({
  dataDir,
  port,
  log,
}: {
  readonly dataDir: string;
  readonly port?: number | undefined;
  readonly log: string;
}): Promise<EmbeddedPostgres> {
  const files = clusterFiles(dataDir, log);
  const adopted = await adopt(files);
  const server = adopted ?? (await startOwn(files, port));
  await createDatabaseIfMissing(server.superuserUrl);
  return {
    ...server,
    url: withDatabase(server.superuserUrl, DATABASE),
    adopted: adopted !== null,
  };
}

/** The address of the database in `dataDir` when its server is up, or null. */
export function runningEmbeddedPostgresUrl(dataDir: string): string | null {
  const { clusterDir, passwordFile } = clusterFiles(dataDir, '');
  const port = runningPostmaster(clusterDir)?.port ?? null;
  if (port === null) return null;
  return withDatabase(superuserUrl(port, readPassword(passwordFile)), DATABASE);
}

/**
 * Works with the embedded database as it runs, or started for as long as that takes.
 *
 * @param command to name to whoever else wants to start it meanwhile
 */
export async function withEmbeddedPostgres<T>(
  { dataDir, command }: { readonly dataDir: string; readonly command: string },
  work: (url: string) => Promise<T>,
): Promise<T> {
  const running = runningEmbeddedPostgresUrl(dataDir);
  if (running !== null) return work(running);
  const lock = takeInstanceLock(dataDir, { command });
  const server = await startEmbeddedPostgres({ dataDir, log: logFile(dataDir, 'postgres') });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
    lock.release();
  }
}

async function startOwn(files: ClusterFiles, port: number | undefined): Promise<ClusterServer> {
  if (!existsSync(files.clusterDir)) await initializeCluster(files);
  refuseForeignCluster(files.clusterDir);
  disownStalePidFile(files.clusterDir);
  return startCluster(files, { port });
}

async function adopt({ clusterDir, passwordFile }: ClusterFiles): Promise<ClusterServer | null> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const running = runningPostmaster(clusterDir);
    if (running === null) return null;
    const { pid, port } = running;
    if (port !== null) {
      const url = superuserUrl(port, readPassword(passwordFile));
      if (await answers(url))
        return {
          superuserUrl: url,
          pid,
          port,
          exited: untilGone(pid),
          stop: () => stopPostmaster(pid),
        };
    }
    // Still recovering, or on its way out: it ends either as a server that answers or as none.
    if (Date.now() > deadline)
      throw new UserFacingError(
        `A database server (process ${pid}) runs on ${clusterDir} but does not answer; stop it and start again.`,
      );
    await sleep(50);
  }
}

/** Somebody else's child tells nobody when it ends: look. */
async function untilGone(pid: number): Promise<void> {
  const identity = processIdentity(pid);
  while (isAlive(pid, identity)) await sleep(200, undefined, { ref: false });
}

async function createDatabaseIfMissing(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}

function refuseForeignCluster(clusterDir: string): void {
  const version = readOwn(clusterDir, path.join(clusterDir, 'PG_VERSION'))?.trim();
  if (version === MAJOR_VERSION) return;
  throw new UserFacingError(
    version === undefined
      ? `${clusterDir} is no PostgreSQL data directory; move it away, or choose another folder with CRMS_DATA_DIR.`
      : `The data in ${clusterDir} was written by PostgreSQL ${version}, and this is ${MAJOR_VERSION}: move it away, or run it with its own version and DATABASE_URL.`,
  );
}
