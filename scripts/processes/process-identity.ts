import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hasErrno } from './errno';

/**
 * What distinguishes this process from any other that will ever carry its number, or null when no such process runs.
 * A number alone is not enough: after a crash or a reboot it may name somebody else's process, which must neither keep
 * us from starting nor be ended by us.
 */
export function processIdentity(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

export function isAlive(pid: number, identity: string | null): boolean {
  return identity !== null && processIdentity(pid) === identity;
}

/** Boot and start tick. A zombie has ended, only nobody has asked how; in a container nobody may ever ask. */
function fromProc(pid: number): string | null {
  const stat = readIfPresent(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The program's name, in parentheses, may itself contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAtTick] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X') return null;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${startedAtTick ?? ''}`;
}

function fromPs(pid: number): string | null {
  const { stdout, status } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status !== 0) return null;
  const [state = '', ...startedAt] = stdout.trim().split(/\s+/);
  return state === '' || state.startsWith('Z') ? null : startedAt.join(' ');
}

function readIfPresent(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // ESRCH: it ended between being opened and being read.
    if (hasErrno(error, 'ENOENT', 'ESRCH')) return null;
    throw error;
  }
}
