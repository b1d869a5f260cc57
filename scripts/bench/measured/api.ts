import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { GenerateOffers } from '../../../src/service/license/generate-offers';
import type { AppServer } from '../app-server';
import type { BenchCluster } from '../cluster';
import type { Measurement } from '../report';
import { hashPassword } from '../../../src/adapters/people/password-hash';
import { addPersonWithPassword } from '../../../src/adapters/people/person-with-password';
import { BetterAuthSignIn } from '../../../src/adapters/people/sign-in';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { openDatabase, type Database } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { startApp } from '../app-server';
import { loadLicenses } from '../catalog';
import { withClient } from '../../database/client';
import { inTurns, median, percentile, rounded } from '../figures';
import { CommandQueue } from './throughput';

const CONNECTIONS = 16;
/** So many that none of them asks too often. */
const TOKENS = 64;
const ROUNDS = 5;
const ROUND_MS = 2_000;
const MEMORY_MS = 10 * 60_000;
const SAMPLE_EVERY_MS = 5_000;
const SIGN_INS_MS = 5_000;
const SIGN_INS_IN_FLIGHT = 4;
const FROM = '2020-01-06';
const OFFERS_EACH = 10;

/** Reads and changes over HTTP with 16 connections, beside the same in this process; memory in the long run; sign-ins. */
export async function measureApi(cluster: BenchCluster): Promise<Measurement[]> {
  const url = await cluster.database('api');
  const batch = { licenses: 500, offersEach: OFFERS_EACH, from: FROM, offerDays: 7, gapDays: 0 };
  const [overHttp, inProcess] = [
    await loadLicenses(url, { ...batch, batch: 'http' }),
    await loadLicenses(url, { ...batch, batch: 'process' }),
  ];
  const tokens = await makeTokens(url);
  const database = openDatabase(url, { connections: CONNECTIONS });
  const app = await startApp(url);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    const client = new ApiClient(app, agent, tokens);
    return [
      ...(await reads(client, database, overHttp)),
      ...(await changes(client, database, overHttp, inProcess)),
      ...(await signIns(database)),
      ...(await memory(app, client, overHttp)),
    ];
  } finally {
    agent.destroy();
    await app.stop();
    await database.close();
  }
}

async function reads(
  client: ApiClient,
  database: Database,
  licenses: readonly string[],
): Promise<Measurement[]> {
  const views = new PrismaLicenseViews(database.prisma);
  let turn = 0;
  const next = () => licenses[(turn += 1) % licenses.length] ?? '';
  return beside('reads of a license', {
    http: () => client.read(`/licenses/${next()}`),
    process: () => views.license(next()),
  });
}

async function changes(
  client: ApiClient,
  database: Database,
  overHttp: readonly string[],
  inProcess: readonly string[],
): Promise<Measurement[]> {
  const unitOfWork = new PrismaUnitOfWork(database.prisma);
  const [there, here] = [overHttp, inProcess].map(
    (licenses) => new CommandQueue(licenses, FROM, OFFERS_EACH),
  );
  if (there === undefined || here === undefined) throw new Error('Nothing was loaded.');
  return beside('changes of a license', {
    http: () => client.generate(there.next()),
    process: () => generateOffers(here.next(), unitOfWork),
  });
}

/** Measures one way of asking beside the other, in turns. */
async function beside(
  name: string,
  ways: Record<'http' | 'process', () => Promise<unknown>>,
): Promise<Measurement[]> {
  const times: Record<'http' | 'process', number[]> = { http: [], process: [] };
  const round = (way: 'http' | 'process') => () => oneRound(ways[way], times[way]);
  const rounds = { http: round('http'), process: round('process') };
  await inTurns(rounds, 1);
  times.http.length = 0;
  times.process.length = 0;
  const figures = await inTurns(rounds, ROUNDS);
  const speed = (way: 'http' | 'process', words: string): Measurement => ({
    name: `${name}, ${words}`,
    figure: rounded(median(figures[way])),
    unit: 'per second',
    rounds: figures[way].map(rounded),
    note: `p50 ${rounded(percentile(times[way], 0.5))} ms, p95 ${rounded(percentile(times[way], 0.95))} ms`,
  });
  return [
    speed('http', `API, ${CONNECTIONS} connections`),
    speed('process', `services in this process, ${CONNECTIONS} in flight`),
    {
      name: `${name}: API / services`,
      figure: rounded(median(figures.http) / median(figures.process)),
      unit: 'ratio',
    },
  ];
}

