import { checkedConfig, withEmbeddedDatabase } from '../setup/configuration.mjs';
import { takeInstanceLock } from '../database/instance-lock.mjs';
import { startJobs } from './jobs-process.mjs';
import { keepRunning } from './keep-running.mjs';
import { keptSecret } from '../setup/persisted-secret.mjs';
import { logFile, logFolder } from './log-file.mjs';
import { keepLogsBounded } from './log-rotation.mjs';
import { reportFailure } from './user-facing-error.mjs';
import {
  prepareBuild,
  prepareDatabaseClient,
  prepareDataDir,
  prepareDependencies,
  requireRecentNode,
} from '../setup/prepare.mjs';
import {
  partFromEveryProcessGroup,
  stopEveryProcessGroup,
  stopProcessGroup,
} from './process-group.mjs';
import { isAlive } from './process-identity.mjs';
import { inProject } from '../setup/project.mjs';
import { onTerminalClosed } from './terminal.mjs';
import { refuseUnlessPortIsFree, startWebServer, webPort } from './web-server.mjs';

/** Together with the database's own patience, about the 5 s somebody waits after Ctrl-C. */
const WEB_GRACE_MS = 3000;
/** Where people rely on it nothing that was accepted is cut off; whoever asked may lose patience after 15 s. */
const PRODUCTION_GRACE_MS = 14_500;

/**
 * Runs the whole product until it is told to stop: the database, then the web server; ended in the opposite order.
 * `mode` is start (what was built) or dev (what is being edited).
 */
export async function supervise({ mode, distDir }) {
  const instance = new Instance({ mode, distDir });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => instance.end(0));
  onTerminalClosed(() => instance.end(0));
  // When the terminal is gone there is nobody left to tell, and stopping matters more.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('exit', partFromEveryProcessGroup);

  try {
    await instance.begin();
  } catch (error) {
    // What was being done when somebody asked us to stop is bound to fail.
    if (instance.ending) return;
    reportFailure(error);
    await instance.end(1);
  }
}

class Instance {
  ending = false;
  #mode;
  #distDir;
  #lock = null;
  #database = null;
  #web = null;
  #jobs = null;
  #graceMs = WEB_GRACE_MS;

  constructor({ mode, distDir }) {
    this.#mode = mode;
    this.#distDir = distDir;
  }

