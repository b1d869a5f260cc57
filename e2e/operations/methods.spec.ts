import { request as ask } from 'node:http';
import { expect, test } from '../fixtures';

/** Sends a request that a browser or `fetch` would refuse or change. */
function send(method: string, path: string, origin: string) {
  return new Promise<{ status: number; allow: string | undefined; type: string | undefined }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(origin);
      const sent = ask({ method, path, hostname, port }, (answer) => {
        const { statusCode: status = 0, headers } = answer;
        answer.resume();
        resolve({ status, allow: headers.allow, type: headers['content-type'] });
      });
      sent.on('error', reject);
      sent.end();
    },
  );
}

const PROBLEM = 'application/problem+json';

test('an unsupported method or URL is refused, never a server error', async ({ baseURL }) => {
  const asked = (method: string, path: string) => send(method, path, baseURL ?? '');
  for (const path of ['/', '/licenses', '/api/v1/licenses'])
    expect(await asked('TRACE', path), path).toMatchObject({ status: 501, type: PROBLEM });
  for (const path of ['/licenses/%ff', '/content/%ff', '/api/v1/licenses/%ff'])
    expect(await asked('GET', path), path).toMatchObject({ status: 400, type: PROBLEM });
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const refused = { status: 405, type: PROBLEM };
    expect(await asked(method, '/licenses')).toMatchObject(refused);
    expect(await asked(method, '/api/v1/licenses')).toEqual({
      ...refused,
      allow: 'GET, HEAD, OPTIONS, POST',
    });
    expect(await asked(method, '/api/v1/events')).toEqual({
      ...refused,
      allow: 'GET, HEAD, OPTIONS',
    });
  }
});
