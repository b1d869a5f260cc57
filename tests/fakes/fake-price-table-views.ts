import type { PriceTableChange } from '../../src/domain/price-table/price-table-change';
import type { PriceTableViews } from '../../src/service/price-table/price-table-views';
import type { ReadableMemory } from './readable-memory';
import { describePriceTableChange } from '../../src/domain/price-table/price-table-change';

/** Single price tables that the unit of work in memory has stored, as views read them. */
export class FakePriceTableViews implements Pick<PriceTableViews, 'tableSince'> {
  constructor(private readonly storage: ReadableMemory) {}

  tableSince(id: string, after: number): ReturnType<PriceTableViews['tableSince']> {
    const { priceTables, history } = this.storage.contents;
    const stored = priceTables[id];
    if (stored === undefined) return Promise.resolve(null);
    const lines = history
      .filter((line) => line.aggregateId === id && line.version > after)
      .map((line) => ({ ...line, change: line.change as PriceTableChange }));
    return Promise.resolve({
      ...{ id, ...stored },
      changes: lines.map(({ change }) => change),
      entries: lines.map(({ aggregateId, version, at, actor, change }) => ({
        ...{ aggregate: 'price-table' as const, aggregateId, version, at, actor, actorId: null },
        name: stored.studio,
        words: describePriceTableChange(change),
      })),
    });
  }
}
