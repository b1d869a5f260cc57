import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { loadMarket } from '../../scripts/bench/measured/market';
import { licensesFor, loadTitles } from '../../scripts/bench/measured/titles/titles';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { ReplicatedReads } from '../../src/adapters/postgres/connection/reads';
import { Replicas } from '../../src/adapters/postgres/connection/replicas';
import { PrismaAvailabilityViews } from '../../src/adapters/postgres/content/availability-views';
import { PrismaContentViews } from '../../src/adapters/postgres/content/content-views';
import { PrismaUnitOfWork } from '../../src/adapters/postgres/prisma-unit-of-work';
import { requests } from '../../src/adapters/operations/request-context';
import { anId } from '../builders/license-builders';
import { ApiDriver } from '../integration/support-api';
import { recordsOn } from '../integration/support';
import type { PostgresServer } from './postgres-server';
import { Site } from './site';

const TITLES = 2_000;
const [AT_ONCE, QUESTIONS] = [8, 400];
const QUESTION =
  '/availability?territory=US&device=tv&rightsType=EST&startsOn=2026-02-01&endsOn=2026-05-01&limit=50';

let site: Site;
let another: PostgresServer;

beforeAll(async () => {
  site = await Site.begin({ isSynchronous: false });
  another = await site.another();
  await loadMarket(site.primary.url(), { contracts: 40, licenses: licensesFor(TITLES) });
  await loadTitles(site.primary.url(), TITLES);
  // What the loading leaves to be done is not what questions cost.
  await site.primary.set('autovacuum', 'off');
  await site.primary.sql('CHECKPOINT');
  await site.waitUntilCaughtUp();
}, 180_000);

afterAll(() => site.end());

describe('a primary with two replicas', () => {
  it('spends less than a fifth of the processor time of questions about availability, token and limits included', async () => {
    const shared = await spent([site.standby.url(), another.url()]);
    const alone = await spent([]);
    const all = shared.primary + shared.one + shared.two;
    expect(shared.primary / all).toBeLessThan(0.2);
    // What each machine could answer more, if each had processors of its own; 1.9 to 2 in most runs.
    expect(alone.primary / Math.max(...Object.values(shared))).toBeGreaterThan(1.5);
  });
});

type Times = Readonly<Record<'primary' | 'one' | 'two', number>>;

/** What each server spends on the same questions when an app reads from these replicas, in milliseconds. */
async function spent(replicaUrls: readonly string[]): Promise<Times> {
  const ask = await asking(replicaUrls);
  await ask(QUESTIONS);
  const before = timesOf();
  await ask(QUESTIONS);
  const after = timesOf();
  return {
    primary: after.primary - before.primary,
    one: after.one - before.one,
    two: after.two - before.two,
  };
}

/** Asks a number of questions over the API of one process, some at once. */
async function asking(urls: readonly string[]): Promise<(questions: number) => Promise<void>> {
  const database = openDatabase(site.primary.url(), { connections: AT_ONCE });
  const replicas = new Replicas(urls, database.pool, AT_ONCE);
  onTestFinished(async () => {
    await replicas.close();
    await database.close();
  });
  const reads = new ReplicatedReads(
    database.prisma,
    replicas,
    () => requests().getStore(),
    () => undefined,
  );
  const app = new ApiDriver(
    {
      ...database,
      url: site.primary.url(),
      unitOfWork: new PrismaUnitOfWork(database.prisma),
      records: recordsOn(database),
    },
    {
      contentViews: () => new PrismaContentViews(reads),
      availabilityViews: () => new PrismaAvailabilityViews(reads),
    },
  );
  const secret = await app.token('viewer');
  return async (questions) => {
    let left = questions;
    const client = async () => {
      while (left > 0) {
        left -= 1;
        const answer = await requests().run({ requestId: anId() }, () =>
          app.send('GET', QUESTION, { secret }),
        );
        expect(answer.status).toBe(200);
        const { items } = (await answer.json()) as { items: unknown[] };
        expect(items).toHaveLength(50);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client));
  };
}

function timesOf(): Times {
  return {
    primary: site.primary.processorTime(),
    one: site.standby.processorTime(),
    two: another.processorTime(),
  };
}
