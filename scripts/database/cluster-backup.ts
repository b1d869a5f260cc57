import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { hasErrno } from '../processes/errno';
import { withClient } from './client';
import type { PostgresAccount } from './postgres-account';

/*
 * A copy of the embedded database while it is in use: PostgreSQL's own base backup, without its program for it, which the
 * package does not bring. Between pg_backup_start and pg_backup_stop the files are copied as they are, half written pages
 * and all; the write-ahead log of that time, which is copied last, makes them whole again at the first start.
 */

/** What a backup says of itself. */
export interface BackupAbout {
  readonly format: number;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  /** Segments of the write-ahead log. */
  readonly firstLog: string;
  readonly lastLog: string;
  /** Of the server. */
  readonly version: string;
}

/** What an installation's data directory holds beside the cluster, without which the cluster is of no use. */
const KEPT_BESIDE = ['postgres-password', 'app-password', 'secret'];
const ABOUT = 'backup.json';
const FORMAT = 1;

/** Made anew at every start, or belonging to the server that runs. */
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'tablespace_map']);
const LEFT_EMPTY = new Set([
  ...['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots'],
  ...['pg_stat_tmp', 'pg_subtrans'],
]);
const TEMPORARY = /^(pgsql_tmp|t\d+_\d+|pg_internal\.init)/;

/**
 * Copies the data of an installation into a new folder, which appears there whole or not at all.
 *
 * @param url of the cluster's superuser
 */
