import type pg from 'pg';
import type { Measurement } from '../../report';
import { DEVICES } from '../../../../src/domain/values/device';
import { beginLoading } from '../bulk-loading';
import { withClient } from '../../../database/client';
import { rounded, timed } from '../../figures';
import { OFFERS_EACH } from '../market';

/**
 * Forty titles share ten teams of four licenses: of nine teams two movies each, of the tenth two series with ten episodes.
 * Of each license one half of a team's titles has every other offer, and the other half has the rest. So each title has
 * twenty offers, and none of them clash, because the four licenses are of four rights types (C2).
 */
export const ASSIGNMENTS_EACH = (4 * OFFERS_EACH) / 2;

/** How many licenses of `loadMarket` so many titles need: three teams share a dozen, whose rights types go by threes. */
export function licensesFor(titles: number): number {
  return Math.ceil(titles / 12) * 12;
}

/**
 * Fills the catalog of a market with titles, their identifiers, assignments and true history, as a superuser and without the
 * triggers that would check each row.
 *
 * @returns how fast COPY loads them into the product's tables, and the same rows into tables without any constraint
 */
export async function loadTitles(url: string, titles: number): Promise<Measurement[]> {
  return withClient(url, async (client) => {
    await beginLoading(client);
    await client.query("SET work_mem = '256MB'");
    await client.query(CHECK_CHARACTER);
    await client.query(PLANNED_TITLES, [titles]);
    await client.query(PLANNED_ASSIGNMENTS);
    await client.query(PLANNED_CONTENT);
    await client.query('CREATE UNIQUE INDEX ON planned_content (id)');
    await client.query(PLANNED_IDENTIFIERS);
    const loading = await copied(client);
    const places = await timed(() => client.query(COVERAGE_BY_PLACE));
    const history = await timed(() => writeTitleHistory(client));
    await client.query('DROP TABLE planned_titles, planned_assignments');
    await client.query('DROP TABLE planned_content, planned_content_identifiers');
    await client.query('VACUUM ANALYZE');
    const rows = titles * ASSIGNMENTS_EACH;
    return [
      ...loading,
      {
        name: 'their coverage by rights type and territory, of titles loaded without triggers',
        figure: rounded((titles * 1000) / places),
        unit: 'titles/s',
      },
      {
        name: 'their history, a version for each assignment',
        figure: rounded((rows * 1000) / history),
        unit: 'versions/s',
        note: `${rows.toLocaleString('en-US')} versions`,
      },
    ];
  });
}

const TABLES = {
  content:
    'id, title, kind, studio, release_year, parent_id, position, identifiers, notes, version, coverage',
  content_identifiers: 'content_id, scheme, value',
  assignments: 'content_id, license_id, offer_starts_on',
};

/** Writes the planned rows to files of the server, and reads them from there twice: plainly, and as what they are. */
async function copied(client: pg.Client): Promise<Measurement[]> {
  const { rows: settings } = await client.query<{ directory: string }>(
    `SELECT current_setting('data_directory') AS directory`,
  );
  const file = (table: string) => `'${settings[0]?.directory ?? ''}/bench-${table}.copy'`;
  const [plain, loaded] = [{ ms: 0 }, { ms: 0 }];
  let rows = 0;
  for (const [table, columns] of Object.entries(TABLES)) {
    const { rowCount } = await client.query(
      `COPY (SELECT ${columns} FROM planned_${table}) TO ${file(table)} (FORMAT binary)`,
    );
    rows += rowCount ?? 0;
    await client.query(`CREATE TABLE plain AS SELECT ${columns} FROM planned_${table} LIMIT 0`);
    plain.ms += await timed(() => client.query(`COPY plain FROM ${file(table)} (FORMAT binary)`));
    await client.query('DROP TABLE plain');
    loaded.ms += await timed(() =>
      client.query(`COPY ${table} (${columns}) FROM ${file(table)} (FORMAT binary)`),
    );
  }
  const perSecond = ({ ms }: { readonly ms: number }) => (rows * 1000) / ms;
  const note = `${rows.toLocaleString('en-US')} rows`;
  return [
    {
      name: 'titles, identifiers, assignments into the product’s tables',
      figure: rounded(perSecond(loaded)),
      unit: 'rows/s',
      note,
    },
    {
      name: 'the same by COPY into tables without constraints',
      figure: rounded(perSecond(plain)),
      unit: 'rows/s',
      note,
    },
    {
      name: 'the product’s tables / plain COPY',
      figure: rounded(perSecond(loaded) / perSecond(plain)),
      unit: 'ratio',
    },
  ];
}

