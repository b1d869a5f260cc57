import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import {
  COMMAND_ACTION,
  actions,
  argumentsOf,
  call,
  filled,
  invalidArgumentsFor,
  isRefusal,
  nameOf,
  paths,
} from './entry-points';
import { SweptApp } from './swept-app';

/*
 * Calls every entry point without permission: each call must be refused and write no row. The entry points come from the
 * build and the OpenAPI document, so that new ones are included.
 */

/** Actions that do not require sign-in. */
const PUBLIC_ACTIONS = new Set([
  ...['signInAction', 'signInAtProviderAction', 'joinAction'],
  ...['signOutAction', 'signOutEverywhereAction'],
]);
/** Actions that viewers may call: searches and their own account. */
const VIEWER_ACTIONS = new Set([
  ...['changePasswordAction', 'importProgressAction'],
  ...['findTitles', 'findLicenses', 'findFitting', 'findContracts', 'offersOfLicense'],
  'findPricePlans',
  ...['licenseCounts', 'contentCounts', 'contractCounts', 'matchingLicenses', 'matchingTitles'],
  ...['searchTitles', 'allTitlesFound', 'titlesNamed', 'studiosOfTitles', 'titlesNow'],
]);

/** Commands that a viewer may run, too: on what is their own. */
const VIEWER_COMMANDS = new Set<string | undefined>(['save-view', 'remove-view']);

let app: SweptApp;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  app = await SweptApp.spawned();
  await app.isUp();
});

test.afterAll(() => {
  app.stop();
});

test('no action does anything without sign-in, whatever its input', async () => {
  const anonymous = await app.caller();
  const before = await app.checksums();

  for (const action of actions().filter(({ name }) => !PUBLIC_ACTIONS.has(name)))
    for (const args of invalidArgumentsFor(action)) {
      const answer = await call(anonymous, action, args);
      expect(isRefusal(answer), `${action.name} answered ${answer.status}: ${answer.text}`).toBe(
        true,
      );
    }

  expect(await app.checksums()).toEqual(before);
});

test('no action changes anything for a viewer', async ({ browser }) => {
  const viewer = await app.caller(await app.sessionOf(browser, 'vera'));
  const before = await app.checksums();
  const changing = actions().filter(
    ({ name, kind }) =>
      !PUBLIC_ACTIONS.has(name) && !VIEWER_ACTIONS.has(name) && !VIEWER_COMMANDS.has(kind),
  );

  expect(changing.length).toBeGreaterThan(20);
  for (const action of changing) {
    const answer = await call(viewer, action, argumentsOf(action, {}));
    expect(answer.text, nameOf(action)).toContain('the role Viewer cannot change this');
  }

  expect(await app.checksums()).toEqual(before);
});

test('invalid input from an editor is refused with a message, never with a server error', async ({
  browser,
}) => {
  const editor = await app.caller(await app.sessionOf(browser, 'priya'));
  const before = await app.checksums();

  for (const action of actions().filter(({ name }) => !/sign|join/i.test(name)))
    for (const args of invalidArgumentsFor(action)) {
      const answer = await call(editor, action, args);
      expect(answer.text, nameOf(action)).not.toMatch(/prisma|SELECT |at \w+ \(|node_modules/i);
    }

  expect(await app.checksums()).toEqual(before);
});

test('a command that no form sends is not run', async ({ browser }) => {
  const editor = await app.caller(await app.sessionOf(browser, 'priya'));
  const before = await app.checksums();
  const [action] = actions().filter(({ name }) => name === COMMAND_ACTION);
  if (action === undefined) throw new Error('No action runs commands.');

  for (const kind of ['toString', '__proto__', 'constructor', 'apply-change', '', null, 1, {}]) {
    const answer = await call(editor, action, JSON.stringify([{ kind, key: randomUUID() }]));
    expect(answer.text, JSON.stringify(kind)).toContain('This form is not valid.');
  }

  expect(await app.checksums()).toEqual(before);
});

test('actions refuse cross-origin requests, and a header that once bypassed middleware', async ({
  browser,
}) => {
  const session = await app.sessionOf(browser, 'priya');
  const before = await app.checksums();

  const silent = await app.caller(session, { origin: '' });
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
    const crossOrigin = await app.caller(session, { origin });
    for (const action of actions()) {
      const { status } = await call(crossOrigin, action, '[]');
      expect(status, `${action.name} from ${origin}`).toBeGreaterThanOrEqual(400);
    }
  }
  for (const skip of ['middleware', 'proxy', Array(5).fill('src/middleware').join(':')]) {
    const anonymous = await app.caller('', { 'x-middleware-subrequest': skip });
    for (const action of actions().filter(({ name }) => !PUBLIC_ACTIONS.has(name)))
      expect(isRefusal(await call(anonymous, action, '[]')), action.name).toBe(true);
  }

  expect(await app.checksums()).toEqual(before);
});

test('no page and no file is accessible without sign-in', async () => {
  const anonymous = await app.caller();
  const open = new Set(['/', '/sign-in', '/join/x', '/healthz', '/readyz', '/icon.svg']);
  const before = await app.checksums();

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

  expect(await app.checksums()).toEqual(before);
});

test('every response has security headers', async () => {
  const anonymous = await app.caller();
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
  const document = (await (await fetch(`${app.address}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
      .map((method) => ({ method: method.toUpperCase(), path: filled(path) })),
  );
  const [viewer, editor] = [await app.token('viewer'), await app.token('editor')];
  const before = await app.checksums();

  expect(operations.length).toBeGreaterThan(20);
  for (const { method, path } of operations) {
    const what = `${method} ${path}`;
    const isRead = method === 'GET';
    const send = (headers: Record<string, string>) =>
      fetch(`${app.address}/api/v1${path}`, {
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

  expect(await app.checksums()).toEqual(before);
});

/** Statuses without a valid token: unauthorized, or rate-limited. */
const UNAUTHORIZED = [401, 429];
