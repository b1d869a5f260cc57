import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testDatabase } from '../support';
import type { Sql } from './support-sql';
import { transactionsOn } from './support-sql';

// The database enforces the domain rules for any writer, so these tests bypass the product. Each refusal is next to a
// similar legal case, so that nothing is refused for another reason.

const database = await testDatabase();
const { accepted, expectAccepted, expectRefused } = transactionsOn(database);

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

interface LicenseParts {
  readonly start?: string;
  readonly end?: string | null;
  readonly version?: number;
}

interface OfferParts {
  readonly start: string;
  readonly end: string | null;
  readonly name?: string;
  readonly devices?: readonly number[];
  /** As stored. */
  readonly prices?: string;
}

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

async function recorded(): Promise<string> {
  const id = randomUUID();
  await accepted(async (sql) => {
    await insertContract(sql, id);
    await writeHistory(sql, 'contract', id, 1);
  });
  return id;
}

/** A license of the year 2026 on devices 1, 3 and 4. */
async function granted(parts: LicenseParts = {}): Promise<string> {
  const ids: string[] = [];
  await accepted(async (sql) => ids.push(await grant(sql, parts)));
  return ids[0] ?? '';
}

async function grant(sql: Sql, parts: LicenseParts): Promise<string> {
  const [id, contract] = [randomUUID(), await recorded()];
  await insertLicense(sql, id, contract, parts);
  await writeHistory(sql, 'license', id, parts.version ?? 1);
  return id;
}

function insertContract(sql: Sql, id: string) {
  return sql(
    `INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
     VALUES ($1::uuid, 'STUDIO', $1::text, '2025-11-30', '', 1)`,
    [id],
  );
}

function insertLicense(sql: Sql, id: string, contract: string, parts: LicenseParts = {}) {
  const { start = '2026-01-01', end = '2027-01-01', version = 1 } = parts;
  return sql(
    `INSERT INTO licenses (id, contract_id, studio, contract_reference, name, notes, rights_type, territories,
       devices, starts_on, ends_on, version)
     SELECT $1, id, studio, reference, 'License', '', 'SVOD', '{840}', '{1,3,4}', $3::date, $4::date, $5
     FROM contracts WHERE id = $2`,
    [id, contract, start, end, version],
  );
}

function insertOffer(sql: Sql, license: string, parts: OfferParts) {
  const {
    start,
    end,
    name = 'offer',
    devices = [1],
    prices = '[[null, "WSP", 499, "USD"]]',
  } = parts;
  return sql(
    `INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [license, start, end, name, prices, devices],
  );
}

async function generate(sql: Sql, license: string, parts: OfferParts): Promise<void> {
  await bump(sql, license);
  await insertOffer(sql, license, parts);
}

/** Increments the license's version and adds its history entry. */
async function bump(sql: Sql, license: string, assignments?: string): Promise<void> {
  const more = assignments === undefined ? '' : `, ${assignments}`;
  await sql(`UPDATE licenses SET version = version + 1 ${more} WHERE id = $1`, [license]);
  const key = randomUUID();
  await insertCommand(sql, key);
  await sql(
    `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
     SELECT 'license', id, version, now(), 'Nora', $2, '{}' FROM licenses WHERE id = $1`,
    [license, key],
  );
}

async function writeHistory(sql: Sql, aggregate: string, id: string, version: number) {
  const key = randomUUID();
  await insertCommand(sql, key);
  await sql(
    `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
     VALUES ($1, $2, $3, now(), 'Nora', $4, '{}')`,
    [aggregate, id, version, key],
  );
}

function insertCommand(sql: Sql, key: string) {
  return sql(
    `INSERT INTO commands (key, actor, digest, result, at) VALUES ($1, 'Nora', 'digest', '{}', now())`,
    [key],
  );
}
