import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasErrno } from '../processes/errno';
import { isAlive, processIdentity } from '../processes/process-identity';
import { clusterFiles, initializeCluster, startCluster } from './cluster';
import { runningPostmaster, stopPostmaster } from './postmaster';

const PREFIX = 'crms-throwaway-';
const OWNER_FILE = 'owner.json';

/** For clusters nobody will miss. */
const UNSAFE_FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export interface ThrowawayPostgres {
  /** The superuser's, so that tests can make databases and roles. */
  readonly url: string;
  readonly pid: number;
  readonly log: string;
  readonly stop: () => Promise<void>;
}

/**
 * A fresh cluster in the system's temporary folder, gone after `stop()`. It may forget everything in a power cut unless
 * it is `durable`, which a benchmark wants.
 */
export async function startThrowawayPostgres({
  durable = false,
  settings = {},
}: {
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
} = {}): Promise<ThrowawayPostgres> {
  await removeAbandoned();
  const home = mkdtempSync(path.join(tmpdir(), PREFIX));
  const remove = () => rmSync(home, { recursive: true, force: true });
  const log = path.join(home, 'postgres.log');
  const files = clusterFiles(home, log);
  try {
    chmodSync(home, 0o755);
    writeOwner(home);
    await initializeCluster(files, durable ? [] : ['--no-sync']);
    const fast = durable ? {} : UNSAFE_FAST_SETTINGS;
    const server = await startCluster(files, { settings: { ...fast, ...settings } });
    return {
      url: server.superuserUrl,
      pid: server.pid,
      log,
      async stop() {
        await server.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Renamed into place, so that nobody who cleans up reads half of it. */
function writeOwner(home: string): void {
  const owner = { pid: process.pid, identity: processIdentity(process.pid) };
  const draft = path.join(home, `${OWNER_FILE}.new`);
  writeFileSync(draft, JSON.stringify(owner));
  renameSync(draft, path.join(home, OWNER_FILE));
}

/** What a test run that was killed could not clean up itself: its server still runs and its files fill the disk. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const home = path.join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || !isAbandoned(home)) continue;
    const server = runningPostmaster(clusterFiles(home, '').clusterDir);
    if (server !== null) await stopPostmaster(server.pid);
    rmSync(home, { recursive: true, force: true });
  }
}

function isAbandoned(home: string): boolean {
  try {
    if (statSync(home).uid !== process.getuid?.()) return false;
    const { pid, identity } = JSON.parse(readFileSync(path.join(home, OWNER_FILE), 'utf8')) as {
      pid: number;
      identity: string | null;
    };
    return !isAlive(pid, identity);
  } catch (error) {
    // Without an owner it is just being made, or just being removed.
    if (hasErrno(error, 'ENOENT')) return false;
    throw error;
  }
}
