import { randomUUID } from 'node:crypto';
import type { Invitation } from '../../domain/people/person';
import type { PrismaClient } from '../generated/prisma/client';
import { addPerson } from '../../service/people/people-service';
import { PrismaPeopleRepository } from '../postgres/people/people-repository';
import { inTransaction } from '../postgres/connection/transaction';

/**
 * Adds somebody who signs in with a password, by its hash.
 *
 * @returns their id
 * @throws InvalidText, EmailTaken
 */
export function addPersonWithPassword(
  prisma: PrismaClient,
  person: Omit<Invitation, 'personId'>,
  hash: string,
): Promise<string> {
  return inTransaction(prisma, async (transaction) => {
    const personId = randomUUID();
    await addPerson({ personId, ...person }, new PrismaPeopleRepository(transaction));
    await transaction.account.create({
      data: { personId, providerId: 'credential', accountId: personId, password: hash },
    });
    return personId;
  });
}
