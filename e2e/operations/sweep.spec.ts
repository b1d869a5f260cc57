import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, request, test, type APIRequestContext, type Browser } from '@playwright/test';
import pg from 'pg';
import getPort from 'get-port';
import { FORMS } from '../../src/wire/forms/forms';
import { PASSWORD, PEOPLE, type Worker } from '../people';

/*
 * Calls every entry point without permission: each call must be refused and write no row. The entry points come from the
 * build and the OpenAPI document, so that new ones are included.
 */

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DATABASE = 'crms_sweep';
const DIST = process.env.CRMS_DIST_DIR ?? '.next-test';

/** Actions that do not require sign-in. */
const PUBLIC_ACTIONS = new Set([
  ...['signInAction', 'signInAtProviderAction', 'joinAction'],
  ...['signOutAction', 'signOutEverywhereAction'],
]);
/** Actions that viewers may call: searches and their own account. */
const VIEWER_ACTIONS = new Set([
  ...['changePasswordAction', 'importProgressAction'],
  ...['findTitles', 'findLicenses', 'findFitting', 'findContracts', 'offersOfLicense'],
  ...['licenseCounts', 'matchingLicenses'],
  ...['searchTitles', 'allTitlesFound', 'titlesNamed', 'studiosOfTitles', 'titlesNow'],
]);

/** Commands that a viewer may run, too: on what is their own. */
const VIEWER_COMMANDS = new Set<string | undefined>(['save-view', 'remove-view']);

/** The action that runs commands. */
const COMMAND_ACTION = 'runCommandAction';

/** Tables of attempts, sessions and visits of Today, which every request may change. */
const REQUEST_TABLES = new Set(['rate_limits', 'sessions', 'today_visits']);

interface Action {
  readonly id: string;
  readonly name: string;
  /** A page that contains it. */
  readonly page: string;
  /** Kind of the command, if the action runs commands. */
  readonly kind?: string;
}

let app: ChildProcess;
let address: string;
let url: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const port = await getPort();
  address = `http://127.0.0.1:${port}`;
  const { TEST_DATABASE_URL: cluster = '' } = process.env;
  url = Object.assign(new URL(cluster), { pathname: `/${DATABASE}` }).href;
  app = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      ...process.env,
      CRMS_E2E_PORT: String(port),
      CRMS_E2E_DATABASE: DATABASE,
    },
    stdio: 'ignore',
  });
  await expect
    .poll(
      () =>
        fetch(`${address}/healthz`).then(
          ({ status }) => status,
          () => 0,
        ),
      {
        timeout: 60_000,
      },
    )
    .toBe(200);
});

test.afterAll(() => {
  app.kill('SIGTERM');
});

test('no action does anything without sign-in, whatever its input', async () => {
  const anonymous = await caller();
  const before = await checksums();

  for (const action of actions().filter(({ name }) => !PUBLIC_ACTIONS.has(name)))
    for (const args of invalidArgumentsFor(action)) {
      const answer = await call(anonymous, action, args);
      expect(isRefusal(answer), `${action.name} answered ${answer.status}: ${answer.text}`).toBe(
        true,
      );
    }

  expect(await checksums()).toEqual(before);
});

test('no action changes anything for a viewer', async ({ browser }) => {
  const viewer = await caller(await sessionOf(browser, 'vera'));
  const before = await checksums();
  const changing = actions().filter(
    ({ name, kind }) =>
      !PUBLIC_ACTIONS.has(name) && !VIEWER_ACTIONS.has(name) && !VIEWER_COMMANDS.has(kind),
  );

  expect(changing.length).toBeGreaterThan(20);
  for (const action of changing) {
    const answer = await call(viewer, action, argumentsOf(action, {}));
    expect(answer.text, nameOf(action)).toContain('the role Viewer cannot change this');
  }

  expect(await checksums()).toEqual(before);
});