  async begin() {
    requireRecentNode();
    const port = webPort(process.env.PORT || undefined);
    const dataDir = inProject(process.env.CRMS_DATA_DIR || '.data');
    prepareDataDir(dataDir);
    // First of all, so that a second start says so at once and touches nothing the first one is using.
    this.#lock = takeInstanceLock(dataDir, { command: `npm ${this.#npmScript()}`, port });
    await endOrphan(this.#lock.leftBehind?.web);
    await endOrphan(this.#lock.leftBehind?.jobs);
    await refuseUnlessPortIsFree(port);

    const config = await this.#prepare(dataDir);
    const database = await import('../database/database.mjs');
    if (config.isProduction) this.#graceMs = PRODUCTION_GRACE_MS;
    const external = config.isEmbedded
      ? undefined
      : { url: config.databaseUrl, ownerUrl: config.ownerDatabaseUrl };
    await this.#unlessEnding(async () => {
      this.#database = await database.openDatabase({ dataDir, external });
    });
    const { url, ownerUrl } = this.#database;
    // In production whoever serves people may not change tables: without an owner they have been migrated already.
    if (ownerUrl !== null || !config.isProduction)
      await this.#unlessEnding(() => database.migrateDatabase({ dataDir, url, ownerUrl }));
    if (config.isProduction) await this.#unlessEnding(() => database.refuseUnlessFit(url));
    if (config.isDemo) await this.#unlessEnding(() => database.seedDatabase({ dataDir, url }));

    let setUpLink = null;
    await this.#unlessEnding(async () => {
      const { isDemo } = config;
      setUpLink = await database.prepareFirstPeople({ dataDir, url, isDemo });
    });

    const env = this.#environment(dataDir, url);
    keepLogsBounded(logFolder(dataDir), { onError: reportFailure });
    const options = (name) => ({
      env,
      log: this.#mode === 'dev' ? undefined : logFile(dataDir, name),
      onStarted: (started) => this.#note(name, started),
    });
    const [mode, distDir] = [this.#mode, this.#distDir];
    const begin = {
      jobs: async () => startJobs(options('jobs')),
      web: async () => startWebServer({ mode, port, distDir, ...options('web') }),
    };
    await this.#unlessEnding(async () => {
      this.#jobs = await begin.jobs();
    });
    await this.#unlessEnding(async () => {
      this.#web = await begin.web();
    });
    if (this.ending) return;
    console.log(`Content rights management is ready at ${this.#web.address}`);
    if (setUpLink !== null)
      console.log(`Nobody is there yet. Become the first admin at ${config.url}${setUpLink}`);
    this.#keepRunning({ dataDir, openDatabase: database.openDatabase, begin });
  }

  /** Web server first: it finishes what it has accepted while it still has a database. Asked twice, it stops once. */
  async end(exitCode) {
    if (this.ending) return;
    this.ending = true;
    await stopEveryProcessGroup({ graceMs: this.#graceMs });
    await this.#database?.stop();
    this.#lock?.release();
    process.exit(exitCode);
  }

  async #prepare(dataDir) {
    const options = { dataDir, distDir: this.#distDir, say: (line) => console.log(line) };
    await this.#unlessEnding(() => prepareDependencies(options));
    let config;
    await this.#unlessEnding(async () => {
      config = await checkedConfig(this.#environment(dataDir));
    });
    await this.#unlessEnding(() => prepareDatabaseClient(options));
    if (this.#mode === 'start') await this.#unlessEnding(() => prepareBuild(options));
    return config;
  }

  /** What the processes are started with. The embedded database's address is known only when it is up. */
  #environment(dataDir, url) {
    const env = {
      ...process.env,
      NODE_ENV: this.#mode === 'dev' ? 'development' : 'production',
      // Only what starts the processes needs to be able to change tables.
      ...(url === undefined ? {} : { CRMS_OWNER_DATABASE_URL: '' }),
    };
    if (process.env.DATABASE_URL) return { ...env, CRMS_EMBEDDED_DATABASE: '' };
    return withEmbeddedDatabase(env, { url, secret: keptSecret(dataDir, 'secret') });
  }

  async #unlessEnding(work) {
    if (this.ending) throw new Error('Asked to stop.');
    await work();
  }

  /** A part that ends by itself is started again, the database where the others expect it. */
  #keepRunning({ dataDir, openDatabase, begin }) {
    const keep = (name, running, start) =>
      void keepRunning({ name, running, start, isEnding: () => this.ending });
    keep('The embedded database', this.#database, async () => {
      this.#database = await openDatabase({ dataDir, port: this.#database.port });
      return this.#database;
    });
    keep('The web server', this.#web, async () => {
      // What it had started itself may still hold the port.
      await this.#web.stop();
      this.#web = await begin.web();
      return this.#web;
    });
    keep('The process for imports and exports', this.#jobs, async () => {
      await this.#jobs.stop();
      this.#jobs = await begin.jobs();
      return this.#jobs;
    });
  }

  /** Where the next start finds what this one leaves behind when it is killed. A full disk must not keep a part from starting. */
  #note(part, { pid, identity }) {
    try {
      this.#lock.note({ [part]: { pid, identity } });
    } catch (error) {
      reportFailure(error);
    }
  }

  #npmScript() {
    return this.#mode === 'dev' ? 'run dev' : 'start';
  }
}

/** A web server whose supervisor was killed still holds the port, and a database that is no longer looked after. */
async function endOrphan(web) {
  if (web === undefined || !isAlive(web.pid, web.identity)) return;
  await stopProcessGroup(web.pid, { graceMs: WEB_GRACE_MS });
}
