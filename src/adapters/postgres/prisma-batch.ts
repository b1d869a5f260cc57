import type { Command, Outcome, Transaction, UnitOfWork } from '../../service/unit-of-work';
import type { PrismaClient } from '../generated/prisma/client';
import type { PendingWrite } from './pending-write';
import type { Queries } from './connection/transaction';
import { commandRow } from './command-row';
import { refusalOf, repositories, writeAll } from './prisma-unit-of-work';
import { inTransaction, JOB_TRANSACTION } from './connection/transaction';

/**
 * Runs several commands in one transaction: all of them are stored or none. Each sees what those before it have written. Work
 * that the database asks to be retried is run again from the start, so it has no effects but those through the transaction.
 *
 * @throws whatever the work throws, and then nothing is stored; Busy, OutcomeUnknown as a unit of work does
 */
export function inOneTransaction<T>(
  prisma: PrismaClient,
  work: (unitOfWork: UnitOfWork, queries: Queries) => Promise<T>,
): Promise<T> {
  return inTransaction(
    prisma,
    (queries) => work(new BoundUnitOfWork(queries), queries),
    JOB_TRANSACTION,
  );
}

/** The unit of work inside a transaction that is open already. Refused, it leaves the transaction to be rolled back. */
class BoundUnitOfWork implements UnitOfWork {
  constructor(private readonly queries: Queries) {}

  async run<T extends object>(
    command: Command,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<Outcome<T>> {
    const pending: PendingWrite[] = [];
    try {
      const result = await work(repositories(this.queries, pending));
      await writeAll(this.queries, pending, commandRow(command), result);
      return { ...result, replayed: false };
    } catch (error) {
      throw refusalOf(error, pending) ?? error;
    }
  }
}
