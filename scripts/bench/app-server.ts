import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hashPassword } from '../../src/adapters/people/password-hash';
import { addPersonWithPassword } from '../../src/adapters/people/person-with-password';
import { BetterAuthSignIn } from '../../src/adapters/people/sign-in';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { inProject } from '../bootstrap/prepare.mjs';
import getPort from 'get-port';
import { startWebServer } from '../processes/web-server';
import { prepareBuild } from '../setup/build';

const OUTPUT = 'test-results';
const DIST_DIR = '.next-bench';

const SECRET = randomBytes(32).toString('base64url');

/** The product as it is served: built, with `next start`, on a database of the bench. */
export interface AppServer {
  readonly address: string;
  readonly pid: number;
  /** The session of somebody who may change what the bench changes. */
  readonly cookie: { readonly name: string; readonly value: string };
  /** Resident memory of all its processes, in megabytes. */
  residentMegabytes(): number;
  /** What a browser calls a server action by. */
  actionId(name: string): string;
  stop(): Promise<void>;
}

export async function startApp(url: string): Promise<AppServer> {
  await prepareBuild({ dataDir: OUTPUT, distDir: DIST_DIR });
  const server = await startWebServer({
    mode: 'start',
    port: await getPort(),
    distDir: DIST_DIR,
    env: benchEnvironment(url),
    log: `${OUTPUT}/bench-app.log`,
  });
  return {
    address: server.address,
    pid: server.pid,
    cookie: await sessionOf(url, server.address),
    residentMegabytes: () => residentMegabytes(server.pid),
    actionId,
    stop: () => server.stop(),
  };
}

/** Has somebody of the bench's own sign in. */
async function sessionOf(url: string, address: string): Promise<AppServer['cookie']> {
  const database = openDatabase(url, { connections: 2 });
  try {
    const password = randomBytes(24).toString('base64url');
    const email = `${randomUUID()}@bench.example`;
    const hash = await hashPassword(password);
    await addPersonWithPassword(database.prisma, { name: 'Bench', email, role: 'editor' }, hash);
    const signIn = new BetterAuthSignIn(database.prisma, {
      url: address,
      secret: SECRET,
      provider: null,
    });
    const [cookie] = await signIn.withPassword(email, password, new Headers());
    if (cookie === undefined) throw new Error('Signing in set no cookie.');
    return { name: cookie.name, value: encodeURIComponent(cookie.value) };
  } finally {
    await database.close();
  }
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
    headers: { cookie: `${app.cookie.name}=${app.cookie.value}` },
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
  const file = inProject(`${DIST_DIR}/server/server-reference-manifest.json`);
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as ActionManifest;
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name);
  if (found === undefined) throw new Error(`The build has no server action ${name}.`);
  return found[0];
}
