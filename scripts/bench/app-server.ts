import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { prepareBuild } from '../prepare.mjs';
import { startWebServer } from '../web-server.mjs';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const OUTPUT = 'test-results';
const DIST_DIR = '.next-bench';
const PORTS = { first: 4300, last: 4349 };

/** Who the bench is to the app. */
export const COOKIE = { name: 'crms_worker', value: 'Bench' };

const SECRET = randomBytes(32).toString('base64url');

/** The product as it is served: built, with `next start`, on a database of the bench. */
export interface AppServer {
  readonly address: string;
  /** Resident memory of all its processes, in megabytes. */
  residentMegabytes(): number;
  /** What a browser calls a server action by. */
  actionId(name: string): string;
  stop(): Promise<void>;
}

export async function startApp(url: string): Promise<AppServer> {
  await prepareBuild({ dataDir: OUTPUT, distDir: DIST_DIR, say: (line) => console.log(line) });
  const server = await startWebServer({
    mode: 'start',
    port: await portForApp(),
    distDir: DIST_DIR,
    env: benchEnvironment(url),
    log: `${OUTPUT}/bench-app.log`,
  });
  return {
    address: server.address,
    residentMegabytes: () => residentMegabytes(server.pid),
    actionId,
    stop: () => server.stop(),
  };
}

/** What a process of the product is configured with here: on a superuser's database, with a secret of this run. */
export function benchEnvironment(url: string): Record<string, string> {
  return {
    DATABASE_URL: url,
    CRMS_EMBEDDED_DATABASE: '1',
    CRMS_SECRET: SECRET,
    CRMS_DEMO: '0',
  };
}

/** Asks for a page as a signed-in browser would, and reads it to the end. */
export async function fetchPage(app: AppServer, path: string): Promise<string> {
  const response = await fetch(`${app.address}${path}`, {
    headers: { cookie: `${COOKIE.name}=${COOKIE.value}` },
    redirect: 'error',
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`);
  return text;
}

function residentMegabytes(group: number): number {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pgid=,rss='], { encoding: 'utf8' });
  const kilobytes = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([pgid]) => pgid === group)
    .reduce((sum, [, rss]) => sum + (rss ?? 0), 0);
  return kilobytes / 1024;
}

interface ActionManifest {
  readonly node: Readonly<Record<string, { readonly exportedName?: string }>>;
}

function actionId(name: string): string {
  const file = `${PROJECT}${DIST_DIR}/server/server-reference-manifest.json`;
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as ActionManifest;
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name);
  if (found === undefined) throw new Error(`The build has no server action ${name}.`);
  return found[0];
}

async function portForApp(): Promise<number> {
  for (let port = PORTS.first; port <= PORTS.last; port += 1) if (await isFree(port)) return port;
  throw new Error(`No port from ${PORTS.first} to ${PORTS.last} is free.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
