import { randomUUID } from 'node:crypto';
import { describe, it } from 'vitest';
import { testDatabase } from '../../support';
import type { Sql } from '../support-sql';
import { newVersion, transactionsOn, writeHistoryOf } from '../support-sql';
import { NO_CLOSINGS, closingOf, close } from './support-closings';
import { titlesOn } from './support-titles';

// The database enforces what holds of ends and takedowns for any writer, so these tests bypass the product. Each refusal is
// next to a similar legal case, so that nothing is refused for another reason.

const database = await testDatabase();
const { accepted, expectAccepted, expectRefusedBy } = transactionsOn(database);
const { contractId, fixture, anotherContract } = await titlesOn(database);

describe('L8: a closed license', () => {
  it.each(NO_CLOSINGS('void'))('does not have %s as its closing', async (closing) => {
    const license = await emptyLicense();
    await expectRefusedBy('licenses_closing', (sql) => close(sql, 'license', license, closing));
  });

  it('says why', async () => {
    const license = await emptyLicense();
    await expectAccepted((sql) => close(sql, 'license', license, closingOf('void')));
  });

  it('that is void has no offers', async () => {
    await expectRefusedBy('licenses_void_without_offers', (sql) =>
      close(sql, 'license', fixture.licenses.GB.id, closingOf('void')),
    );
  });

  it('that is void gets no offer', async () => {
    const license = await emptyLicense();
    await expectRefusedBy('licenses_void_without_offers', async (sql) => {
      await close(sql, 'license', license, closingOf('void'));
      await insertOffer(sql, license);
    });
    await expectAccepted(async (sql) => {
      await newVersion(sql, 'license', license);
      await insertOffer(sql, license);
    });
  });

  it('that is void in an earlier transaction gets no offer either', async () => {
    const license = await emptyLicense();
    await accepted((sql) => close(sql, 'license', license, closingOf('void')));
    await expectRefusedBy('licenses_void_without_offers', async (sql) => {
      await newVersion(sql, 'license', license);
      await insertOffer(sql, license);
    });
  });

  it('that ended has a last day, and its offers lie before that', async () => {
    const license = await emptyLicense();
    await expectRefusedBy('licenses_ended_after_a_day', (sql) =>
      newVersion(sql, 'license', license, `closing = '${closingOf('ended')}', ends_on = NULL`),
    );
    const end = (day: string) => `closing = '${closingOf('ended')}', ends_on = '${day}'`;
    await accepted(async (sql) => {
      await newVersion(sql, 'license', license);
      await insertOffer(sql, license);
    });
    await expectRefusedBy('offers_inside_license', (sql) =>
      newVersion(sql, 'license', license, end('2027-03-10')),
    );
    await expectAccepted((sql) => newVersion(sql, 'license', license, end('2027-04-01')));
  });

  it('is closed and opened by a version of its own', async () => {
    const license = await emptyLicense();
    const set = (closing: string) => (sql: Sql) =>
      sql(`UPDATE licenses SET closing = ${closing} WHERE id = $1`, [license]);
    await expectRefusedBy('licenses_next_version', set(`'${closingOf('void')}'`));
    await accepted((sql) => close(sql, 'license', license, closingOf('void')));
    await expectRefusedBy('licenses_next_version', set('NULL'));
    await expectAccepted((sql) => newVersion(sql, 'license', license, 'closing = NULL'));
  });
});

