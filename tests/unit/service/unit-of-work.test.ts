import type { Storage } from '../../contracts/unit-of-work/storage';
import { unitOfWorkContract } from '../../contracts/unit-of-work/contract';
import { ReadableMemory } from '../../fakes/readable-memory';

const create = async (): Promise<Storage> => {
  const unitOfWork = new ReadableMemory();
  return {
    unitOfWork,
    historyOf: async (id) =>
      unitOfWork.contents.history
        .filter(({ aggregateId }) => aggregateId === id)
        .map(({ aggregate, aggregateId, key, ...line }) => line),
    savePricePlan: async (plan) => {
      unitOfWork.savePricePlan(plan);
    },
  };
};

unitOfWorkContract('the unit of work in memory', create);
