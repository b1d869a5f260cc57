import { randomUUID } from 'node:crypto';
import { describe, it } from 'vitest';
import { aName } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import type { Sql } from '../support-sql';
import { transactionsOn } from '../support-sql';

// What holds of price plans for any writer: these tests bypass the product.

const database = await testDatabase();
const { expectAccepted, expectRefused, expectRefusedBy } = transactionsOn(database);

describe('a price plan', () => {
  it('has a name that no other has, however it is spelt', async () => {
    const name = aName('Élan');
    await expectRefusedBy('price_plans_name_key', async (sql) => {
      await insert(sql, { name });
      await insert(sql, { name: name.toLowerCase().replace('é', 'e') });
    });
    await expectAccepted(async (sql) => {
      await insert(sql, { name });
      await insert(sql, { name: `${name} 2` });
    });
  });

  it.each([
    ['no name', { name: '' }],
    ['no step', { steps: [] }],
    ['101 steps', { steps: Array.from({ length: 101 }, () => ({})) }],
    ['revision 0', { revision: 0 }],
  ])('does not have %s', async (_what, parts) => {
    await expectRefused('23514', (sql) => insert(sql, parts));
  });

  it('has 100 steps at most', async () => {
    const steps = Array.from({ length: 100 }, () => ({}));
    await expectAccepted((sql) => insert(sql, { steps }));
  });
});

function insert(
  sql: Sql,
  parts: { readonly name?: string; readonly steps?: readonly object[]; readonly revision?: number },
) {
  const { name = aName('Plan'), steps = [{}], revision = 1 } = parts;
  return sql(
    `INSERT INTO price_plans (id, name, steps, revision, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, 'Test', now())`,
    [randomUUID(), name, JSON.stringify(steps), revision],
  );
}
