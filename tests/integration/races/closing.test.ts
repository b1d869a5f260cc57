import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../race/until';
import { findingsIn } from '../../race/answer-log';
import { assignOffer } from '../../../src/service/content/content-service';
import { closeLicenses } from '../../../src/service/license/close-license';
import { ChangedSince } from '../../../src/service/changed-since';
import { reopenLicenses } from '../../../src/service/license/reopen-licenses';
import { undoChange } from '../../../src/service/license/undo-change';
import { aCommand } from '../../builders/command-builders';
import { refusalFrom } from '../../builders/refusal';
import { days } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';

const limits = { lock_timeout: 60_000, statement_timeout: 60_000, transaction_timeout: 60_000 };
const database = await testDatabase({ connections: 4, limits });
const { unitOfWork } = database;
const seed = new SeedData(unitOfWork);
const lockHolder = new pg.Client({ connectionString: database.url });

const spring = offerFor('Spring', days('2026-03-01', '2026-03-31'));
const fall = offerFor('Fall', days('2026-09-01', '2026-09-30'));
const END = { kind: 'ended', lastDay: '2026-06-30', reason: 'Rights reverted' } as const;

beforeAll(() => lockHolder.connect());
afterAll(() => lockHolder.end());

/** Two licenses with an offer before and one after the end, by their ids. */
async function twoLicenses(): Promise<readonly [string, string]> {
  const [one, other] = [
    await seed.license({ offers: [spring, fall], territories: ['US'] }),
    await seed.license({ offers: [spring, fall], territories: ['CA'] }),
  ];
  return one < other ? [one, other] : [other, one];
}

it('of several licenses is answered for each, and taken back license by license', async () => {
  const [one, other] = await twoLicenses();
  const title = await seed.title({
    offers: [
      [one, fall],
      [other, fall],
    ],
  });
  const licenses = [other, one].map((licenseId) => ({ licenseId, expectedVersion: 2 }));

  const { closed } = await closeLicenses({ ...aCommand(), plan: END, licenses }, unitOfWork);

  expect(closed).toEqual([other, one].map((id) => ({ id, version: 3 })));
  expect(await titleOf(title)).toEqual({ version: 3, closing: 'retired', assignments: 0 });
  expect(await findingsIn(database.url)).toEqual([]);

  for (const [index, licenseId] of [one, other].entries()) {
    await undoChange({ ...aCommand(), licenseId, expectedVersion: 3 }, unitOfWork);
    expect(await titleOf(title)).toEqual({
      version: 4 + index,
      closing: null,
      assignments: 1 + index,
    });
    expect(await findingsIn(database.url)).toEqual([]);
  }
});

it('of several licenses is taken back by one command, with the title that it retired', async () => {
  const [one, other] = await twoLicenses();
  const title = await seed.title({
    offers: [
      [one, fall],
      [other, fall],
    ],
  });
  const licenses = [one, other].map((licenseId) => ({ licenseId, expectedVersion: 2 }));
  const { closed } = await closeLicenses({ ...aCommand(), plan: END, licenses }, unitOfWork);
  const answered = closed.map(({ id, version }) => ({ licenseId: id, expectedVersion: version }));
  const undo = { ...aCommand(), licenses: answered };

  const { reopened } = await reopenLicenses(undo, unitOfWork);

  expect(reopened).toEqual([one, other].map((id) => ({ id, version: 4 })));
  expect(await titleOf(title)).toEqual({ version: 4, closing: null, assignments: 2 });
  expect(await reopenLicenses(undo, unitOfWork)).toMatchObject({ replayed: true });
  const [lines] = await database.rows<{ keys: number; lines: number }>(
    `SELECT count(DISTINCT command_key)::int AS keys, count(*)::int AS lines FROM history
     WHERE (aggregate_id, version) IN (($1::uuid, 4), ($2::uuid, 4), ($3::uuid, 4))`,
    [one, other, title],
  );
  expect(lines).toEqual({ keys: 1, lines: 3 });
  expect(await findingsIn(database.url)).toEqual([]);
});

it('of several licenses is not taken back when one changes in the moment of the undo, which names it', async () => {
  const [one, other] = await twoLicenses();
  const licenses = [one, other].map((licenseId) => ({ licenseId, expectedVersion: 2 }));
  await closeLicenses({ ...aCommand(), plan: END, licenses }, unitOfWork);
  await lockHolder.query('BEGIN');
  await lockHolder.query('SELECT FROM licenses WHERE id = $1 FOR UPDATE', [one]);
  const answered = licenses.map((license) => ({ ...license, expectedVersion: 3 }));
  const undoing = refusalFrom(
    ChangedSince,
    reopenLicenses({ ...aCommand(), licenses: answered }, unitOfWork),
  );
  await waiting();
  await undoChange({ ...aCommand(), licenseId: other, expectedVersion: 3 }, unitOfWork);
  await lockHolder.query('COMMIT');

  expect((await undoing).things.map(({ id }) => id)).toEqual([other]);
  const stored = await database.rows(
    'SELECT version FROM licenses WHERE id = ANY ($1) ORDER BY id',
    [[one, other]],
  );
  expect(stored).toEqual([{ version: 3 }, { version: 4 }]);
});

it('of several licenses takes them in the order of their ids', async () => {
  const [first, second] = await twoLicenses();
  const licenses = [second, first].map((licenseId) => ({ licenseId, expectedVersion: 2 }));
  await lockHolder.query('BEGIN');
  await lockHolder.query('SELECT FROM licenses WHERE id = $1 FOR UPDATE', [first]);

  const closing = closeLicenses({ ...aCommand(), plan: END, licenses }, unitOfWork);
  await waiting();

  // The second is free as long as the first is waited for.
  const free = lockHolder.query('SELECT FROM licenses WHERE id = $1 FOR UPDATE NOWAIT', [second]);
  await expect(free).resolves.toMatchObject({ rowCount: 1 });
  await lockHolder.query('COMMIT');
  expect(await closing).toMatchObject({ replayed: false });
});

it('makes several licenses void, and retires a title that has offers of each', async () => {
  const [one, other] = await twoLicenses();
  const title = await seed.title({ offers: [[other, spring]] });
  await assignOffer(
    {
      ...{ ...aCommand(), contentId: title, expectedVersion: 1 },
      chosen: { licenseId: one, offer: fall },
    },
    unitOfWork,
  );

  const licenses = [one, other].map((licenseId) => ({ licenseId, expectedVersion: 2 }));
  const plan = { kind: 'void', reason: 'Recorded twice' } as const;
  await closeLicenses({ ...aCommand(), plan, licenses }, unitOfWork);

  expect(await titleOf(title)).toEqual({ version: 3, closing: 'retired', assignments: 0 });
  expect(await findingsIn(database.url)).toEqual([]);
});

async function titleOf(id: string) {
  const [row] = await database.rows<{
    version: number;
    closing: string | null;
    assignments: number;
  }>(
    `SELECT version, closing ->> 'kind' AS closing,
       (SELECT count(*)::int FROM assignments WHERE content_id = id) AS assignments
     FROM content WHERE id = $1`,
    [id],
  );
  return row;
}

/** Resolves when a session of the database waits for a lock. */
async function waiting(): Promise<void> {
  await until('a write waits for a lock', async () => {
    const [row] = await database.rows<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%UPDATE licenses%'`,
    );
    return row?.waiting === 1;
  });
}
