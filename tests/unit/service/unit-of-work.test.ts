import type { Storage } from '../../contracts/unit-of-work-contract';
import { priceTablesContract } from '../../contracts/unit-of-work-price-tables';
import { titlesContract } from '../../contracts/unit-of-work-titles';
import { unitOfWorkContract } from '../../contracts/unit-of-work-contract';
import { voidContractsContract } from '../../contracts/unit-of-work-void-contracts';
import { ReadableMemory } from '../../fakes/readable-memory';

const create = async (): Promise<Storage> => {
  const unitOfWork = new ReadableMemory();
  return {
    unitOfWork,
    historyOf: async (id) =>
      unitOfWork.contents.history
        .filter(({ aggregateId }) => aggregateId === id)
        .map(({ aggregate, aggregateId, key, ...line }) => line),
  };
};

unitOfWorkContract('the unit of work in memory', create);
titlesContract('the unit of work in memory', create);
priceTablesContract('the unit of work in memory', create);
voidContractsContract('the unit of work in memory', create);