/** What the triggers would have derived title by title. */
const COVERAGE_BY_PLACE = `
  INSERT INTO content_coverage (content_id, rights_type, territories, days)
  SELECT * FROM coverage_by_place(ARRAY(SELECT id FROM content))`;

/** ISO 7064 Mod 37,36. */
const CHECK_CHARACTER = `
  CREATE FUNCTION pg_temp.check_of(digits text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE
    product int := 36;
    sum int;
  BEGIN
    FOR place IN 1 .. length(digits) LOOP
      sum := (product + position(substr(digits, place, 1) IN '0123456789ABCDEF') - 1) % 36;
      product := CASE sum WHEN 0 THEN 36 ELSE sum END * 2 % 37;
    END LOOP;
    RETURN substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', (37 - product) % 36 + 1, 1);
  END $$`;

/** Which team of licenses a title belongs to, and which half of it; the series of a half is its first title. */
const PLANNED_TITLES = `
  CREATE TABLE planned_titles AS
  SELECT pg_temp.id_of('title' || n) AS id, n, (n / 40) * 10 + least(u / 2, 9) AS team, u % 2 AS half,
    CASE WHEN u < 18 THEN CASE n % 7 WHEN 0 THEN 'short' ELSE 'movie' END WHEN u < 20 THEN 'series' ELSE 'episode' END AS kind,
    CASE WHEN u >= 20 THEN pg_temp.id_of('title' || n / 40 * 40 + 18 + u % 2) END AS parent_id,
    CASE WHEN u >= 20 THEN (u - 18) / 2 END AS position
  FROM generate_series(0, $1::int - 1) n CROSS JOIN LATERAL (SELECT n % 40) AS place (u)`;

/** The offers of a license in date order, every other one for each half. */
const PLANNED_ASSIGNMENTS = `
  CREATE TABLE planned_assignments AS
  SELECT t.id AS content_id, o.license_id, o.starts_on AS offer_starts_on, o.period, l.studio,
    row_number() OVER (PARTITION BY t.id ORDER BY o.starts_on, o.license_id)::int AS version
  FROM planned_titles t
    CROSS JOIN generate_series(0, 3) j
    JOIN licenses l ON l.id = pg_temp.id_of('license' || t.team / 3 * 12 + t.team % 3 + 1 + 3 * j)
    JOIN (SELECT *, row_number() OVER (PARTITION BY license_id ORDER BY starts_on) % 2 AS half FROM offers) o
      ON o.license_id = l.id AND o.half = t.half`;

