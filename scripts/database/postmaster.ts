import { spawnSync } from 'node:child_process';
import {
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { hasErrno } from '../processes/errno';
import { processIdentity } from '../processes/process-identity';

/** Larger than any process number a kernel hands out. */
const NOBODY = 99_999_999;

export interface RunningPostmaster {
  readonly pid: number;
  /** Null while it is only just starting. */
  readonly port: number | null;
}

/** The server that runs on this cluster, whoever started it, or null. */
export function runningPostmaster(clusterDir: string): RunningPostmaster | null {
  const lines = pidFile(clusterDir);
  if (lines === null) return null;
  const pid = Number(lines[0]);
  if (!isPostmasterOf(pid, clusterDir)) return null;
  // Written a moment after the file itself: a server that is only just starting has no port yet.
  const port = Number(lines[3]);
  return { pid, port: Number.isInteger(port) && port > 0 ? port : null };
}

/**
 * After a crash the pid file may carry a number that now belongs to somebody else, and PostgreSQL would refuse to
 * start beside that. Only the number is taken out: the rest is what PostgreSQL tells survivors of the old server by,
 * which must be gone before a new one may touch the files.
 */
export function disownStalePidFile(clusterDir: string): void {
  const lines = pidFile(clusterDir);
  if (lines === null || runningPostmaster(clusterDir) !== null) return;
  const file = pidFilePath(clusterDir);
  const { uid, gid, mode } = statSync(file);
  const draft = `${file}.stale`;
  writeFileSync(draft, [NOBODY, ...lines.slice(1)].join('\n'), { mode });
  if (process.getuid?.() === 0) spawnSync('chown', [`${uid}:${gid}`, draft]);
  renameSync(draft, file);
}

/**
 * Fast shutdown: sessions are ended and everything is written out. A server that takes longer than whoever pressed
 * Ctrl-C should wait is cut off, which costs nothing but a recovery at the next start.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  const identity = processIdentity(pid);
  if (identity === null) return;
  for (const [signal, patience] of [
    ['SIGINT', 2000],
    ['SIGQUIT', 1000],
    ['SIGKILL', 1000],
  ] as const) {
    if (!signalled(pid, signal)) return;
    const deadline = Date.now() + patience;
    while (processIdentity(pid) === identity) {
      if (Date.now() > deadline) break;
      await sleep(20);
    }
    if (processIdentity(pid) !== identity) return;
  }
}

function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if (hasErrno(error, 'ESRCH')) return false;
    throw error;
  }
}

function pidFilePath(clusterDir: string): string {
  return path.join(clusterDir, 'postmaster.pid');
}

function pidFile(clusterDir: string): string[] | null {
  try {
    return readFileSync(pidFilePath(clusterDir), 'utf8').split('\n');
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return null;
    if (hasErrno(error, 'EACCES')) throw notOurs(clusterDir, error);
    throw error;
  }
}

export function notOurs(clusterDir: string, cause: unknown): UserFacingError {
  return new UserFacingError(
    `The database in ${clusterDir} belongs to another user: start as that user, or choose another folder with CRMS_DATA_DIR.`,
    { cause },
  );
}

function isPostmasterOf(pid: number, clusterDir: string): boolean {
  if (processIdentity(pid) === null) return false;
  return process.platform === 'linux' ? byProc(pid, clusterDir) : byPs(pid, clusterDir);
}

/** The server works inside its cluster: its working directory proves which one it is, even after a move. */
function byProc(pid: number, clusterDir: string): boolean {
  try {
    const [program = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return (
      path.basename(program) === 'postgres' &&
      readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir)
    );
  } catch (error) {
    // Somebody else's process, which may not be looked into, or one that ended just now.
    if (hasErrno(error, 'EACCES', 'ENOENT', 'ESRCH')) return false;
    throw error;
  }
}

function byPs(pid: number, clusterDir: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes('postgres') && stdout.includes(clusterDir);
}