test('invalid input from an editor is refused with a message, never with a server error', async ({
  browser,
}) => {
  const editor = await caller(await sessionOf(browser, 'priya'));
  const before = await checksums();

  for (const action of actions().filter(({ name }) => !/sign|join/i.test(name)))
    for (const args of invalidArgumentsFor(action)) {
      const answer = await call(editor, action, args);
      expect(answer.text, nameOf(action)).not.toMatch(/prisma|SELECT |at \w+ \(|node_modules/i);
    }

  expect(await checksums()).toEqual(before);
});

test('a command that no form sends is not run', async ({ browser }) => {
  const editor = await caller(await sessionOf(browser, 'priya'));
  const before = await checksums();
  const [action] = actions().filter(({ name }) => name === COMMAND_ACTION);
  if (action === undefined) throw new Error('No action runs commands.');

  for (const kind of ['toString', '__proto__', 'constructor', 'apply-change', '', null, 1, {}]) {
    const answer = await call(editor, action, JSON.stringify([{ kind, key: randomUUID() }]));
    expect(answer.text, JSON.stringify(kind)).toContain('This form is not valid.');
  }

  expect(await checksums()).toEqual(before);
});

test('actions refuse cross-origin requests, and a header that once bypassed middleware', async ({
  browser,
}) => {
  const session = await sessionOf(browser, 'priya');
  const before = await checksums();

  const silent = await caller(session, { origin: '' });
  for (const action of actions().filter(({ name }) => !VIEWER_ACTIONS.has(name))) {
    const { status, text } = await call(silent, action, argumentsOf(action, {}));
    const isRefused = text.includes('did not come from a CRMS page');
    // Public actions redirect instead.
    const isPublic = PUBLIC_ACTIONS.has(action.name);
    expect(status >= 300 || isRefused || isPublic, `${nameOf(action)} without an origin`).toBe(
      true,
    );
  }
  // The session still exists after the refused sign-out actions.
  expect((await silent.get('/account', { maxRedirects: 0 })).status()).toBe(200);
  for (const origin of ['https://elsewhere.example', 'null']) {
    const crossOrigin = await caller(session, { origin });
    for (const action of actions()) {
      const { status } = await call(crossOrigin, action, '[]');
      expect(status, `${action.name} from ${origin}`).toBeGreaterThanOrEqual(400);
    }
  }
  for (const skip of ['middleware', 'proxy', Array(5).fill('src/middleware').join(':')]) {
    const anonymous = await caller('', { 'x-middleware-subrequest': skip });
    for (const action of actions().filter(({ name }) => !PUBLIC_ACTIONS.has(name)))
      expect(isRefusal(await call(anonymous, action, '[]')), action.name).toBe(true);
  }

  expect(await checksums()).toEqual(before);
});

test('no page and no file is accessible without sign-in', async () => {
  const anonymous = await caller();
  const open = new Set(['/', '/sign-in', '/join/x', '/healthz', '/readyz', '/icon.svg']);
  const before = await checksums();

  for (const path of paths().filter((each) => !open.has(each) && !each.startsWith('/api/'))) {
    const answer = await anonymous.get(path, { maxRedirects: 0 });
    // A page that has begun to stream redirects by markup.
    const isAsked =
      (answer.headers().location ?? '').startsWith('/sign-in') ||
      /http-equiv="refresh" content="[^"]*url=\/sign-in/.test(await answer.text());
    expect(
      isAsked || [401, 404, 405].includes(answer.status()),
      `${path} answered ${answer.status()}`,
    ).toBe(true);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await anonymous.fetch(path, { method, maxRedirects: 0 })).status(), path).not.toBe(
        201,
      );
  }

  expect(await checksums()).toEqual(before);
});

