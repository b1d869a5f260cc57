import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { campaignSize } from '../../tests/builders/effort';
import type { AppProcess, Fleet } from './fleet';
import { availsFile } from '../files/avails-workbook';
import { anotherBrowser, expect, signInAs } from '../fixtures';
import { makeTokens, rows, test } from './fleet';
import { invite } from '../people/invitation';
import { PEOPLE, type Worker } from '../people';

const ROUNDS = campaignSize('Processes ended under load', { usual: 3, full: 20 });
const CLIENTS = 4;
/** Enough that no machine can reach their rate limit within a minute. */
const TOKENS = 20;

/** Records a contract whose reference number is the idempotency key. */
function record(at: AppProcess, token: string, key: string): Promise<Response> {
  return fetch(`${at.address}/api/v1/contracts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify({ studio: 'Studio', reference: key, signedOn: '2026-01-01', notes: '' }),
  });
}

/** Results observed by the clients. */
interface ClientLog {
  readonly acknowledged: string[];
  /** Keys of requests without a response yet. */
  readonly waiting: Set<string>;
  /** Requests that got no response; must stay empty. */
  readonly cut: string[];
  /** Unexpected statuses; must stay empty. */
  readonly unexpected: number[];
}

/** Sends commands one by one, retrying each with its key until it gets a final response, as the API docs require. */
async function client(
  fleet: Fleet,
  tokens: readonly string[],
  log: ClientLog,
  until: AbortSignal,
): Promise<void> {
  let key = randomUUID();
  let token = 0;
  while (!until.aborted || log.waiting.has(key)) {
    const ready = [fleet.first, fleet.second].filter(({ isReady }) => isReady);
    const chosen = ready[Math.floor(Math.random() * ready.length)];
    if (chosen === undefined) {
      await setTimeout(20);
      continue;
    }
    try {
      log.waiting.add(key);
      const response = await record(chosen, tokens[token % tokens.length] ?? '', key);
      await response.text();
      if (response.headers.get('connection') === 'close') chosen.isReady = false;
      // Busy: nothing was saved; retry with the same key.
      if (response.status === 503) continue;
      log.waiting.delete(key);
      if (response.status === 201) log.acknowledged.push(key);
      else log.unexpected.push(response.status);
      key = randomUUID();
      token += 1;
    } catch (error) {
      const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : null;
      // A refused connection is fine; any other error means that an accepted request was cut off.
      if (cause?.code !== 'ECONNREFUSED') log.cut.push(`${cause?.code ?? String(error)} ${key}`);
    }
  }
}

/** Waits until the clients, whom a busy machine may let wait, have been served. */
async function acknowledgesMore(log: ClientLog, than = log.acknowledged.length): Promise<void> {
  await expect.poll(() => log.acknowledged.length).toBeGreaterThan(than);
}

/** Opens the event stream of a process, retrying while it is busy. */
async function openStream(at: AppProcess, token: string): Promise<Response> {
  for (;;) {
    const stream = await fetch(`${at.address}/api/v1/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (stream.status !== 503) return stream;
    await stream.text();
  }
}

test(`a process finishes accepted requests on shutdown, ${ROUNDS} times under load`, async ({
  fleet,
}) => {
  test.setTimeout(600_000);
  const log: ClientLog = { acknowledged: [], waiting: new Set(), cut: [], unexpected: [] };
  const stopping = new AbortController();
  const tokens = await makeTokens(fleet.ownerUrl, TOKENS);
  const clients = Array.from({ length: CLIENTS }, () =>
    client(fleet, tokens, log, stopping.signal),
  );

  for (let round = 0; round < ROUNDS; round += 1) {
    const leaving = round % 2 === 0 ? fleet.first : fleet.second;
    const stream = await openStream(leaving, fleet.token);
    expect(stream.status).toBe(200);
    await acknowledgesMore(log);
    const before = log.acknowledged.length;
    const { code, took, refusedFirst } = await leaving.terminate();
    expect(code, 'it exits by itself, not by a signal').toBe(0);
    expect(took).toBeLessThan(15_000);
    expect(refusedFirst, 'it is unready before it exits').toBe(true);
    // The stream ended normally, so that clients reconnect to another process.
    expect(await stream.text()).toContain('id: ');
    await acknowledgesMore(log, before);
    await leaving.start();
  }
  stopping.abort();
  await Promise.all(clients);

  expect(log.cut).toEqual([]);
  expect(log.unexpected).toEqual([]);
  const stored = await rows<{ reference: string; versions: number }>(
    fleet.ownerUrl,
    `SELECT reference, (SELECT count(*)::int FROM history WHERE aggregate_id = contracts.id) AS versions FROM contracts`,
  );
  expect(stored.map(({ reference }) => reference).sort()).toEqual(log.acknowledged.sort());
  expect(stored.every(({ versions }) => versions === 1)).toBe(true);
});

