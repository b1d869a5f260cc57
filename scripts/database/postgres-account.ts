import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../bootstrap/failure.mjs';

const NAME = 'postgres';

/** Whom the server runs as; oneself for `{}`. */
export interface PostgresAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Whom the server runs as. PostgreSQL refuses to run as root; root therefore runs it as whoever owns the cluster
 * already, or as the user `postgres`, made when absent. Anybody else runs it as oneself, which `{}` stands for.
 */
export function postgresAccount(clusterDir: string): PostgresAccount {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(clusterDir)) {
    const { uid, gid } = statSync(clusterDir);
    if (uid !== 0) return { uid, gid };
    throw new UserFacingError(
      `The database in ${clusterDir} belongs to root, as which PostgreSQL refuses to run: give it back to the user "${NAME}".`,
    );
  }
  return lookUp() ?? create();
}

/** The outermost of the folders around these files that `account` cannot enter, or null. */
export function closedFolder(account: PostgresAccount, files: readonly string[]): string | null {
  if (account.uid === undefined) return null;
  const folders = [...new Set(files.flatMap(ancestors))];
  const firstClosed = 'for folder; do [ -x "$folder" ] || { printf %s "$folder"; exit 0; }; done';
  const { stdout } = spawnSync('/bin/sh', ['-c', firstClosed, 'sh', ...folders], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
  });
  return stdout === '' ? null : stdout;
}

/**
 * How the server is told its cluster. On Linux it finds it in its working directory, in which root starts it: so it needs
 * no permission for the folders around, and the data stay in the data directory even if that is in root's closed home.
 *
 * @returns the directory to start in, and the name of the cluster as seen from there
 */
export function clusterPlace(
  account: PostgresAccount,
  clusterDir: string,
): { readonly cwd: string; readonly name: string } {
  if (process.platform === 'linux') return { cwd: clusterDir, name: '/proc/self/cwd' };
  const closed = closedFolder(account, [clusterDir]);
  if (closed === null) return { cwd: '/', name: clusterDir };
  throw new UserFacingError(
    `The database server must not run as root, and the user it runs as ("${NAME}") cannot enter ${closed}: move the project, open that folder (chmod o+x), or run this as a normal user.`,
  );
}

function lookUp(): PostgresAccount | null {
  const uid = idOf('-u');
  const gid = idOf('-g');
  return uid === null || gid === null ? null : { uid, gid };
}

function idOf(flag: string): number | null {
  const { status, stdout } = spawnSync('id', [flag, NAME], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}

function create(): PostgresAccount {
  const made = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME],
    { encoding: 'utf8' },
  );
  const account = lookUp();
  if (account !== null) return account;
  const reason = made.error?.message ?? made.stderr.trim();
  throw new UserFacingError(
    `PostgreSQL refuses to run as root, and its user "${NAME}" cannot be made (${reason}): run this as a normal user.`,
  );
}

function ancestors(file: string): string[] {
  const parent = path.dirname(file);
  return parent === file ? [] : [...ancestors(parent), parent];
}
