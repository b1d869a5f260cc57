import { openDatabase } from '../src/adapters/postgres/database';
import { PrismaUnitOfWork } from '../src/adapters/postgres/prisma-unit-of-work';
import { chronicle } from './demo/chronicle';
import { demoDeals } from './demo/deals';

/**
 * Loads the demo data into an empty database, by the commands people would have given, so that its histories are real.
 * A database that holds a contract is left alone.
 */
async function main(url: string | undefined): Promise<string> {
  if (!url) throw new Error('Which database should be filled? Name it with DATABASE_URL.');
  const database = openDatabase(url, { connections: 2 });
  const { prisma } = database;
  try {
    if ((await prisma.contract.findFirst({ select: { id: true } })) !== null)
      return 'The database has contracts already; no demo data was loaded.';
    const unitOfWork = new PrismaUnitOfWork(prisma);
    const today = new Date().toISOString().slice(0, 10);
    // One after another: the order of the history is the order in which things happened.
    for (const event of chronicle(demoDeals, today)) await event.tell(unitOfWork);
    const contracts = await prisma.contract.count();
    const licenses = await prisma.license.count();
    const offers = await prisma.offer.count();
    const changes = await prisma.history.count();
    return `Loaded demo data: ${contracts} contracts, ${licenses} licenses, ${offers} offers, ${changes} changes.`;
  } finally {
    await database.close();
  }
}

console.log(await main(process.env.DATABASE_URL));
