import type { PriceTableChange } from '../../domain/price-table/price-table-change';
import type { PriceTableRepository } from '../unit-of-work';
import type { MemoryStorage } from './memory-storage';
import type { PendingCommit } from './pending-commit';
import { PriceTable } from '../../domain/price-table/price-table';
import { PriceTableExists } from '../../domain/price-table/price-table-errors';
import { Stale } from '../errors';
import { studioKey } from './memory-storage';

/** Price tables in memory. */
export class MemoryPriceTables implements PriceTableRepository {
  constructor(
    private readonly storage: MemoryStorage,
    private readonly pending: PendingCommit,
  ) {}

  get(id: string): Promise<PriceTable | null> {
    const state = this.storage.priceTables.get(id);
    return Promise.resolve(
      state === undefined
        ? null
        : PriceTable.reconstitute(id, state.version, state.studio, state.prices.entries),
    );
  }

  changesAfter(id: string, version: number): Promise<readonly PriceTableChange[]> {
    const lines = this.storage.history?.lines ?? [];
    return Promise.resolve(
      lines.flatMap((line) =>
        line.aggregate === 'price-table' && line.aggregateId === id && line.version > version
          ? line.change
          : [],
      ),
    );
  }

  add(table: PriceTable): void {
    this.save(table);
  }

  save({ id, version, studio, prices, change }: PriceTable): void {
    if (change === null) return;
    this.pending.add(id, version, { aggregate: 'price-table', change }, () => {
      const { priceTables, holders } = this.storage;
      if ((priceTables.get(id)?.version ?? 0) !== version)
        throw new Stale('price-table', id, version);
      if ((holders.get(studioKey(studio)) ?? id) !== id) throw new PriceTableExists(studio);
      priceTables.set(id, { version: version + 1, studio, prices });
      holders.set(studioKey(studio), id);
    });
  }
}
