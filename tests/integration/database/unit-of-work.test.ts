import type { Storage, StoredLine } from '../../contracts/unit-of-work/storage';
import { historyLine, storedChanges } from '../../../src/adapters/postgres/stored/stored-changes';
import { actor } from '../../../src/domain/people/actor';
import { unitOfWorkContract } from '../../contracts/unit-of-work/contract';
import { testDatabase } from '../support';

const database = await testDatabase();

const create = async (): Promise<Storage> => ({
  unitOfWork: database.unitOfWork,
  historyOf: async (id) => {
    const lines = await database.rows<
      Omit<StoredLine, 'at' | 'change'> & { at: Date; change: unknown }
    >('SELECT version, actor, at, change FROM history WHERE aggregate_id = $1 ORDER BY sequence', [
      id,
    ]);
    return lines.map(({ change, ...line }) => ({
      ...line,
      at: line.at.toISOString(),
      change: storedChanges.read(change, historyLine(id, line.version)),
    }));
  },
  savePricePlan: ({ changedBy, changedAt, ...plan }) =>
    database.records.transact(({ pricePlans }) =>
      pricePlans.save(plan, actor(changedBy), changedAt),
    ),
});

unitOfWorkContract('PostgreSQL', create);