describe('a void contract', () => {
  it.each([
    ...NO_CLOSINGS('void'),
    '{"kind": "void", "reason": "A mistake"}',
    '{"kind": "ended", "reason": "A mistake", "licenses": []}',
    '{"kind": "void", "reason": "A mistake", "licenses": {}}',
  ])('does not have %s as its closing', async (closing) => {
    const contract = await anotherContract();
    await expectRefusedBy('contracts_closing', (sql) => close(sql, 'contract', contract, closing));
  });

  it('has only void licenses', async () => {
    const contract = await anotherContract();
    const [one, other] = [await emptyLicense(contract), await emptyLicense(contract)];
    await expectRefusedBy('contracts_void_without_licenses', async (sql) => {
      await close(sql, 'contract', contract, VOID_CONTRACT);
      await close(sql, 'license', one, closingOf('void'));
    });
    await expectRefusedBy('contracts_void_without_licenses', async (sql) => {
      await close(sql, 'contract', contract, VOID_CONTRACT);
      await close(sql, 'license', one, closingOf('void'));
      await newVersion(sql, 'license', other, `closing = '${closingOf('ended')}'`);
    });
    await expectAccepted(async (sql) => {
      await close(sql, 'contract', contract, VOID_CONTRACT);
      await close(sql, 'license', one, closingOf('void'));
      await close(sql, 'license', other, closingOf('void'));
    });
  });

  it('gets no license, unless that is void', async () => {
    const contract = await voidContract();
    await expectRefusedBy('licenses_not_under_void_contract', (sql) => grant(sql, contract));
    await expectAccepted((sql) => grant(sql, contract, closingOf('void')));
  });

  it.each(['ended', null])('gets no license back, not even as %s', async (kind) => {
    const contract = await anotherContract();
    const license = await emptyLicense(contract);
    await accepted(async (sql) => {
      await close(sql, 'contract', contract, VOID_CONTRACT);
      await close(sql, 'license', license, closingOf('void'));
    });
    const back = kind === null ? 'closing = NULL' : `closing = '${closingOf(kind)}'`;
    await expectRefusedBy('licenses_not_under_void_contract', (sql) =>
      newVersion(sql, 'license', license, back),
    );
    await expectAccepted(async (sql) => {
      await newVersion(sql, 'contract', contract, 'closing = NULL');
      await newVersion(sql, 'license', license, back);
    });
  });

  it('takes no license over from another contract', async () => {
    const license = await emptyLicense();
    const [contract, inUse] = [await voidContract(), await anotherContract()];
    const moved = (to: string) => (sql: Sql) =>
      sql(
        `UPDATE licenses SET version = licenses.version + 1, contract_id = c.id, studio = c.studio, contract_reference = c.reference
         FROM contracts c WHERE licenses.id = $1 AND c.id = $2`,
        [license, to],
      );
    await expectRefusedBy('licenses_not_under_void_contract', moved(contract));
    await expectAccepted(async (sql) => {
      await moved(inUse)(sql);
      await writeHistoryOf(sql, 'license', license);
    });
  });

  it('is made void and brought back by a version of its own', async () => {
    const contract = await anotherContract();
    const set = (closing: string) => (sql: Sql) =>
      sql(`UPDATE contracts SET closing = ${closing} WHERE id = $1`, [contract]);
    await expectRefusedBy('contracts_next_version', set(`'${VOID_CONTRACT}'`));
    await accepted((sql) => close(sql, 'contract', contract, VOID_CONTRACT));
    await expectRefusedBy('contracts_next_version', set('NULL'));
    await expectAccepted((sql) => newVersion(sql, 'contract', contract, 'closing = NULL'));
  });
});

const VOID_CONTRACT = '{"kind": "void", "reason": "A mistake", "licenses": []}';

/** A void contract without licenses. */
async function voidContract(): Promise<string> {
  const contract = await anotherContract();
  await accepted((sql) => close(sql, 'contract', contract, VOID_CONTRACT));
  return contract;
}

/** A license of 2027 on one device, without offers. */
async function emptyLicense(contract = contractId): Promise<string> {
  const ids: string[] = [];
  await accepted(async (sql) => ids.push(await grant(sql, contract)));
  return ids.join();
}

async function grant(sql: Sql, contract: string, closing: string | null = null): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO licenses (id, contract_id, studio, contract_reference, name, notes, rights_type, territories,
       devices, starts_on, ends_on, closing, version)
     SELECT $1, id, studio, reference, 'License', '', 'SVOD', '{76}', '{1}', '2027-01-01', '2028-01-01', $3::jsonb, 1
     FROM contracts WHERE id = $2`,
    [id, contract, closing],
  );
  await writeHistoryOf(sql, 'license', id);
  return id;
}

function insertOffer(sql: Sql, license: string) {
  return sql(
    `INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
     VALUES ($1, '2027-03-01', '2027-04-01', 'Offer', '[[null, "WSP", 499, "USD"]]', '{1}')`,
    [license],
  );
}
