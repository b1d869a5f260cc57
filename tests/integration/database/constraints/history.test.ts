import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support';
import { transactionsOn } from '../support-sql';
import { bump, insertCommand, licensesOn } from './support-licenses';

// The database enforces the domain rules for any writer, so these tests bypass the product. Each refusal is next to a
// similar legal case, so that nothing is refused for another reason.

const database = await testDatabase();
const { accepted, expectRefused } = transactionsOn(database);
const { recorded, granted } = licensesOn(database);

describe('history', () => {
  it.each([
    ['rewritten', `UPDATE history SET actor = 'somebody else'`],
    ['shortened', 'DELETE FROM history'],
    ['emptied', 'TRUNCATE history'],
  ])('is never %s, not even by the owner', async (_how, statement) => {
    await granted();

    await expectRefused('23001', (sql) => sql(statement));
  });

  it('belongs to an accepted command', async () => {
    const license = await granted();

    await expectRefused('23503', async (sql) => {
      await sql('UPDATE licenses SET version = version + 1 WHERE id = $1', [license]);
      await sql(
        `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
         VALUES ('license', $1, 2, now(), 'Nora', $2, '{}')`,
        [license, randomUUID()],
      );
    });
  });

  it.each([
    ['aggregate', `'offer'`],
    ['version', '0'],
  ])('has no entry with %s %s', async (column, value) => {
    const license = await granted();
    await accepted((sql) => bump(sql, license));

    await expectRefused('23514', (sql) =>
      sql(
        `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
         SELECT ${column === 'aggregate' ? value : 'aggregate'}, aggregate_id,
           ${column === 'version' ? value : '77'}, at, actor, command_key, change
         FROM history WHERE aggregate_id = $1 AND version = 2`,
        [license],
      ),
    );
  });
});

describe('a command’s key', () => {
  it('is stored once', async () => {
    const key = randomUUID();
    await accepted((sql) => insertCommand(sql, key));

    const refusal = await expectRefused('23505', (sql) => insertCommand(sql, key));

    expect(refusal.constraint).toBe('commands_pkey');
  });
});

describe('a contract', () => {
  it('of a studio has a unique number', async () => {
    const contract = await recorded();

    const refusal = await expectRefused('23505', (sql) =>
      sql(
        `INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
         SELECT $2, studio, reference, signed_on, notes, 1 FROM contracts WHERE id = $1`,
        [contract, randomUUID()],
      ),
    );

    expect(refusal.constraint).toBe('contracts_reference_key');
  });

  it('with licenses cannot be deleted', async () => {
    const license = await granted();

    await expectRefused(/^(23001|23503)$/, (sql) =>
      sql('DELETE FROM contracts WHERE id = (SELECT contract_id FROM licenses WHERE id = $1)', [
        license,
      ]),
    );
  });
});
