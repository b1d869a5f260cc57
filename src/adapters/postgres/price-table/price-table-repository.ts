import type { PriceTableChange } from '../../../domain/price-table/price-table-change';
import type { PriceTableRepository } from '../../../service/unit-of-work';
import type { Queries } from '../connection/transaction';
import type { PendingWrite } from '../pending-write';
import type { PriceRow } from './price-rows';
import { PriceTable } from '../../../domain/price-table/price-table';
import { Prisma } from '../../generated/prisma/client';
import { historyLine, storedPriceTableChanges } from '../stored/stored-changes';
import { pricesJson, priceEntry, priceWrites } from './price-rows';

/** Price tables on PostgreSQL. Reads happen at once; writes wait in `pending` until the unit of work commits. */
export class PrismaPriceTableRepository implements PriceTableRepository {
  constructor(
    private readonly prisma: Queries,
    private readonly pending: PendingWrite[],
  ) {}

  async get(id: string): Promise<PriceTable | null> {
    const [row] = await this.prisma.$queryRaw<
      { version: number; studio: string; prices: readonly PriceRow[] }[]
    >`SELECT version, studio, ${pricesJson} AS prices FROM price_tables a WHERE id = ${id}::uuid`;
    if (row === undefined) return null;
    return PriceTable.reconstitute(id, row.version, row.studio, row.prices.map(priceEntry));
  }

  async changesAfter(id: string, version: number): Promise<readonly PriceTableChange[]> {
    const lines = await this.prisma.$queryRaw<{ version: number; change: unknown }[]>`
      SELECT version, change FROM history
      WHERE aggregate = 'price-table' AND aggregate_id = ${id}::uuid AND version > ${version} ORDER BY version`;
    return lines.map((line) =>
      storedPriceTableChanges.read(line.change, historyLine(id, line.version)),
    );
  }

  add(table: PriceTable): void {
    this.write(
      table,
      Prisma.sql`
        INSERT INTO price_tables (id, studio, version) VALUES (${table.id}::uuid, ${table.studio}, 1)
        RETURNING id, version`,
    );
  }

  save(table: PriceTable): void {
    this.write(
      table,
      Prisma.sql`
        UPDATE price_tables SET version = version + 1
        WHERE id = ${table.id}::uuid AND version = ${table.version} RETURNING id, version`,
    );
  }

  private write({ id, version, change }: PriceTable, written: Prisma.Sql): void {
    if (change === null) return;
    this.pending.push({
      aggregate: 'price-table',
      next: [{ id, version, change }],
      written,
      members: priceWrites(change.prices),
      dependsOnLicenses: new Map(),
    });
  }
}
