import type { PrismaClient } from '../../src/adapters/generated/prisma/client';
import { hashPassword } from '../../src/adapters/people/password-hash';
import { addPersonWithPassword } from '../../src/adapters/people/person-with-password';
import { PASSWORD, PEOPLE } from '../people';

/** Creates the accounts of the browser tests. */
export async function invite(prisma: PrismaClient): Promise<void> {
  const hash = await hashPassword(PASSWORD);
  for (const person of Object.values(PEOPLE)) await addPersonWithPassword(prisma, person, hash);
}
