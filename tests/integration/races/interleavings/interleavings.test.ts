import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { until } from '../../../race/until';
import { thisBuild } from '../../../race/build';
import { everyOrder } from '../../../race/gates';
import { AnswerLog } from '../../../race/answer-log';
import type { App, Move } from '../../../race/interleavings/interleaving';
import {
  APART,
  COLLIDING,
  complaintsAbout,
  EVERY_MOVE,
  inOrder,
  moveOf,
  makeRaceFixture,
  recordRaceContract,
  stepsOf,
} from '../../../race/interleavings/interleaving';
import { perform } from '../../../race/requests';
import { testDatabase } from '../../support';

// Long timeouts, so that slow machines do not fail the test.
const limits = { lock_timeout: 60_000, statement_timeout: 60_000, transaction_timeout: 60_000 };
const database = await testDatabase({ connections: 8, limits });
const app: App = {
  build: thisBuild,
  unitOfWork: database.unitOfWork,
  views: new PrismaLicenseViews(database.prisma),
};

const steps = new Map<Move, number>();
/** Locks the license's row while the two commands wait to write. */
const lockHolder = new pg.Client({ connectionString: database.url });

let contractId = '';

beforeAll(async () => {
  await lockHolder.connect();
  contractId = await recordRaceContract(app);
  for (const move of EVERY_MOVE) steps.set(move, await stepsOf(move, app, contractId));
});

afterAll(() => lockHolder.end());

const pairs = EVERY_MOVE.flatMap((first) => EVERY_MOVE.map((second) => [first, second] as const));
/** The orders of a pair include those of the reversed pair. */
const unorderedPairs = EVERY_MOVE.flatMap((first, index) =>
  EVERY_MOVE.slice(index).map((second) => [first, second] as const),
);

describe('every order of the steps of two commands', () => {
  const answerLog = new AnswerLog();

  it.each(unorderedPairs)('has one winner: %s, %s', async (first, second) => {
    const orders = everyOrder(steps.get(first) ?? 0, steps.get(second) ?? 0);
    const interleavings = [COLLIDING, APART].flatMap((aims) =>
      orders.map((order) => ({ aims, order })),
    );

    const complaints = await inBatches(4, interleavings, async ({ aims, order }) => {
      const fixture = await makeRaceFixture(app, contractId, answerLog);
      const requests = [moveOf(first, fixture, aims[0]), moveOf(second, fixture, aims[1])] as const;
      const answers = await inOrder(app, requests, order);
      const wrong = await complaintsAbout(app, fixture, requests, answers, answerLog);
      return wrong.map((words) => `${order.join('')}: ${words}`);
    });

    expect(interleavings.length).toBeGreaterThanOrEqual(12);
    expect(complaints).toEqual([]);
  });

  it('passes the consistency check', async () => {
    expect(await answerLog.findings(database.url)).toEqual([]);
  });
});

describe('two writes waiting in the database for the same row', () => {
  const answerLog = new AnswerLog();

  it.each(pairs)('have one winner: %s before %s', async (first, second) => {
    for (const aims of [COLLIDING, APART]) {
      const fixture = await makeRaceFixture(app, contractId, answerLog);
      const requests = [moveOf(first, fixture, aims[0]), moveOf(second, fixture, aims[1])] as const;

      await lockHolder.query('BEGIN');
      await lockHolder.query('SELECT FROM licenses WHERE id = $1 FOR UPDATE', [fixture.licenseId]);
      const one = perform(app.build, app.unitOfWork, requests[0]);
      await writesWaiting(1);
      const other = perform(app.build, app.unitOfWork, requests[1]);
      await writesWaiting(2);
      await lockHolder.query('COMMIT');
      const answers = await Promise.all([one, other]);

      expect(await complaintsAbout(app, fixture, requests, answers, answerLog)).toEqual([]);
    }
  });

  it('pass the consistency check', async () => {
    expect(await answerLog.findings(database.url)).toEqual([]);
  });
});

/** Resolves when this many sessions of the database wait for a lock. */
async function writesWaiting(count: number): Promise<void> {
  await until(`${count} writes wait for a lock`, async () => {
    const [row] = await database.rows<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%UPDATE licenses%'`,
    );
    return row?.waiting === count;
  });
}

async function inBatches<T>(
  size: number,
  items: readonly T[],
  work: (item: T) => Promise<string[]>,
): Promise<string[]> {
  const results: string[] = [];
  for (let index = 0; index < items.length; index += size)
    results.push(...(await Promise.all(items.slice(index, index + size).map(work))).flat());
  return results;
}
