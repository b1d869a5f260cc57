import type {
  EarlierRow,
  StoredContract,
  StoredLicense,
  StoredRights,
  StoredTitle,
} from '../../../domain/avails/planning/stored-rights';
import type { AvailEntry, WorkEntry } from '../../../domain/avails/avail-entry';
import type { PrismaClient } from '../../generated/prisma/client';
import type { ContentDetailsRow, DetailsRow, OfferTuple } from '../rows';
import { titleOfOwnAlid } from '../../../domain/avails/avail-ids';
import { fold } from '../../../domain/names/folding';
import {
  contentDetailsOf,
  detailsColumns,
  detailsOf,
  isNotVoid,
  offerColumns,
  offerOf,
} from '../rows';
import { foldedColumn } from '../text-search';
import { originRows } from './offer-rows';
import { languagesOf, isReduction, isSaved, windowOf } from './row-columns';
import { useKey } from '../../../domain/avails/planning/stored-rights';
import type { LicenseClosing, TitleClosing } from '../../../domain/closing';
import type { TakedownTuple } from '../rows';
import { takedownOf, takedownsOf } from '../rows';

interface LicenseRow extends DetailsRow {
  readonly id: string;
  readonly version: number;
  readonly contract_id: string;
  readonly studio: string;
  readonly offers: readonly OfferTuple[];
  readonly closing: LicenseClosing | null;
  readonly uses: readonly (readonly [contentId: string, startsOn: string])[];
}

interface TitleRow extends ContentDetailsRow {
  readonly takedowns: readonly TakedownTuple[];
  readonly closing: TitleClosing | null;
  readonly deletions: readonly number[];
  readonly id: string;
  readonly version: number;
  readonly offers: readonly (readonly [licenseId: string, startsOn: string])[];
}

/**
 * What is stored of all that a file names, from several statements: what is written in between shows when the plan is
 * carried out, because each license and title has its version.
 *
 * @param wholeContracts whether all licenses of the studios' contracts are wanted, not only those of the titles
 */
export async function readStoredRights(
  entries: readonly AvailEntry[],
  wholeContracts: boolean,
  prisma: PrismaClient,
): Promise<StoredRights> {
  const contracts = await readContracts(
    entries.map(({ studio }) => studio),
    prisma,
  );
  const titles = await titlesOf(entries, prisma);
  const licenseIds = new Set(
    titles.flatMap(({ offers }) => offers.map(({ licenseId }) => licenseId)),
  );
  const contractIds = wholeContracts ? contracts.map(({ id }) => id) : [];
  const licenses = await licensesOf([...licenseIds], contractIds, prisma);
  return {
    contracts,
    titles,
    licenses: new Map(licenses.map((license) => [license.id, license])),
    earlierRows: await earlierRowsOf(entries, prisma),
    rows: await rowsOf(titles, licenses, prisma),
  };
}

/** The imported rows of the titles' offers that count. */
async function rowsOf(
  titles: readonly StoredTitle[],
  licenses: readonly StoredLicense[],
  prisma: PrismaClient,
): Promise<StoredRights['rows']> {
  const territories = new Map(
    licenses.map(({ id, details }) => [id, details.terms.territories] as const),
  );
  const uses = titles.flatMap(({ id: contentId, offers }) =>
    offers.map((offer) => ({
      ...{ contentId, ...offer },
      territories: territories.get(offer.licenseId) ?? [],
    })),
  );
  const rows = await originRows(uses, prisma);
  return new Map([...rows].map(([use, origins]) => [useKey(use.contentId, use), origins]));
}

/** The contracts of studios, whatever the spelling of their names. */
export function readContracts(
  studios: readonly string[],
  prisma: PrismaClient,
): Promise<StoredContract[]> {
  const folded = [...new Set(studios.map(fold))];
  return prisma.$queryRaw<StoredContract[]>`
    SELECT id::text, studio, reference, closing FROM contracts
    WHERE ${foldedColumn('studio')} = ANY (${folded}::text[])
    ORDER BY ${foldedColumn('reference')}, twin`;
}

async function titlesOf(
  entries: readonly AvailEntry[],
  prisma: PrismaClient,
): Promise<StoredTitle[]> {
  const wanted = new Map<string, { scheme: string; value: string }>();
  for (const { work } of entries)
    for (let one: WorkEntry | null = work; one !== null; one = one.parent)
      for (const { scheme, value } of one.identifiers)
        wanted.set(`${scheme} ${value}`, { scheme, value });
  const ownIds = [...wanted.values()].flatMap(({ value }) => titleOfOwnAlid(value) ?? []);
  const rows = await prisma.$queryRaw<TitleRow[]>`
    SELECT c.id::text, c.version, c.title, c.kind, c.studio, c.release_year, c.parent_id::text, c.position, c.identifiers,
      c.notes, (
        SELECT coalesce(json_agg(json_build_array(a.license_id, a.offer_starts_on)
          ORDER BY a.offer_starts_on, a.license_id), '[]')
        FROM assignments a WHERE a.content_id = c.id) AS offers, ${takedownsOf} AS takedowns, c.closing, (
        SELECT coalesce(json_agg(t.number), '[]') FROM takedowns t WHERE t.content_id = c.id AND EXISTS (
          SELECT FROM history h WHERE h.aggregate_id = c.id AND h.version = t.number AND h.import_id IS NOT NULL))
        AS deletions
    FROM content c WHERE c.id IN (
      SELECT k.content_id FROM content_identifiers k
      JOIN jsonb_to_recordset(${JSON.stringify([...wanted.values()])}::jsonb) AS w (scheme text, value text)
        ON k.scheme = w.scheme AND k.value = w.value
      UNION SELECT unnest(${ownIds}::uuid[]))
    ORDER BY c.id`;
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    details: contentDetailsOf(row),
    offers: row.offers.map(([licenseId, startsOn]) => ({ licenseId, startsOn })),
    takedowns: row.takedowns.map(takedownOf),
    closing: row.closing,
    deletions: row.deletions,
  }));
}