test('two processes on one database act as one', async ({ fleet }) => {
  test.slow();
  const { first, second, token } = fleet;
  const authorization = { authorization: `Bearer ${token}` };

  // A key sent to both at once is one command, and both return its response.
  for (let round = 0; round < 20; round += 1) {
    const key = randomUUID();
    const answers = await Promise.all([record(first, token, key), record(second, token, key)]);
    const [one, other] = await Promise.all(
      answers.map((answer) => answer.json() as Promise<{ id: string }>),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(one).toEqual(other);
    const replays = answers.map(({ headers }) => headers.get('idempotency-replayed'));
    expect(replays.filter((replayed) => replayed === 'true')).toHaveLength(1);
    const read = await fetch(`${second.address}/api/v1/contracts/${String(one?.id)}`, {
      headers: authorization,
    });
    expect(read.headers.get('etag')).toBe('"1"');
  }

  // A commit in one process is streamed by the other.
  const leaving = new AbortController();
  const stream = await fetch(`${second.address}/api/v1/events`, {
    headers: authorization,
    signal: leaving.signal,
  });
  const streamed = textUntil(stream, 'crossed over');
  const { status } = await fetch(`${first.address}/api/v1/contracts`, {
    method: 'POST',
    headers: {
      ...authorization,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({
      studio: 'Studio',
      reference: 'crossed over',
      signedOn: '2026-01-01',
      notes: '',
    }),
  });
  expect(status).toBe(201);
  expect(await streamed).toContain('crossed over');
  leaving.abort();

  // An import uploaded to one is listed by the other.
  const form = new FormData();
  const { name, mimeType, buffer } = availsFile('avails.xlsx', []);
  form.set('file', new File([new Uint8Array(buffer)], name, { type: mimeType }));
  const upload = await fetch(`${first.address}/api/v1/imports`, {
    method: 'POST',
    headers: { ...authorization, 'idempotency-key': randomUUID() },
    body: form,
  });
  const imported = await upload.text();
  expect(upload.status, imported).toBeLessThan(300);
  const imports = await fetch(`${second.address}/api/v1/imports`, { headers: authorization });
  expect(await imports.text()).toContain('avails.xlsx');

  // Invalid tokens at alternating processes count toward one rate limit.
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const at = attempt % 2 === 0 ? first : second;
    const answer = await fetch(`${at.address}/api/v1/contracts`, {
      headers: { authorization: `Bearer crms_${randomUUID()}` },
    });
    await answer.text();
    statuses.push(answer.status);
  }
  expect(statuses.filter((code) => code === 401).length).toBeLessThanOrEqual(20);
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
});

test('a session works at every process, and ends at every process at once', async ({
  browser,
  fleet: { first, second, ownerUrl },
}) => {
  test.slow();
  const database = openDatabase(ownerUrl, { connections: 1 });
  await invite(database.prisma);
  await database.close();
  const admin = await anotherBrowser(browser);
  await signInAs(admin, 'ada', first.address);
  const administer = async (worker: Worker, action: string, message: string) => {
    const { name } = PEOPLE[worker];
    await admin.goto(`${first.address}/people`);
    await admin.getByRole('button', { name: `Change ${name}` }).click();
    await admin.getByRole('menuitem', { name: action }).click();
    await expect(admin.getByRole('status').filter({ hasText: message })).toBeVisible();
  };
  const endings: readonly (readonly [Worker, (page: Page) => Promise<void>])[] = [
    [
      'marta',
      async (page) => {
        await page.goto(`${first.address}/account`);
        await page.getByRole('button', { name: 'Sign out everywhere' }).click();
        await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
      },
    ],
    ['priya', () => administer('priya', 'End sessions', '1 session ended.')],
    ['vera', () => administer('vera', 'Deactivate', 'Deactivated')],
  ];

  for (const [worker, end] of endings) {
    const page = await anotherBrowser(browser);
    await signInAs(page, worker, first.address);
    await page.goto(`${second.address}/licenses`);
    await expect(page.getByRole('heading', { level: 1, name: 'Licenses' })).toBeVisible();
    // A copy of the cookies, as in a stolen session.
    const cookies = await page.context().cookies();
    const held = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
    const stream = await fetch(`${second.address}/api/v1/events`, { headers: held });
    expect(stream.status).toBe(200);
    const rest = stream.text();

    await end(page);
    const late = await fetch(`${second.address}/api/v1/events`, { headers: held });
    expect(late.status, `${worker} at the other process, at the first request after`).toBe(401);
    expect(await late.text()).toContain('no-token');
    // A plain page without the wait for hydration, which would see the redirect.
    const asking = await page.context().newPage();
    await asking.goto(`${second.address}/licenses`);
    await expect(asking.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    // The stream ends normally, within seconds.
    expect(await Promise.race([rest, setTimeout(20_000, 'It is open.')])).toContain('id: ');
    await page.context().close();
  }
  await admin.context().close();
});

/** Text of a stream up to and including some text. */
async function textUntil(response: Response, expected: string): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  if (response.body === null) throw new Error('The response has no body.');
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes(expected)) return text;
  }
  return text;
}