async function oneRound(ask: () => Promise<unknown>, times: number[]): Promise<number> {
  const start = performance.now();
  let done = 0;
  const work = async () => {
    while (performance.now() - start < ROUND_MS) {
      const begun = performance.now();
      await ask();
      times.push(performance.now() - begun);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return (done * 1000) / (performance.now() - start);
}

/** Passwords that are right, of many people: each costs 19 MiB and two passes, on purpose. */
async function signIns(database: Database): Promise<Measurement[]> {
  const signIn = new BetterAuthSignIn(database.prisma, {
    url: 'http://127.0.0.1',
    secret: randomBytes(32).toString('base64url'),
    provider: null,
  });
  const password = randomBytes(24).toString('base64url');
  const hash = await hashPassword(password);
  const emails = Array.from({ length: 50 }, () => `${randomUUID()}@bench.example`);
  for (const email of emails)
    await addPersonWithPassword(database.prisma, { name: 'Bench', email, role: 'viewer' }, hash);
  const start = performance.now();
  let done = 0;
  const work = async () => {
    while (performance.now() - start < SIGN_INS_MS) {
      const turn = done;
      done += 1;
      const from = new Headers({ 'x-forwarded-for': `10.0.${turn >> 8}.${turn & 255}` });
      await signIn.withPassword(emails[turn % emails.length] ?? '', password, from);
    }
  };
  await Promise.all(Array.from({ length: SIGN_INS_IN_FLIGHT }, work));
  const perSecond = (done * 1000) / (performance.now() - start);
  return [{ name: 'sign-ins by password', figure: rounded(perSecond), unit: 'per second' }];
}

/** Ten minutes of reads and changes: the last third may need no more than the one before. */
async function memory(
  app: AppServer,
  client: ApiClient,
  licenses: readonly string[],
): Promise<Measurement[]> {
  const samples: number[] = [];
  const sampling = setInterval(() => samples.push(app.residentMegabytes()), SAMPLE_EVERY_MS);
  const start = performance.now();
  let done = 0;
  const work = async () => {
    while (performance.now() - start < MEMORY_MS) {
      done += 1;
      const id = licenses[done % licenses.length] ?? '';
      await client.read(done % 10 === 0 ? '/licenses?limit=50' : `/licenses/${id}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS / 2 }, work));
  clearInterval(sampling);
  const third = Math.floor(samples.length / 3);
  const [middle, last] = [samples.slice(third, 2 * third), samples.slice(2 * third)].map(median);
  return [
    {
      name: 'resident memory after ten minutes of API requests',
      figure: rounded(samples.at(-1) ?? 0),
      unit: 'MB',
      rounds: samples.map(rounded),
      note: `${done.toLocaleString('en-US')} requests`,
    },
    {
      name: 'resident memory: last third / the one before',
      figure: rounded((last ?? 0) / (middle ?? 1)),
      unit: 'ratio',
      goal: { atMost: 1.05 },
    },
  ];
}

/** A program that uses the API over connections that stay open. */
class ApiClient {
  private turn = 0;

  constructor(
    private readonly app: AppServer,
    private readonly agent: Agent,
    private readonly tokens: readonly string[],
  ) {}

  read(path: string): Promise<void> {
    return this.send('GET', path, {}, undefined);
  }

  generate({ key, licenseId, expectedVersion, plan }: GenerateOffers): Promise<void> {
    if (plan.kind !== 'at') throw new Error('Only offers at their windows are measured.');
    const offers = plan.offers.map(({ window, ...offer }) => ({
      ...offer,
      window: { startsOn: window.startsOn, endsOn: window.endsOn },
    }));
    const headers = { 'if-match': `"${expectedVersion}"`, 'idempotency-key': key };
    return this.send('POST', `/licenses/${licenseId}/offers`, headers, { kind: 'at', offers });
  }

  private send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: object | undefined,
  ): Promise<void> {
    this.turn += 1;
    const authorization = `Bearer ${this.tokens[this.turn % this.tokens.length]}`;
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.app.address}/api/v1${path}`,
        {
          method,
          agent: this.agent,
          headers: { authorization, 'content-type': 'application/json', ...headers },
        },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (piece: string) => (text += piece));
          answer.on('error', reject);
          answer.on('end', () => {
            if (answer.statusCode === 200) resolve();
            else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 200)}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

async function makeTokens(url: string): Promise<string[]> {
  const tokens = Array.from(
    { length: TOKENS },
    () => `crms_${randomBytes(32).toString('base64url')}`,
  );
  await withClient(url, async (client) => {
    for (const token of tokens)
      await client.query(
        `INSERT INTO api_tokens (id, name, role, token_digest, made_by, made_at, expires_at)
         VALUES ($1, 'Bench', 'editor', $2, 'Bench', now(), now() + interval '1 day')`,
        [randomUUID(), createHash('sha256').update(token).digest('hex')],
      );
  });
  return tokens;
}