const PLANNED_CONTENT = `
  CREATE TABLE planned_content AS
  SELECT t.id, first || ' ' || second || ' of the ' || third AS title, kind, studio,
    CASE WHEN n % 11 <> 0 THEN 1960 + n % 66 END AS release_year, parent_id, position::int,
    (jsonb_build_array(jsonb_build_object('scheme', 'house', 'value', 'T-' || lpad(n::text, 7, '0'))) ||
      CASE n % 2 WHEN 0 THEN '[]' ELSE jsonb_build_array(jsonb_build_object('scheme', 'eidr', 'value',
        '10.5240/' || regexp_replace(hex, '(.{4})', '\\1-', 'g') || pg_temp.check_of(hex))) END) AS identifiers,
    '' AS notes, versions AS version, coverage
  FROM planned_titles t
    JOIN (SELECT content_id, range_agg(period) AS coverage, min(studio) AS studio, max(version) AS versions
      FROM planned_assignments GROUP BY content_id) a ON a.content_id = t.id
    CROSS JOIN LATERAL (SELECT upper(substr(md5('eidr' || n), 1, 20))) AS digits (hex)
    CROSS JOIN LATERAL (SELECT
      (ARRAY['Silent', 'Crimson', 'Winter', 'Broken', 'Distant', 'Golden', 'Hollow', 'Restless', 'Painted', 'Stolen', 'Burning',
        'Gentle', 'Paper', 'Velvet', 'Wandering', 'Frozen', 'Scarlet', 'Forgotten', 'Electric', 'Borrowed'])[1 + n % 20],
      (ARRAY['Harbor', 'Garden', 'Orchard', 'Lantern', 'Mirror', 'Station', 'Letter', 'Bridge', 'Island', 'Kingdom', 'Mountain',
        'Voyage', 'Promise', 'Shadow', 'Carousel', 'Compass', 'Feather', 'Horizon', 'Market', 'Whisper'])[1 + n / 20 % 20],
      (ARRAY['North', 'Sparrows', 'Tide', 'Clockmaker', 'Valley', 'Fisherman', 'Moon', 'Pilgrims', 'Desert', 'Twins', 'Prairie',
        'Archivist', 'Lighthouse', 'Wolves', 'Summer', 'Cartographer', 'River', 'Magician', 'Ferry', 'Glacier'])[1 + n / 400 % 20]
      ) AS words (first, second, third)`;

const PLANNED_IDENTIFIERS = `
  CREATE TABLE planned_content_identifiers AS
  SELECT id AS content_id, scheme, value
  FROM planned_content CROSS JOIN jsonb_to_recordset(identifiers) AS i (scheme text, value text)`;

/**
 * Writes what really would stand behind titles that were loaded in bulk: the first version is the registration, each later
 * one the assignment of one more offer, in date order. Each version has a command of its own.
 */
async function writeTitleHistory(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO commands (key, actor, digest, result, at)
    SELECT ${KEY}, 'Bench', '', jsonb_build_object('id', content_id, 'version', version), now()
    FROM planned_assignments`);
  await client.query(`
    INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
    SELECT 'content', content_id, version, now(), 'Bench', ${KEY},
      CASE version WHEN 1 THEN jsonb_build_object('v', 4, 'kind', 'content-registered', 'details', (
        SELECT jsonb_build_object('title', title, 'kind', kind, 'studio', studio, 'releaseYear', release_year,
          'parentId', parent_id, 'position', position, 'identifiers', identifiers, 'notes', notes)
        FROM planned_content WHERE id = content_id))
      ELSE '{"v": 4, "kind": "offer-assigned"}' END
      || jsonb_build_object('assignment', jsonb_build_object('licenseId', license_id, 'licenseName', license_name, 'offer',
        jsonb_build_object('name', name, 'prices', jsonb_build_array(jsonb_build_object('format', NULL, 'kind', prices -> 0 -> 1, 'tier', NULL, 'amount',
        jsonb_build_object('minor', prices -> 0 -> 2, 'currency', prices -> 0 -> 3))),
          'window', jsonb_build_object('startsOn', starts_on, 'endsOn', ends_on), 'devices', '${JSON.stringify(DEVICES)}'::jsonb)))
    FROM (
      SELECT a.content_id, a.version, a.license_id, l.name AS license_name, o.name, o.prices, o.starts_on, o.ends_on
      FROM planned_assignments a
        JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
        JOIN licenses l ON l.id = a.license_id
      ORDER BY a.version) AS planned`);
}

/** The key of the command that made a version of a title. */
const KEY = "pg_temp.id_of(content_id || ' ' || version)";
