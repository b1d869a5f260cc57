import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseBefore } from './support-migration';

// A database with imports from before rows were lines of offers, upgraded to the current schema.

const database = await databaseBefore('20261130020000_offer_rows');
const { client } = database;
const [contract, license, title] = [randomUUID(), randomUUID(), randomUUID()];
const [committed, undone] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  // Behind the back of the rules: only what the migration reads is there.
  await client.query(`SET session_replication_role = 'replica'`);
  await client.query(
    `INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
     VALUES ($1, 'Northlight', 'NL-1', '2026-01-01', '', 1)`,
    [contract],
  );
  await client.query(
    `INSERT INTO licenses (id, contract_id, studio, contract_reference, name, notes, rights_type, territories, devices,
       starts_on, version)
     VALUES ($1, $2, 'Northlight', 'NL-1', 'EST', '', 'EST', '{840}', '{1}', '2027-01-01', 2)`,
    [license, contract],
  );
  await client.query(
    `INSERT INTO offers (license_id, starts_on, name, prices, devices)
     VALUES ($1, '2027-01-01', 'EST', '[[null, "SRP", 999, "USD"]]', '{1}')`,
    [license],
  );
  await client.query(
    `INSERT INTO content (id, title, kind, studio, identifiers, notes, version)
     VALUES ($1, 'Harbor', 'movie', 'Northlight', '[{"scheme": "alid", "value": "harbor"}]', '', 1)`,
    [title],
  );
  await client.query(
    `INSERT INTO content_identifiers (content_id, scheme, value) VALUES ($1, 'alid', 'harbor')`,
    [title],
  );
  await client.query(
    `INSERT INTO assignments (content_id, license_id, offer_starts_on) VALUES ($1, $2, '2027-01-01')`,
    [title, license],
  );
  await importOf(committed, 'committed', [
    ['granted', {}],
    ['reduced', { price: 'TPR-WSP' }],
    ['of another day', { start: '2027-02-01' }],
    ['of another right', { right: 'SVOD' }],
    ['of another title', { alid: 'other' }],
    ['rejected', { outcome: 'rejected' }],
    ['deleted', { entry: 'Full Delete' }],
  ]);
  await importOf(undone, 'undone', [['undone', {}]]);
  await client.query(`SET session_replication_role = 'origin'`);
  await database.upgrade();
});

afterAll(() => database.drop());

async function importOf(
  id: string,
  state: string,
  rows: readonly (readonly [string, Readonly<Record<string, string>>])[],
): Promise<void> {
  await client.query(
    `INSERT INTO imports (id, file_name, file, uploaded_by, uploaded_at, state, revision, rules, settled_by, settled_at)
     VALUES ($1, 'avails.xlsx', '', 'Nora', now(), $2, 1, '{}', 'Nora', now())`,
    [id, state],
  );
  for (const [number, [remark, parts]] of rows.entries())
    await client.query(
      `INSERT INTO import_rows (import_id, number, sheet, row, outcome, cells, alid, rights_type, territories, starts_on)
       VALUES ($1, $2, 'Movies', 4, $3, $4, $5, $6, '{US}', $7)`,
      [
        ...[id, number, parts.outcome ?? 'accepted'],
        {
          'Disposition/EntryType': parts.entry ?? 'Full Extract',
          'AvailTrans/Description': remark,
          ...(parts.price === undefined ? {} : { 'AvailTrans/PriceType': parts.price }),
        },
        ...[parts.alid ?? 'harbor', parts.right ?? 'EST', parts.start ?? '2027-01-01'],
      ],
    );
}

it('makes the rows that began with an offer its rows; a full extract said everything', async () => {
  const { rows } = await client.query<{ remark: string; complete: string[] }>(
    `SELECT r.cells ->> 'AvailTrans/Description' AS remark, r.complete
     FROM offer_rows k JOIN import_rows r ON r.import_id = k.import_id AND r.number = k.number
     WHERE k.content_id = $1 AND k.license_id = $2 AND k.offer_starts_on = '2027-01-01' ORDER BY r.number`,
    [title, license],
  );

  expect(rows).toEqual([
    { remark: 'granted', complete: ['US'] },
    { remark: 'reduced', complete: [] },
  ]);
});