async function licensesOf(
  ids: readonly string[],
  contractIds: readonly string[],
  prisma: PrismaClient,
): Promise<StoredLicense[]> {
  const rows = await prisma.$queryRaw<LicenseRow[]>`
    SELECT l.id::text, l.version, l.contract_id::text, l.studio, ${detailsColumns}, l.closing,
      (SELECT coalesce(json_agg(${offerColumns} ORDER BY o.starts_on), '[]') FROM offers o WHERE o.license_id = l.id) AS offers,
      (SELECT coalesce(json_agg(json_build_array(a.content_id, a.offer_starts_on)), '[]')
        FROM assignments a WHERE a.license_id = l.id) AS uses
    FROM licenses l
    WHERE (l.id = ANY (${ids}::uuid[]) OR l.contract_id = ANY (${contractIds}::uuid[]))
      AND ${isNotVoid('l')}
    ORDER BY l.starts_on, l.id`;
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    contractId: row.contract_id,
    studio: row.studio,
    details: detailsOf(row),
    offers: row.offers.map(offerOf),
    closing: row.closing,
    titleIds: new Set(row.uses.map(([contentId]) => contentId)),
    usedStarts: new Set(row.uses.map(([, startsOn]) => startsOn)),
  }));
}

async function earlierRowsOf(
  entries: readonly AvailEntry[],
  prisma: PrismaClient,
): Promise<ReadonlyMap<string, EarlierRow>> {
  const ids = entries.flatMap(({ action, availId }) =>
    availId !== null && (action === 'update' || action === 'remove') ? [availId] : [],
  );
  if (ids.length === 0) return new Map();
  const rows = await prisma.$queryRaw<(EarlierRow & { availId: string })[]>`
    SELECT r.avail_id AS "availId", r.alid, r.rights_type AS "rightsType", r.territories, r.starts_on::text AS "startsOn",
      r.cells ->> 'AvailTrans/FormatProfile' AS format,
      ${windowOf('r')} AS window,
      ${languagesOf('r')} AS languages,
      ${isReduction('r')} AS "isReduction",
      (SELECT coalesce(json_agg(json_build_object('availId', o.avail_id, 'territories', o.territories,
          'format', o.cells ->> 'AvailTrans/FormatProfile', 'startsOn', o.starts_on, 'window', ${windowOf('o')},
          'languages', ${languagesOf('o')})
          ORDER BY o.number), '[]')
        FROM import_rows o JOIN imports i ON i.id = o.import_id AND ${isSaved('i')}
        WHERE o.alid = r.alid AND o.outcome = 'accepted' AND o.rights_type = r.rights_type
          AND (o.starts_on = r.starts_on
            OR o.starts_on < r.ends_on AND coalesce(o.ends_on, o.starts_on + 1) > r.starts_on)
          AND o.avail_id IS DISTINCT FROM r.avail_id AND NOT ${isReduction('o')}
          -- A full extract says anew which rows there are.
          AND i.settled_at >= coalesce((
            SELECT max(e.settled_at) FROM import_rows x JOIN imports e ON e.id = x.import_id AND ${isSaved('e')}
            WHERE x.alid = r.alid AND x.outcome = 'accepted' AND x.rights_type = r.rights_type
              AND x.cells ->> 'Disposition/EntryType' = 'Full Extract'), '-infinity')
          AND NOT EXISTS (
            SELECT FROM import_rows d JOIN imports e ON e.id = d.import_id AND ${isSaved('e')}
            WHERE d.avail_id = o.avail_id AND d.outcome = 'accepted' AND e.settled_at > i.settled_at
              AND d.cells ->> 'Disposition/EntryType' = 'Delete')) AS others
    FROM (
      SELECT DISTINCT ON (r.avail_id) r.*
      FROM import_rows r JOIN imports i ON i.id = r.import_id
      WHERE r.avail_id = ANY (${ids}::text[]) AND r.outcome = 'accepted' AND ${isSaved('i')}
        AND r.starts_on IS NOT NULL
      ORDER BY r.avail_id, i.settled_at DESC, r.number DESC) r`;
  return new Map(rows.map(({ availId, ...row }) => [availId, row]));
}
