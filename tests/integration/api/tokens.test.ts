import { describe, expect, it } from 'vitest';
import type { MakeToken } from '../../../src/service/people/token-service';
import { PostgresRequestLimits } from '../../../src/adapters/postgres/people/request-limits';
import { PrismaTokenViews } from '../../../src/adapters/postgres/people/token-repository';
import { actor } from '../../../src/domain/people/actor';
import { InvalidExpiry, TokenTaken } from '../../../src/domain/people/token';
import { makeToken, revokeToken, validToken } from '../../../src/service/people/token-service';
import { gate } from '../../contracts/gate';
import { until } from '../../race/until';
import { Token } from '../../../src/domain/people/token';
import { refusalFrom } from '../../builders/refusal';
import { anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, newKey, ORIGIN } from '../support-api';

const database = await testDatabase({ connections: 12 });
const api = new ApiDriver(database);
const views = new PrismaTokenViews(database.prisma);
const nora = actor('Nora');

/** Creates a token as an admin. */
function make({ tokenId, details }: MakeToken, at = new Date()) {
  return makeToken({ tokenId, details, actor: nora, at: at.toISOString() }, database.records);
}

function aToken(details: Partial<MakeToken['details']> = {}): MakeToken {
  return { tokenId: anId(), details: { name: 'Feeder', role: 'viewer', days: 1, ...details } };
}

function revoke({ tokenId }: MakeToken) {
  return revokeToken({ tokenId, actor: nora, at: new Date().toISOString() }, database.records);
}

function found(secret: string) {
  return validToken(secret, new Date().toISOString(), views);
}

