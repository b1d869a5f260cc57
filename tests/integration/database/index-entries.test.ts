import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../support';

// PostgreSQL 18 loses entries of a GiST index that a query scans anew for each of its rows while the index grows
// (findings/postgres-gist-rescan-loses-rows.sh). The keys behind L2 and L3 are such indexes, and they hold as long as no such
// query finds licenses or offers by them. These tests bypass the product, whose statements cannot be paused in the middle.

const database = await testDatabase();
const [loader, reader] = await Promise.all([database.pool.connect(), database.pool.connect()]);

/** Ids in the order in which indexes have them, and many entries of the last that are gone. */
const IDS = ['1', '2', '3'].map(idOf);
const FILLED = idOf('5');
const CHANGED = idOf('f');

beforeAll(async () => {
  // Loads in bulk, and what it commits is known to be committed at once.
  await loader.query(`SET session_replication_role = 'replica'; SET synchronous_commit = on`);
  await reader.query('SET enable_seqscan = off; SET enable_bitmapscan = off');
  await loader.query(`INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
    VALUES ('${FILLED}', 'A studio', 'C-1', '2026-01-01', '', 1)`);
});
afterAll(() => {
  loader.release(true);
  reader.release(true);
});

it('an offer inside its license is stored after licenses were read while others were granted', async () => {
  await grant(CHANGED);
  for (let day = 1; day <= 40; day += 1)
    await loader.query(`UPDATE licenses SET starts_on = starts_on + 1 WHERE id = $1`, [CHANGED]);
  for (const id of IDS) await grant(id);
  for (let n = 1; n <= 30; n += 1) await grant(randomUUID().replace(/^./, '3'));

  await readWhile(
    `SELECT (SELECT name FROM licenses WHERE id = asked.id AND notes = '')`,
    'licenses_window_key',
    () => grant(randomUUID().replace(/^./, '5')),
  );

  expect(await Promise.all(IDS.map((id) => refusalOf(offer(id, '2026-03-01'))))).toEqual(
    IDS.map(() => null),
  );
});

it('an offer that overlaps is refused after licenses were read while offers were added', async () => {
  const days = Array.from({ length: 30 }, (_, index) => index);
  for (let n = 0; n < 40; n += 1) await loader.query(offer(CHANGED, dayOf(2 * n)));
  for (const id of IDS) for (const n of days) await loader.query(offer(id, dayOf(2 * n)));
  await loader.query('DELETE FROM offers WHERE license_id = $1', [CHANGED]);
  let next = 0;

  await readWhile(
    `SELECT (SELECT count(*) FROM offers o WHERE license_id = asked.id AND period && '(,)'::daterange AND name <> '')`,
    'offers_never_overlap',
    () => loader.query(offer(FILLED, dayOf(2 * (next += 1)))),
  );

  const refusals = IDS.flatMap((id) => days.map((n) => refusalOf(offer(id, dayOf(2 * n + 1)))));
  expect(new Set(await Promise.all(refusals))).toEqual(new Set(['offers_never_overlap']));
});

/** Reads what has changed much, then lets the index of a key grow by a page, then reads the rest with the same query. */
async function readWhile(select: string, key: string, grow: () => Promise<unknown>): Promise<void> {
  await loader.query('SELECT count(*) FROM licenses, offers');
  const asked = [CHANGED, ...IDS].map((id) => `'${id}'::uuid`).join();
  await reader.query(`BEGIN; DECLARE page NO SCROLL CURSOR FOR
    ${select} FROM unnest(ARRAY[${asked}]) AS asked (id)`);
  await reader.query('FETCH 1 FROM page');
  const before = await pagesOf(key);
  while ((await pagesOf(key)) === before) await grow();
  await reader.query('FETCH ALL FROM page; COMMIT');
}

async function pagesOf(index: string): Promise<number> {
  const [row] = await database.rows<{ bytes: number }>(
    'SELECT pg_relation_size($1::regclass)::int AS bytes',
    [index],
  );
  return row?.bytes ?? 0;
}

function grant(id: string): Promise<unknown> {
  return loader.query(
    `INSERT INTO licenses (id, contract_id, studio, contract_reference, name, notes, rights_type, territories, devices,
       starts_on, ends_on, version)
     SELECT $1, id, studio, reference, 'License', '', 'SVOD', '{840}', '{1}', '2026-01-01', '2028-01-01', 1 FROM contracts`,
    [id],
  );
}

/** Adds an offer of two days. */
function offer(license: string, startsOn: string): string {
  return `INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
    VALUES ('${license}', '${startsOn}', DATE '${startsOn}' + 2, 'Premiere', '[[null, "WSP", 399, "USD"]]', '{1}')`;
}

/** The constraint that refuses a statement, `null` when none does; nothing is kept of it. */
async function refusalOf(statement: string): Promise<string | null> {
  const client: PoolClient = await database.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(statement);
    return null;
  } catch (error) {
    return String(Reflect.get(Object(error), 'constraint'));
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

function dayOf(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
}

function idOf(digit: string): string {
  return '00000000-0000-4000-8000-000000000000'.replaceAll('0', digit);
}
