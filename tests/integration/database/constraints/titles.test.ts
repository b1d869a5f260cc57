import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TitleFixture } from '../../../race/interleavings/title-interleaving';
import { testDatabase } from '../../support';
import type { Sql } from '../support-sql';
import { newVersion, transactionsOn, writeHistoryOf } from '../support-sql';
import { titlesOn } from './support-titles';

// The database enforces the domain rules on titles for any writer, so these tests bypass the product. Each refusal is next
// to a similar legal case, so that nothing is refused for another reason.

const database = await testDatabase();
const { expectAccepted, expectRefusedBy } = transactionsOn(database);
const { fixture } = await titlesOn(database);

describe('C1: a title always has an offer:', () => {
  it('it cannot be created without one', async () => {
    await expectRefusedBy('content_has_an_offer', async (sql) => {
      const id = randomUUID();
      await insertTitle(sql, id);
      await writeHistoryOf(sql, 'content', id);
    });
  });

  it('it can be created with one', async () => {
    await expectAccepted((sql) => register(sql));
  });

  it('it cannot lose its last', async () => {
    await expectRefusedBy('content_has_an_offer', async (sql) => {
      await bump(sql, fixture.quiet);
      await sql('DELETE FROM assignments WHERE content_id = $1', [fixture.quiet]);
    });
  });

  it('it can lose one of two', async () => {
    await expectAccepted(async (sql) => {
      await bump(sql, fixture.quiet);
      await unassign(sql, fixture.quiet, 'US', '07');
    });
  });
});

describe('C2: no two offers of a title clash:', () => {
  it('an offer that clashes cannot be assigned', async () => {
    await expectRefusedBy('content_offers_never_clash', async (sql) => {
      await amend(sql, 'MX', [484, 840]);
      await assign(sql, fixture.busy, 'MX', '04');
    });
  });

  it('an offer elsewhere can be assigned', async () => {
    await expectAccepted((sql) => assign(sql, fixture.busy, 'MX', '04'));
  });

  it('an offer cannot move to days where it clashes', async () => {
    await expectRefusedBy('content_offers_never_clash', async (sql) => {
      await move(sql, 'US', '02', '2027-03-05');
      await move(sql, 'GB', '11', '2027-03-10');
    });
  });

  it('an offer can move to free days', async () => {
    await expectAccepted((sql) => move(sql, 'GB', '11', '2027-12-01'));
  });

  it('a license cannot be amended to clash', async () => {
    await expectRefusedBy('content_offers_never_clash', (sql) => amend(sql, 'US', [840, 124]));
  });

  it('a license can be amended without a clash', async () => {
    await expectAccepted((sql) => amend(sql, 'US', [840, 76]));
  });

  it('a license cannot be amended to a language of one beside it', async () => {
    await expectRefusedBy('content_offers_never_clash', (sql) =>
      speak(sql, 'French', `languages = '{fr,de-CH}'`),
    );
    await expectRefusedBy('content_offers_never_clash', (sql) =>
      speak(sql, 'French', `languages = NULL, held_back = '{it}'`),
    );
  });

  it('a license can be amended to languages beside those of another', async () => {
    await expectAccepted((sql) => speak(sql, 'French', `languages = '{fr,it}'`));
    await expectAccepted((sql) => speak(sql, 'French', `languages = NULL, held_back = '{de}'`));
    await expectAccepted((sql) => speak(sql, 'French', `languages = '{fr}', held_back = '{}'`));
  });

  it('an offer in a language of another cannot be assigned, and one in another language can', async () => {
    await expectRefusedBy('content_offers_never_clash', async (sql) => {
      await speak(sql, 'German', `languages = '{de,fr}'`);
      await bump(sql, fixture.quiet);
      await insertAssignment(sql, fixture.quiet, 'German', '04');
      await insertAssignment(sql, fixture.quiet, 'French', '04');
    });
    await expectAccepted(async (sql) => {
      await bump(sql, fixture.quiet);
      await insertAssignment(sql, fixture.quiet, 'German', '04');
      await insertAssignment(sql, fixture.quiet, 'French', '04');
    });
  });

  it('a license of another rights type can be amended to the same territory', async () => {
    await expectAccepted((sql) => amend(sql, 'CA', [124, 840], 'TVOD'));
  });
});

describe('C3: the offer of an assignment exists:', () => {
  it('a missing offer cannot be assigned', async () => {
    await expectRefusedBy('assignments_name_offers', (sql) =>
      assign(sql, fixture.busy, 'US', '05'),
    );
  });

  it('an assigned offer cannot be deleted', async () => {
    await expectRefusedBy('assignments_name_offers', async (sql) => {
      await newVersion(sql, 'license', licenseOf('CA'));
      await sql(`DELETE FROM offers WHERE license_id = $1 AND starts_on = '2027-04-01'`, [
        licenseOf('CA'),
      ]);
    });
  });

  it('an offer that begins on another day keeps its assignments', async () => {
    await expectAccepted((sql) => move(sql, 'MX', '09', '2027-08-01'));
    const rows = await database.rows<{ starts_on: string; coverage: string }>(
      `SELECT offer_starts_on::text AS starts_on, coverage::text FROM assignments a JOIN content c ON c.id = a.content_id
       WHERE a.content_id = $1 AND a.license_id = $2 AND offer_starts_on > '2027-05-01'`,
      [fixture.busy, licenseOf('MX')],
    );
    expect(rows.map(({ starts_on: start }) => start)).toEqual(['2027-08-01']);
    expect(rows[0]?.coverage).toContain('[2027-08-01,2027-08-21)');
  });
});

