import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../processes/user-facing-error.mjs';
import { isAlive, processIdentity } from '../processes/process-identity.mjs';

/**
 * One running instance per data directory. The lock is a file that says who holds it, at which port, and which web
 * server it has started, so that whoever comes after a crash can clean up behind it.
 *
 * @returns what the last holder left behind (null after an orderly stop), and the means to note things and to let go
 */
export function takeInstanceLock(dataDir, holder) {
  const file = path.join(dataDir, 'instance.lock');
  const contents = { ...holder, pid: process.pid, identity: processIdentity(process.pid) };
  const leftBehind = claim(file, contents, dataDir);

  return {
    leftBehind,
    note(more) {
      Object.assign(contents, more);
      renameSync(draft(file, contents), file);
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

/** Who holds the lock now, or null. */
export function instanceLockHolder(dataDir) {
  const holder = read(path.join(dataDir, 'instance.lock'));
  return holder !== null && isAlive(holder.pid, holder.identity) ? holder : null;
}

function claim(file, contents, dataDir) {
  if (claimed(file, contents)) return null;

  // The holder may have ended without letting go. Only one of several starts that notice may take over: they take
  // turns by a second file, which is held for an instant and never across anything that can wait.
  const turn = `${file}.takeover`;
  if (!claimed(turn, contents)) {
    const taker = read(turn);
    if (taker !== null && isAlive(taker.pid, taker.identity)) throw inUse(dataDir, taker);
    rmSync(turn, { force: true });
    if (!claimed(turn, contents)) throw inUse(dataDir, read(turn));
  }
  try {
    const holder = read(file);
    if (holder !== null && isAlive(holder.pid, holder.identity)) throw inUse(dataDir, holder);
    renameSync(draft(file, contents), file);
    return holder;
  } finally {
    rmSync(turn, { force: true });
  }
}

/** A link either appears whole or fails: nobody ever reads half a lock. */
function claimed(file, contents) {
  const source = draft(file, contents);
  try {
    linkSync(source, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(source, { force: true });
  }
}

function draft(file, contents) {
  const source = `${file}.${process.pid}`;
  writeFileSync(source, `${JSON.stringify(contents)}\n`);
  return source;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // Locks are written whole, so one that is no JSON was spoilt by a full disk or by hand: it names no holder.
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

function inUse(dataDir, holder) {
  const where = holder?.port === undefined ? '' : ` at port ${holder.port}`;
  const who =
    holder === null ? 'another start' : `process ${holder.pid} (${holder.command})${where}`;
  return new UserFacingError(
    `The data directory ${dataDir} is in use by ${who}; stop that first, or choose another with CRMS_DATA_DIR.`,
  );
}
