import { territoryNumber, territorySet } from '../../../src/domain/values/territory';
import { DACH, LATAM, NORDICS, NORTH_AMERICA, UK_AND_IRELAND } from '../../../prisma/demo/reach';
import { JAPAN, UNITED_STATES, WORLDWIDE } from '../../../prisma/demo/reach';
import { withClient } from '../../database/client';
import { beginLoading, versionWith, writeContractHistory, writeHistory } from './bulk-loading';

/** How much the market that lists are measured on holds: licenses under many contracts, ten offers each. */
export interface MarketSize {
  readonly contracts: number;
  readonly licenses: number;
}

export const OFFERS_EACH = 10;

const REACHES = [
  ...[UNITED_STATES, UNITED_STATES, NORTH_AMERICA, DACH, NORDICS],
  ...[LATAM, UK_AND_IRELAND, JAPAN, JAPAN, WORLDWIDE],
];

/**
 * Fills an empty database as years of work would: names that share their words, windows that began over fifteen years,
 * one in ten open, sets of territories of every size.
 */
export async function loadMarket(url: string, size: MarketSize): Promise<void> {
  await withClient(url, async (client) => {
    await beginLoading(client);
    await client.query("SET work_mem = '256MB'");
    await client.query(CONTRACTS, [size.contracts]);
    await writeContractHistory(client);
    await client.query('CREATE TEMP TABLE numbered_reach (number int, territories int[])');
    for (const [number, reach] of REACHES.entries())
      await client.query('INSERT INTO numbered_reach VALUES ($1, $2)', [
        number,
        territorySet(reach).map(territoryNumber),
      ]);
    await client.query(LICENSES, [size.licenses, size.contracts, versionWith(OFFERS_EACH)]);
    await client.query(OFFERS, [OFFERS_EACH]);
    await client.query('CREATE TEMP TABLE fresh AS SELECT id FROM licenses');
    await writeHistory(client, 'fresh', [...new Set(REACHES)]);
    await client.query('VACUUM ANALYZE');
  });
}

const CONTRACTS = `
  INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
  SELECT pg_temp.id_of('contract' || n),
    (ARRAY['Amber', 'Birch', 'Cobalt', 'Delta', 'Ember', 'Falcon', 'Granite', 'Harbor', 'Indigo', 'Juniper',
      'Kite', 'Lagoon', 'Maple', 'Nova', 'Onyx', 'Prairie', 'Quartz', 'River', 'Saffron', 'Tundra'])[1 + n % 20]
      || ' ' || (ARRAY['Pictures', 'Studios', 'Films', 'Media', 'Entertainment', 'Animation', 'House', 'Lane',
      'International', 'Television'])[1 + n / 20 % 10],
    'REF-' || 2012 + n % 15 || '-' || lpad(n::text, 5, '0'), date '2012-01-01' + n % 15 * 365, '', 1
  FROM generate_series(1, $1::int) n`;

/** Every number comes from the license's own, so that two runs measure the same market. */
const LICENSES = `
  INSERT INTO licenses (id, contract_id, studio, contract_reference, name, notes, rights_type, territories, devices,
    starts_on, ends_on, version)
  SELECT pg_temp.id_of('license' || n), c.id, studio, reference,
    (ARRAY['Winter', 'Summer', 'Nordic', 'Midnight', 'Classic', 'Family', 'Silver', 'Premium', 'Early', 'Late',
      'Coastal', 'Royal', 'Hidden', 'Modern', 'Golden', 'Quiet'])[1 + n * 7 % 16] || ' '
      || (ARRAY['library', 'slate', 'crime', 'drama', 'comedy', 'features', 'series', 'specials', 'documentaries',
      'animation', 'thrillers', 'catalog', 'premieres', 'shorts', 'events', 'concerts'])[1 + n / 16 % 16] || ' ' || n,
    '', (ARRAY['EST', 'TVOD', 'SVOD', 'AVOD', 'PVOD', 'FAST', 'FVOD', 'POEST'])[1 + n / 3 % 8],
    territories, '{1,2,3,4,5,6}', first, CASE WHEN n % 10 <> 0 THEN first + 400 + n * 31 % 1800 END, $3
  FROM generate_series(1, $1::int) n
    JOIN contracts c ON c.id = pg_temp.id_of('contract' || 1 + n % $2::int)
    JOIN numbered_reach r ON r.number = n / 7 % 10
    CROSS JOIN LATERAL (SELECT date '2014-01-01' + n * 17 % 5400) AS begun (first)`;

/** Back to back but for a pause after every third. */
const OFFERS = `
  INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
  SELECT id, starts_on + k * step, starts_on + (k + 1) * step - CASE k % 3 WHEN 2 THEN step / 3 ELSE 0 END,
    (ARRAY['Premiere', 'New release', 'Standard', 'Catalog', 'Library'])[1 + k % 5] || ' ' || k + 1,
    jsonb_build_array(jsonb_build_array(NULL, 'WSP', 1999 - k * 100, 'USD')), devices
  FROM licenses
    CROSS JOIN LATERAL (SELECT coalesce(ends_on - starts_on, 1500) / $1::int) AS share (step)
    CROSS JOIN generate_series(0, $1::int - 1) k`;
