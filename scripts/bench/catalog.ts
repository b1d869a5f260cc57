import type pg from 'pg';
import { withClient } from './cluster';

/** Licenses to load in bulk, each with the same number of offers. */
export interface LicenseBatch {
  /** Tells the batch's licenses apart from those of others, and names them. */
  readonly batch: string;
  readonly licenses: number;
  readonly offersEach: number;
  /** The first day of the windows; they are open. */
  readonly from: string;
  readonly offerDays: number;
  /** Free days after each offer. */
  readonly gapDays: number;
}

/** Stands for the contract of every batch. */
const CONTRACT = '00000000-0000-4000-8000-000000000001';

/**
 * Loads licenses with a true history as a superuser, without the triggers that would check each row: the first version is
 * the grant, the second the generation of all offers.
 *
 * @returns the ids of the licenses
 */
export async function loadLicenses(url: string, batch: LicenseBatch): Promise<string[]> {
  return withClient(url, async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(contract, [CONTRACT]);
    await client.query('CREATE TEMP TABLE fresh (id uuid, number int)');
    await client.query(fresh, [batch.batch, batch.licenses]);
    await insertLicenses(client, batch);
    await insertOffers(client, batch);
    await insertHistory(client);
    await client.query('VACUUM ANALYZE');
    const { rows } = await client.query<{ id: string }>('SELECT id FROM fresh ORDER BY number');
    return rows.map(({ id }) => id);
  });
}

const contract = `
  INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
  VALUES ($1, 'Bench Pictures', 'BEN-2020-001', '2020-01-01', '', 1) ON CONFLICT DO NOTHING`;

const fresh = `
  INSERT INTO fresh SELECT md5($1 || number)::uuid, number FROM generate_series(1, $2::int) number`;

async function insertLicenses(client: pg.Client, { batch, offersEach, from }: LicenseBatch) {
  await client.query(
    `INSERT INTO licenses (id, contract_id, studio, contract_reference, name, notes, rights_type, territories, devices,
       starts_on, version)
     SELECT id, $1, 'Bench Pictures', 'BEN-2020-001', $2 || ' ' || number, '', 'EST', '{840}', '{1,2,3,4,5,6}', $3,
       CASE WHEN $4::int > 0 THEN 2 ELSE 1 END
     FROM fresh`,
    [CONTRACT, batch, from, offersEach],
  );
}

async function insertOffers(
  client: pg.Client,
  { from, offersEach, offerDays, gapDays }: LicenseBatch,
) {
  await client.query(
    `INSERT INTO offers (license_id, starts_on, ends_on, name, price_minor, currency, devices)
     SELECT id, day, day + $3::int, 'Offer ' || number, 999, 'USD', '{1,2,3,4,5,6}'
     FROM (
       SELECT fresh.id, offer.number, $1::date + (offer.number - 1) * ($3::int + $4::int) AS day
       FROM fresh, generate_series(1, $2::int) AS offer (number)) AS planned`,
    [from, offersEach, offerDays, gapDays],
  );
}

/** One command and one line of history for each version. */
async function insertHistory(client: pg.Client) {
  await client.query(`
    CREATE TEMP TABLE change AS
    SELECT gen_random_uuid() AS key, l.id, 1 AS version, jsonb_build_object('kind', 'license-granted', 'details',
      jsonb_build_object('name', l.name, 'notes', l.notes, 'terms', jsonb_build_object('rightsType', l.rights_type,
        'territories', '["US"]'::jsonb, 'devices', '["tv","set-top-box","computer","mobile","tablet","console"]'::jsonb,
        'window', jsonb_build_object('start', l.starts_on, 'end', l.ends_on)))) AS change
    FROM fresh JOIN licenses l USING (id)
    UNION ALL
    SELECT gen_random_uuid(), id, 2, jsonb_build_object('kind', 'offers-generated', 'offers',
      jsonb_agg(jsonb_build_object('name', o.name, 'price', jsonb_build_object('minor', o.price_minor, 'currency',
        o.currency), 'window', jsonb_build_object('start', o.starts_on, 'end', o.ends_on),
        'devices', '["tv","set-top-box","computer","mobile","tablet","console"]'::jsonb) ORDER BY o.starts_on))
    FROM fresh JOIN offers o ON o.license_id = id GROUP BY id`);
  await client.query(`
    INSERT INTO commands (key, actor, digest, result, at)
    SELECT key, 'Bench', '', jsonb_build_object('id', id, 'version', version, 'offers', '[]'::jsonb), now() FROM change`);
  await client.query(`
    INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
    SELECT 'license', id, version, now(), 'Bench', key, change FROM change ORDER BY version`);
}
