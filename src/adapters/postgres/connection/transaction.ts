import type { Prisma, PrismaClient } from '../../generated/prisma/client';
import { LARGE_COMMAND_LIMITS } from './database';
import { RAISE_LIMITS } from './watched-client';
import { withRetry } from './retry';

/** Whatever SQL is sent through: the client, or one of its transactions. */
export type Queries = Pick<PrismaClient, '$queryRaw' | '$executeRaw' | '$queryRawUnsafe'>;

/** What views read through. */
export interface Reads {
  $queryRaw<T = unknown>(
    query: TemplateStringsArray | Prisma.Sql,
    ...values: unknown[]
  ): Promise<T>;
}

/** A transaction of Prisma, with its models, too. */
export type PrismaTransaction = Prisma.TransactionClient;

/** How long a transaction is waited for and may take, in milliseconds. */
export interface TransactionLimits {
  /** So long a connection is waited for. */
  readonly maxWait: number;
  /** So long it may take; the limits of the database in `database.ts` end what takes longer before that. */
  readonly timeout: number;
  /** An attempt that began longer ago is not made again. */
  readonly patience?: number;
  readonly isolationLevel?: Prisma.TransactionIsolationLevel;
}

/** For people who wait. */
export const COMMAND_TRANSACTION: TransactionLimits = { maxWait: 2_500, timeout: 15_000 };

/** For commands that write thousands of versions: others wait for what they hold, and are told when it takes too long. */
export const LARGE_TRANSACTION: TransactionLimits = { maxWait: 2_500, timeout: 30_000 };

/** Sets the limits for the rest of a large transaction, the database's own and ours. */
export async function allowTime(queries: Queries): Promise<void> {
  const { statement_timeout: statement, transaction_timeout: transaction } = LARGE_COMMAND_LIMITS;
  await queries.$queryRawUnsafe(RAISE_LIMITS, String(statement), String(transaction));
}

/** For work in the background, which writes thousands of rows in one transaction. */
export const JOB_TRANSACTION: TransactionLimits = {
  maxWait: 10_000,
  timeout: 900_000,
  patience: Infinity,
};

/**
 * Does several statements in one transaction: returning commits, throwing undoes. One statement alone needs no transaction:
 * send it through the client, through `written`.
 *
 * @param work may be run again from the start when the database asks for a retry, so it has no effects but those in the
 *   transaction
 * @throws Busy when nothing was written, OutcomeUnknown when nobody knows, and whatever `work` throws
 */
export function inTransaction<T>(
  prisma: PrismaClient,
  work: (transaction: PrismaTransaction) => Promise<T>,
  limits: TransactionLimits = COMMAND_TRANSACTION,
): Promise<T> {
  return withRetry(() => oneTransaction(prisma, work, limits), 'tell', limits.patience);
}

/** One attempt, for callers that make the next one themselves. @throws whatever Prisma and `work` throw */
export function oneTransaction<T>(
  prisma: PrismaClient,
  work: (transaction: PrismaTransaction) => Promise<T>,
  { maxWait, timeout, isolationLevel }: TransactionLimits = COMMAND_TRANSACTION,
): Promise<T> {
  return prisma.$transaction(work, {
    maxWait,
    timeout,
    ...(isolationLevel === undefined ? {} : { isolationLevel }),
  });
}
