import type { OriginRow } from '../../../domain/avails/origin-row';
import type { Page } from '../../../service/page';
import type { OfferRow, RowViews } from '../../../service/import/row-views';
import type { PrismaClient } from '../../generated/prisma/client';
import { rowVariants } from '../../../domain/avails/row-variants';
import { territoryOfNumber } from '../../../domain/values/territory';
import { originRows } from './offer-rows';

interface UseRow {
  readonly licenseId: string;
  readonly licenseName: string;
  readonly rightsType: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly numbers: readonly number[];
  /** The languages of the license; `null` for all. */
  readonly allowed: readonly string[] | null;
}

interface SourceRow {
  readonly importId: string;
  readonly number: number;
  readonly fileName: string;
  readonly savedBy: string;
  readonly sheet: string;
  readonly row: number;
}

/** Imported rows as lines of titles' offers, on PostgreSQL. */
export class PrismaRowViews implements RowViews {
  constructor(private readonly prisma: PrismaClient) {}

  async rows(
    contentId: string,
    { cursor, pageSize }: Parameters<RowViews['rows']>[1],
  ): Promise<Page<OfferRow>> {
    const uses = await this.prisma.$queryRaw<UseRow[]>`
      SELECT l.id::text AS "licenseId", l.name AS "licenseName", l.rights_type AS "rightsType", o.name,
        o.starts_on::text AS "startsOn", o.ends_on::text AS "endsOn", l.territories AS numbers, l.languages AS allowed
      FROM assignments a
      JOIN licenses l ON l.id = a.license_id
      JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
      WHERE a.content_id = ${contentId}::uuid
      ORDER BY l.rights_type, o.starts_on, l.name, l.id`;
    const origins = await originRows(
      uses.map((use) => ({ ...use, contentId, territories: use.numbers.map(territoryOfNumber) })),
      this.prisma,
    );
    const all = [...origins].flatMap(([use, rows]) =>
      counting(rows, use).map((origin) => ({ use, origin })),
    );
    const from = firstOf(cursor, all.length);
    const first = from ?? 0;
    const shown = all.slice(first, first + pageSize);
    const sources = await this.sources(shown.map(({ origin }) => origin));
    return {
      rows: shown.flatMap(({ use, origin }): OfferRow[] => {
        const source = sources.get(refText(origin));
        if (source === undefined) return [];
        const { licenseId, licenseName, rightsType, name, startsOn, endsOn } = use;
        const { importId, fileName, savedBy, sheet, row } = source;
        return [
          {
            ...{ importId, fileName, savedBy, savedAt: new Date(origin.at).toISOString() },
            ...{ sheet, row },
            offer: { licenseId, licenseName, rightsType, name, window: { startsOn, endsOn } },
            territories: origin.territories,
            cells: origin.cells,
          },
        ];
      }),
      next: first + pageSize < all.length ? String(first + pageSize) : null,
      previous: first > 0 ? String(Math.max(0, first - pageSize)) : null,
      total: all.length,
      ...(from === null ? { isUnknownCursor: true } : {}),
    };
  }

  private async sources(rows: readonly OriginRow[]): Promise<ReadonlyMap<string, SourceRow>> {
    const refs = rows.map(({ importId, number }) => ({ import_id: importId, number }));
    const found = await this.prisma.$queryRaw<SourceRow[]>`
      SELECT r.import_id::text AS "importId", r.number, i.file_name AS "fileName",
        coalesce(i.settled_by, i.uploaded_by) AS "savedBy", r.sheet, r.row
      FROM jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) AS k (import_id uuid, number int)
      JOIN import_rows r ON r.import_id = k.import_id AND r.number = k.number
      JOIN imports i ON i.id = r.import_id`;
    return new Map(found.map((row) => [refText(row), row]));
  }
}

/** The rows that count in a territory, each with the territories where it does. */
function counting(
  rows: readonly OriginRow[],
  license: Pick<UseRow, 'allowed'>,
): readonly OriginRow[] {
  const territories = new Map<OriginRow, string[]>();
  for (const territory of new Set(rows.flatMap((row) => row.territories))) {
    const there = rows.filter((row) => row.territories.includes(territory));
    const variants = [...rowVariants(there, license).values()];
    for (const row of new Set(variants.map((variant) => variant.row)))
      territories.set(row, [...(territories.get(row) ?? []), territory]);
  }
  return rows.flatMap((row) => {
    const where = territories.get(row);
    return where === undefined ? [] : [{ ...row, territories: where.sort() }];
  });
}

/** The place that a cursor names in a list; `null` when it names none. */
function firstOf(cursor: string | undefined, length: number): number | null {
  if (cursor === undefined) return 0;
  return /^\d{1,9}$/.test(cursor) && Number(cursor) < length ? Number(cursor) : null;
}

function refText({ importId, number }: Pick<OriginRow, 'importId' | 'number'>): string {
  return `${importId} ${number}`;
}