test('every response has security headers', async () => {
  const anonymous = await caller();
  const forAnything = {
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  };
  const forPages = {
    ...forAnything,
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  };
  const nonces: string[] = [];

  // Next.js redirects a trailing slash by itself.
  const bare = paths()
    .map((path) => path.replace(/(?<=.)\/$/, ''))
    .filter((path) => path !== '/icon.svg');
  for (const path of [...bare, '/nothing/is/here']) {
    const headers = (await anonymous.get(path, { maxRedirects: 0 })).headers();
    expect(headers, path).toMatchObject(forPages);
    const policy = new Map(
      (headers['content-security-policy'] ?? '')
        .split('; ')
        .map((part) => [part.split(' ', 1)[0], part.slice(part.indexOf(' ') + 1)]),
    );
    const nonce = /'nonce-([^']{20,})'/.exec(policy.get('script-src') ?? '')?.[1] ?? 'none';
    nonces.push(nonce);
    expect(Object.fromEntries(policy), path).toMatchObject({
      'default-src': "'self'",
      'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'`,
      'style-src': `'self' 'nonce-${nonce}'`,
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(policy.get('style-src-attr'), path).not.toContain('unsafe-inline');
  }
  expect(new Set(nonces).size).toBe(nonces.length);

  const page = await anonymous.get('/sign-in');
  const nonce = /'nonce-([^']+)'/.exec(page.headers()['content-security-policy'] ?? '')?.[1];
  const scripts = (await page.text()).match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce ?? ''}"`))).toEqual([]);
  const files = scripts.flatMap((script) => /\bsrc="([^"]+)"/.exec(script)?.[1] ?? []);
  expect(files.length).toBeGreaterThan(5);
  for (const file of files)
    expect((await anonymous.get(file)).headers(), file).toMatchObject(forAnything);
});

