import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { AnswerLog } from '../../race/answer-log';
import { thisBuild } from '../../race/build';
import type { TitleFixture } from '../../race/title-interleaving';
import { makeTitleFixture, recordTitleContract } from '../../race/title-interleaving';
import { testDatabase } from '../support';
import type { Sql } from './support-sql';
import { newVersion, transactionsOn, writeHistoryOf } from './support-sql';

// The database enforces what holds of ends and takedowns for any writer, so these tests bypass the product. Each refusal is
// next to a similar legal case, so that nothing is refused for another reason.

const database = await testDatabase();
const { accepted, expectAccepted, expectRefusedBy } = transactionsOn(database);
const app = {
  build: thisBuild,
  unitOfWork: database.unitOfWork,
  views: new PrismaLicenseViews(database.prisma),
};

let contractId = '';
let fixture: TitleFixture;

beforeAll(async () => {
  contractId = await recordTitleContract(app);
  fixture = await makeTitleFixture(app, contractId, new AnswerLog());
});

/** What no closing is: without a kind or a reason, of another kind, or the null of JSON. */
const NO_CLOSINGS = (kind: string) => [
  '{}',
  'null',
  `{"kind": "${kind}"}`,
  `{"kind": "${kind}", "reason": ""}`,
  '{"reason": "A mistake"}',
  '{"kind": "over", "reason": "A mistake"}',
];

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
    const contract = await recordTitleContract(app);
    await expectRefusedBy('contracts_closing', (sql) => close(sql, 'contract', contract, closing));
  });

  it('has only void licenses', async () => {
    const contract = await recordTitleContract(app);
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
    const contract = await recordTitleContract(app);
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
    const [contract, inUse] = [await voidContract(), await recordTitleContract(app)];
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
    const contract = await recordTitleContract(app);
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
  const contract = await recordTitleContract(app);
  await accepted((sql) => close(sql, 'contract', contract, VOID_CONTRACT));
  return contract;
}

describe('C1: a closed title', () => {
  it.each(NO_CLOSINGS('retired'))('does not have %s as its closing', async (closing) => {
    await expectRefusedBy('content_closing', async (sql) => {
      const title = await registered(sql);
      await unassign(sql, title);
      await close(sql, 'content', title, closing);
    });
  });

  it.each(['retired', 'void'])('that is %s has no offers, and says why', async (kind) => {
    const title = await aTitle();
    await expectRefusedBy('content_closed_without_offers', (sql) =>
      close(sql, 'content', title, closingOf(kind)),
    );
    await expectAccepted(async (sql) => {
      await close(sql, 'content', title, closingOf(kind));
      await unassign(sql, title);
    });
  });

  it('gets no offer', async () => {
    const title = await aTitle(closingOf('retired'));
    await expectRefusedBy('content_closed_without_offers', async (sql) => {
      await newVersion(sql, 'content', title);
      await assign(sql, title);
    });
  });

  it('comes back only with an offer', async () => {
    const title = await aTitle(closingOf('retired'));
    await expectRefusedBy('content_has_an_offer', (sql) =>
      newVersion(sql, 'content', title, 'closing = NULL'),
    );
    await expectAccepted(async (sql) => {
      await newVersion(sql, 'content', title, 'closing = NULL');
      await assign(sql, title);
    });
  });

  it('is closed by a version of its own', async () => {
    const title = await aTitle();
    await expectRefusedBy('content_next_version', async (sql) => {
      await unassign(sql, title);
      await sql('UPDATE content SET closing = $2 WHERE id = $1', [title, closingOf('retired')]);
    });
  });
});

describe('a takedown', () => {
  it.each([
    ['ends on its first day', 'takedowns_check', { ends_on: `'2027-04-01'` }],
    ['ends before it', 'takedowns_check', { ends_on: `'2027-03-01'` }],
    ['is in no territory', 'takedowns_territories_check', { territories: `'{}'` }],
    ['is of no rights type', 'takedowns_rights_types_check', { rights_types: `'{}'` }],
    ['has no reason', 'takedowns_reason_check', { reason: `''` }],
    ['is of the first version', 'takedowns_number_check', { number: '1' }],
  ])('never %s', async (_what, constraint, values) => {
    const title = await aTitle();
    await expectRefusedBy(constraint, (sql) => takeDown(sql, title, values));
  });

  it('covers a day, some territories and rights types', async () => {
    const title = await aTitle();
    await expectAccepted((sql) =>
      takeDown(sql, title, {
        ends_on: `'2027-04-02'`,
        territories: `'{840}'`,
        rights_types: `'{SVOD}'`,
      }),
    );
  });

  it('takes its days from those on offer, and gives them back', async () => {
    const title = await aTitle();
    await accepted((sql) => takeDown(sql, title));
    expect(await coverageOf(title)).toEqual(['{[2027-02-01,2027-03-01)}']);
    await accepted(async (sql) => {
      await newVersion(sql, 'content', title);
      await sql(`UPDATE takedowns SET ends_on = '2027-07-01' WHERE content_id = $1`, [title]);
    });
    expect(await coverageOf(title)).toEqual(['{[2027-02-01,2027-03-01)}']);
    await accepted(async (sql) => {
      await newVersion(sql, 'content', title);
      await sql('DELETE FROM takedowns WHERE content_id = $1', [title]);
    });
    expect(await coverageOf(title)).toEqual(['{[2027-02-01,2027-03-01),[2027-04-01,2027-04-29)}']);
  });

  it.each([
    ['is added', insertTakedown],
    ['goes', (sql: Sql, title: string) => sql(DELETE_TAKEDOWN, [title])],
    ['ends', (sql: Sql, title: string) => sql(END_TAKEDOWN, [title])],
  ])('never %s without a version of its title', async (_what, write) => {
    const title = await aTitle();
    await accepted((sql) => takeDown(sql, title, { number: '3' }));
    await expectRefusedBy('takedowns_change_with_content', (sql) => write(sql, title));
    await expectAccepted(async (sql) => {
      await write(sql, title);
      await newVersion(sql, 'content', title);
    });
  });

  it('never moves to another title, even when both have a new version', async () => {
    const [one, other] = [await aTitle(), await aTitle()];
    await accepted((sql) => takeDown(sql, one));
    await expectRefusedBy('takedowns_change_with_content', async (sql) => {
      await newVersion(sql, 'content', one);
      await newVersion(sql, 'content', other);
      await sql('UPDATE takedowns SET content_id = $2 WHERE content_id = $1', [one, other]);
    });
  });

  it('has a number of its own', async () => {
    const title = await aTitle();
    await accepted((sql) => takeDown(sql, title));
    await expectRefusedBy('takedowns_pkey', (sql) => takeDown(sql, title));
  });
});

const DELETE_TAKEDOWN = 'DELETE FROM takedowns WHERE content_id = $1';
const END_TAKEDOWN = `UPDATE takedowns SET ends_on = '2027-05-01' WHERE content_id = $1`;

function closingOf(kind: string): string {
  return JSON.stringify({ kind, reason: 'A mistake' });
}

function close(
  sql: Sql,
  aggregate: 'contract' | 'license' | 'content',
  id: string,
  closing: string,
) {
  return newVersion(sql, aggregate, id, `closing = '${closing}'::jsonb`);
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

/** A title with two offers in the United States, or closed without one. */
async function aTitle(closing?: string): Promise<string> {
  const ids: string[] = [];
  await accepted(async (sql) => ids.push(await registered(sql)));
  const [title = ''] = ids;
  if (closing !== undefined)
    await accepted(async (sql) => {
      await close(sql, 'content', title, closing);
      await unassign(sql, title);
    });
  return title;
}

async function registered(sql: Sql): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO content (id, title, kind, studio, identifiers, notes, version)
     VALUES ($1, 'A title', 'movie', 'A studio', '[]', '', 1)`,
    [id],
  );
  await writeHistoryOf(sql, 'content', id);
  await assign(sql, id);
  await assign(sql, id, '2027-04-01');
  return id;
}

function assign(sql: Sql, title: string, startsOn = '2027-02-01') {
  return sql('INSERT INTO assignments VALUES ($1, $2, $3)', [
    title,
    fixture.licenses.US.id,
    startsOn,
  ]);
}

function unassign(sql: Sql, title: string) {
  return sql('DELETE FROM assignments WHERE content_id = $1', [title]);
}

/** Takes a title down from 1 April 2027 on, with other values where they are given. */
async function takeDown(
  sql: Sql,
  title: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  await newVersion(sql, 'content', title);
  await insertTakedown(sql, title, values);
}

function insertTakedown(sql: Sql, title: string, values: Readonly<Record<string, string>> = {}) {
  const row = { number: '2', starts_on: `'2027-04-01'`, reason: `'Dispute'`, ...values };
  return sql(
    `INSERT INTO takedowns (content_id, ${Object.keys(row).join()}) VALUES ($1, ${Object.values(row).join()})`,
    [title],
  );
}

async function coverageOf(title: string): Promise<string[]> {
  const rows = await database.rows<{ coverage: string }>(
    'SELECT coverage::text FROM content WHERE id = $1',
    [title],
  );
  return rows.map(({ coverage }) => coverage);
}
