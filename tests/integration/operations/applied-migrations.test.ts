import { readdirSync } from 'node:fs';
import { afterAll, expect, inject, it } from 'vitest';
import { compareMigrations } from '../../../scripts/database/applied-migrations';
import { testDatabase } from '../support';

const database = await testDatabase();
const [last = '', ...others] = readdirSync('prisma/migrations', { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  .toSorted()
  .toReversed();
const noted = (change: string) =>
  database.rows(`UPDATE _prisma_migrations SET ${change} WHERE migration_name = '${last}'`);

const isExact = async (names: readonly string[], url = database.url) =>
  (await compareMigrations(url, names)).isExact;

afterAll(() => noted('finished_at = now(), rolled_back_at = NULL'));

it('a migrated database has exactly its migrations', async () => {
  expect(await isExact([...others, last])).toBe(true);
});

it.each([
  ['a migration is missing', [...others, last, '29990101000000_later']],
  ['a later version has migrated it', others],
  ['another migration stands in the place of one', [...others, '29990101000000_later']],
])('it has not when %s', async (_why, names) => {
  expect(await isExact(names)).toBe(false);
});

it('a later version has migrated it, whose migrations are named', async () => {
  expect((await compareMigrations(database.url, others)).unknown).toEqual([last]);
  expect((await compareMigrations(database.url, [...others, last, 'x'])).unknown).toEqual([]);
});

it('it has not while a migration is unfinished, or was rolled back', async () => {
  await noted('finished_at = NULL');
  expect(await isExact([...others, last])).toBe(false);
  await noted('finished_at = now(), rolled_back_at = now()');
  expect(await isExact([...others, last])).toBe(false);
});

it('a database without any migration has none', async () => {
  expect(await isExact([], inject('clusterUrl'))).toBe(false);
});