test('the API refuses missing tokens, changes by viewers, other origins and invalid input', async () => {
  const document = (await (await fetch(`${address}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
      .map((method) => ({ method: method.toUpperCase(), path: filled(path) })),
  );
  const [viewer, editor] = [await token('viewer'), await token('editor')];
  const before = await checksums();

  expect(operations.length).toBeGreaterThan(20);
  for (const { method, path } of operations) {
    const what = `${method} ${path}`;
    const isRead = method === 'GET';
    const send = (headers: Record<string, string>) =>
      fetch(`${address}/api/v1${path}`, {
        method,
        headers: {
          ...(isRead
            ? {}
            : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
          ...headers,
        },
        ...(isRead ? {} : { body: '{"junk":[1,2,{"__proto__":null}]}' }),
        redirect: 'manual',
      });
    const authorization = `Bearer ${editor}`;
    expect(UNAUTHORIZED, what).toContain((await send({})).status);
    expect(UNAUTHORIZED, what).toContain(
      (await send({ 'x-middleware-subrequest': 'middleware' })).status,
    );
    expect(UNAUTHORIZED, what).toContain(
      (await send({ authorization: 'Bearer crms_made-up' })).status,
    );
    if (isRead) continue;
    expect((await send({ authorization: `Bearer ${viewer}` })).status, what).toBe(403);
    expect((await send({ authorization, origin: 'https://elsewhere.example' })).status, what).toBe(
      403,
    );
    const invalid = await send({ authorization, 'if-match': '"1"' });
    expect([400, 404, 409, 412, 413, 415, 422, 428], what).toContain(invalid.status);
  }

  expect(await checksums()).toEqual(before);
});

/** Statuses without a valid token: unauthorized, or rate-limited. */
const UNAUTHORIZED = [401, 429];

/** Arguments that no form sends, as React encodes them: missing, of other types, too large, or not arguments. */
const INVALID_ARGUMENTS = [
  '[]',
  '[{}]',
  '[null]',
  '["text"]',
  '[{"key":"x","licenseId":"\' OR 1=1 --","expectedVersion":"NaN"}]',
  JSON.stringify([{ key: randomUUID(), text: 'x'.repeat(100_000) }]),
  '{"not":"arguments"}',
  'no json',
];

/** Invalid arguments for an action; if it runs commands, also with invalid command input. */
function invalidArgumentsFor(action: Action): string[] {
  if (action.kind === undefined) return INVALID_ARGUMENTS;
  return [
    ...INVALID_ARGUMENTS,
    ...[null, 'text', [], {}, { expectedVersion: 'NaN' }].map((input) =>
      argumentsOf(action, input),
    ),
  ];
}

/** Arguments as a form sends them, with any input. */
function argumentsOf({ kind }: Action, input: unknown): string {
  const key = randomUUID();
  return JSON.stringify([kind === undefined ? { key } : { kind, key, input }]);
}

function nameOf({ name, kind }: Action): string {
  return kind === undefined ? name : `${name} of ${kind}`;
}

/** Every action; the action that runs commands, once for each kind of form. */
function actions(): Action[] {
  const manifest = JSON.parse(
    readFileSync(`${PROJECT}${DIST}/server/server-reference-manifest.json`, 'utf8'),
  ) as { node: Record<string, { workers: Record<string, unknown>; exportedName: string }> };
  return Object.entries(manifest.node).flatMap(([id, { workers, exportedName: name }]) => {
    const action = { id, name, page: filled(pageOf(Object.keys(workers)[0] ?? '')) };
    return name === COMMAND_ACTION
      ? Object.keys(FORMS).map((kind) => ({ ...action, kind }))
      : [action];
  });
}

function paths(): string[] {
  const manifest = JSON.parse(
    readFileSync(`${PROJECT}${DIST}/server/app-paths-manifest.json`, 'utf8'),
  ) as Record<string, string>;
  return Object.keys(manifest)
    .filter((path) => !path.startsWith('/_'))
    .map((path) => filled(pageOf(`app${path}`)));
}

/** Path of a page or route from its name in the build, without route groups and the file name. */
function pageOf(name: string): string {
  const path = name
    .replace(/^app/, '')
    .replace(/\/(page|route)$/, '')
    .replace(/\/\([^)]*\)/g, '');
  return path === '' ? '/' : path;
}

/** A path with its parameters filled in. */
function filled(path: string): string {
  return path
    .replace(/\[\[?\.*path\]?\]/, '')
    .replace(/\[file\]/, 'x.ics')
    .replace(/\[token\]/, 'x')
    .replace(/\[\w+\]|\{\w+\}/g, randomUUID());
}

function caller(cookie = '', headers: Record<string, string> = {}): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: address,
    extraHTTPHeaders: {
      ...(headers.origin === '' ? {} : { origin: address }),
      ...(cookie === '' ? {} : { cookie }),
      ...withoutEmpty(headers),
    },
  });
}

function withoutEmpty(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
}

async function call(
  context: APIRequestContext,
  { id, page }: Action,
  args: string,
): Promise<{ status: number; text: string }> {
  const answer = await context.post(page, {
    headers: {
      'next-action': id,
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
    },
    data: args,
    maxRedirects: 0,
  });
  return { status: answer.status(), text: await answer.text() };
}

/** Whether a response is a refusal: a message, an error status, an empty result or a redirect to sign-in. */
function isRefusal({ status, text }: { status: number; text: string }): boolean {
  if (status >= 400 || status === 303 || status === 307) return true;
  return (
    text.includes('you are signed out') || /^1:(\[\]|null|\{"titles":\[\],"total":0\})$/m.test(text)
  );
}

async function sessionOf(browser: Browser, worker: Worker): Promise<string> {
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.waitForLoadState('networkidle');
  await page.getByLabel('E-mail address').fill(PEOPLE[worker].email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/today');
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function token(role: string): Promise<string> {
  const made = `crms_${randomBytes(32).toString('base64url')}`;
  await inDatabase((client) =>
    client.query(
      `INSERT INTO api_tokens (id, name, role, token_digest, made_by, made_at, expires_at)
       VALUES ($1, 'Sweep', $2, $3, 'Sweep', now(), now() + interval '1 day')`,
      [randomUUID(), role, createHash('sha256').update(made).digest('hex')],
    ),
  );
  return made;
}

/** Checksum of each table, to detect writes. */
async function checksums(): Promise<Record<string, string>> {
  return inDatabase(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    );
    const sums: Record<string, string> = {};
    for (const { name } of tables.filter(({ name: table }) => !REQUEST_TABLES.has(table))) {
      const { rows } = await client.query<{ sum: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS sum FROM ${name} t`,
      );
      sums[name] = rows[0]?.sum ?? '';
    }
    return sums;
  });
}

async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
