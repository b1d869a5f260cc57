import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support';
import type { Sql } from '../support-sql';
import { newVersion, transactionsOn, writeHistoryOf } from '../support-sql';
import { NO_CLOSINGS, closingOf, close } from './support-closings';
import { titlesOn } from './support-titles';

// The database enforces what holds of ends and takedowns for any writer, so these tests bypass the product. Each refusal is
// next to a similar legal case, so that nothing is refused for another reason.

const database = await testDatabase();
const { accepted, expectAccepted, expectRefusedBy } = transactionsOn(database);
const { fixture } = await titlesOn(database);

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
