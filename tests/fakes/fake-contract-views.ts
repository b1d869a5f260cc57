import type { ContractChange } from '../../src/domain/contract/contract';
import type { ContractViews } from '../../src/service/contract/contract-views';
import type { ReadableMemory } from './readable-memory';
import { describeContractChange } from '../../src/domain/contract/contract';

/** Single contracts that the fake unit of work has stored, as views read them. */
export class FakeContractViews implements Pick<ContractViews, 'contractSince'> {
  constructor(private readonly storage: ReadableMemory) {}

  contractSince(id: string, after: number): ReturnType<ContractViews['contractSince']> {
    const { contracts, history } = this.storage.contents;
    const stored = contracts[id];
    if (stored === undefined) return Promise.resolve(null);
    const lines = history
      .filter((line) => line.aggregateId === id && line.version > after)
      .map((line) => ({ ...line, change: line.change as ContractChange }));
    return Promise.resolve({
      ...stored,
      changes: lines.map(({ change }) => change),
      unread: 0,
      entries: lines.map(({ aggregateId, version, at, actor, change }) => ({
        ...{ aggregate: 'contract' as const, aggregateId, version, at, actor, actorId: null },
        name: `${stored.details.studio} ${stored.details.reference}`,
        words: describeContractChange(change),
      })),
    });
  }
}