export async function backUp({
  dataDir,
  url,
  target,
}: {
  readonly dataDir: string;
  readonly url: string;
  readonly target: string;
}): Promise<BackupAbout> {
  refuseIfThere(target);
  const draft = `${target}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const clusterDir = path.join(dataDir, 'postgres');
  try {
    const covered = await copyRunning(clusterDir, path.join(draft, 'postgres'), url);
    for (const name of KEPT_BESIDE) {
      const file = path.join(dataDir, name);
      if (existsSync(file)) copyDurably(file, path.join(draft, name));
    }
    const about = { format: FORMAT, madeAt: new Date().toISOString(), ...covered };
    writeFileSync(path.join(draft, ABOUT), `${JSON.stringify(about, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, target);
    syncFolder(path.dirname(target));
    return about;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Puts a backup where the data of an installation is; what was there is kept beside it.
 *
 * @returns where that is, or null when there was nothing
 */
export function restoreFiles({
  source,
  dataDir,
  account,
}: {
  readonly source: string;
  readonly dataDir: string;
  readonly account: PostgresAccount;
}): { readonly kept: string | null; readonly about: BackupAbout } {
  const about = readAbout(source);
  const clusterDir = path.join(dataDir, 'postgres');
  const draft = `${clusterDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  copyFolder(path.join(source, 'postgres'), draft);
  const kept = existsSync(clusterDir) ? freeName(path.join(dataDir, 'before-restore')) : null;
  if (kept !== null) {
    mkdirSync(kept, { mode: 0o711 });
    for (const name of ['postgres', ...KEPT_BESIDE]) {
      const file = path.join(dataDir, name);
      if (existsSync(file)) renameSync(file, path.join(kept, name));
    }
  }
  for (const name of KEPT_BESIDE) {
    const file = path.join(source, name);
    if (!existsSync(file)) continue;
    copyDurably(file, path.join(dataDir, name));
    chmodSync(path.join(dataDir, name), 0o600);
  }
  renameSync(draft, clusterDir);
  if (account.uid !== undefined) {
    const owner = `${account.uid}:${account.gid ?? ''}`;
    const { status } = spawnSync('chown', ['-R', owner, clusterDir]);
    if (status !== 0) throw new UserFacingError(`${clusterDir} could not be given to its server.`);
  }
  return { kept, about };
}

function readAbout(source: string): BackupAbout {
  const file = path.join(source, ABOUT);
  if (!existsSync(file) || !existsSync(path.join(source, 'postgres', 'backup_label'))) {
    throw new UserFacingError(`${source} is no backup that npm run backup has made.`);
  }
  const about = JSON.parse(readFileSync(file, 'utf8')) as BackupAbout;
  if (about.format === FORMAT) return about;
  throw new UserFacingError(`${source} was made by another version of this program.`);
}

async function copyRunning(clusterDir: string, target: string, url: string) {
  return withClient(url, async (client) => {
    // Holds on to the write-ahead log, and goes with this connection.
    const slot = `crms_backup_${process.pid}`;
    await client.query('SELECT pg_create_physical_replication_slot($1, true, true)', [slot]);
    const { rows: begun } = await client.query<{ firstLog: string; version: string }>(
      `SELECT pg_walfile_name(lsn) AS "firstLog", version() AS version FROM pg_backup_start('crms', true) lsn`,
    );
    copyFolder(clusterDir, target, { skip: isLeftOut });
    for (const name of LEFT_EMPTY)
      mkdirSync(path.join(target, name), { recursive: true, mode: 0o700 });
    const { rows: ended } = await client.query<{ lastLog: string; label: string }>(
      'SELECT pg_walfile_name(lsn) AS "lastLog", labelfile AS label FROM pg_backup_stop(false)',
    );
    const { firstLog = '', version = '' } = begun[0] ?? {};
    const { lastLog = '', label = '' } = ended[0] ?? {};
    copyLog(path.join(clusterDir, 'pg_wal'), path.join(target, 'pg_wal'), { firstLog, lastLog });
    // Tells the server where to begin to make the files whole: without it, it would take them for whole.
    writeFileSync(path.join(target, 'backup_label'), label, { mode: 0o600, flush: true });
    return { firstLog, lastLog, version };
  });
}

/** Segments are named by 24 digits, in their order; the lowest of the first 8 is the timeline, of which there is one. */
function copyLog(
  from: string,
  to: string,
  { firstLog, lastLog }: Pick<BackupAbout, 'firstLog' | 'lastLog'>,
): void {
  const segments = readdirSync(from)
    .filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= firstLog && name <= lastLog)
    .sort();
  if (segments[0] !== firstLog || segments.at(-1) !== lastLog) {
    throw new UserFacingError('The write-ahead log of the backup is not complete; try again.');
  }
  mkdirSync(path.join(to, 'archive_status'), { recursive: true, mode: 0o700 });
  mkdirSync(path.join(to, 'summaries'), { recursive: true, mode: 0o700 });
  for (const name of segments) copyDurably(path.join(from, name), path.join(to, name));
}

function isLeftOut(relative: string): boolean {
  const [top = '', ...below] = relative.split(path.sep);
  const name = below.at(-1) ?? top;
  return LEFT_OUT.has(relative) || LEFT_EMPTY.has(top) || TEMPORARY.test(name);
}

interface CopyOptions {
  /** Told a path within the folder. */
  readonly skip?: (relative: string) => boolean;
  readonly relative?: string;
}

/** A file may go while the folder is copied: what it held is then told by the log. */
function copyFolder(
  from: string,
  to: string,
  { skip = () => false, relative = '' }: CopyOptions = {},
): void {
  mkdirSync(path.join(to, relative), { recursive: true, mode: 0o700 });
  for (const name of readdirSync(path.join(from, relative))) {
    const inside = path.join(relative, name);
    if (skip(inside)) continue;
    try {
      const file = path.join(from, inside);
      const found = lstatSync(file);
      if (found.isDirectory()) copyFolder(from, to, { skip, relative: inside });
      else if (found.isFile()) copyDurably(file, path.join(to, inside));
      else throw new UserFacingError(`${file} is no common file: this backup cannot hold it.`);
    } catch (error) {
      if (!hasErrno(error, 'ENOENT')) throw error;
    }
  }
  syncFolder(path.join(to, relative));
}

function copyDurably(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  const file = openSync(to, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function refuseIfThere(target: string): void {
  if (!existsSync(target)) return;
  const what = statSync(target).isDirectory() ? 'folder' : 'file';
  throw new UserFacingError(
    `There is a ${what} ${target} already: name one that is not there yet.`,
  );
}

function freeName(base: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${base}-${number}`;
    if (!existsSync(name)) return name;
  }
}
