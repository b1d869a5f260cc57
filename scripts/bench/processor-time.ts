import { readdirSync, readFileSync } from 'node:fs';
import { withClient } from '../database/client';

/** In milliseconds: Linux counts in hundredths of a second. */
const TICK = 10;

/**
 * The processor time that a process and its children have used so far, in milliseconds; of children that have ended, too.
 *
 * @throws where there is no /proc, so that no figure is made up
 */
export function processorTime(pid: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid);
  return [String(pid), ...children].reduce((sum, name) => sum + ticksOf(name), 0) * TICK;
}

/** The process of a database's server that began all its others. */
export async function serverOf(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return parentOf(rows[0]?.pid ?? 0);
  });
}

/** The process that began another one. */
export function parentOf(pid: number | string): number {
  return Number(fieldsOf(pid)[1]);
}

/** Own time and that of children it has waited for, in user and system mode (proc_pid_stat, fields 14 to 17). */
function ticksOf(pid: string): number {
  return fieldsOf(pid)
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks), 0);
}

/** The fields after the name, which may contain spaces; none of a process that is gone. */
function fieldsOf(pid: number | string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
