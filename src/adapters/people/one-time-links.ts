import { createHash, randomBytes } from 'node:crypto';
import type { PrismaClient } from '../generated/prisma/client';
import type { PrismaTransaction } from '../postgres/connection/transaction';
import { LINK_HOURS } from '../../domain/people/password';
import { inTransaction } from '../postgres/connection/transaction';

/** How the library finds what a link is good for: by these words and the link's token, of which only a hash is kept. */
export const PASSWORD_LINK = 'reset-password:';
export const SET_UP_LINK = 'set-up:';

/** What the row of the set-up link stands for, where those of others name a person. */
const FIRST_ADMIN = 'first-admin';

/** A link with which a person chooses a password, instead of the earlier ones. */
export function newPasswordLink(transaction: PrismaTransaction, personId: string): Promise<string> {
  return newLink(transaction, PASSWORD_LINK, personId);
}

/** A link that makes the first admin, instead of the earlier ones; `null` when there is one already. */
export function newSetUpLink(prisma: PrismaClient): Promise<string | null> {
  return inTransaction(prisma, async (transaction) => {
    const admins = await transaction.person.count({
      where: { role: 'admin', deactivatedAt: null },
    });
    return admins > 0 ? null : newLink(transaction, SET_UP_LINK, FIRST_ADMIN);
  });
}

async function newLink(
  transaction: PrismaTransaction,
  kind: string,
  value: string,
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const identifier = createHash('sha256').update(`${kind}${token}`).digest('base64url');
  const expiresAt = new Date(Date.now() + LINK_HOURS * 60 * 60 * 1000);
  await transaction.verification.deleteMany({ where: { value } });
  await transaction.verification.create({ data: { identifier, value, expiresAt } });
  return token;
}
