import pg from 'pg';
import { expect, it } from 'vitest';
import { FixtureCopies } from '../../race/interleavings/fixture-copies';
import { TITLE_MOVES } from '../../race/interleavings/title-interleaving';
import { perform } from '../../race/requests';
import { thisBuild } from '../../race/build';
import { testDatabase } from '../support';
import { titlesOn } from './constraints/support-titles';

// What rules in the database read must not grow with the catalog, also while PostgreSQL has no statistics of it, as during
// an import.

// One session, so that it alone has something to count.
const database = await testDatabase({ connections: 1 });

it('whether offers of a title clash is asked of its licenses, not of all in the same territories', async () => {
  const { fixture } = await titlesOn(database);
  const loader = new pg.Client({ connectionString: database.url });
  await loader.connect();
  const copies = await FixtureCopies.of(loader, fixture);
  for (let count = 0; count < 300; count += 1) await copies.next();
  const copy = await copies.next();
  await loader.end();
  await database.rows('DISCARD PLANS');
  const before = await licensesReadByTerritory();

  const request = TITLE_MOVES['replace an offer by one in June'](copy);
  const answer = await perform(thisBuild, database.unitOfWork, request);

  expect(answer.kind).toBe('accepted');
  expect(await licensesReadByTerritory()).toBe(before);
});

async function licensesReadByTerritory(): Promise<number> {
  await database.rows('SELECT pg_stat_force_next_flush()');
  const [row] = await database.rows<{ read: number }>(
    `SELECT idx_tup_read::int AS read FROM pg_stat_user_indexes WHERE indexrelname = 'licenses_territories'`,
  );
  if (row === undefined) throw new Error('The index is gone.');
  return row.read;
}
