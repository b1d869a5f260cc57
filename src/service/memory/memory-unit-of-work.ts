import type { Command, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import { isDomainError } from '../../domain/errors';
import { Busy } from '../errors';
import { MemoryContents } from './memory-contents';
import { MemoryContracts } from './memory-contracts';
import { MemoryHistory } from './memory-history';
import { MemoryLicenses } from './memory-licenses';
import { MemoryPriceTables } from './memory-price-tables';
import { MemoryStorage } from './memory-storage';
import { LostRace } from './lost-race';
import { PendingCommit } from './pending-commit';

/** How often a command is decided in all while others change what it rests on. */
const TRIES = 4;

/**
 * The unit of work in memory: with the same answers as the one on PostgreSQL, of which the contract suite is the proof. Tests
 * run the services on it, and an import is rehearsed on it.
 */
export class MemoryUnitOfWork implements UnitOfWork {
  constructor(protected readonly storage = new MemoryStorage(new MemoryHistory())) {}

  async run<T extends object>(
    command: Command,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<Outcome<T>> {
    for (let tries = 1; ; tries += 1) {
      try {
        return { ...(await this.attempt(command, work)), replayed: false };
      } catch (error) {
        if (error instanceof LostRace) {
          if (tries === TRIES) throw new Busy({ cause: error });
          continue;
        }
        if (!isDomainError(error)) throw error;
        // A repeated command finds its own earlier success in the way.
        const earlier = this.storage.history?.answer(command) ?? null;
        if (earlier === null) throw error;
        return { ...(earlier as T), replayed: true };
      }
    }
  }

  private async attempt<T extends object>(
    command: Command,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    const pending = new PendingCommit(this.storage, command);
    const result = await work({
      contracts: new MemoryContracts(this.storage, pending),
      licenses: new MemoryLicenses(this.storage, pending),
      contents: new MemoryContents(this.storage, pending),
      priceTables: new MemoryPriceTables(this.storage, pending),
      pricePlans: { get: (id) => Promise.resolve(this.storage.pricePlans.get(id) ?? null) },
    });
    if (!pending.isEmpty) pending.commit(result);
    return result;
  }
}
