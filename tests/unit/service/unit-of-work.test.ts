import { unitOfWorkContract } from '../../contracts/unit-of-work-contract';
import { ReadableMemory } from '../../fakes/readable-memory';

unitOfWorkContract('the unit of work in memory', async () => {
  const unitOfWork = new ReadableMemory();
  return {
    unitOfWork,
    historyOf: async (id) =>
      unitOfWork.contents.history
        .filter(({ aggregateId }) => aggregateId === id)
        .map(({ aggregate, aggregateId, key, ...line }) => line),
  };
});
