import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support';
import { transactionsOn } from '../support-sql';
import { generate, bump, licensesOn } from './support-licenses';

// The database enforces the domain rules for any writer, so these tests bypass the product. Each refusal is next to a
// similar legal case, so that nothing is refused for another reason.

const database = await testDatabase();
const { accepted, expectAccepted, expectRefused } = transactionsOn(database);
const { granted } = licensesOn(database);

describe('L4: the license covers the devices of an offer', () => {
  it.each([[[1]], [[1, 4]]])('such as %o', async (devices) => {
    const license = await granted();

    await expectAccepted((sql) => generate(sql, license, { ...march, devices }));
  });

  it.each([[[2]], [[1, 2]]])('not %o', async (devices) => {
    const license = await granted();

    const refusal = await expectRefused('23514', (sql) =>
      generate(sql, license, { ...march, devices }),
    );

    expect(refusal.constraint).toBe('offers_devices_licensed');
  });

  it('including when it is changed', async () => {
    const license = await granted();
    await accepted((sql) => generate(sql, license, march));

    await expectRefused('23514', async (sql) => {
      await bump(sql, license);
      await sql(`UPDATE offers SET devices = '{6}' WHERE license_id = $1`, [license]);
    });
  });

  it('and there is at least one', async () => {
    const license = await granted();

    await expectRefused('23514', (sql) => generate(sql, license, { ...march, devices: [] }));
  });
});

describe('L6: amended terms cover every offer', () => {
  it.each([
    ['shrunk to its offers', `starts_on = '2026-03-01', ends_on = '2026-04-01'`],
    ['of fewer devices that no offer goes to', `devices = '{1}'`],
    ['opened', 'ends_on = NULL'],
  ])('%s', async (_how, assignments) => {
    const license = await granted();
    await accepted((sql) => generate(sql, license, march));

    await expectAccepted((sql) => bump(sql, license, assignments));
  });

  it.each([
    ['not a day shorter at the start', `starts_on = '2026-03-02'`, 'offers_inside_license'],
    ['not a day shorter at the end', `ends_on = '2026-03-31'`, 'offers_inside_license'],
    ['not without a device an offer goes to', `devices = '{4}'`, 'licenses_cover_devices'],
  ])('%s', async (_how, assignments, constraint) => {
    const license = await granted();
    await accepted((sql) => generate(sql, license, march));

    const refusal = await expectRefused(/^(23001|23503|23514)$/, (sql) =>
      bump(sql, license, assignments),
    );

    expect(refusal.constraint).toBe(constraint);
  });

  it('and a license with offers cannot be deleted', async () => {
    const license = await granted();
    await accepted((sql) => generate(sql, license, march));

    await expectRefused(/^(23001|23503)$/, (sql) =>
      sql('DELETE FROM licenses WHERE id = $1', [license]),
    );
  });

  it.each(['territories', 'devices'])('and never lack %s', async (column) => {
    const license = await granted();

    await expectRefused('23514', (sql) => bump(sql, license, `${column} = '{}'`));
  });
});

describe('the formats and languages of a license', () => {
  it.each([
    'formats = NULL, languages = NULL',
    `formats = '{1,7}'`,
    `languages = '{fr,zh-Hant-TW,x-own}', held_back = '{fr-CA}'`,
    `languages = NULL, held_back = '{es}'`,
    'exclusive = true',
  ])('can be %s, with a new version', async (assignments) => {
    const license = await granted();

    await expectAccepted((sql) => bump(sql, license, assignments));
  });

  it.each([
    ['formats', `formats = '{}'`],
    ['formats', `formats = '{8}'`],
    ['formats', `formats = '{1,NULL}'`],
    ['languages', `languages = '{}'`],
    ['languages', `languages = '{fr,NULL}'`],
    ['languages', `languages = '{français}'`],
    ['languages', `languages = '{fr}', held_back = '{fr}'`],
    ['languages', `languages = '{fr-CA}', held_back = '{fr}'`],
    ['languages', `languages = '{fr}', held_back = '{es}'`],
    ['languages', `held_back = '{""}'`],
  ])('cannot be %s: %s', async (what, assignments) => {
    const license = await granted();

    const refusal = await expectRefused('23514', (sql) => bump(sql, license, assignments));

    expect(refusal.constraint).toBe(`licenses_${what}`);
  });

  it.each([`formats = '{1}'`, `languages = '{fr}'`, `held_back = '{fr}'`, 'exclusive = true'])(
    'cannot become %s without a new version',
    async (assignments) => {
      const license = await granted();

      const refusal = await expectRefused('23514', (sql) =>
        sql(`UPDATE licenses SET ${assignments} WHERE id = $1`, [license]),
      );

      expect(refusal.constraint).toBe('licenses_next_version');
    },
  );
});

describe('a price', () => {
  it.each([
    '[[null, "WSP", 0, "USD"]]',
    '[[null, "SRP", 2147483647, "JPY"]]',
    '[[null, "WSP", "Tier 1"]]',
    '[[1, "WSP", 499, "USD"], [2, "SRP", 599, "USD"], [7, "WSP", "Tier 2"]]',
  ])('list may be %s', async (prices) => {
    const license = await granted();

    await expectAccepted((sql) => generate(sql, license, { ...march, prices }));
  });

  it.each([
    '[]',
    'null',
    '{}',
    '[null]',
    '[[null, "WSP", -1, "USD"]]',
    '[[null, "WSP", 2147483648, "USD"]]',
    '[[null, "WSP", 1.5, "USD"]]',
    '[[null, "WSP", 1, "usd"]]',
    '[[null, "WSP", 1, "US"]]',
    '[[null, "WSP", 1, null]]',
    '[[null, "WSP", null, "USD"]]',
    '[[null, "WSP", ""]]',
    '[[null, "", 1, "USD"]]',
    '[[null, null, 1, "USD"]]',
    '[[null, "WSP"]]',
    '[[null, "WSP", 1, "USD", 1]]',
    '[[0, "WSP", 1, "USD"]]',
    '[[8, "WSP", 1, "USD"]]',
    '[["1", "WSP", 1, "USD"]]',
    '[[1, "WSP", 1, "USD"], [1, "WSP", 2, "USD"]]',
    '[[null, "WSP", 1, "USD"], [1, "WSP", 2, "USD"]]',
    '[[1, "WSP", 1, "USD"], [2, "WSP", 2, "EUR"]]',
  ])('list cannot be %s', async (prices) => {
    const license = await granted();

    const refusal = await expectRefused('23514', (sql) =>
      generate(sql, license, { ...march, prices }),
    );

    expect(refusal.constraint).toBe('offers_have_prices');
  });
});

const march = { start: '2026-03-01', end: '2026-04-01', name: 'march' };
