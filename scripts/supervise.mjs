import { setTimeout as sleep } from 'node:timers/promises';
import { checkedConfig, withEmbeddedDatabase } from './configuration.mjs';
import { takeInstanceLock } from './instance-lock.mjs';
import { startJobs } from './jobs-process.mjs';
import { keptSecret } from './kept-secret.mjs';
import { logFile } from './log-file.mjs';
import { PlainFailure, reportFailure } from './plain-failure.mjs';
import {
  prepareBuild,
  prepareDatabaseClient,
  prepareDataDir,
  prepareDependencies,
  requireRecentNode,
} from './prepare.mjs';
import {
  partFromEveryProcessGroup,
  stopEveryProcessGroup,
  stopProcessGroup,
} from './process-group.mjs';
import { isAlive } from './process-identity.mjs';
import { inProject } from './project.mjs';
import { refuseUnlessPortIsFree, startWebServer, webPort } from './web-server.mjs';

/** Together with the database's own patience, about the 5 s somebody waits after Ctrl-C. */
const WEB_GRACE_MS = 3000;
/** Where people rely on it nothing that was accepted is cut off; whoever asked may lose patience after 15 s. */
const PRODUCTION_GRACE_MS = 14_500;

/** A database server that keeps dying is not helped by being started again; one that died long ago does not count. */
const RESTARTS = 5;
const LONG_AGO_MS = 60_000;

/**
 * Runs the whole product until it is told to stop: the database, then the web server; ended in the opposite order.
 * `mode` is start (what was built) or dev (what is being edited).
 */
export async function supervise({ mode, distDir }) {
  const instance = new Instance({ mode, distDir });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => instance.end(0));
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
    const database = await import('./database.mjs');
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
    const startTheJobs = async () => {
      this.#jobs = await startJobs({
        env,
        log: this.#mode === 'dev' ? undefined : logFile(dataDir, 'jobs'),
        onStarted: ({ pid, identity }) => this.#lock.note({ jobs: { pid, identity } }),
      });
    };
    await this.#unlessEnding(startTheJobs);
    await this.#unlessEnding(async () => {
      this.#web = await startWebServer({
        mode: this.#mode,
        port,
        distDir: this.#distDir,
        env,
        log: this.#mode === 'dev' ? undefined : logFile(dataDir, 'web'),
        onStarted: ({ pid, identity }) => this.#lock.note({ web: { pid, identity } }),
      });
    });
    if (this.ending) return;
    console.log(`Content rights management is ready at ${this.#web.address}`);
    if (setUpLink !== null)
      console.log(`Nobody is there yet. Become the first admin at ${config.url}${setUpLink}`);
    this.#watch({ dataDir, openDatabase: database.openDatabase, startTheJobs });
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

  /** What dies by itself: the database is brought back where the web server expects it; the web server ends it all. */
  #watch({ dataDir, openDatabase, startTheJobs }) {
    this.#web.exited.then(({ code, signal }) =>
      this.#fail(new PlainFailure(`The web server ended by itself (${signal ?? code}).`)),
    );
    this.#keepJobs(startTheJobs).catch((error) => this.#fail(error));
    this.#keepDatabase({ dataDir, openDatabase }).catch((error) => this.#fail(error));
  }

  async #keepDatabase({ dataDir, openDatabase }) {
    for (let restarts = 0; restarts <= RESTARTS; restarts += 1) {
      const since = Date.now();
      await this.#database.exited;
      if (this.ending) return;
      if (Date.now() - since > LONG_AGO_MS) restarts = 0;
      console.error('The embedded database ended by itself; starting it again.');
      this.#database = await openDatabase({ dataDir, port: this.#database.port });
      await sleep(restarts * 500);
    }
    throw new PlainFailure('The embedded database keeps ending by itself.');
  }

  /** A file that is too much for it ends the process for imports and exports, and nothing else. */
  async #keepJobs(startTheJobs) {
    for (let restarts = 0; restarts <= RESTARTS; restarts += 1) {
      const since = Date.now();
      await this.#jobs.exited;
      if (this.ending) return;
      if (Date.now() - since > LONG_AGO_MS) restarts = 0;
      console.error('The process for imports and exports ended by itself; starting it again.');
      await sleep(restarts * 500);
      await startTheJobs();
    }
    throw new PlainFailure('The process for imports and exports keeps ending by itself.');
  }

  async #fail(error) {
    if (this.ending) return;
    reportFailure(error);
    await this.end(1);
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
