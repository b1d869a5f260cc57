import type { ContractChange, ContractDetails } from '../../domain/contract/contract';
import type { Command, Outcome, Transaction, UnitOfWork } from '../../service/unit-of-work';
import type { Prisma, PrismaClient } from '../generated/prisma/client';
import type { CommandRow } from './command-row';
import type { PendingWrite } from './pending-write';
import type { Queries } from './connection/transaction';
import type { DomainError } from '../../domain/errors';
import { isDomainError } from '../../domain/errors';
import { ContractReferenceTaken } from '../../domain/contract/contract-errors';
import { PriceTableExists } from '../../domain/price-table/price-table-errors';
import { PrismaContractRepository } from './contract/contract-repository';
import { PrismaContentRepository } from './content/content-repository';
import { PrismaPriceTableRepository } from './price-table/price-table-repository';
import { PrismaPricePlanViews } from './price-plan/price-plans';
import { commandRow, earlierAnswer } from './command-row';
import { failureOf } from './connection/database-errors';
import { PrismaLicenseRepository } from './license/license-repository';
import { withRetry } from './connection/retry';
import { asStatement, ReadVersionsChanged, staleness } from './pending-write';
import {
  allowTime,
  COMMAND_TRANSACTION,
  LARGE_TRANSACTION,
  oneTransaction,
} from './connection/transaction';

/** A command that writes more versions than this gets more time than others. */
const LARGE = 1_000;

/**
 * The unit of work on PostgreSQL. Reads run at once on the pool; the writes are collected and go out as one statement (or,
 * for several aggregates, one transaction) when the work returns. No transaction is open while JavaScript thinks; what
 * protects a command is the version in its write. At READ COMMITTED an open transaction would not protect it any better.
 */
export class PrismaUnitOfWork implements UnitOfWork {
  /** @param announce is told whenever something was committed */
  constructor(
    private readonly prisma: PrismaClient,
    private readonly announce: () => void = () => undefined,
  ) {}

  async run<T extends object>(
    command: Command,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<Outcome<T>> {
    const row = commandRow(command);
    // Sending it again is safe either way: the key and the version let it happen once.
    return withRetry(() => this.attempt(row, work), 'try again');
  }

  private async attempt<T extends object>(
    row: CommandRow,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<Outcome<T>> {
    const pending: PendingWrite[] = [];
    try {
      const result = await work(repositories(this.prisma, pending));
      await this.commit(pending, row, result);
      if (pending.length > 0) this.announce();
      return { ...result, replayed: false };
    } catch (error) {
      const refusal = refusalOf(error, pending);
      if (refusal === null) throw error;
      // A repeated command finds its own earlier success in the way: the version moved on, or the key is taken.
      const earlier = await earlierAnswer<T>(this.prisma, row);
      if (earlier !== null) return { ...earlier, replayed: true };
      throw refusal;
    }
  }

  private async commit(
    pending: readonly PendingWrite[],
    row: CommandRow,
    result: object,
  ): Promise<void> {
    const [first, ...more] = pending;
    if (first === undefined) return;
    if (more.length === 0 && first.next.length === 1 && first.afterwards === undefined)
      return write(this.prisma, first, row, result);
    const statements = statementsOf(pending, row, result);
    const isLarge = pending.reduce((sum, { next }) => sum + next.length, 0) > LARGE;
    await oneTransaction(
      this.prisma,
      async (queries) => {
        if (isLarge) await allowTime(queries);
        await send(queries, pending, statements);
      },
      isLarge ? LARGE_TRANSACTION : COMMAND_TRANSACTION,
    );
  }
}

/** What a unit of work reads from, and leaves its writes with. */
export function repositories(queries: Queries, pending: PendingWrite[]): Transaction {
  return {
    contracts: new PrismaContractRepository(queries, pending),
    licenses: new PrismaLicenseRepository(queries, pending),
    contents: new PrismaContentRepository(queries, pending),
    priceTables: new PrismaPriceTableRepository(queries, pending),
    pricePlans: new PrismaPricePlanViews(queries),
  };
}

/** Writes what waits, the command with the first of it. */
export async function writeAll(
  queries: Queries,
  pending: readonly PendingWrite[],
  row: CommandRow,
  result: object,
): Promise<void> {
  await send(queries, pending, statementsOf(pending, row, result));
}

/** The statements of what waits, made before the first of them holds anything. */
function statementsOf(pending: readonly PendingWrite[], row: CommandRow, result: object) {
  return pending.map((one, index) => asStatement(one, row, index === 0 ? result : null));
}

async function send(
  queries: Queries,
  pending: readonly PendingWrite[],
  statements: readonly Prisma.Sql[],
): Promise<void> {
  const [first] = pending;
  for (const [index, one] of pending.entries()) {
    const statement = statements[index];
    if (statement === undefined) throw new Error('Every write has its statement.');
    await sendOne(queries, one, statement, one.aggregate !== first?.aggregate);
  }
}

function write(
  prisma: Queries,
  pending: PendingWrite,
  row: CommandRow,
  result: object,
): Promise<void> {
  return sendOne(prisma, pending, asStatement(pending, row, result));
}

/**
 * @param isBeside whether the command was sent to something else and changes this, too: its sender knows no version of it
 * @throws Stale, or ReadVersionsChanged when something may have moved on whose version the sender does not know: the work then
 *   finds out what
 */
async function sendOne(
  prisma: Queries,
  pending: PendingWrite,
  statement: Prisma.Sql,
  isBeside = false,
): Promise<void> {
  const written = await prisma.$queryRaw<{ id: string }[]>(statement);
  if (written.length === pending.next.length) {
    for (const following of pending.afterwards ?? []) await prisma.$executeRaw(following);
    return;
  }
  if (pending.dependsOnLicenses.size > 0 || isBeside) throw new ReadVersionsChanged();
  throw staleness(pending, new Set(written.map(({ id }) => id)));
}

/**
 * The refusal an error amounts to, or `null` when it is none. Most constraints stand behind a rule the domain has checked
 * already, so a violation of one is a bug and passes; those named here are how a lost race shows.
 */
export function refusalOf(error: unknown, pending: readonly PendingWrite[]): DomainError | null {
  if (isDomainError(error)) return error;
  const failure = failureOf(error);
  if (failure.kind !== 'refused') return null;
  const [first] = pending;
  if (first === undefined) return null;
  switch (failure.constraint) {
    case 'contracts_reference_key':
    case 'contracts_name_key': {
      const contract = pending.find(({ aggregate }) => aggregate === 'contract') ?? first;
      const { studio, reference } = contractDetails(contract.next[0]?.change as ContractChange);
      return new ContractReferenceTaken(studio, reference);
    }
    case 'price_tables_studio_key': {
      const change = first.next[0]?.change;
      return new PriceTableExists(change?.kind === 'price-table-recorded' ? change.studio : '');
    }
    case 'commands_pkey':
    case 'contracts_pkey':
    case 'licenses_pkey':
    case 'content_pkey':
    case 'price_tables_pkey':
      return staleness(first);
    default:
      return null;
  }
}

function contractDetails(change: ContractChange): ContractDetails {
  if (change.kind === 'contract-recorded') return change.details;
  if (change.kind === 'contract-corrected') return change.after;
  throw new Error('Only a recording or a correction names a contract.');
}
