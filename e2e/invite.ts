import { hashPassword } from '../src/adapters/people/password-hash';
import { addPersonWithPassword } from '../src/adapters/people/people-desk';
import { openDatabase } from '../src/adapters/postgres/database';
import { PASSWORD, PEOPLE } from './people';

/** Lets the people of the browser tests in. */
const database = openDatabase(process.env.DATABASE_URL ?? '', { connections: 1 });
const hash = await hashPassword(PASSWORD);
for (const person of Object.values(PEOPLE))
  await addPersonWithPassword(database.prisma, person, hash);
await database.close();
