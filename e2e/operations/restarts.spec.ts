import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { BetterAuthSignIn } from '../../src/adapters/people/sign-in';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { campaignSize } from '../../tests/builders/effort';
import getPort from 'get-port';
import { WrongPassword } from '../../src/domain/people/password';
import type { OwnDatabase } from './fleet';
import { anotherBrowser, expect } from '../fixtures';
import { AppProcess, makeTokens, ownDatabase, sharedCluster, test } from './fleet';
import { invite } from '../people/invitation';
import { PASSWORD, PEOPLE } from '../people';

/** A line of the log about a command. */
interface CommandLine {
  readonly msg?: string;
  readonly level: string;
  readonly kind?: string;
  readonly outcome?: string;
  readonly err?: unknown;
}

type Kind = 'stream' | 'page' | 'action' | 'api';

/** A server that has just started, and its clients. */
interface Restarted {
  readonly app: AppProcess;
  readonly cookie: string;
  readonly token: string;
  readonly page: Page;
}

function change(app: AppProcess, token: string, path: string, version: number | null) {
  return fetch(`${app.address}/api/v1${path}`, {
    method: version === null ? 'POST' : 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(version === null ? {} : { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify({
      studio: 'Studio',
      reference: randomUUID(),
      signedOn: '2026-01-01',
      notes: '',
    }),
  });
}

/** One request of each kind; each action and API request is refused. */
const REQUESTS: Readonly<Record<Kind, (server: Restarted) => Promise<void>>> = {
  stream: async ({ app, cookie }) => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const stream = await fetch(`${app.address}/api/v1/events`, { headers: { cookie }, signal });
    expect(stream.status).toBe(200);
    leaving.abort();
  },
  page: async ({ app, cookie }) => {
    const page = await fetch(`${app.address}/licenses`, { headers: { cookie } });
    expect(page.status).toBe(200);
    await page.text();
  },
  action: async ({ app, page }) => {
    await page.goto(`${app.address}/sign-in`);
    await page.getByLabel('E-mail address').fill(PEOPLE.priya.email);
    await page.getByLabel('Password').fill('not the password at all');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText(new WrongPassword().message)).toBeVisible();
  },
  api: async ({ app, token }) => {
    const made = await change(app, token, '/contracts', null);
    const path = made.headers.get('location')?.replace('/api/v1', '') ?? '';
    expect(made.status, await made.text()).toBe(201);
    const first = await change(app, token, path, 1);
    expect(first.status, await first.text()).toBe(200);
    const stale = await change(app, token, path, 1);
    expect(stale.status, await stale.text()).toBe(412);
  },
};

const ORDERS: readonly (readonly Kind[])[] = [
  ['stream', 'action', 'api'],
  ['page', 'api', 'action'],
  ['api', 'action', 'stream'],
];

const RESTARTS = campaignSize('Restarts', { usual: ORDERS.length, full: 10 });

test('a refusal is reported as a refusal after a restart, whichever kind of request is first', async ({
  browser,
}, testInfo) => {
  test.slow();
  const own = await ownDatabase(sharedCluster());
  const cookie = await sessionOn(own);
  const [token = ''] = await makeTokens(own.ownerUrl, 1);
  for (let restart = 0; restart < RESTARTS; restart += 1) {
    const order = ORDERS[restart % ORDERS.length] ?? [];
    const log = testInfo.outputPath(`web-${restart}.log`);
    const metrics = await getPort();
    const app = new AppProcess({ ...own.env, CRMS_METRICS_PORT: String(metrics) }, log);
    await app.start();
    const page = await anotherBrowser(browser);
    for (const kind of order)
      await test.step(`${kind} after ${order.join(', ')}`, () =>
        REQUESTS[kind]({ app, cookie, token, page }));
    await page.context().close();

    const figures = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
    await app.stop();
    expect(outcomesIn(log)).toEqual([
      ['correct-contract', 'stale', 'info', undefined],
      ['sign-in', 'refused', 'info', undefined],
    ]);
    expect(figures).toContain('crms_commands_total{kind="correct-contract",outcome="stale"} 1');
    expect(figures).toContain('crms_commands_total{kind="sign-in",outcome="refused"} 1');
    expect(figures).not.toContain('outcome="failed"');
  }
  await own.drop();
});

/** Cookies of a person who signed in before the restart. */
async function sessionOn({ ownerUrl, env }: OwnDatabase): Promise<string> {
  const database = openDatabase(ownerUrl, { connections: 2 });
  await invite(database.prisma);
  const settings = { url: 'http://127.0.0.1', secret: env.CRMS_SECRET, provider: null };
  const signIn = new BetterAuthSignIn(database.prisma, settings);
  const cookies = await signIn.withPassword(PEOPLE.marta.email, PASSWORD, new Headers());
  await database.close();
  return cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

/** Outcomes of the commands that were not accepted, by kind. */
function outcomesIn(log: string) {
  const lines = readFileSync(log, 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as CommandLine)
    .filter(({ msg, outcome }) => msg === 'command' && outcome !== 'accepted')
    .map(({ kind, outcome, level, err }) => [kind, outcome, level, err])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));
}
