import type { Dirent } from 'node:fs';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { errnoOf, hasErrno } from '../processes/errno';

const NAME = 'content-rights-management';
const OTHERS_MAY_WRITE = 0o022;
const ANYBODY_MAY_READ = 0o444;
const ANYBODY_MAY_ENTER = 0o755;

/**
 * A copy of an installed PostgreSQL package in a place that every user can enter and only the present one can change:
 * /var/cache for root, the cache folder of anybody else. There is one per version, shared by all clones. It holds
 * programs only, so it may be deleted whenever no server runs, and is then made again.
 *
 * @param installed the package's folder
 * @returns the folder of the copy
 */
export function copyOfPackage(installed: string, cache = cacheFolder()): string {
  const { name, version } = JSON.parse(
    readFileSync(path.join(installed, 'package.json'), 'utf8'),
  ) as { name: string; version: string };
  const copy = path.join(cache, `${path.basename(name)}-${version}`);
  try {
    // The umask of root may keep others out of new folders.
    if (mkdirSync(cache, { recursive: true }) !== undefined) chmodSync(cache, ANYBODY_MAY_ENTER);
    refuseUnlessOurs(cache);
    if (isWhole(installed, copy)) return copy;
    makeCopy(installed, copy);
    return copy;
  } catch (cause) {
    if (cause instanceof UserFacingError) throw cause;
    throw new UserFacingError(
      `The database server cannot run from ${installed}, and its programs cannot be copied to ${cache} (${errnoOf(cause)}): move the project to a folder that every user can enter, or run this as a normal user.`,
      { cause },
    );
  }
}

function cacheFolder(): string {
  if (process.getuid?.() === 0) return path.join('/var/cache', NAME);
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), NAME);
}

/** Whoever can write there decides which program runs with the data. */
function refuseUnlessOurs(folder: string): void {
  const found = lstatSync(folder);
  const isOurs = found.isDirectory() && found.uid === process.getuid?.();
  if (isOurs && (found.mode & OTHERS_MAY_WRITE) === 0) return;
  throw new UserFacingError(
    `${folder} can be changed by other users, so the database server's programs are not run from there: remove it.`,
  );
}

/** By size: after a power cut a file may be there without its contents. */
function isWhole(installed: string, copy: string): boolean {
  return filesIn(installed).every((file) => {
    const copied = path.join(copy, file);
    return (
      existsSync(copied) && lstatSync(copied).size === lstatSync(path.join(installed, file)).size
    );
  });
}

/** It appears whole; of several that are made at once one stays. */
function makeCopy(installed: string, copy: string): void {
  const draft = mkdtempSync(`${copy}.`);
  try {
    for (const file of filesIn(installed)) {
      const [from, to] = [path.join(installed, file), path.join(draft, file)];
      mkdirSync(path.dirname(to), { recursive: true });
      copyFileSync(from, to);
      // Root's umask may have kept everybody else out of what npm has installed.
      chmodSync(to, (lstatSync(from).mode & 0o755) | ANYBODY_MAY_READ);
    }
    for (const folder of [draft, path.join(draft, 'native'), ...foldersIn(draft)])
      chmodSync(folder, ANYBODY_MAY_ENTER);
    if (isWhole(installed, copy)) return;
    rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
  } catch (error) {
    const isMadeByAnother = hasErrno(error, 'ENOTEMPTY', 'EEXIST');
    if (!isMadeByAnother) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Links are left out: they are restored from the package's own list. */
function filesIn(root: string): string[] {
  return [
    'package.json',
    ...entriesIn(root)
      .filter((entry) => entry.isFile())
      .map(pathFrom(root)),
  ];
}

function foldersIn(root: string): string[] {
  return entriesIn(root)
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(root, pathFrom(root)(entry)));
}

function entriesIn(root: string): Dirent[] {
  return readdirSync(path.join(root, 'native'), { recursive: true, withFileTypes: true });
}

function pathFrom(root: string): (entry: Dirent) => string {
  return ({ parentPath, name }) => path.relative(root, path.join(parentPath, name));
}
