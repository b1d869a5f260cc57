import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testDatabase } from '../../support';
import type { Sql } from '../support-sql';
import { transactionsOn } from '../support-sql';
import { insertOffer, generate, bump, licensesOn } from './support-licenses';

// The database enforces the domain rules for any writer, so these tests bypass the product. Each refusal is next to a
// similar legal case, so that nothing is refused for another reason.

const database = await testDatabase();
const { accepted, expectAccepted, expectRefused } = transactionsOn(database);
const { granted, grant } = licensesOn(database);

describe('L1: a window’s end is after its start', () => {
  it.each(['2026-12-31', '2026-01-02'])('in a license: ends on %s', async (end) => {
    await expectAccepted((sql) => grant(sql, { start: '2026-01-01', end }));
  });

  it.each(['2026-01-01', '2025-12-31'])('in a license: not on %s', async (end) => {
    // The error depends on whether the days form a range at all.
    await expectRefused(/^(23514|22000)$/, (sql) => grant(sql, { start: '2026-01-01', end }));
  });

  it('in an offer', async () => {
    const license = await granted();

    await expectRefused('23514', async (sql) => {
      await bump(sql, license);
      await insertOffer(sql, license, { start: '2026-03-01', end: '2026-03-01' });
    });
  });

  it('with an open end', async () => {
    await expectAccepted((sql) => grant(sql, { start: '2026-01-01', end: null }));
  });
});

describe('L2: an offer lies inside its license’s window', () => {
  it.each([
    ['on all its days', '2026-01-01', '2027-01-01'],
    ['on its first day', '2026-01-01', '2026-01-02'],
    ['on its last day', '2026-12-31', '2027-01-01'],
  ])('%s', async (_where, start, end) => {
    const license = await granted();

    await expectAccepted((sql) => generate(sql, license, { start, end }));
  });

  it.each([
    ['a day before it', '2025-12-31', '2026-01-02'],
    ['a day after it', '2026-12-31', '2027-01-02'],
    ['outside altogether', '2028-01-01', '2028-02-01'],
    ['without end', '2026-06-01', null],
  ])('not %s', async (_where, start, end) => {
    const license = await granted();

    const refusal = await expectRefused('23503', (sql) => generate(sql, license, { start, end }));

    expect(refusal.constraint).toBe('offers_inside_license');
  });

  it('with an open end in an open license', async () => {
    const license = await granted({ start: '2026-01-01', end: null });

    await expectAccepted((sql) => generate(sql, license, { start: '2026-06-01', end: null }));
  });

  it('of a license that exists', async () => {
    await expectRefused('23503', (sql) => insertOffer(sql, randomUUID(), march));
  });
});

describe('L3: no two offers of a license overlap', () => {
  it.each([
    ['ends where another starts', '2026-02-01', '2026-03-01'],
    ['starts where another ends', '2026-04-01', '2026-05-01'],
  ])('one that %s is legal', async (_where, start, end) => {
    const license = await granted();
    await accepted((sql) => generate(sql, license, march));

    await expectAccepted((sql) => generate(sql, license, { start, end }));
  });

  it.each([
    ['on its first day', '2026-02-01', '2026-03-02'],
    ['on its last day', '2026-03-31', '2026-05-01'],
    ['around it', '2026-02-01', '2026-05-01'],
    ['within it', '2026-03-10', '2026-03-11'],
  ])('none %s', async (_where, start, end) => {
    const license = await granted();
    await accepted((sql) => generate(sql, license, march));

    const refusal = await expectRefused('23P01', (sql) => generate(sql, license, { start, end }));

    expect(refusal.constraint).toBe('offers_never_overlap');
  });

  it('including one that is moved', async () => {
    const license = await granted();
    await accepted((sql) => generate(sql, license, march));
    await accepted((sql) => generate(sql, license, may));

    await expectRefused('23P01', async (sql) => {
      await bump(sql, license);
      await sql(`UPDATE offers SET starts_on = '2026-03-31' WHERE license_id = $1 AND name = $2`, [
        license,
        'may',
      ]);
    });
  });

  it('of different licenses may overlap', async () => {
    const [one, other] = [await granted(), await granted()];
    await accepted((sql) => generate(sql, one, march));

    await expectAccepted((sql) => generate(sql, other, march));
  });

  it('including two written at the same time', async () => {
    const license = await granted();
    const [first, second] = [await connection(), await connection()];
    await first('BEGIN');
    await generate(first, license, march);
    await second('BEGIN');

    // The second waits for the first’s lock on the license, so their order does not matter.
    const [late] = await Promise.allSettled([
      generate(second, license, { start: '2026-03-15', end: '2026-04-15' }),
      first('COMMIT'),
    ]);

    expect(late).toMatchObject({ status: 'rejected', reason: { code: '23P01' } });
  });
});

const march = { start: '2026-03-01', end: '2026-04-01', name: 'march' };
const may = { start: '2026-05-01', end: '2026-06-01', name: 'may' };

/** A connection for a single test, rolled back at its end. */
async function connection(): Promise<Sql> {
  const client = await database.pool.connect();
  onTestFinished(async () => {
    await client.query('ROLLBACK');
    client.release();
  });
  return (text, values) => client.query(text, values);
}
