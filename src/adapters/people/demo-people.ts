import type { PrismaClient } from '../generated/prisma/client';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../service/people/demo-people';
import { hashPassword } from './password-hash';
import { addPersonWithPassword } from './person-with-password';

/** Lets the people of the demo in where the demo is shown, and keeps them out everywhere else. */
export async function keepDemoPeople(prisma: PrismaClient, isDemo: boolean): Promise<void> {
  const emails = DEMO_PEOPLE.map(({ email }) => email);
  const there = await prisma.person.findMany({ where: { email: { in: emails } } });
  if (!isDemo) {
    const ids = there.map(({ id }) => id);
    await prisma.person.updateMany({
      where: { id: { in: ids }, deactivatedAt: null },
      data: { deactivatedAt: new Date() },
    });
    await prisma.session.deleteMany({ where: { personId: { in: ids } } });
    return;
  }
  await prisma.person.updateMany({
    where: { email: { in: emails } },
    data: { deactivatedAt: null },
  });
  const missing = DEMO_PEOPLE.filter(({ email }) => there.every((one) => one.email !== email));
  if (missing.length === 0) return;
  const hash = await hashPassword(DEMO_PASSWORD);
  for (const person of missing) await addPersonWithPassword(prisma, person, hash);
}
