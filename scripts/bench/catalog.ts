import { withClient } from '../database/client';
import {
  beginLoading,
  versionWith,
  writeContractHistory,
  writeHistory,
} from './measured/bulk-loading';

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
 * Loads licenses with a true history, as a superuser and without the triggers that would check each row.
 *
 * @returns the ids of the licenses
 */
export async function loadLicenses(url: string, batch: LicenseBatch): Promise<string[]> {
  const { licenses, offersEach, from, offerDays, gapDays } = batch;
  return withClient(url, async (client) => {
    await beginLoading(client);
    const { rowCount } = await client.query(CONTRACT_ROW, [CONTRACT]);
    if (rowCount === 1) await writeContractHistory(client);
    await client.query('CREATE TEMP TABLE fresh (id uuid, number int)');
    await client.query(FRESH, [batch.batch, licenses]);
    await client.query(LICENSES, [CONTRACT, batch.batch, from, versionWith(offersEach)]);
    await client.query(OFFERS, [from, offersEach, offerDays, gapDays]);
    await writeHistory(client, 'fresh', [['US']]);
    await client.query('VACUUM ANALYZE');
    const { rows } = await client.query<{ id: string }>('SELECT id FROM fresh ORDER BY number');
    return rows.map(({ id }) => id);
  });
}

const CONTRACT_ROW = `
  INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
  VALUES ($1, 'Bench Pictures', 'BEN-2020-001', '2020-01-01', '', 1) ON CONFLICT DO NOTHING`;

const FRESH = `
  INSERT INTO fresh SELECT pg_temp.id_of($1 || number), number FROM generate_series(1, $2::int) number`;

const LICENSES = `
  INSERT INTO licenses (id, contract_id, studio, contract_reference, name, notes, rights_type, territories, devices,
    starts_on, version)
  SELECT fresh.id, contracts.id, studio, reference, $2 || ' ' || number, '', 'EST', '{840}', '{1,2,3,4,5,6}', $3, $4
  FROM fresh, contracts WHERE contracts.id = $1`;

const OFFERS = `
  INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
  SELECT id, day, day + $3::int, 'Offer ' || number, '[[null, "WSP", 999, "USD"]]', '{1,2,3,4,5,6}'
  FROM (
    SELECT fresh.id, offer.number, $1::date + (offer.number - 1) * ($3::int + $4::int) AS day
    FROM fresh, generate_series(1, $2::int) AS offer (number)) AS planned`;
