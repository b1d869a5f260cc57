import type { StoredLine } from '../../contracts/unit-of-work-contract';
import { unitOfWorkContract } from '../../contracts/unit-of-work-contract';
import { testDatabase } from '../support';

const database = await testDatabase();

unitOfWorkContract('PostgreSQL', async () => ({
  unitOfWork: database.unitOfWork,
  historyOf: async (id) => {
    const lines = await database.rows<Omit<StoredLine, 'at'> & { at: Date }>(
      'SELECT version, actor, at, change FROM history WHERE aggregate_id = $1 ORDER BY sequence',
      [id],
    );
    return lines.map((line) => ({ ...line, at: line.at.toISOString() }));
  },
}));
