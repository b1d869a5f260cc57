import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { openDatabase } from '../../src/adapters/postgres/database';
import { campaignSize } from '../../tests/builders/effort';
import type { AppProcess, Fleet } from './fleet';
import { availsFile } from '../files/avails-workbook';
import { anotherBrowser, expect, signInAs } from '../fixtures';
import { makeTokens, rows, test } from './fleet';
import { invite } from '../people/invitation';
import { PEOPLE, type Worker } from '../people';

const ROUNDS = campaignSize('Processes ended under load', { usual: 3, full: 20 });
const CLIENTS = 4;
/** So many that no machine is fast enough to use up what they may ask in a minute. */
const TOKENS = 20;

/** Records a contract whose number is its key. */
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

/** What a client saw of a process that ended. */
interface Seen {
  readonly acknowledged: string[];
  /** Keys that were sent and have no answer yet. */
  readonly waiting: Set<string>;
  /** Requests that were sent and not answered: there must be none. */
  readonly cut: string[];
  /** Answers that a client should not have had to see. */
  readonly unexpected: number[];
}

/** Sends one command after the other, each with its key until it is answered for good, as clients are told to do. */
async function client(
  fleet: Fleet,
  tokens: readonly string[],
  seen: Seen,
  until: AbortSignal,
): Promise<void> {
  let key = randomUUID();
  let token = 0;
  while (!until.aborted || seen.waiting.has(key)) {
    const ready = [fleet.first, fleet.second].filter(({ isReady }) => isReady);
    const chosen = ready[Math.floor(Math.random() * ready.length)];
    if (chosen === undefined) {
      await setTimeout(20);
      continue;
    }
    try {
      seen.waiting.add(key);
      const response = await record(chosen, tokens[token % tokens.length] ?? '', key);
      await response.text();
      if (response.headers.get('connection') === 'close') chosen.isReady = false;
      // Busy: nothing was saved, and the same is to be sent again.
      if (response.status === 503) continue;
      seen.waiting.delete(key);
      if (response.status === 201) seen.acknowledged.push(key);
      else seen.unexpected.push(response.status);
      key = randomUUID();
      token += 1;
    } catch (error) {
      const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : null;
      // Refused before it was accepted; anything else was cut off.
      if (cause?.code !== 'ECONNREFUSED') seen.cut.push(`${cause?.code ?? String(error)} ${key}`);
    }
  }
}

/** Follows the events of a process; where it is busy, until it is not. */
async function following(at: AppProcess, token: string): Promise<Response> {
  for (;;) {
    const stream = await fetch(`${at.address}/api/v1/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (stream.status !== 503) return stream;
    await stream.text();
  }
}

test(`a process that is asked to end finishes what it has accepted, ${ROUNDS} times under load`, async ({
  fleet,
}) => {
  test.setTimeout(600_000);
  const seen: Seen = { acknowledged: [], waiting: new Set(), cut: [], unexpected: [] };
  const stopping = new AbortController();
  const tokens = await makeTokens(fleet.ownerUrl, TOKENS);
  const clients = Array.from({ length: CLIENTS }, () =>
    client(fleet, tokens, seen, stopping.signal),
  );

  for (let round = 0; round < ROUNDS; round += 1) {
    const leaving = round % 2 === 0 ? fleet.first : fleet.second;
    const stream = await following(leaving, fleet.token);
    expect(stream.status).toBe(200);
    const before = seen.acknowledged.length;
    const { code, took, refusedFirst } = await leaving.terminate();
    expect(code, 'it ends by itself, and not by a signal').toBe(0);
    expect(took).toBeLessThan(15_000);
    expect(refusedFirst, 'it says that it ends before it does').toBe(true);
    // Its stream ended as a stream ends, so that whoever follows goes on elsewhere.
    expect(await stream.text()).toContain('id: ');
    expect(seen.acknowledged.length).toBeGreaterThan(before);
    await leaving.start();
  }
  stopping.abort();
  await Promise.all(clients);

  expect(seen.cut).toEqual([]);
  expect(seen.unexpected).toEqual([]);
  const stored = await rows<{ reference: string; versions: number }>(
    fleet.ownerUrl,
    `SELECT reference, (SELECT count(*)::int FROM history WHERE aggregate_id = contracts.id) AS versions FROM contracts`,
  );
  expect(stored.map(({ reference }) => reference).sort()).toEqual(seen.acknowledged.sort());
  expect(stored.every(({ versions }) => versions === 1)).toBe(true);
});

test('two processes on one database answer as one', async ({ fleet }) => {
  test.slow();
  const { first, second, token } = fleet;
  const authorization = { authorization: `Bearer ${token}` };

  // A key that both get at the same moment is one command, and both tell its answer.
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

  // What is committed in one is told by the other, within a moment.
  const leaving = new AbortController();
  const stream = await fetch(`${second.address}/api/v1/events`, {
    headers: authorization,
    signal: leaving.signal,
  });
  const told = textUntil(stream, 'crossed over');
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
  expect(await told).toContain('crossed over');
  leaving.abort();

  // An import that one was given, the other shows.
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

  // Who tries tokens at both in turn is stopped by both.
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

test('a session is one at every process, and is over at every process at once', async ({
  browser,
  fleet: { first, second, ownerUrl },
}) => {
  test.slow();
  const database = openDatabase(ownerUrl, { connections: 1 });
  await invite(database.prisma);
  await database.close();
  const admin = await anotherBrowser(browser);
  await signInAs(admin, 'ada', first.address);
  const decided = async (worker: Worker, what: string, said: string) => {
    const { name } = PEOPLE[worker];
    await admin.goto(`${first.address}/people`);
    await admin.getByRole('button', { name: `Change ${name}` }).click();
    await admin.getByRole('menuitem', { name: what }).click();
    await expect(admin.getByRole('status').filter({ hasText: said })).toBeVisible();
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
    ['priya', () => decided('priya', 'End sessions', '1 session ended.')],
    ['vera', () => decided('vera', 'Deactivate', 'Deactivated')],
  ];

  for (const [worker, end] of endings) {
    const page = await anotherBrowser(browser);
    await signInAs(page, worker, first.address);
    await page.goto(`${second.address}/licenses`);
    await expect(page.getByRole('heading', { level: 1, name: 'Licenses' })).toBeVisible();
    // What another browser, or whoever has taken it, still holds when this one has let go of it.
    const cookies = await page.context().cookies();
    const held = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
    const stream = await fetch(`${second.address}/api/v1/events`, { headers: held });
    expect(stream.status).toBe(200);
    const rest = stream.text();

    await end(page);
    const late = await fetch(`${second.address}/api/v1/events`, { headers: held });
    expect(late.status, `${worker} at the other process, at the first request after`).toBe(401);
    expect(await late.text()).toContain('no-token');
    // A page as the browser has it: whoever waits for it to be usable would be led on meanwhile.
    const asking = await page.context().newPage();
    await asking.goto(`${second.address}/licenses`);
    await expect(asking.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    // The stream ends as a stream ends, within seconds.
    expect(await Promise.race([rest, setTimeout(20_000, 'It is open.')])).toContain('id: ');
    await page.context().close();
  }
  await admin.context().close();
});

/** What a stream says until it has said some words. */
async function textUntil(response: Response, words: string): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  if (response.body === null) throw new Error('There is no stream.');
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes(words)) return text;
  }
  return text;
}
