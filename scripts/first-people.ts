import { keepDemoPeople } from '../src/adapters/people/demo-people';
import { newSetUpLink } from '../src/adapters/people/one-time-links';
import { openDatabase } from '../src/adapters/postgres/database';

/**
 * Whoever has to be there before anybody can sign in: the people of the demo, or a one-time link for the first admin, whose
 * path it prints.
 */
async function main(url: string | undefined, isDemo: boolean): Promise<void> {
  if (!url) throw new Error('Whose people? Name the database with DATABASE_URL.');
  const database = openDatabase(url, { connections: 1 });
  try {
    await keepDemoPeople(database.prisma, isDemo);
    const token = await newSetUpLink(database.prisma);
    if (token !== null) console.log(`/join/${token}`);
  } finally {
    await database.close();
  }
}

await main(process.env.DATABASE_URL, process.env.CRMS_DEMO === '1');
