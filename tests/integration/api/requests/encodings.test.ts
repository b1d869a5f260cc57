import { describe, expect, it } from 'vitest';
import { contractDetails } from '../../../builders/command-builders';
import { anId } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { newKey } from '../../support-api';
import { refusal, requestsOn } from './support-requests';

const database = await testDatabase();
const { api, secret, licenseId } = await requestsOn(database);

describe('text in another encoding', () => {
  const LATIN_1 = Buffer.from(JSON.stringify({ ...contractDetails(), studio: 'Café' }), 'latin1');
  const post = (body: Uint8Array, type: string) =>
    api.fetch(
      new Request('http://crms.example/api/v1/contracts', {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': type, ...newKey() },
        body: body as BodyInit,
      }),
    );

  it.each([
    ['ISO-8859-1 without a word', LATIN_1, 'application/json'],
    ['ISO-8859-1 by its name', LATIN_1, 'application/json; charset=iso-8859-1'],
    ['declared as ISO-8859-1', Buffer.from('{}'), 'application/json;charset="ISO-8859-1"'],
    ['UTF-16', Buffer.from('{}', 'utf16le'), 'application/json; charset=utf-16'],
  ])('is refused: %s', async (_what, body, type) => {
    const answer = await post(body, type);
    expect(answer.status).toBe(400);
    expect((await refusal(answer)).code).toBe('malformed');
  });

  it('is accepted in UTF-8, with or without a charset', async () => {
    const body = () => Buffer.from(JSON.stringify({ ...contractDetails(), studio: 'Café' }));
    expect((await post(body(), 'application/json')).status).toBe(201);
    expect((await post(body(), 'application/json; charset=UTF-8')).status).toBe(201);
  });

  it('is decoded to a character that names must not contain', async () => {
    const headers = newKey();
    const body = { ...contractDetails(), studio: 'Caf\uFFFD' };
    const answer = await api.send('POST', '/contracts', { secret, headers, body });
    expect(answer.status).toBe(422);
    expect((await refusal(answer)).errors).toMatchObject([
      { pointer: '#/studio', code: 'invalid-text' },
    ]);
  });

  it.each(['/licenses/%ff', '/licenses?q=caf%e9', '/content?studio=%c3%28'])(
    'is refused in a URL: %s',
    async (path) => {
      const answer = await api.send('GET', path, { secret });
      expect(answer.status).toBe(400);
      expect((await refusal(answer)).code).toBe('malformed');
    },
  );
});

describe('a method', () => {
  it.each([
    ['PUT', '/licenses', 'GET, HEAD, OPTIONS, POST'],
    ['PATCH', '/licenses', 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', `/licenses/${anId()}`, 'GET, HEAD, OPTIONS, PUT'],
    ['POST', `/licenses/${anId()}`, 'GET, HEAD, OPTIONS, PUT'],
    ['GET', `/licenses/${anId()}/offers`, 'OPTIONS, POST'],
    ['HEAD', `/licenses/${anId()}/offers`, 'OPTIONS, POST'],
  ])('that a path does not support is refused: %s %s', async (method, path, allow) => {
    for (const asked of [{ secret }, {}]) {
      const answer = await api.send(method, path, asked);
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe(allow);
      if (method !== 'HEAD') expect((await refusal(answer)).code).toBe('method-not-allowed');
    }
  });

  it('is listed in the response to OPTIONS', async () => {
    const answer = await api.send('OPTIONS', '/licenses');
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
  });

  it('HEAD is GET without a body', async () => {
    const answer = await api.send('HEAD', `/licenses/${licenseId}`, { secret });
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([
      ...[200, '"2"', ''],
    ]);
  });
});
