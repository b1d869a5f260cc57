import type { SoldTitle } from '../../../domain/avails/avail-rows';
import type { AvailUse } from '../../../domain/avails/right-cells';
import type { KnownTitle } from '../../../domain/avails/avail-ids';
import type { OriginRow } from '../../../domain/avails/origin-row';
import type { ExportQuery } from '../../../domain/export/export-query';
import type { ExportShelf, ExportSource } from '../../../service/export/run-export';
import type { ContentDetailsRow, LanguagesRow } from '../rows';
import type { Queries } from '../connection/transaction';
import { isListed } from '../../../domain/avails/territory-lists';
import { RIGHTS_TYPES, rightsType } from '../../../domain/values/rights-type';
import { territoryOfNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';
import { contentDetailsOf, formatsOfRow, languagesOf } from '../rows';
import { asOfOneMoment } from '../connection/snapshot';
import { PrismaPriceTableViews } from '../price-table/price-table-views';
import { studioIs } from '../text-search';
import type { PriceTuple, TakedownTuple } from '../rows';
import { priceLineOf, takedownOf, takedownsOf } from '../rows';
import { Takedown } from '../../../domain/content/takedown';
import { originRows } from '../import/offer-rows';

/** Titles that are read at once. */
const BATCH = 200;

/** What exports are made of, from PostgreSQL: of one moment, and never more than a batch of it in memory. */
export class PostgresExportSource implements ExportSource {
  /** @param findUrl of a database that has what was ordered, on which reading may take long */
  constructor(private readonly findUrl: () => string | Promise<string>) {}

  async inSnapshot<T>(work: (shelf: ExportShelf) => Promise<T>): Promise<T> {
    return asOfOneMoment(await this.findUrl(), (queries) => work(new PostgresExportShelf(queries)));
  }
}

interface TitleRow extends ContentDetailsRow {
  readonly takedowns: readonly TakedownTuple[];
  readonly id: string;
  readonly episodes: number;
  readonly is_sold_in_parts: boolean;
  readonly parents: readonly KnownRow[];
  readonly members: readonly KnownRow[];
  readonly uses: readonly UseRow[];
}

interface KnownRow extends ContentDetailsRow {
  readonly id: string;
}

interface UseRow extends LanguagesRow {
  readonly license_id: string;
  readonly studio: string;
  readonly reference: string;
  readonly rights_type: string;
  readonly territories: readonly number[];
  readonly exclusive: boolean;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly prices: readonly PriceTuple[];
}

class PostgresExportShelf implements ExportShelf {
  constructor(private readonly queries: Queries) {}

  async leastRows(query: ExportQuery): Promise<number> {
    const listed = Object.keys(RIGHTS_TYPES).filter((type) =>
      isListed(rightsType(type), query.territories),
    );
    const [row] = await this.rows<{ rows: string }>(Prisma.sql`
      SELECT coalesce(sum(places), 0) AS rows FROM (
        SELECT CASE WHEN l.rights_type = ANY (${listed}) THEN 1 ELSE cardinality(l.territories) END AS places
        ${usesThat(query)} GROUP BY a.content_id, l.id) sold`);
    return Number(row?.rows ?? 0);
  }

  async *titles(query: ExportQuery): AsyncGenerator<readonly SoldTitle[]> {
    await this.rows(Prisma.sql`
      DECLARE picked NO SCROLL CURSOR FOR
        SELECT a.content_id AS id ${usesThat(query)} GROUP BY a.content_id ORDER BY a.content_id`);
    for (;;) {
      const ids = await this.rows<{ id: string }>(
        Prisma.sql`FETCH ${Prisma.raw(String(BATCH))} FROM picked`,
      );
      if (ids.length > 0)
        yield await this.sold(
          ids.map(({ id }) => id),
          query,
        );
      if (ids.length < BATCH) break;
    }
    await this.rows(Prisma.sql`CLOSE picked`);
  }

  readonly pricesOf: ExportShelf['pricesOf'] = (wanted) =>
    new PrismaPriceTableViews(this.queries).pricesOf(wanted);

  private async sold(ids: readonly string[], query: ExportQuery): Promise<SoldTitle[]> {
    const titles = await this.rows<TitleRow>(Prisma.sql`
      SELECT c.id::text, ${detailColumns('c')},
        (SELECT count(*)::int FROM content e
          WHERE e.kind = 'episode' AND e.closing IS NULL AND e.parent_id = CASE c.kind WHEN 'season' THEN c.id ELSE c.parent_id END) AS episodes,
        ${soldInParts} AS is_sold_in_parts,
        (SELECT coalesce(json_agg(${knownTitle('p')}), '[]') FROM content p
          WHERE p.id = c.parent_id OR p.id = (SELECT parent_id FROM content WHERE id = c.parent_id)) AS parents,
        (SELECT coalesce(json_agg(${knownTitle('m')} ORDER BY m.position, m.id), '[]') FROM content m
          WHERE c.kind = 'bundle' AND m.parent_id = c.id AND m.kind <> 'supplement' AND m.closing IS NULL) AS members,
        (SELECT json_agg(json_build_object('license_id', l.id, 'studio', l.studio, 'reference', l.contract_reference,
            'rights_type', l.rights_type, 'territories', l.territories, 'formats', l.formats, 'languages', l.languages,
            'held_back', l.held_back, 'exclusive', l.exclusive, 'starts_on', o.starts_on, 'ends_on', o.ends_on,
            'prices', o.prices) ORDER BY l.rights_type, o.starts_on, l.id)
          ${usesThat(query)} AND a.content_id = c.id) AS uses,
        ${takedownsOf} AS takedowns
      FROM content c WHERE c.id = ANY (${ids}::uuid[]) ORDER BY c.id`);
    const origins = new Map(
      [...(await this.origins(titles))].map(([{ use }, rows]) => [use, rows] as const),
    );
    return titles.map((title) => ({
      id: title.id,
      details: contentDetailsOf(title),
      parents: title.parents.map(knownOf),
      members: title.members.map(knownOf),
      episodes: title.episodes,
      isSoldInParts: title.is_sold_in_parts,
      uses: title.uses.map((use) => useOf(use, origins.get(use) ?? [])),
      takedowns: title.takedowns.map((takedown) => Takedown.of(takedownOf(takedown))),
    }));
  }

  /** The imported rows of each use. */
  private origins(titles: readonly TitleRow[]) {
    const uses = titles.flatMap(({ id, uses: all }) =>
      all.map((use) => ({
        ...{ use, contentId: id, licenseId: use.license_id, startsOn: use.starts_on },
        territories: use.territories.map(territoryOfNumber),
      })),
    );
    return originRows(uses, this.queries);
  }

  private async rows<Row>(sql: Prisma.Sql): Promise<Row[]> {
    return this.queries.$queryRaw<Row[]>(sql);
  }
}

/** The titles' uses of offers that a query is about: assignments `a`, offers `o` and licenses `l`. */
function usesThat(query: ExportQuery): Prisma.Sql {
  const { studio, contractIds, licenseIds, contentIds, on, from } = query;
  const conditions = [
    studio === undefined ? [] : studioIs(studio, 'l.studio'),
    contractIds === undefined ? [] : Prisma.sql`l.contract_id = ANY (${contractIds}::uuid[])`,
    licenseIds === undefined ? [] : Prisma.sql`a.license_id = ANY (${licenseIds}::uuid[])`,
    contentIds === undefined ? [] : Prisma.sql`a.content_id IN (${withParts(contentIds)})`,
    on === undefined ? [] : Prisma.sql`o.period @> ${on}::date`,
    from === undefined ? [] : Prisma.sql`coalesce(o.ends_on > ${from}::date, true)`,
  ].flat();
  return Prisma.sql`
    FROM assignments a
    JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
    JOIN licenses l ON l.id = a.license_id
    WHERE ${conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' AND ')}`;
}

/** Titles and all that belongs to them. */
function withParts(contentIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE chosen AS (
      SELECT id FROM content WHERE id = ANY (${contentIds}::uuid[])
      UNION SELECT part.id FROM content part JOIN chosen ON part.parent_id = chosen.id)
    SELECT id FROM chosen`;
}

/** Whether every offer of the series or season `c` is one of its seasons or episodes, too. */
const soldInParts = Prisma.sql`(
  c.kind IN ('series', 'season') AND NOT EXISTS (
    SELECT FROM assignments own
    WHERE own.content_id = c.id AND NOT EXISTS (
      SELECT FROM content p
      JOIN assignments shared ON shared.content_id = p.id AND shared.license_id = own.license_id
        AND shared.offer_starts_on = own.offer_starts_on
      WHERE p.kind IN ('season', 'episode')
        AND (p.parent_id = c.id OR p.parent_id IN (SELECT id FROM content WHERE parent_id = c.id)))))`;

function detailColumns(title: 'c'): Prisma.Sql {
  return Prisma.raw(
    ['title', 'kind', 'studio', 'release_year', 'parent_id', 'position', 'identifiers', 'notes']
      .map((column) => `${title}.${column}`)
      .join(', '),
  );
}

function knownTitle(title: 'p' | 'm'): Prisma.Sql {
  return Prisma.raw(
    `json_build_object('id', ${title}.id, 'title', ${title}.title, 'kind', ${title}.kind, 'studio', ${title}.studio,
      'release_year', ${title}.release_year, 'parent_id', ${title}.parent_id, 'position', ${title}.position,
      'identifiers', ${title}.identifiers, 'notes', '')`,
  );
}

function knownOf(row: KnownRow): KnownTitle {
  return { id: row.id, details: contentDetailsOf(row) };
}

function useOf(row: UseRow, origins: readonly OriginRow[]): AvailUse {
  return {
    contract: { studio: row.studio, reference: row.reference },
    license: {
      id: row.license_id,
      rightsType: row.rights_type,
      territories: row.territories.map(territoryOfNumber).sort(),
      formats: formatsOfRow(row),
      languages: languagesOf(row),
      exclusive: row.exclusive,
    },
    offer: {
      window: { startsOn: row.starts_on, endsOn: row.ends_on },
      prices: row.prices.map(priceLineOf),
    },
    origins,
  };
}
