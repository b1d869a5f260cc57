import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseBefore } from './support-migration';

// A database with data from before names were folded, upgraded to the current schema.

const FOLDING = '20261129100000_folded_names';
const database = await databaseBefore(FOLDING);
const { client } = database;
const [first, second, third, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  await record(first, 'Élan Films', 'K-1');
  await record(second, 'ÉLAN FILMS', 'k-1');
  await record(third, 'Elan  Films', 'K-1');
  await record(other, 'Zulu', 'K-1');
  await database.upgrade();
});

afterAll(() => database.drop());

async function record(id: string, studio: string, reference: string): Promise<void> {
  const key = randomUUID();
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO contracts (id, studio, reference, signed_on, notes, version) VALUES ($1, $2, $3, '2026-01-01', '', 1)`,
    [id, studio, reference],
  );
  await client.query(
    `INSERT INTO commands (key, actor, digest, result, at) VALUES ($1, 'Ada', '', '{}', now())`,
    [key],
  );
  await client.query(
    `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
     VALUES ('contract', $1, 1, now(), 'Ada', $2, '{"kind": "contract-recorded"}')`,
    [id, key],
  );
  await client.query('COMMIT');
}

async function respell(id: string, studio: string): Promise<void> {
  const key = randomUUID();
  await client.query('BEGIN');
  try {
    await client.query(
      `WITH changed AS (UPDATE contracts SET studio = $2, version = version + 1 WHERE id = $1 RETURNING version),
         command AS (INSERT INTO commands (key, actor, digest, result, at) VALUES ($3, 'Ada', '', '{}', now()))
       INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
       SELECT 'contract', $1, version, now(), 'Ada', $3, '{"kind": "contract-corrected"}' FROM changed`,
      [id, studio, key],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

it('keeps contracts with several spellings, numbered in the order they were recorded', async () => {
  const { rows } = await client.query<{ id: string; twin: number; search_text: string }>(
    'SELECT id, twin, search_text FROM contracts ORDER BY studio DESC, twin',
  );
  expect(rows.map(({ id, twin }) => [id, twin])).toEqual(
    expect.arrayContaining([
      [first, 0],
      [second, 1],
      [third, 2],
      [other, 0],
    ]),
  );
  expect(rows.map(({ search_text: text }) => text).toSorted()).toEqual([
    ...['elan films k-1', 'elan films k-1', 'elan films k-1'],
    'zulu k-1',
  ]);
});

it('prevents further spellings, and an edited contract is unique', async () => {
  await expect(record(randomUUID(), 'élan films', 'K-1')).rejects.toMatchObject({
    constraint: 'contracts_name_key',
  });
  await client.query('ROLLBACK');
  await respell(second, 'Élan Film');
  expect((await client.query('SELECT twin FROM contracts WHERE id = $1', [second])).rows).toEqual([
    { twin: 0 },
  ]);
  await expect(respell(third, 'ÉLAN FILM')).rejects.toMatchObject({
    constraint: 'contracts_name_key',
  });
});
