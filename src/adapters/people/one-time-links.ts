import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { PrismaClient } from '../generated/prisma/client';
import type { PrismaTransaction } from '../postgres/connection/transaction';
import { LINK_HOURS } from '../../domain/people/password';
import { inTransaction } from '../postgres/connection/transaction';

/** How the library finds what a link is good for: by these words and the link's token, of which only a hash is kept. */
export const PASSWORD_LINK = 'reset-password:';
export const SET_UP_LINK = 'set-up:';

/** What the row of the set-up link stands for, where those of others name a person. */
const FIRST_ADMIN = 'first-admin';

/** In characters of six bits: as long as 24 random bytes. */
const TOKEN_LENGTH = 32;

/** Any number, as long as nobody else uses it: whoever holds it is making the first admin's link. */
const LINKING = 7_250_118_308;

/** A link with which a person chooses a password, instead of the earlier ones. */
export function newPasswordLink(transaction: PrismaTransaction, personId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  return storeLink(transaction, PASSWORD_LINK, personId, token, linkEnd());
}

/**
 * The link that makes the first admin; `null` when there is one already. Several processes that start at once give the same
 * one: its token follows from the secret of the installation and the end of the link, which is stored.
 *
 * @param secret of the installation
 */
export function setUpLink(prisma: PrismaClient, secret: string): Promise<string | null> {
  return inTransaction(prisma, async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${LINKING}::bigint)`;
    const admins = await transaction.person.count({
      where: { role: 'admin', deactivatedAt: null },
    });
    if (admins > 0) return null;
    const tokenUntil = (end: Date) =>
      createHmac('sha256', secret)
        .update(`${SET_UP_LINK}${end.toISOString()}`)
        .digest('base64url')
        .slice(0, TOKEN_LENGTH);
    const [earlier] = await transaction.verification.findMany({ where: { value: FIRST_ADMIN } });
    if (earlier !== undefined && earlier.expiresAt > new Date()) {
      const token = tokenUntil(earlier.expiresAt);
      if (earlier.identifier === identifierOf(SET_UP_LINK, token)) return token;
    }
    const end = linkEnd();
    return storeLink(transaction, SET_UP_LINK, FIRST_ADMIN, tokenUntil(end), end);
  });
}

async function storeLink(
  transaction: PrismaTransaction,
  kind: string,
  value: string,
  token: string,
  expiresAt: Date,
): Promise<string> {
  await transaction.verification.deleteMany({ where: { value } });
  await transaction.verification.create({
    data: { identifier: identifierOf(kind, token), value, expiresAt },
  });
  return token;
}

function identifierOf(kind: string, token: string): string {
  return createHash('sha256').update(`${kind}${token}`).digest('base64url');
}

function linkEnd(): Date {
  return new Date(Date.now() + LINK_HOURS * 60 * 60 * 1000);
}