/** Checksums of every table, except those that count requests. */
async function fingerprint(): Promise<unknown> {
  const tables = await database.rows<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'rate_limits' ORDER BY 1`,
  );
  expect(tables.length).toBeGreaterThan(10);
  return Promise.all(
    tables.map(async ({ name }) => [
      name,
      await database.rows(
        `SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${name} t`,
      ),
    ]),
  );
}

const anAddress = (operation: string) => {
  const [method = '', template = ''] = operation.split(' ');
  const path = template.replace('{startsOn}', '2026-01-01').replace(/\{\w+\}/g, () => anId());
  return [method.toUpperCase(), path] as const;
};

describe('a token', () => {
  it('is stored only as a digest, and found by the secret that was shown once', async () => {
    const token = aToken();
    const { secret } = await make(token);

    expect(secret).toMatch(/^crms_[\w-]{43}$/);
    expect(await found(secret)).toMatchObject({
      ...{ id: token.tokenId, name: 'Feeder', role: 'viewer', madeBy: 'Nora' },
    });
    const [row] = await database.rows<{ kept: string }>(
      'SELECT t::text AS kept FROM api_tokens t WHERE id = $1',
      [token.tokenId],
    );
    expect(row?.kept).not.toContain(secret.slice('crms_'.length));
  });

  it('is created once from repeated requests, and a repetition replaces the secret', async () => {
    const token = aToken();
    const { secret: first } = await make(token);
    const { secret: second } = await make(token, new Date(Date.now() + 5_000));

    expect(await found(first)).toBeNull();
    expect(await found(second)).toMatchObject({ id: token.tokenId });
    const other = { ...token, details: { ...token.details, role: 'admin' } };
    await refusalFrom(TokenTaken, make(other));
    expect(await revoke(token)).toEqual({ replayed: false });
    expect(await revoke(token)).toEqual({ replayed: true });
    await refusalFrom(TokenTaken, make(token));
  });

  it('is created once from concurrent requests', async () => {
    const token = aToken();
    const [isAdded, mayCommit] = [gate(2), gate(2)];
    const first = database.records.transact(async ({ tokens }) => {
      await tokens.add(Token.make(token.tokenId, token.details, nora, new Date().toISOString()));
      await isAdded();
      await mayCommit();
    });
    await isAdded();
    const second = make(token);
    await until('the second request waits for the first', async () => {
      const rows = await database.rows(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
    await mayCommit();
    await first;
    const { secret, replayed } = await second;

    expect(replayed).toBe(true);
    expect(await found(secret)).toMatchObject({ id: token.tokenId });
  });

  it('has a stored expiry', async () => {
    await refusalFrom(InvalidExpiry, make(aToken({ days: 367 })));
    await make(aToken({ name: 'Kept', days: 90 }), new Date('2026-03-04T05:06:07.000Z'));
    const kept = (await views.list()).find(({ name }) => name === 'Kept');
    expect(kept?.expiresAt).toMatch(/^2026-06-02T05:06:07/);
  });

  it('is invalid from the moment it is revoked or expires', async () => {
    const token = aToken();
    const { secret } = await make(token);
    const read = () => api.send('GET', '/history', { secret });

    expect((await read()).status).toBe(200);
    await revoke(token);
    const revoked = await read();
    expect([revoked.status, revoked.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="CRMS", error="invalid_token"',
    ]);
    expect((await views.list()).map(({ id }) => id)).not.toContain(token.tokenId);

    const old = await make(aToken(), new Date('2026-01-01T00:00:00.000Z'));
    expect((await api.send('GET', '/history', { secret: old.secret })).status).toBe(401);
  });
});

describe('every operation', () => {
  it.each([
    ['nobody', {}],
    ['who shows junk', { authorization: 'Bearer crms_junk' }],
    ['who shows another scheme', { authorization: `Basic ${btoa('nora:secret')}` }],
    ['who was signed in by a cookie', { cookie: 'crms_session=abc; crms_worker=Nora' }],
    ['who pretends to come from within', { 'x-middleware-subrequest': 'middleware:middleware' }],
  ])('refuses %s, and nothing is written', async (_who, headers) => {
    const before = await fingerprint();
    for (const operation of api.operations) {
      const [method, path] = anAddress(operation);
      const answer = await api.send(method, path, {
        headers: { ...headers, ...newKey(), 'if-match': '"1"' },
        ...(method === 'GET' ? {} : { body: {} }),
      });
      expect([operation, answer.status]).toEqual([operation, 401]);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
    expect(await fingerprint()).toEqual(before);
  });

  it('that changes data refuses viewers, other origins and invalid input', async () => {
    const [viewer, editor] = [await api.token('viewer'), await api.token('editor')];
    const before = await fingerprint();
    const changes = api.operations.filter((operation) => !operation.startsWith('get '));
    expect(changes.length).toBeGreaterThan(20);
    for (const operation of changes) {
      const [method, path] = anAddress(operation);
      const headers = { ...newKey(), 'if-match': '"1"' };
      const send = (secret: string, more: Record<string, string> = {}, body: unknown = { a: 1 }) =>
        api.send(method, path, { secret, body, headers: { ...headers, ...more } });
      const codeOf = async (answer: Response) =>
        [operation, answer.status, ((await answer.json()) as { code: string }).code] as const;

      expect(await codeOf(await send(viewer))).toEqual([operation, 403, 'role-too-low']);
      for (const origin of ['https://evil.example', 'null', 'http://crms.example.evil.example'])
        expect(await codeOf(await send(editor, { origin }))).toEqual([
          ...[operation, 403, 'foreign-origin'],
        ]);
      const junk = await send(editor, { origin: ORIGIN });
      expect([operation, junk.status >= 400 && junk.status < 500]).toEqual([operation, true]);
    }
    expect(await fingerprint()).toEqual(before);
  });
});

describe('the limits', () => {
  const numbers = { requests: 40, failures: 10, seconds: 3_600 };
  const aProcess = () => {
    const limits = new PostgresRequestLimits(database.prisma, numbers);
    return new ApiDriver(database, { requestLimits: () => limits });
  };

  it('apply to a token across processes', async () => {
    const processes = [aProcess(), aProcess()] as const;
    const secret = await api.token('viewer');
    const answers: Response[] = [];
    for (let wave = 0; wave < 10; wave += 1) {
      const asked = Array.from({ length: 10 }, (_, index) =>
        processes[index % 2 === 0 ? 0 : 1].send('GET', '/history?limit=1', { secret }),
      );
      answers.push(...(await Promise.all(asked)));
    }

    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(40);
    const refused = answers.find((answer) => answer.status === 429);
    expect(await refused?.json()).toMatchObject({ code: 'too-many-requests' });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused?.headers.get('ratelimit-policy')).toBe('"token";q=40;w=3600');
    expect(refused?.headers.get('ratelimit')).toMatch(/^"token";r=0;t=\d+$/);
    const other = await processes[0].send('GET', '/history', {
      secret: await api.token('viewer'),
    });
    expect(other.status).toBe(200);
    expect(other.headers.get('ratelimit')).toMatch(/^"token";r=39;t=\d+$/);
  });

  it('refuse 50 parallel invalid tokens from one address, and rate-limit most of them', async () => {
    const processes = [aProcess(), aProcess()] as const;
    const wrong = (index: number, address: string) =>
      processes[index % 2 === 0 ? 0 : 1].send('GET', '/history', {
        secret: `crms_${'x'.repeat(43)}`,
        headers: { 'x-forwarded-for': address },
      });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => wrong(index, '192.0.2.7')),
    );

    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    // A busy database is a refusal too.
    expect(statuses.filter((status) => ![401, 429, 503].includes(status))).toEqual([]);
    for (let count = 0; count < 11; count += 1) await wrong(count, '192.0.2.7');
    expect((await wrong(0, '192.0.2.7')).status).toBe(429);
    expect((await wrong(1, '192.0.2.7')).status).toBe(429);
    expect((await wrong(0, '192.0.2.8')).status).toBe(401);
    const right = await processes[0].send('GET', '/history', {
      secret: await api.token('viewer'),
      headers: { 'x-forwarded-for': '192.0.2.7' },
    });
    expect(right.status).toBe(200);
  });
});

it('responds busy while the database has no free connection', async () => {
  const { pool } = database;
  const clients = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  const secret = 'crms_'.padEnd(48, 'x');
  const answer = await api.send('GET', '/history', { secret }).finally(() => {
    for (const client of clients) client.release();
  });

  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await answer.json()).toMatchObject({ code: 'busy' });
  const reader = await api.token('viewer');
  const failing = new ApiDriver(database, {
    historyViews: () => ({
      history: () => Promise.reject(new Error('timeout exceeded when trying to connect')),
    }),
  });
  expect((await failing.send('GET', '/history', { secret: reader })).status).toBe(503);
});

it('reveals internal errors only in the log', async () => {
  const failures: unknown[] = [];
  const broken = new ApiDriver(database, {
    historyViews: () => ({ history: () => Promise.reject(new Error('password=hunter2')) }),
    failed: (failure) => failures.push(failure),
  });
  const secret = await api.token('viewer');

  const answer = await broken.send('GET', '/history', { secret });

  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('hunter2');
  expect(failures).toEqual([
    { method: 'GET', path: '/api/v1/history', error: new Error('password=hunter2') },
  ]);
});
