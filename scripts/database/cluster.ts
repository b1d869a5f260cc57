import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment, ProcessGroup } from '../processes/process-group';
import type { PostgresAccount } from './postgres-account';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { errnoOf, hasErrno } from '../processes/errno';
import getPort from 'get-port';
import { lastLines } from '../processes/log-file';
import { startProcessGroup } from '../processes/process-group';
import { withClient } from './client';
import { clusterPlace, postgresAccount } from './postgres-account';
import { postgresBinaries } from './postgres-binaries';
import { notOurs, stopPostmaster } from './postmaster';

/*
 * A PostgreSQL cluster in a folder `postgres`, and the password of its superuser in a file beside it.
 */

const SUPERUSER = 'postgres';

/** Long enough for a crash recovery on a slow disk. */
export const START_TIMEOUT_MS = 60_000;

/** What every cluster of ours runs with; durability stays at PostgreSQL's own safe defaults. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

export interface ClusterFiles {
  readonly clusterDir: string;
  readonly passwordFile: string;
  readonly log: string;
}

/** A server of ours. */
export interface ClusterServer {
  readonly superuserUrl: string;
  readonly pid: number;
  readonly port: number;
  /** Resolves when the server is gone, for whatever reason. */
  readonly exited: Promise<unknown>;
  readonly stop: () => Promise<void>;
}

export function clusterFiles(home: string, log: string): ClusterFiles {
  const folder = path.resolve(home);
  return {
    clusterDir: path.join(folder, 'postgres'),
    passwordFile: path.join(folder, 'postgres-password'),
    log,
  };
}

/**
 * Makes the cluster, in a folder of another name first, so that a start that is killed halfway leaves no half cluster
 * behind.
 *
 * @param flags for initdb
 */
export async function initializeCluster(
  { clusterDir, passwordFile, log }: ClusterFiles,
  flags: readonly string[] = [],
): Promise<void> {
  const account = postgresAccount(clusterDir);
  const draft = `${clusterDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (!existsSync(passwordFile))
    writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(draft, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const { cwd, name } = clusterPlace(account, draft);
  const password = openSync(passwordFile, 'r');
  const initdb = await startProcessGroup(
    postgresBinaries(account).initdb,
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
  if (code !== 0)
    throw new UserFacingError(
      `The database could not be created (initdb ended with ${signal ?? code ?? ''}).`,
      { details: lastLines(log) },
    );
  renameSync(draft, clusterDir);
}

/** Starts a server on a cluster, at `port` or else at one that is free, and returns when it takes connections. */
export async function startCluster(
  { clusterDir, passwordFile, log }: ClusterFiles,
  {
    port,
    settings = {},
  }: {
    readonly port?: number | undefined;
    readonly settings?: Readonly<Record<string, string>>;
  } = {},
): Promise<ClusterServer> {
  const account = postgresAccount(clusterDir);
  const { postgres } = postgresBinaries(account);
  const password = readPassword(passwordFile);
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await getPort());
    const options = Object.entries({ ...SETTINGS, ...settings, port: String(chosen) });
    const group = await launch(postgres, account, clusterDir, log, options);
    const url = superuserUrl(chosen, password);
    if (await ready(url, group))
      return {
        superuserUrl: url,
        pid: group.pid,
        port: chosen,
        exited: group.exited,
        stop: () => group.stop(),
      };
    // Somebody may have taken the port since it was found free; or the children of a server that was killed are
    // still on their way out. Both pass.
    if (attempt === 4)
      throw new UserFacingError('The embedded database server does not start.', {
        details: lastLines(log),
      });
    await sleep(attempt * 250);
  }
}

function launch(
  postgres: string,
  account: PostgresAccount,
  clusterDir: string,
  log: string,
  options: readonly (readonly [string, string])[],
): Promise<ProcessGroup> {
  const { cwd, name } = clusterPlace(account, clusterDir);
  return startProcessGroup(
    postgres,
    ['-D', name, ...options.flatMap(([option, value]) => ['-c', `${option}=${value}`])],
    {
      ...account,
      log,
      cwd,
      env: serverEnvironment(),
      stop: (pid) => stopPostmaster(pid),
      partingSignal: 'SIGINT',
    },
  );
}

/** False when the server ended instead. */
async function ready(url: string, group: ProcessGroup): Promise<boolean> {
  const state = { ended: false };
  void group.exited.then(() => (state.ended = true));
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!state.ended) {
    if (await answers(url)) return true;
    if (Date.now() > deadline) {
      await group.stop();
      return false;
    }
    await sleep(20);
  }
  return false;
}

/** Whether a server takes connections now; a wrong password never becomes right, so that is said at once. */
export async function answers(url: string): Promise<boolean> {
  try {
    await withClient(url, async () => {});
    return true;
  } catch (cause) {
    if (errnoOf(cause) !== '28P01') return false;
    throw new UserFacingError(
      'The running database does not accept the password in postgres-password; restore that file from where the data came from.',
      { cause },
    );
  }
}

export function readPassword(file: string): string {
  const password = readOwn(path.dirname(file), file);
  if (password !== null) return password.trim();
  throw new UserFacingError(
    `The password of the embedded database is missing (${file}); restore that file from where the data came from.`,
  );
}

/** A file of the installation, or null when it is not there. */
export function readOwn(owner: string, file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return null;
    if (hasErrno(error, 'EACCES')) throw notOurs(owner, error);
    throw error;
  }
}

export function superuserUrl(port: number, password: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
}

/** Nothing of ours: neither a language for its messages nor settings meant for another server. */
function serverEnvironment(): Environment {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
