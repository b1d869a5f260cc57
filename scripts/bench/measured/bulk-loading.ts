import type pg from 'pg';
import { DEVICES } from '../../../src/domain/values/device';
import { territoryNumber, territorySet } from '../../../src/domain/values/territory';

/**
 * Readies a superuser's connection for loading in bulk: no triggers but the one that chains history, and ids that a text
 * always gives, as proper as those the product makes.
 */
export async function beginLoading(client: pg.Client): Promise<void> {
  await client.query('ALTER TABLE history ENABLE ALWAYS TRIGGER history_chained');
  await client.query('SET session_replication_role = replica');
  await client.query(`
    CREATE FUNCTION pg_temp.id_of(name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
      SELECT overlay(overlay(md5(name) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid $$`);
}

const AT_ONCE = 100;

/** The version of a license with so many offers. */
export function versionWith(offers: number): number {
  return 1 + Math.ceil(offers / AT_ONCE);
}

/**
 * Writes what really would stand behind licenses that were loaded in bulk: the first version is the grant, each later one
 * the generation of up to a hundred offers, in date order, all with their commands.
 *
 * @param from a table with the `id`s of the licenses
 * @param reaches every set of territories that occurs
 */
export async function writeHistory(
  client: pg.Client,
  from: string,
  reaches: readonly (readonly string[])[],
): Promise<void> {
  await client.query('CREATE TEMP TABLE reach (territories int[] PRIMARY KEY, codes jsonb)');
  for (const reach of reaches) {
    const codes = territorySet(reach);
    const numbers = codes.map(territoryNumber);
    await client.query('INSERT INTO reach VALUES ($1, $2)', [numbers, JSON.stringify(codes)]);
  }
  const devices = `'${JSON.stringify(DEVICES)}'::jsonb`;
  await client.query(`
    CREATE TEMP TABLE change AS
    SELECT gen_random_uuid() AS key, id, 1 AS version, jsonb_build_object('kind', 'license-granted', 'details',
      jsonb_build_object('name', name, 'notes', notes, 'terms', jsonb_build_object('rightsType', rights_type,
        'territories', codes, 'devices', ${devices},
        'window', jsonb_build_object('startsOn', starts_on, 'endsOn', ends_on)))) AS change
    FROM ${from} JOIN licenses USING (id) JOIN reach USING (territories)
    UNION ALL
    SELECT gen_random_uuid(), id, version, jsonb_build_object('v', 4, 'kind', 'offers-generated', 'offers',
      jsonb_agg(jsonb_build_object('name', name, 'prices', jsonb_build_array(jsonb_build_object('format', NULL, 'kind', prices -> 0 -> 1, 'tier', NULL, 'amount',
        jsonb_build_object('minor', prices -> 0 -> 2, 'currency', prices -> 0 -> 3))), 'window', jsonb_build_object('startsOn', starts_on, 'endsOn', ends_on),
        'devices', ${devices}) ORDER BY starts_on))
    FROM (
      SELECT id, offers.*, 1 + ceil(row_number() OVER (PARTITION BY id ORDER BY starts_on) / ${AT_ONCE}.0)::int AS version
      FROM ${from} JOIN offers ON license_id = id) AS generated
    GROUP BY id, version`);
  await client.query(`
    INSERT INTO commands (key, actor, digest, result, at)
    SELECT key, 'Bench', '', jsonb_build_object('id', id, 'version', version, 'offers', '[]'::jsonb), now()
    FROM change`);
  await client.query(`
    INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
    SELECT 'license', id, version, now(), 'Bench', key, change FROM change ORDER BY version`);
  await client.query('DROP TABLE change, reach');
}

/** The same for every contract that has no history yet: its one version is its record. */
export async function writeContractHistory(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE recorded AS
    SELECT * FROM contracts WHERE NOT EXISTS (SELECT FROM history WHERE aggregate_id = contracts.id)`);
  await client.query(`
    INSERT INTO commands (key, actor, digest, result, at)
    SELECT id, 'Bench', '', jsonb_build_object('id', id, 'version', 1), now() FROM recorded`);
  await client.query(`
    INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
    SELECT 'contract', id, 1, now(), 'Bench', id, jsonb_build_object('kind', 'contract-recorded', 'details',
      jsonb_build_object('studio', studio, 'reference', reference, 'signedOn', signed_on, 'notes', notes))
    FROM recorded`);
  await client.query('DROP TABLE recorded');
}