describe('the days on which a title is on offer', () => {
  it('are counted also where its offer comes after it in one transaction, and when it loses it', async () => {
    const daysOf = () =>
      database.rows(
        `SELECT coverage::text, (SELECT count(*)::int FROM content_coverage p WHERE p.content_id = c.id
           AND p.days @> '2027-10-20'::date) AS places FROM content c WHERE id = $1`,
        [fixture.quiet],
      );
    const before = await daysOf();
    await expectAccepted(async (sql) => {
      await assign(sql, fixture.quiet, 'US', '10');
      await newVersion(sql, 'license', licenseOf('US'));
      await sql(
        `INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
         SELECT license_id, '2027-10-01', '2027-10-21', 'October', prices, devices FROM offers
         WHERE license_id = $1 LIMIT 1`,
        [licenseOf('US')],
      );
    });
    const [after] = await daysOf();
    const october = expect.stringContaining('[2027-10-01,2027-10-21)') as unknown;
    expect(after).toEqual({ coverage: october, places: 1 });

    await expectAccepted(async (sql) => {
      await bump(sql, fixture.quiet);
      await unassign(sql, fixture.quiet, 'US', '10');
    });
    expect(await daysOf()).toEqual(before);
  });
});

describe('a title', () => {
  it('changes its offers only with its version', async () => {
    await expectRefusedBy('assignments_change_with_content', (sql) =>
      insertAssignment(sql, fixture.busy, 'CA', '02'),
    );
  });

  it('has its history entry at the commit', async () => {
    await expectRefusedBy('content_has_history', (sql) =>
      sql(`UPDATE content SET version = version + 1 WHERE id = $1`, [fixture.busy]),
    );
  });

  it('cannot skip a version', async () => {
    await expectRefusedBy('content_next_version', (sql) =>
      sql(`UPDATE content SET version = version + 2 WHERE id = $1`, [fixture.busy]),
    );
  });

  it('cannot change its kind', async () => {
    await expectRefusedBy('content_kind_fixed', (sql) =>
      sql(`UPDATE content SET kind = 'short', version = version + 1 WHERE id = $1`, [fixture.busy]),
    );
  });

  it('cannot be its own parent', async () => {
    await expectRefusedBy(/content\S*_check/, (sql) =>
      sql(`UPDATE content SET parent_id = id, version = version + 1 WHERE id = $1`, [fixture.busy]),
    );
  });

  it('has unique identifiers', async () => {
    const insert = (sql: Sql, id: string) =>
      sql(`INSERT INTO content_identifiers VALUES ($1, 'house', 'H-1')`, [id]);
    await expectAccepted((sql) => insert(sql, fixture.busy));
    await expectRefusedBy('content_identifiers_key', (sql) => insert(sql, fixture.quiet));
  });

  it('cannot change an assignment', async () => {
    await expectRefusedBy('assignments_follow_offers', (sql) =>
      sql(`UPDATE assignments SET offer_starts_on = '2027-02-01' WHERE content_id = $1`, [
        fixture.busy,
      ]),
    );
  });
});

function licenseOf(place: keyof TitleFixture['licenses']): string {
  return fixture.licenses[place].id;
}

async function register(sql: Sql): Promise<void> {
  const id = randomUUID();
  await insertTitle(sql, id);
  await writeHistoryOf(sql, 'content', id);
  await insertAssignment(sql, id, 'US', '02');
}

async function assign(sql: Sql, title: string, place: Place, month: string): Promise<void> {
  await bump(sql, title);
  await insertAssignment(sql, title, place, month);
}

type Place = keyof TitleFixture['licenses'];

function insertAssignment(sql: Sql, title: string, place: Place, month: string) {
  return sql('INSERT INTO assignments VALUES ($1, $2, $3)', [
    title,
    licenseOf(place),
    `2027-${month}-01`,
  ]);
}

function unassign(sql: Sql, title: string, place: Place, month: string) {
  return sql(
    'DELETE FROM assignments WHERE content_id = $1 AND license_id = $2 AND offer_starts_on = $3',
    [title, licenseOf(place), `2027-${month}-01`],
  );
}

function insertTitle(sql: Sql, id: string) {
  return sql(
    `INSERT INTO content (id, title, kind, studio, identifiers, notes, version)
     VALUES ($1, 'A title', 'movie', 'A studio', '[]', '', 1)`,
    [id],
  );
}

function bump(sql: Sql, title: string): Promise<void> {
  return newVersion(sql, 'content', title);
}

async function amend(
  sql: Sql,
  place: Place,
  territories: number[],
  rightsType = 'SVOD',
): Promise<void> {
  const columns = `territories = '{${territories.join()}}', rights_type = '${rightsType}'`;
  await newVersion(sql, 'license', licenseOf(place), columns);
}

async function speak(sql: Sql, place: Place, columns: string): Promise<void> {
  await newVersion(sql, 'license', licenseOf(place), columns);
}

/** Moves an offer to twenty days from another day on. */
async function move(sql: Sql, place: Place, month: string, to: string): Promise<void> {
  await newVersion(sql, 'license', licenseOf(place));
  await sql(
    'UPDATE offers SET starts_on = $3::date, ends_on = $3::date + 20 WHERE license_id = $1 AND starts_on = $2',
    [licenseOf(place), `2027-${month}-01`, to],
  );
}
