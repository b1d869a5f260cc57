import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from '@playwright/test';
import { contractDetails } from '../../tests/builders/command-builders';
import { AppProcess, makeTokens, ownDatabase, sharedCluster, test } from './fleet';

/** Statuses of 25 requests with invalid tokens, each with another `X-Forwarded-For`. */
async function wrongTokens(app: AppProcess, forwarded: (index: number) => string) {
  const statuses = new Set<number>();
  for (let index = 0; index < 25; index += 1) {
    const answer = await fetch(`${app.address}/api/v1/contracts`, {
      headers: { authorization: 'Bearer crms_wrong', 'x-forwarded-for': forwarded(index) },
    });
    await answer.text();
    statuses.add(answer.status);
  }
  return [...statuses].sort();
}

/** Sends an incomplete request; returns the response once the server has closed the connection. */
async function answerTo(app: AppProcess, sent: string): Promise<string> {
  const socket = connect(app.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  const closed = once(socket, 'close');
  socket.write(sent);
  await closed;
  return answer;
}

test('a server trusts forwarded headers only as configured', async ({}, testInfo) => {
  test.slow();
  const own = await ownDatabase(sharedCluster());
  const [token = ''] = await makeTokens(own.ownerUrl, 1);

  await test.step('without a proxy: none', async () => {
    const app = new AppProcess(
      { ...own.env, CRMS_REQUEST_SECONDS: '1' },
      testInfo.outputPath('alone.log'),
    );
    await app.start();
    expect(await wrongTokens(app, (index) => `203.0.113.${index}`)).toEqual([401, 429]);

    // Incomplete requests time out, whether the head or the body is late.
    const head = `POST /api/v1/contracts HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${token}\r\n`;
    expect(await answerTo(app, head)).toContain('HTTP/1.1 408');
    const late = `${head}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"studio"`;
    expect(await answerTo(app, late)).toContain('HTTP/1.1 408');
    expect((await fetch(`${app.address}/healthz`)).status).toBe(200);
    await app.stop();
  });

  await test.step('behind one proxy: the entry it added', async () => {
    const app = new AppProcess(
      { ...own.env, CRMS_TRUSTED_PROXIES: '1', CRMS_URL: 'https://rights.example.test' },
      testInfo.outputPath('behind.log'),
    );
    await app.start();
    expect(await wrongTokens(app, (index) => `same, 198.51.100.${index}`)).toEqual([401]);
    expect(await wrongTokens(app, (index) => `made-up-${index}, 203.0.113.77`)).toEqual([401, 429]);

    // The own origin is that of CRMS_URL, regardless of the request's host.
    const record = (origin: string, host: string) =>
      fetch(`${app.address}/api/v1/contracts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, origin, 'x-forwarded-host': host },
        body: '{}',
      });
    const foreign = await record('https://other.example', 'other.example');
    expect(((await foreign.json()) as { code: string }).code).toBe('foreign-origin');
    const at = await record(app.address, 'rights.example.test');
    expect(((await at.json()) as { code: string }).code).toBe('foreign-origin');
    const home = await record('https://rights.example.test', 'other.example');
    expect(((await home.json()) as { code: string }).code).not.toBe('foreign-origin');
    await app.stop();
  });
  await own.drop();
});

test('the API is answered before pages, with the same care', async ({}, testInfo) => {
  test.slow();
  const own = await ownDatabase(sharedCluster());
  const [token = ''] = await makeTokens(own.ownerUrl, 1);
  const app = new AppProcess(own.env, testInfo.outputPath('api.log'));
  await app.start();
  const authorization = `Bearer ${token}`;
  const record = (body: BodyInit, more: RequestInit = {}) =>
    fetch(`${app.address}/api/v1/contracts`, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body,
      ...more,
    });

  await test.step('long answers are compressed, and their ETag stays a strong one', async () => {
    const made = await record(JSON.stringify({ ...contractDetails(), notes: 'a'.repeat(1_500) }));
    expect([made.status, made.headers.get('content-encoding')]).toEqual([201, null]);
    const { id } = (await made.json()) as { readonly id: string };
    const read = (encoding: string) =>
      fetch(`${app.address}/api/v1/contracts/${id}`, {
        headers: { authorization, 'accept-encoding': encoding },
      });
    const [packed, plain] = [await read('gzip'), await read('identity')];
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect([packed, plain].map(({ headers }) => headers.get('etag'))).toEqual(['"1"', '"1"']);
    expect(packed.headers.get('vary')).toBe('Authorization, Accept-Encoding');
    expect(await packed.json()).toEqual(await plain.json());
  });

  await test.step('a body that is too long is refused, also one that does not say how long it is', async () => {
    const long = JSON.stringify({ notes: 'a'.repeat(300 * 1024) });
    expect((await record(long)).status).toBe(413);
    // Often, as a client whose connection is closed while it still sends sees no answer in one of ten requests.
    for (let time = 0; time < 100; time += 1) {
      const unsaid = new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode(long));
          controller.close();
        },
      });
      const answer = await record(unsaid, { duplex: 'half' } as RequestInit);
      expect([answer.status, (await answer.json()) as object]).toMatchObject([
        413,
        { code: 'body-too-large' },
      ]);
    }
  });

  await test.step('an answer says that it is to be neither run nor framed', async () => {
    const { headers } = await fetch(`${app.address}/api/v1/contracts`);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  await test.step('its description is a page', async () => {
    const page = await fetch(`${app.address}/api/v1/docs`);
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
  });
  await app.stop();
  await own.drop();
});
