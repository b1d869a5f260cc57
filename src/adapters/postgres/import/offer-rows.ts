import type { OriginRow } from '../../../domain/avails/origin-row';
import type { Queries } from '../connection/transaction';
import { FORMATS } from '../../../domain/values/format';
import { Prisma } from '../../generated/prisma/client';
import { ALL_TERRITORIES, territoryNumber } from '../../../domain/values/territory';
import { isReduction, windowOf } from './row-columns';

/** An offer that a title has, in the territories of its license. */
export interface AssignedOffer {
  readonly contentId: string;
  readonly licenseId: string;
  /** The offer's first day. */
  readonly startsOn: string;
  readonly territories: readonly string[];
}

interface OriginLine extends OriginRow {
  /** The place of the use among those that were asked about. */
  readonly place: number;
}

/**
 * The imported rows of assignments that count, the newest file first and in it temporary prices first, each with the
 * territories where it counts. In a territory for which a committed file says everything, the rows of earlier files do not
 * count; rows of undone imports never do. Those of an import that is checked again count until somebody decides about it.
 */
export async function originRows<Use extends AssignedOffer>(
  uses: readonly Use[],
  queries: Pick<Queries, '$queryRaw'>,
): Promise<ReadonlyMap<Use, readonly OriginRow[]>> {
  if (uses.length === 0) return new Map();
  const asked = uses.map(({ contentId, licenseId, startsOn, territories }, place) => ({
    ...{ place, content_id: contentId, license_id: licenseId, starts_on: startsOn, territories },
  }));
  const lines = await queries.$queryRaw<OriginLine[]>`
    WITH linked AS (
      SELECT u.place, t.territory, t.territory = ANY (r.complete) AS is_complete, r.import_id, r.number,
        rank() OVER (PARTITION BY u.place, t.territory ORDER BY i.settled_at DESC, i.id) AS age
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        AS u (place int, content_id uuid, license_id uuid, starts_on date, territories text[])
      JOIN offer_rows k ON k.content_id = u.content_id AND k.license_id = u.license_id AND k.offer_starts_on = u.starts_on
        AND NOT k.dormant
      JOIN imports i ON i.id = k.import_id AND i.state <> 'undone'
      JOIN import_rows r ON r.import_id = k.import_id AND r.number = k.number
      CROSS JOIN LATERAL unnest(r.territories) AS t (territory)
      WHERE t.territory = ANY (u.territories)),
    dated AS (
      SELECT *, min(age) FILTER (WHERE is_complete) OVER (PARTITION BY place, territory) AS oldest FROM linked)
    SELECT s.place, to_json(i.settled_at) #>> '{}' AS at, s.territories, r.import_id::text AS "importId", r.number,
      r.cells, i.rules, ${windowOf('r')} AS window
    FROM (SELECT place, import_id, number, array_agg(territory ORDER BY territory) AS territories FROM dated
          WHERE coalesce(age <= oldest, true) GROUP BY place, import_id, number) s
    JOIN import_rows r ON r.import_id = s.import_id AND r.number = s.number
    JOIN imports i ON i.id = s.import_id
    ORDER BY s.place, i.settled_at DESC, i.id,
      ${isReduction('r')} DESC, s.number`;
  const byUse = new Map<Use, OriginRow[]>();
  for (const { place, ...origin } of lines) {
    const use = uses[place];
    if (use === undefined) continue;
    const known = byUse.get(use);
    if (known === undefined) byUse.set(use, [origin]);
    else known.push(origin);
  }
  return byUse;
}

/** The codes of territories with their numbers, by which licenses have them. */
const CODES = JSON.stringify(
  ALL_TERRITORIES.map((code) => ({ code, number: territoryNumber(code) })),
);

/** The number of the format of a row `r`, as licenses and offers have it. */
const formatOfRow = Prisma.sql`array_position(${[...FORMATS]}::text[], r.cells ->> 'AvailTrans/FormatProfile')`;

