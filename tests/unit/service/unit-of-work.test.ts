import { unitOfWorkContract } from '../../contracts/unit-of-work-contract';
import { FakeUnitOfWork } from '../../fakes/fake-unit-of-work';

unitOfWorkContract('the fake', async () => {
  const unitOfWork = new FakeUnitOfWork();
  return {
    unitOfWork,
    historyOf: async (id) =>
      unitOfWork.contents.history
        .filter(({ aggregateId }) => aggregateId === id)
        .map(({ aggregateId, key, ...line }) => line),
  };
});
