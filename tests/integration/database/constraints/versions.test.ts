import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support';
import type { Sql } from '../support-sql';
import { transactionsOn } from '../support-sql';
import {
  insertContract,
  insertLicense,
  insertOffer,
  generate,
  bump,
  writeHistory,
  licensesOn,
} from './support-licenses';

// The database enforces the domain rules for any writer, so these tests bypass the product. Each refusal is next to a
// similar legal case, so that nothing is refused for another reason.

const database = await testDatabase();
const { accepted, expectAccepted, expectRefused } = transactionsOn(database);
const { recorded, granted, grant } = licensesOn(database);

describe('L7: a version', () => {
  it('begins at one', async () => {
    const refusal = await expectRefused('23514', (sql) => grant(sql, { version: 2 }));

    expect(refusal.constraint).toBe('licenses_next_version');
  });

  it.each([
    ['stays behind', 'version'],
    ['jumps', 'version + 2'],
    ['falls', 'version - 1'],
  ])('of a license that is changed never %s', async (_how, version) => {
    const license = await granted();
    await accepted((sql) => bump(sql, license));

    const refusal = await expectRefused('23514', (sql) =>
      sql(`UPDATE licenses SET name = 'other', version = ${version} WHERE id = $1`, [license]),
    );

    expect(refusal.constraint).toBe('licenses_next_version');
  });

  it.each(['version', 'version + 2'])(
    'of a contract that is changed rises by one: not %s',
    async (version) => {
      const contract = await recorded();

      const refusal = await expectRefused('23514', (sql) =>
        sql(`UPDATE contracts SET notes = 'other', version = ${version} WHERE id = $1`, [contract]),
      );

      expect(refusal.constraint).toBe('contracts_next_version');
    },
  );

  it('has its history entry at the commit', async () => {
    const license = await granted();

    const refusal = await expectRefused('23514', (sql) =>
      sql('UPDATE licenses SET version = version + 1 WHERE id = $1', [license]),
    );

    expect(refusal.constraint).toBe('licenses_has_history');
  });

  it('of a new license has its history entry at the commit', async () => {
    const contract = await recorded();

    const refusal = await expectRefused('23514', (sql) =>
      insertLicense(sql, randomUUID(), contract),
    );

    expect(refusal.constraint).toBe('licenses_has_history');
  });

  it('of a contract has its history entry at the commit', async () => {
    const refusal = await expectRefused('23514', (sql) => insertContract(sql, randomUUID()));

    expect(refusal.constraint).toBe('contracts_has_history');
  });

  it('has only one history entry', async () => {
    const license = await granted();

    const refusal = await expectRefused('23505', (sql) => writeHistory(sql, 'license', license, 1));

    expect(refusal.constraint).toBe('history_one_change_per_version');
  });

  it('of a license does not change when only its contract is edited', async () => {
    const license = await granted();
    const [{ contract_id: contract } = { contract_id: '' }] = await database.rows<{
      contract_id: string;
    }>('SELECT contract_id FROM licenses WHERE id = $1', [license]);

    await accepted(async (sql) => {
      await sql(`UPDATE contracts SET studio = 'RENAMED', version = 2 WHERE id = $1`, [contract]);
      await writeHistory(sql, 'contract', contract, 2);
    });

    const stored = await database.rows('SELECT studio, version FROM licenses WHERE id = $1', [
      license,
    ]);
    expect(stored).toEqual([{ studio: 'RENAMED', version: 1 }]);
  });
});

describe('offers change only with their license:', () => {
  it.each<[string, (sql: Sql, license: string) => Promise<unknown>]>([
    ['none is added', (sql, license) => insertOffer(sql, license, may)],
    ['none goes', (sql, license) => sql('DELETE FROM offers WHERE license_id = $1', [license])],
    [
      'none is changed',
      (sql, license) => sql(`UPDATE offers SET name = 'other' WHERE license_id = $1`, [license]),
    ],
  ])('%s without a new version of it', async (_what, write) => {
    const license = await granted();
    await accepted((sql) => generate(sql, license, march));

    const refusal = await expectRefused('23514', (sql) => write(sql, license));

    expect(refusal.constraint).toBe('offers_change_with_license');
  });

  it.each<[string, (sql: Sql, license: string) => Promise<unknown>]>([
    ['one is added', (sql, license) => insertOffer(sql, license, may)],
    ['one goes', (sql, license) => sql('DELETE FROM offers WHERE license_id = $1', [license])],
    [
      'one is changed',
      (sql, license) => sql(`UPDATE offers SET name = 'other' WHERE license_id = $1`, [license]),
    ],
  ])('%s with a new version of it, before or after', async (_what, write) => {
    const license = await granted();
    await accepted((sql) => generate(sql, license, march));

    await expectAccepted(async (sql) => {
      await write(sql, license);
      await bump(sql, license);
    });
  });

  it('a new version in an earlier transaction does not count', async () => {
    const license = await granted();
    await accepted((sql) => bump(sql, license));

    await expectRefused('23514', (sql) => insertOffer(sql, license, march));
  });

  it('a new version of another license does not count', async () => {
    const [license, other] = [await granted(), await granted()];

    await expectRefused('23514', async (sql) => {
      await bump(sql, other);
      await insertOffer(sql, license, march);
    });
  });

  it('an offer never moves to another license, even when both have a new version', async () => {
    const [license, other] = [await granted(), await granted()];
    await accepted((sql) => generate(sql, license, march));

    const refusal = await expectRefused('23514', async (sql) => {
      await bump(sql, license);
      await bump(sql, other);
      await sql('UPDATE offers SET license_id = $2 WHERE license_id = $1', [license, other]);
    });

    expect(refusal.constraint).toBe('offers_change_with_license');
  });
});

const march = { start: '2026-03-01', end: '2026-04-01', name: 'march' };
const may = { start: '2026-05-01', end: '2026-06-01', name: 'may' };
