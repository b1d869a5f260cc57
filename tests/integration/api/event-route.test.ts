import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support';
import { ApiDriver } from '../support-api';

const database = await testDatabase();
const api = new ApiDriver(database);
const secret = await api.token('viewer');

describe('the stream of events', () => {
  it('begins for a token, and ends with its request', async () => {
    const leaving = new AbortController();
    const answer = await api.fetch(
      new Request('http://crms.example/api/v1/events', {
        headers: { authorization: `Bearer ${secret}` },
        signal: leaving.signal,
      }),
    );
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store, no-transform');
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toContain('retry: 2000');

    leaving.abort();
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read());
  });

  it('is not opened for its headers alone', async () => {
    // More than the 50 that may be open for one token at once.
    for (let asked = 0; asked < 60; asked += 1) {
      const { status, headers, body } = await api.send('HEAD', '/events', { secret });
      expect([status, headers.get('content-type'), body]).toEqual([
        200,
        'text/event-stream; charset=utf-8',
        null,
      ]);
    }
  });

  it.each([
    ['no token', {}],
    ['a token that is none', { secret: 'crms_wrong' }],
  ])('is refused with %s', async (_, parts) => {
    const answer = await api.send('GET', '/events', parts);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'no-token' });
  });

  it('cannot be changed', async () => {
    const answer = await api.send('POST', '/events', { secret });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

it('sends an address with a slash at its end on to the one without', async () => {
  const answer = await api.send('GET', '/licenses/?q=a%20b', { secret });
  expect([answer.status, answer.headers.get('location')]).toEqual([
    308,
    '/api/v1/licenses?q=a%20b',
  ]);
});
