import type { WrittenDays } from './time-zones-days';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { DAYS, daysOf, writeDays } from './time-zones-days';

// Run by time-zones.test.ts in a process with another TZ.

const [url = ''] = process.argv.slice(2);
const database = openDatabase(url, { connections: 1 });
try {
  const unitOfWork = new PrismaUnitOfWork(database.prisma);
  const rounds: WrittenDays['rounds'][number][] = [];
  for (const serverZone of ['UTC', 'Asia/Kolkata', 'Pacific/Honolulu']) {
    // The setting stays because there is only one connection.
    await database.pool.query(`SET timezone TO '${serverZone}'`);
    const id = await writeDays(unitOfWork);
    rounds.push({ serverZone, id, written: DAYS, read: await daysOf(unitOfWork, id) });
  }
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  console.log(JSON.stringify({ zone, rounds } satisfies WrittenDays));
} finally {
  await database.close();
}
