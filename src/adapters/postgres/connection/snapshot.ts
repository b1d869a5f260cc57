import type { PrismaTransaction } from './transaction';
import { onOneConnection } from './database';
import { oneTransaction } from './transaction';

/** In milliseconds. */
const CONNECTION_WAIT = 5_000;
/** In milliseconds: a day, longer than reading everything takes. */
const TIMEOUT = 86_400_000;

/**
 * Shows everything stored in the database at `url`, live or not, as of one moment. On a connection of its own: reading much
 * takes longer than a command may.
 */
export function asOfOneMoment<T>(
  url: string,
  work: (transaction: PrismaTransaction) => Promise<T>,
): Promise<T> {
  const limits = {
    maxWait: CONNECTION_WAIT,
    timeout: TIMEOUT,
    isolationLevel: 'RepeatableRead',
  } as const;
  const read = async (transaction: PrismaTransaction) => {
    await transaction.$executeRaw`SET TRANSACTION READ ONLY`;
    return work(transaction);
  };
  return onOneConnection(url, (prisma) => oneTransaction(prisma, read, limits), CONNECTION_WAIT);
}
