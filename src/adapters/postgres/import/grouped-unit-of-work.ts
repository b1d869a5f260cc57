import type { Command, Outcome, Transaction, UnitOfWork } from '../../../service/unit-of-work';
import type { CommandRow } from '../command-row';
import type { Queries } from '../connection/transaction';
import type { PendingWrite } from '../pending-write';
import type { Left } from './known-repositories';
import type { Write } from './waiting-writes';
import { commandRow } from '../command-row';
import { failureOf } from '../connection/database-errors';
import { refusalOf, repositories, writeAll } from '../prisma-unit-of-work';
import { knownRepositories } from './known-repositories';
import { KnownState } from './known-state';
import { NotTogether, WaitingWrites } from './waiting-writes';

/**
 * A unit of work inside a transaction that is open already, for many commands after each other: each is decided on what those
 * before it leave, and what most of them write waits for `flush`, which writes it by statements for many of them.
 */
export class GroupedUnitOfWork implements UnitOfWork {
  readonly known: KnownState;
  private readonly waiting = new WaitingWrites();

  constructor(private readonly queries: Queries) {
    this.known = new KnownState(queries);
  }

  async run<T extends object>(
    command: Command,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<Outcome<T>> {
    const left: Left[] = [];
    const { known } = this;
    const stored = repositories(this.queries, []);
    const result = await work(
      knownRepositories({ known, stored, flush: () => this.flush(), left }),
    );
    if (left.length > 0) await this.take(left, commandRow(command), result);
    return { ...result, replayed: false };
  }

  /** Writes what waits. @throws NotTogether when the database refuses it */
  async flush(): Promise<void> {
    try {
      await this.waiting.flush(this.queries);
    } catch (error) {
      if (failureOf(error).kind !== 'refused') throw error;
      throw new NotTogether({ cause: error });
    }
  }

  private async take(left: readonly Left[], row: CommandRow, result: object): Promise<void> {
    const writes = left.flatMap(({ write }) => (this.canWait(write) ? [write] : []));
    if (writes.length < left.length) return this.writeNow(left, row, result);
    for (const write of writes) {
      this.waiting.add(write, row);
      this.remember(write);
    }
    this.waiting.answer(row, result);
  }

  private canWait(write: Write | null): write is Write {
    return (
      write !== null && (write.kind !== 'generate' || this.waiting.takesOffersOf(write.license.id))
    );
  }

  private remember(write: Write): void {
    switch (write.kind) {
      case 'record':
        return this.known.recorded(write.contract);
      case 'grant':
      case 'generate':
        return this.known.changedLicense(write.license);
      case 'add':
      case 'save':
        for (const content of write.contents) this.known.changedTitle(content);
    }
  }

  /** Writes a command by itself, after what waits. */
  private async writeNow(left: readonly Left[], row: CommandRow, result: object): Promise<void> {
    await this.flush();
    this.known.forget();
    const pending: PendingWrite[] = [];
    try {
      const to = repositories(this.queries, pending);
      for (const { act } of left) act(to);
      await writeAll(this.queries, pending, row, result);
    } catch (error) {
      throw refusalOf(error, pending) ?? error;
    }
  }
}
