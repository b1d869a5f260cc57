import { setTimeout } from 'node:timers/promises';
import type { Command, Outcome, Transaction, UnitOfWork } from '../../service/unit-of-work';
import type { PrismaClient } from '../generated/prisma/client';
import type { PendingWrite, Queries } from './pending-write';
import { Busy, OutcomeUnknown } from '../../service/errors';
import { failureOf } from './database-errors';
import { commandRow, refusalOf, repositories, writeAll } from './prisma-unit-of-work';

const TRIES = 4;
/** In milliseconds; the database's own limits end what takes longer before that. */
const LONGEST = { maxWait: 10_000, timeout: 900_000 };

/**
 * Runs several commands in one transaction: all of them are stored or none. Each sees what those before it have written. Work
 * that the database asks to be retried is run again from the start, so it has no effects but those through the transaction.
 *
 * @throws whatever the work throws, and then nothing is stored; Busy, OutcomeUnknown as a unit of work does
 */
export async function inOneTransaction<T>(
  prisma: PrismaClient,
  work: (unitOfWork: UnitOfWork, queries: Queries) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await prisma.$transaction(
        (transaction) => work(new BoundUnitOfWork(transaction), transaction),
        { ...LONGEST },
      );
    } catch (error) {
      const failure = failureOf(error);
      // Whether it was stored cannot be told from here: whoever asked looks.
      if (failure.kind === 'unknown') throw new OutcomeUnknown({ cause: error });
      if (failure.kind !== 'retry') throw error;
      if (tries === TRIES) throw new Busy({ cause: error });
    }
    await setTimeout(50 + Math.random() * 2 ** tries * 60);
  }
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
