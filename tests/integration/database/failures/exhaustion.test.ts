import { describe, expect, it, onTestFinished } from 'vitest';
import type pg from 'pg';
import { PeopleDriver } from '../../people/support-people';
import { Throttle } from '../../../../src/adapters/people/throttle';
import { PrismaUnitOfWork } from '../../../../src/adapters/postgres/prisma-unit-of-work';
import { recordContract } from '../../../../src/service/contract/contract-service';
import { Busy } from '../../../../src/service/errors';
import { grantLicense } from '../../../../src/service/license/license-service';
import { aCommand, contractDetails } from '../../../builders/command-builders';
import { aName, anId, someDetails } from '../../../builders/license-builders';
import { refusalFrom } from '../../../builders/refusal';
import { testDatabase } from '../../support';
import { ApiDriver, headersFor } from '../../support-api';
import { onePrice } from '../../../../src/domain/license/price-list';

const CONNECTIONS = 8;
const CLIENTS = 200;
/** In milliseconds: the longest time until a response that the app is busy. */
const MAX_WAIT = 3_000;
const database = await testDatabase({ connections: CONNECTIONS });
const unitOfWork = new PrismaUnitOfWork(database.prisma);
const api = new ApiDriver(database);

/** Takes all connections until the test ends or the returned function is called. */
async function wholePool(): Promise<() => void> {
  const held = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => database.pool.connect()),
  );
  const letGo = () => {
    for (const connection of held.splice(0)) connection.release();
  };
  onTestFinished(letGo);
  return letGo;
}

/** Keeps a transaction with this statement open until the test ends. */
async function lockHolder(statement: string, values: readonly unknown[]): Promise<pg.PoolClient> {
  const client = await database.pool.connect();
  onTestFinished(async () => {
    await client.query('ROLLBACK');
    client.release();
  });
  await client.query('BEGIN');
  await client.query(statement, [...values]);
  return client;
}

/** Fails if the promise takes longer than the limit. */
async function inTime<T>(promised: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('It took too long.')), MAX_WAIT);
  });
  return Promise.race([promised, late]).finally(() => clearTimeout(timer));
}

async function aLicense(): Promise<string> {
  const [contractId, licenseId] = [anId(), anId()];
  await recordContract({ ...aCommand(), contractId, details: contractDetails() }, unitOfWork);
  await grantLicense({ ...aCommand(), licenseId, contractId, details: someDetails() }, unitOfWork);
  return licenseId;
}

const OFFER = {
  kind: 'at',
  offers: [
    {
      ...{ name: 'Spring', prices: onePrice({ minor: 499, currency: 'USD' }), devices: ['tv'] },
      window: { startsOn: '2026-03-01', endsOn: '2026-05-01' },
    },
  ],
};

describe('with every connection in use', () => {
  it('200 clients are asked to retry, and all are served once one is free', async () => {
    const commands = Array.from({ length: CLIENTS }, () => ({
      ...aCommand(),
      contractId: anId(),
      details: contractDetails({ reference: aName('R') }),
    }));
    const letGo = await wholePool();

    const answers = await Promise.allSettled(
      commands.map((command) => recordContract(command, unitOfWork)),
    );
    expect(
      answers.every((answer) => answer.status === 'rejected' && answer.reason instanceof Busy),
    ).toBe(true);

    letGo();
    const again = await Promise.all(commands.map((command) => recordContract(command, unitOfWork)));
    expect(again.every(({ replayed }) => !replayed)).toBe(true);
    const [{ idle } = { idle: null }] = await database.rows<{ idle: number }>(
      `SELECT count(*)::int AS idle FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(idle).toBe(0);
  });

  it.each(['GET', 'POST'])(
    'the API says so to a %s within 3 s, and when to come again',
    async (method) => {
      const secret = await api.token('editor');
      const path = method === 'GET' ? '/licenses' : `/licenses/${anId()}/offers`;
      const request = method === 'GET' ? {} : { body: OFFER, headers: headersFor(1) };
      await wholePool();

      const answer = await inTime(api.send(method, path, { secret, ...request }));

      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'busy', status: 503 });
    },
  );

  it('sign-in and people management respond within 3 s', async () => {
    const throttle = new Throttle(database.prisma, { name: 'sign-in', tries: 10, seconds: 60 });
    const desk = new PeopleDriver(database);
    await wholePool();

    const refused = [throttle.count('nora@example.test'), desk.changeRole(anId(), 'viewer')];
    await inTime(Promise.all(refused.map((one) => refusalFrom(Busy, one))));
  });
});

describe('with a locked row', () => {
  it('the API is busy within 3 s, and runs the command once when the row is free', async () => {
    const id = await aLicense();
    const secret = await api.token('editor');
    const headers = headersFor(1);
    const add = () => api.send('POST', `/licenses/${id}/offers`, { secret, body: OFFER, headers });
    const holder = await lockHolder('SELECT FROM licenses WHERE id = $1 FOR UPDATE', [id]);

    const answer = await inTime(add());

    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await answer.json()).toMatchObject({ code: 'busy', status: 503 });
    await holder.query('ROLLBACK');
    const again = await add();
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, null]);
  });

  it('a waiting command succeeds when the row is free, after more than one lock timeout', async () => {
    const id = await aLicense();
    const secret = await api.token('editor');
    const holder = await lockHolder('SELECT FROM licenses WHERE id = $1 FOR UPDATE', [id]);
    const added = api.send('POST', `/licenses/${id}/offers`, {
      secret,
      body: OFFER,
      headers: headersFor(1),
    });
    const waiting = async () => {
      const [row] = await database.rows<{ pid: number; began: string }>(
        `SELECT pid, query_start::text AS began FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return row === undefined ? null : `${row.pid} ${row.began}`;
    };
    await expect.poll(waiting, { timeout: 30_000 }).not.toBeNull();
    const first = await waiting();
    await expect.poll(waiting, { timeout: 30_000, interval: 10 }).not.toBe(first);
    await holder.query('ROLLBACK');

    expect((await added).status).toBe(200);
  });

  it('an admin gets a busy response within 3 s', async () => {
    const desk = new PeopleDriver(database);
    const personId = anId();
    const email = `${personId}@example.test`;
    await desk.invite({ personId, name: 'Nora', email, role: 'admin' });
    await lockHolder('SELECT FROM people WHERE id = $1 FOR UPDATE', [personId]);

    await inTime(refusalFrom(Busy, desk.changeRole(personId, 'admin')));
  });
});
