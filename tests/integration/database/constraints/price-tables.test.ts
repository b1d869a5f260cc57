import { randomUUID } from 'node:crypto';
import { describe, it } from 'vitest';
import { recordPriceTable } from '../../../../src/service/price-table/price-table-service';
import { aCommand } from '../../../builders/command-builders';
import { aName, anId } from '../../../builders/license-builders';
import { anEdit } from '../../../builders/price-table-builders';
import { testDatabase } from '../../support';
import type { Sql } from '../support-sql';
import { transactionsOn, writeHistoryOf } from '../support-sql';

// The database enforces what holds of price tables for any writer, so these tests bypass the product. Each refusal is next to a
// similar legal case, so that nothing is refused for another reason.

const database = await testDatabase();
const { expectAccepted, expectRefused, expectRefusedBy } = transactionsOn(database);

describe('a price', () => {
  it.each([
    ['an amount', '1499, NULL'],
    ['an amount of zero', '0, NULL'],
    ['that it is not sold', "NULL, 'not-sold'"],
    ['that it is the same as for all', "NULL, 'same'"],
  ])('says %s', async (_what, says) => {
    const id = await aTable();
    await expectAccepted((sql) => changed(sql, id, () => insert(sql, id, { says })));
  });

  it.each([
    ['a negative amount', '-1, NULL'],
    ['nothing', 'NULL, NULL'],
    ['two things', "1499, 'not-sold'"],
    ['something else', "NULL, 'sold'"],
  ])('does not say %s', async (_what, says) => {
    const id = await aTable();
    await expectRefused('23514', (sql) => changed(sql, id, () => insert(sql, id, { says })));
  });

  it.each([
    ['an empty tier', { tier: '' }],
    ['a negative format', { format: -1 }],
    ['a currency in small letters', { currency: 'cad' }],
  ])('does not have %s', async (_what, parts) => {
    const id = await aTable();
    await expectRefused('23514', (sql) => changed(sql, id, () => insert(sql, id, parts)));
  });

  it('is one for a cell and a day, however the tier is spelt', async () => {
    const id = await aTable();
    await expectRefusedBy('prices_pkey', (sql) =>
      changed(sql, id, async () => {
        await insert(sql, id, { tier: 'Élan' });
        await insert(sql, id, { tier: 'elan' });
      }),
    );
    await expectAccepted((sql) =>
      changed(sql, id, async () => {
        await insert(sql, id, { tier: 'Élan' });
        await insert(sql, id, { tier: 'elan', startsOn: '2027-02-01' });
        await insert(sql, id, { tier: 'elan', format: 3 });
      }),
    );
  });

  it.each([
    ['comes', (sql: Sql, id: string) => insert(sql, id)],
    [
      'changes',
      (sql: Sql, id: string) => sql('UPDATE prices SET amount = 1 WHERE price_table_id = $1', [id]),
    ],
    ['goes', (sql: Sql, id: string) => sql('DELETE FROM prices WHERE price_table_id = $1', [id])],
  ])('%s with a change of its table only', async (_what, write) => {
    const id = await aTable();
    await expectRefusedBy('prices_change_with_table', (sql) => write(sql, id));
    await expectAccepted((sql) => changed(sql, id, () => write(sql, id)));
  });

  it('does not move to another table', async () => {
    const [from, to] = [await aTable(), await aTable()];
    await expectRefusedBy('prices_change_with_table', (sql) =>
      changed(sql, from, () =>
        changed(sql, to, () =>
          sql("UPDATE prices SET price_table_id = $2, currency = 'GBP' WHERE price_table_id = $1", [
            from,
            to,
          ]),
        ),
      ),
    );
  });
});

describe('a price table', () => {
  it('is the only one of its studio, however that is spelt', async () => {
    const studio = aName('Élan');
    await aTable(studio);
    const added = (sql: Sql, name: string) => addTable(sql, name);
    await expectRefusedBy('price_tables_studio_key', (sql) =>
      added(sql, studio.toUpperCase().replace('É', 'E')),
    );
    await expectAccepted((sql) => added(sql, `${studio} 2`));
  });

  it('gets each version once, with its line of history', async () => {
    const id = await aTable();
    const raise = (sql: Sql, by: number) =>
      sql(`UPDATE price_tables SET version = version + ${by} WHERE id = $1`, [id]);
    await expectRefusedBy('price_tables_next_version', (sql) => raise(sql, 2));
    await expectRefusedBy('price_tables_has_history', (sql) => raise(sql, 1));
  });

  it('does not vanish', async () => {
    const id = await aTable();
    await expectRefusedBy('price_tables_end_in_history', (sql) =>
      sql('DELETE FROM price_tables WHERE id = $1', [id]),
    );
  });
});

/** Recorded by the product. */
async function aTable(studio = aName('Studio')): Promise<string> {
  const priceTableId = anId();
  await recordPriceTable(
    { ...aCommand(), priceTableId, studio, prices: [anEdit()] },
    database.unitOfWork,
  );
  return priceTableId;
}

async function addTable(sql: Sql, studio: string): Promise<void> {
  const id = randomUUID();
  await sql('INSERT INTO price_tables VALUES ($1, $2, 1)', [id, studio]);
  await writeHistoryOf(sql, 'price-table', id);
}

async function changed(sql: Sql, id: string, write: () => Promise<unknown>): Promise<void> {
  await sql('UPDATE price_tables SET version = version + 1 WHERE id = $1', [id]);
  await writeHistoryOf(sql, 'price-table', id);
  await write();
}

interface Parts {
  readonly tier?: string;
  readonly format?: number;
  readonly currency?: string;
  readonly startsOn?: string;
  /** Amount and word, in SQL. */
  readonly says?: string;
}

function insert(sql: Sql, id: string, parts: Parts = {}) {
  const { tier = 'Tier 2', format = 0, currency = 'CAD', startsOn = '2027-01-01' } = parts;
  return sql(
    `INSERT INTO prices (price_table_id, rights_type, kind, format, territory, currency, tier, starts_on, amount, says)
     VALUES ($1, 'EST', 'SRP', $2, 124, $3, $4, $5, ${parts.says ?? '1499, NULL'})`,
    [id, format, currency, tier, startsOn],
  );
}
