import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from '@playwright/test';
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
