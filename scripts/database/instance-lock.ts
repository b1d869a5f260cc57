import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { hasErrno } from '../processes/errno';
import { isAlive, processIdentity } from '../processes/process-identity';
import { dataDirectory } from '../setup/data-dir';

/** A process, told apart from any other that will ever carry its number. */
interface Identified {
  readonly pid: number;
  readonly identity: string | null;
}

/** What an instance starts beside its database. */
export type Part = 'web' | 'jobs';

/** Who holds the lock, and what it has started. */
interface Holder extends Identified, Partial<Readonly<Record<Part, Identified>>> {
  readonly command: string;
  readonly port?: number;
}

export interface InstanceLock {
  /** The last holder, when it ended without letting go. */
  readonly leftBehind: Holder | null;
  readonly note: (part: Part, started: Identified) => void;
  readonly release: () => void;
}

/**
 * One running instance per data directory. The lock is a file that says who holds it, at which port, and which processes
 * it has started, so that whoever comes after a crash can clean up behind it.
 *
 * @throws UserFacingError while another instance holds it
 */
export function takeInstanceLock(
  dataDir: string,
  about: Pick<Holder, 'command' | 'port'>,
): InstanceLock {
  const file = path.join(dataDir, 'instance.lock');
  let holder: Holder = { ...about, pid: process.pid, identity: processIdentity(process.pid) };
  const leftBehind = claim(file, holder, dataDir);

  return {
    leftBehind,
    note(part, started) {
      holder = { ...holder, [part]: started };
      renameSync(draft(file, holder), file);
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

/** Refuses to go on while an instance runs on the data directory of this installation. */
export function refuseWhileInUse(): void {
  const dataDir = dataDirectory();
  refuseIfAlive(read(path.join(dataDir, 'instance.lock')), dataDir);
}

function claim(file: string, holder: Holder, dataDir: string): Holder | null {
  if (claimed(file, holder)) return null;

  // The holder may have ended without letting go. Only one of several starts that notice may take over: they take
  // turns by a second file, which is held for an instant and never across anything that can wait.
  const turn = `${file}.takeover`;
  if (!claimed(turn, holder)) {
    refuseIfAlive(read(turn), dataDir);
    rmSync(turn, { force: true });
    if (!claimed(turn, holder)) throw inUse(dataDir, read(turn));
  }
  try {
    const last = read(file);
    refuseIfAlive(last, dataDir);
    renameSync(draft(file, holder), file);
    return last;
  } finally {
    rmSync(turn, { force: true });
  }
}

/** A link either appears whole or fails: nobody ever reads half a lock. */
function claimed(file: string, holder: Holder): boolean {
  const source = draft(file, holder);
  try {
    linkSync(source, file);
    return true;
  } catch (error) {
    if (hasErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(source, { force: true });
  }
}

function draft(file: string, holder: Holder): string {
  const source = `${file}.${process.pid}`;
  writeFileSync(source, `${JSON.stringify(holder)}\n`);
  return source;
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch (error) {
    // Locks are written whole, so one that is no JSON was spoilt by a full disk or by hand: it names no holder.
    if (hasErrno(error, 'ENOENT') || error instanceof SyntaxError) return null;
    throw error;
  }
}

function refuseIfAlive(holder: Holder | null, dataDir: string): void {
  if (holder !== null && isAlive(holder.pid, holder.identity)) throw inUse(dataDir, holder);
}

function inUse(dataDir: string, holder: Holder | null): UserFacingError {
  const where = holder?.port === undefined ? '' : ` at port ${holder.port}`;
  const who =
    holder === null ? 'another start' : `process ${holder.pid} (${holder.command})${where}`;
  return new UserFacingError(
    `The data directory ${dataDir} is in use by ${who}; stop that first, or choose another with CRMS_DATA_DIR.`,
  );
}
