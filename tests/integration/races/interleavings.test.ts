import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { until } from '../../race/until';
import { thisBuild } from '../../race/build';
import { everyOrder } from '../../race/gates';
import { Ledger } from '../../race/ledger';
import type { App, Move } from '../../race/standoff';
import {
  APART,
  COLLIDING,
  complaintsAbout,
  EVERY_MOVE,
  inOrder,
  moveOf,
  setScene,
  setStage,
  stepsOf,
} from '../../race/standoff';
import { perform } from '../../race/requests';
import { testDatabase } from '../support';

// Whoever is to wait does, however slow the machine is.
const limits = { lock_timeout: 60_000, statement_timeout: 60_000, transaction_timeout: 60_000 };
const database = await testDatabase({ connections: 8, limits });
const app: App = {
  build: thisBuild,
  unitOfWork: database.unitOfWork,
  views: new PrismaLicenseViews(database.prisma),
};

const steps = new Map<Move, number>();
/** A third person, who holds the license's row while the two write. */
const lockHolder = new pg.Client({ connectionString: database.url });

let contractId = '';

beforeAll(async () => {
  await lockHolder.connect();
  contractId = await setStage(app);
  for (const move of EVERY_MOVE) steps.set(move, await stepsOf(move, app, contractId));
});

afterAll(() => lockHolder.end());

const pairs = EVERY_MOVE.flatMap((first) => EVERY_MOVE.map((second) => [first, second] as const));
/** Every order of the steps of one and another is every order of those of the other and the one. */
const unorderedPairs = EVERY_MOVE.flatMap((first, index) =>
  EVERY_MOVE.slice(index).map((second) => [first, second] as const),
);

describe('every order of the steps of two commands', () => {
  const ledger = new Ledger();

  it.each(unorderedPairs)('lets one win: %s, %s', async (first, second) => {
    const orders = everyOrder(steps.get(first) ?? 0, steps.get(second) ?? 0);
    const standoffs = [COLLIDING, APART].flatMap((aims) =>
      orders.map((order) => ({ aims, order })),
    );

    const complaints = await inBatches(4, standoffs, async ({ aims, order }) => {
      const scene = await setScene(app, contractId, ledger);
      const requests = [moveOf(first, scene, aims[0]), moveOf(second, scene, aims[1])] as const;
      const answers = await inOrder(app, requests, order);
      const wrong = await complaintsAbout(app, scene, requests, answers, ledger);
      return wrong.map((words) => `${order.join('')}: ${words}`);
    });

    expect(standoffs.length).toBeGreaterThanOrEqual(12);
    expect(complaints).toEqual([]);
  });

  it('leaves nothing that the checker finds', async () => {
    expect(await ledger.findings(database.url)).toEqual([]);
  });
});

describe('two writes that wait in the database for the same row', () => {
  const ledger = new Ledger();

  it.each(pairs)('let one win: %s before %s', async (first, second) => {
    for (const aims of [COLLIDING, APART]) {
      const scene = await setScene(app, contractId, ledger);
      const requests = [moveOf(first, scene, aims[0]), moveOf(second, scene, aims[1])] as const;

      await lockHolder.query('BEGIN');
      await lockHolder.query('SELECT FROM licenses WHERE id = $1 FOR UPDATE', [scene.licenseId]);
      const one = perform(app.build, app.unitOfWork, requests[0]);
      await writesWaiting(1);
      const other = perform(app.build, app.unitOfWork, requests[1]);
      await writesWaiting(2);
      await lockHolder.query('COMMIT');
      const answers = await Promise.all([one, other]);

      expect(await complaintsAbout(app, scene, requests, answers, ledger)).toEqual([]);
    }
  });

  it('leave nothing that the checker finds', async () => {
    expect(await ledger.findings(database.url)).toEqual([]);
  });
});

/** Resolves when so many sessions of this database wait for a lock, as the database itself says. */
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
