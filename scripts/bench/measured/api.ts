import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { RecordedRequests } from '../ceiling-process';
import type { Round, RoundAnswer, RoundResult } from '../client-process';
import type { BenchCluster } from '../cluster';
import type { Measurement } from '../report';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { PrismaTokenViews } from '../../../src/adapters/postgres/people/token-repository';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { startApp } from '../app-server';
import { recordStatements, repeated } from '../bare-driver';
import { loadLicenses } from '../catalog';
import { Child } from '../child';
import { inTurns, median, rounded } from '../figures';
import { withClient } from '../../database/client';
import { processorTime, serverOf } from '../processor-time';
import { CommandQueue } from '../command-queue';

const CONNECTIONS = 16;
/** So many that none of them asks too often. */
const TOKENS = 64;
const ROUNDS = 5;
const ROUND_MS = 2_000;
const FROM = '2020-01-06';
const OFFERS_EACH = 10;
const KINDS = ['read', 'change'] as const;
const SERVERS = ['ours', 'ceiling'] as const;
type Kind = (typeof KINDS)[number];
type Server = (typeof SERVERS)[number];

/**
 * Reads and changes of a license over HTTP, beside a plain server that sends the very same SQL, in turns on one machine;
 * with the processor time of each server and of the database for one request.
 *
 * The product that this one descends from is no part of it: a side-by-side run of both on PostgreSQL 18 showed the peer at
 * 0.21 of the ceiling for its simplest read and 0.14 for a change. The goals here are more than 2.5 and 3 times that.
 */
export async function measureApi(cluster: BenchCluster): Promise<Measurement[]> {
  const url = await cluster.database('api');
  const tokens = await makeTokens(url);
  const [token = ''] = tokens;
  const batch = { licenses: 500, offersEach: OFFERS_EACH, from: FROM, offerDays: 7, gapDays: 0 };
  const licenses = {
    ours: await loadLicenses(url, { ...batch, batch: 'ours' }),
    ceiling: await loadLicenses(url, { ...batch, batch: 'ceiling' }),
    model: await loadLicenses(url, { ...batch, batch: 'model', licenses: 1 }),
  };
  const database = await serverOf(url);
  const app = await startApp(url);
  const ceiling = new Child<RecordedRequests, number>('ceiling-process', [url]);
  const client = new Child<Round, RoundAnswer>('client-process');
  try {
    const port = await ceiling.tell(await recordedRequests(url, token, licenses.model));
    const servers = {
      ours: { address: app.address, pid: app.pid },
      ceiling: { address: `http://127.0.0.1:${port}`, pid: ceiling.pid },
    };
    const rounds = new Map<string, RoundOf[]>();
    const round = (kind: Kind, server: Server) => async () => {
      const { address, pid } = servers[server];
      const ask: Round['ask'] =
        kind === 'read'
          ? { kind, paths: licenses[server].map((id) => `/licenses/${id}`) }
          : { kind, licenses: { ids: licenses[server], from: FROM, offersEach: OFFERS_EACH } };
      const before = [processorTime(pid), processorTime(database)];
      const told = await client.tell({
        ...{ address, tokens, ask },
        ...{ connections: CONNECTIONS, milliseconds: ROUND_MS },
      });
      if ('error' in told) throw new Error(told.error);
      const { result } = told;
      const [app = 0, db = 0] = [processorTime(pid), processorTime(database)].map(
        (after, index) => (after - (before[index] ?? 0)) / result.done,
      );
      const name = nameOf(kind, server);
      rounds.set(name, [...(rounds.get(name) ?? []), { ...result, app, db }]);
      return result.perSecond;
    };
    const ways = Object.fromEntries(
      KINDS.flatMap((kind) => SERVERS.map((server) => [nameOf(kind, server), round(kind, server)])),
    );
    await inTurns(ways, 1);
    rounds.clear();
    await inTurns(ways, ROUNDS);
    return KINDS.flatMap((kind) => lines(kind, rounds));
  } finally {
    await client.stop();
    await ceiling.stop();
    await app.stop();
  }
}

type RoundOf = RoundResult & {
  /** Processor time of server and database for one request, in milliseconds. */
  readonly app: number;
  readonly db: number;
};

function nameOf(kind: Kind, server: Server): string {
  return `${kind} of a license, ${server === 'ours' ? 'the API' : 'ceiling'}`;
}

function lines(kind: Kind, rounds: ReadonlyMap<string, readonly RoundOf[]>): Measurement[] {
  const of = (server: Server) => rounds.get(nameOf(kind, server)) ?? [];
  const middle = (server: Server, figure: keyof RoundOf) =>
    median(of(server).map((one) => one[figure]));
  const speeds = SERVERS.map((server) => ({
    name: nameOf(kind, server),
    figure: rounded(middle(server, 'perSecond')),
    unit: 'per second',
    rounds: of(server).map(({ perSecond }) => rounded(perSecond)),
    note:
      `p50 ${rounded(middle(server, 'p50'))} ms, p95 ${rounded(middle(server, 'p95'))} ms, ` +
      `CPU ${rounded(middle(server, 'app'))} + ${rounded(middle(server, 'db'))} ms (server + database)`,
  }));
  return [
    ...speeds,
    {
      name: `${kind} of a license: the API / ceiling`,
      figure: rounded(middle('ours', 'perSecond') / middle('ceiling', 'perSecond')),
      unit: 'ratio',
      goal: { atLeast: 0.5 },
    },
  ];
}

/** What the product sends to the database for each kind of request. */
async function recordedRequests(
  url: string,
  secret: string,
  model: readonly string[],
): Promise<RecordedRequests> {
  const [id = ''] = model;
  const command = new CommandQueue(model, FROM, OFFERS_EACH).next();
  return {
    token: {
      secret,
      statements: await recordStatements(url, (prisma) =>
        new PrismaTokenViews(prisma).bySecret(secret),
      ),
    },
    read: {
      id,
      statements: await recordStatements(url, (prisma) =>
        new PrismaLicenseViews(prisma).license(id),
      ),
    },
    change: {
      model: repeated(command),
      statements: await recordStatements(url, (prisma) =>
        generateOffers(command, new PrismaUnitOfWork(prisma)),
      ),
    },
  };
}

/** Tokens of the bench's own. */
export async function makeTokens(url: string): Promise<string[]> {
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