/** Makes the rows of an import that was committed lines of the offers whose days and territories they grant. */
export async function linkRows(importId: string, queries: Queries): Promise<void> {
  await queries.$executeRaw`
    WITH refused AS (
      SELECT ref ->> 'sheet' AS sheet, (ref ->> 'row')::int AS row
      FROM import_groups g JOIN import_items i ON i.import_id = g.import_id AND i.group_number = g.number
      CROSS JOIN LATERAL jsonb_array_elements(i.rows) AS ref
      WHERE g.import_id = ${importId}::uuid AND g.outcome <> 'applied'),
    said AS MATERIALIZED (
      SELECT r.number, r.content_id, r.rights_type, r.languages, r.held_back, r.contract, ${formatOfRow} AS format,
        daterange(r.starts_on, r.ends_on) AS days,
        array_agg(c.number) AS territories
      FROM import_rows r
      CROSS JOIN LATERAL unnest(r.territories) AS t (code)
      JOIN jsonb_to_recordset(${CODES}::jsonb) AS c (code text, number int) ON c.code = t.code
      WHERE r.import_id = ${importId}::uuid AND r.outcome = 'accepted' AND r.content_id IS NOT NULL
        AND r.starts_on IS NOT NULL
        AND NOT EXISTS (SELECT FROM refused f WHERE f.sheet = r.sheet AND f.row = r.row)
      GROUP BY r.import_id, r.number),
    -- By title first, of which there are few: without statistics it looks as if rights types told more apart.
    assigned AS MATERIALIZED (
      SELECT said.*, a.license_id, a.offer_starts_on FROM said JOIN assignments a ON a.content_id = said.content_id)
    INSERT INTO offer_rows (content_id, license_id, offer_starts_on, import_id, number)
    SELECT s.content_id, s.license_id, s.offer_starts_on, ${importId}::uuid, s.number
    FROM assigned s
    JOIN licenses l ON l.id = s.license_id AND l.rights_type = s.rights_type AND l.territories && s.territories
      AND languages_meet(l.languages, l.held_back, s.languages, s.held_back)
      AND coalesce(fold(l.contract_reference) = fold(s.contract), true)
    JOIN offers o ON o.license_id = s.license_id AND o.starts_on = s.offer_starts_on AND o.period && s.days
      AND coalesce(s.format = ANY (coalesce(o.formats, l.formats)), true)
    ON CONFLICT DO NOTHING`;
}

/** A line of an import by the place of its row in the file. */
export interface PlacedLine {
  readonly content_id: string;
  readonly license_id: string;
  readonly offer_starts_on: string;
  readonly dormant: boolean;
  readonly sheet: string;
  readonly row: number;
}

/** The lines of an import, also those that rest, to be kept when its rows are read anew. */
export function linesOfImport(importId: string, queries: Queries): Promise<PlacedLine[]> {
  return queries.$queryRaw<PlacedLine[]>`
    SELECT k.content_id::text, k.license_id::text, k.offer_starts_on::text, k.dormant, r.sheet, r.row
    FROM offer_rows k JOIN import_rows r ON r.import_id = k.import_id AND r.number = k.number
    WHERE k.import_id = ${importId}::uuid`;
}

/** Gives an import its lines back, also those of rows that are set aside. */
export async function restoreLines(
  importId: string,
  lines: readonly PlacedLine[],
  queries: Queries,
): Promise<void> {
  if (lines.length === 0) return;
  await queries.$executeRaw`
    INSERT INTO offer_rows (content_id, license_id, offer_starts_on, dormant, import_id, number)
    SELECT k.content_id, k.license_id, k.offer_starts_on, k.dormant, r.import_id, r.number
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS k (content_id uuid, license_id uuid, offer_starts_on date, dormant boolean, sheet text, row int)
    JOIN import_rows r ON r.import_id = ${importId}::uuid AND r.sheet = k.sheet AND r.row = k.row`;
}

/** A line of an offer of a title, with the days and the rights of the offer as they were. */
export interface KeptLine {
  readonly content_id: string;
  readonly contract_id: string;
  readonly rights_type: string;
  readonly languages: readonly string[] | null;
  readonly held_back: readonly string[];
  readonly territories: readonly number[];
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly import_id: string;
  readonly number: number;
}

/** The lines of all offers of titles, to be carried over to what takes the offers' place. */
export function linesOf(contentIds: readonly string[], queries: Queries): Promise<KeptLine[]> {
  if (contentIds.length === 0) return Promise.resolve([]);
  return queries.$queryRaw<KeptLine[]>`
    SELECT k.content_id::text, l.contract_id::text, l.rights_type, l.languages, l.held_back, l.territories, o.starts_on::text, o.ends_on::text, k.import_id::text, k.number
    FROM offer_rows k
    JOIN licenses l ON l.id = k.license_id
    JOIN offers o ON o.license_id = k.license_id AND o.starts_on = k.offer_starts_on
    WHERE k.content_id = ANY (${contentIds}::uuid[]) AND NOT k.dormant`;
}

/** Gives the lines that titles had to the offers that now stand on the same days, for the same rights. */
export async function carryLines(lines: readonly KeptLine[], queries: Queries): Promise<void> {
  if (lines.length === 0) return;
  await queries.$executeRaw`
    INSERT INTO offer_rows (content_id, license_id, offer_starts_on, import_id, number)
    SELECT DISTINCT a.content_id, a.license_id, a.offer_starts_on, k.import_id, k.number
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS k (content_id uuid, contract_id uuid, rights_type text,
      languages text[], held_back text[], territories int[], starts_on date, ends_on date, import_id uuid, number int)
    JOIN assignments a ON a.content_id = k.content_id
    JOIN licenses l ON l.id = a.license_id AND l.contract_id = k.contract_id AND l.rights_type = k.rights_type
      AND l.territories && k.territories AND languages_meet(l.languages, l.held_back, k.languages, k.held_back)
    JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
      AND o.period && daterange(k.starts_on, k.ends_on)
    JOIN import_rows r ON r.import_id = k.import_id AND r.number = k.number
      AND coalesce(${formatOfRow} = ANY (coalesce(o.formats, l.formats)), true)
    ON CONFLICT DO NOTHING`;
}
