import type { Config } from '../../src/config';
import type { Database } from '../database/database';
import type { InstanceLock, Part } from '../database/instance-lock';
import type { Environment, ProcessGroup } from './process-group';
import type { Mode, WebServer } from './web-server';
import { reportFailure } from '../bootstrap/failure.mjs';
import { openDatabase, prepareDatabase } from '../database/database';
import { takeInstanceLock } from '../database/instance-lock';
import { prepareBuild } from '../setup/build';
import { checkedConfig, withEmbeddedDatabase } from '../setup/configuration';
import { prepareDataDir } from '../setup/data-dir';
import { keptSecret } from '../setup/persisted-secret';
import { startJobs } from './jobs-process';
import { keepRunning } from './keep-running';
import { logFile, logFolder } from './log-file';
import { keepLogsBounded } from './log-rotation';
import {
  partFromEveryProcessGroup,
  stopEveryProcessGroup,
  stopProcessGroup,
} from './process-group';
import { isAlive } from './process-identity';
import { onTerminalClosed } from './terminal';
import { refuseUnlessPortIsFree, startWebServer, webPort } from './web-server';

/** Together with the database's own patience, about the 5 s somebody waits after Ctrl-C. */
const WEB_GRACE_MS = 3000;
/** Where people rely on it nothing that was accepted is cut off; whoever asked may lose patience after 15 s. */
const PRODUCTION_GRACE_MS = 14_500;

/** Runs the whole product until it is told to stop: the database, then the web server; ended in the opposite order. */
export async function supervise(options: {
  readonly mode: Mode;
  readonly distDir: string;
}): Promise<void> {
  const instance = new Instance(options);
  const end = () => void instance.end(0);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
  onTerminalClosed(end);
  // When the terminal is gone there is nobody left to tell, and stopping matters more.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('exit', partFromEveryProcessGroup);

  try {
    await instance.begin();
  } catch (error) {
    // What was being done when somebody asked us to stop is bound to fail.
    if (instance.isEnding()) return;
    reportFailure(error);
    await instance.end(1);
  }
}

class Instance {
  private ending = false;
  private lock: InstanceLock | null = null;
  private database: Database | null = null;
  private graceMs = WEB_GRACE_MS;

  constructor(private readonly options: { readonly mode: Mode; readonly distDir: string }) {}

  isEnding(): boolean {
    return this.ending;
  }

  async begin(): Promise<void> {
    const { mode, distDir } = this.options;
    const port = webPort(process.env.PORT || undefined);
    const dataDir = prepareDataDir();
    // First of all, so that a second start says so at once and touches nothing the first one is using.
    const lock = takeInstanceLock(dataDir, {
      command: mode === 'dev' ? 'npm run dev' : 'npm start',
      port,
    });
    this.lock = lock;
    await endOrphan(lock.leftBehind?.web);
    await endOrphan(lock.leftBehind?.jobs);
    const config = checkedConfig(this.environment(dataDir));
    const { host } = config;
    await refuseUnlessPortIsFree(host, port);
    if (mode === 'start') await this.unlessEnding(() => prepareBuild({ dataDir, distDir }));
    if (config.isProduction) this.graceMs = PRODUCTION_GRACE_MS;
    const database = await this.unlessEnding(() =>
      openDatabase({ dataDir, external: externalOf(config) }),
    );
    this.database = database;
    const env = this.environment(dataDir, database.url);
    keepLogsBounded(logFolder(dataDir), { onError: reportFailure });
    const options = (part: Part) => ({
      env,
      log: mode === 'dev' ? undefined : logFile(dataDir, part),
      onStarted: (started: ProcessGroup) => this.note(part, started),
    });
    const startParts = {
      jobs: () => startJobs(options('jobs')),
      web: (begins?: Promise<unknown>) =>
        startWebServer({ mode, host, port, distDir, begins, ...options('web') }),
    };
    const prepared = this.unlessEnding(() =>
      prepareDatabase(dataDir, { ...env, CRMS_OWNER_DATABASE_URL: database.ownerUrl ?? '' }),
    );
    const [setUpPath, jobs, web] = await Promise.all([
      prepared,
      prepared.then(() => this.unlessEnding(startParts.jobs)),
      startParts.web(prepared),
    ]);
    if (this.ending) return;
    console.log(`Content rights management is ready at ${web.address}`);
    if (setUpPath !== null)
      console.log(`Nobody is there yet. Become the first admin at ${config.url}${setUpPath}`);
    this.keepPartsRunning(dataDir, database, jobs, web, startParts);
  }

  /** Web server first: it finishes what it has accepted while it still has a database. Asked twice, it stops once. */
  async end(exitCode: number): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    await stopEveryProcessGroup({ graceMs: this.graceMs });
    await this.database?.stop();
    this.lock?.release();
    process.exit(exitCode);
  }

  /** What the processes are started with. The embedded database's address is known only when it is up. */
  private environment(dataDir: string, url?: string): Environment {
    const env = {
      ...process.env,
      NODE_ENV: this.options.mode === 'dev' ? 'development' : 'production',
      // Only what starts the processes needs to be able to change tables.
      ...(url === undefined ? {} : { CRMS_OWNER_DATABASE_URL: '' }),
    };
    if (process.env.DATABASE_URL) return { ...env, CRMS_EMBEDDED_DATABASE: '' };
    return withEmbeddedDatabase(env, { url, secret: keptSecret(dataDir, 'secret') });
  }

  private async unlessEnding<Done>(work: () => Promise<Done>): Promise<Done> {
    if (this.ending) throw new Error('Asked to stop.');
    return work();
  }

  /** A part that ends by itself is started again, the database where the others expect it. */
  private keepPartsRunning(
    dataDir: string,
    database: Database,
    jobs: ProcessGroup,
    web: WebServer,
    startParts: { jobs: () => Promise<ProcessGroup>; web: () => Promise<WebServer> },
  ): void {
    const isEnding = () => this.ending;
    void keepRunning({
      name: 'The embedded database',
      running: database,
      start: async () => {
        this.database = await openDatabase({ dataDir, port: database.port });
        return this.database;
      },
      isEnding,
    });
    const keep = (name: string, first: ProcessGroup, startPart: () => Promise<ProcessGroup>) => {
      let current = first;
      const start = async () => {
        // What it had started itself may still hold the port.
        await current.stop();
        current = await startPart();
        return current;
      };
      void keepRunning({ name, running: first, start, isEnding });
    };
    keep('The web server', web, startParts.web);
    keep('The process for imports and exports', jobs, startParts.jobs);
  }

  /** Where the next start finds what this one leaves behind when it is killed. A full disk must not keep a part from starting. */
  private note(part: Part, { pid, identity }: ProcessGroup): void {
    try {
      this.lock?.note(part, { pid, identity });
    } catch (error) {
      reportFailure(error);
    }
  }
}

function externalOf({ isEmbedded, databaseUrl, ownerDatabaseUrl }: Config) {
  return isEmbedded ? undefined : { url: databaseUrl, ownerUrl: ownerDatabaseUrl };
}

/** A web server whose supervisor was killed still holds the port, and a database that is no longer looked after. */
async function endOrphan(
  part: { pid: number; identity: string | null } | undefined,
): Promise<void> {
  if (part === undefined || !isAlive(part.pid, part.identity)) return;
  await stopProcessGroup(part.pid, { graceMs: WEB_GRACE_MS });
}
