import type { PricesOfStudio } from '../../../domain/price-table/prices';
import type {
  PricesWanted,
  PriceTableRow,
  PriceTableViews,
  StoredPriceTable,
} from '../../../service/price-table/price-table-views';
import type { Page } from '../../../service/page';
import type { Reads } from '../connection/transaction';
import type { HistoryRow } from '../history-views';
import type { KeyedRow } from '../keyset';
import type { PriceRow } from './price-rows';
import { fold, namesIn } from '../../../domain/names/folding';
import { Prices } from '../../../domain/price-table/prices';
import { territorySet } from '../../../domain/values/territory';
import { COUNT_LIMIT } from '../../../service/page';
import { Prisma } from '../../generated/prisma/client';
import { historyEntry } from '../history-views';
import { keyset } from '../keyset';
import { historyLine, storedPriceTableChanges } from '../stored/stored-changes';
import { containingWords, foldedColumn, studioIs } from '../text-search';
import { priceEntry, pricesFor, pricesJson } from './price-rows';

interface Row {
  readonly id: string;
  readonly studio: string;
  readonly version: number;
  readonly prices: readonly PriceRow[];
}

interface ListedRow extends KeyedRow {
  readonly id: string;
  readonly studio: string;
  readonly version: number;
  readonly tiers: number;
  readonly first_day: string | null;
  readonly last_day: string | null;
}

/** Price tables on PostgreSQL, to read: one statement each. */
export class PrismaPriceTableViews implements PriceTableViews {
  constructor(private readonly prisma: Reads) {}

  async list(query: {
    readonly text?: string | undefined;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<PriceTableRow>> {
    const keys = [foldedColumn('studio'), Prisma.sql`id`];
    const paging = keyset(
      { list: 'price-tables', keys, descending: false },
      ['text', 'uuid'],
      query.cursor,
      query.pageSize,
    );
    const where = Prisma.join(
      [Prisma.sql`true`, ...containingWords(query.text ?? '', foldedColumn('studio'))],
      ' AND ',
    );
    const [found, [counted]] = await Promise.all([
      this.prisma.$queryRaw<ListedRow[]>`
        WITH listed AS (
          SELECT *, ${paging.columns} FROM price_tables WHERE ${where} AND ${paging.condition} ${paging.order})
        SELECT id, studio, version, keyset, tiers, first_day, last_day
        FROM listed, LATERAL (
          SELECT count(DISTINCT tier_key)::int AS tiers, min(starts_on)::text AS first_day, max(starts_on)::text AS last_day
          FROM prices e WHERE e.price_table_id = listed.id) prices ${paging.order}`,
      this.prisma.$queryRaw<{ total: number }[]>`
        SELECT count(*)::int AS total FROM (
          SELECT FROM price_tables WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) counted`,
    ]);
    const { rows, ...place } = paging.page(found);
    return {
      rows: rows.map(({ id, studio, version, tiers, first_day, last_day }) => ({
        ...{ id, studio, version, tiers },
        firstDay: first_day,
        lastDay: last_day,
      })),
      ...place,
      total: counted?.total ?? 0,
    };
  }

  table(id: string): Promise<StoredPriceTable | null> {
    return this.one(Prisma.sql`id = ${id}::uuid`);
  }

  ofStudio(studio: string): Promise<StoredPriceTable | null> {
    return this.one(studioIs(studio));
  }

  async pricesOf(wanted: readonly PricesWanted[]): Promise<PricesOfStudio> {
    if (wanted.length === 0) return () => Prices.NONE;
    const concern = pricesFor({
      rightsTypes: [...new Set(wanted.map(({ rightsType }) => rightsType))],
      territories: territorySet(wanted.flatMap(({ territories }) => territories)),
    });
    const rows = await this.prisma.$queryRaw<{ studio: string; prices: readonly PriceRow[] }[]>`
      SELECT studio, ${concern} AS prices FROM price_tables a
      WHERE ${foldedColumn('studio')} = ANY (${[...new Set(wanted.map(({ studio }) => fold(studio)))]}::text[])`;
    const tables = new Map(
      rows.map(({ studio, prices }) => [fold(studio), Prices.of(prices.map(priceEntry))]),
    );
    return (studio) => tables.get(fold(studio)) ?? Prices.NONE;
  }

  async studiosWithout(): Promise<readonly string[]> {
    const rows = await this.prisma.$queryRaw<{ studio: string }[]>`
      SELECT studio FROM contracts c
      WHERE NOT EXISTS (
        SELECT FROM price_tables t WHERE fold(t.studio) COLLATE "C" = fold(c.studio) COLLATE "C")
      GROUP BY studio ORDER BY count(*) DESC, studio COLLATE "C"`;
    return namesIn(rows.map(({ studio }) => studio));
  }

  async tableSince(id: string, version: number) {
    const [row] = await this.prisma.$queryRaw<(Row & { history: readonly HistoryRow[] })[]>`
      SELECT id, studio, version, ${pricesJson} AS prices,
        (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY h.version), '[]') FROM history h
          WHERE h.aggregate_id = a.id AND h.version > ${version}) AS history
      FROM price_tables a WHERE id = ${id}::uuid`;
    if (row === undefined) return null;
    const { history, ...stored } = row;
    return {
      ...tableOf(stored),
      changes: history.map((line) =>
        storedPriceTableChanges.read(line.change, historyLine(id, line.version)),
      ),
      entries: history.map((line) => historyEntry(line, row.studio)),
    };
  }

  private async one(where: Prisma.Sql): Promise<StoredPriceTable | null> {
    const [row] = await this.prisma.$queryRaw<Row[]>`
      SELECT id, studio, version, ${pricesJson} AS prices FROM price_tables a WHERE ${where}`;
    return row === undefined ? null : tableOf(row);
  }
}

function tableOf({ id, studio, version, prices }: Row): StoredPriceTable {
  return { id, studio, version, prices: prices.map(priceEntry) };
}
