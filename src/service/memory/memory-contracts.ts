import type { ContractRepository } from '../unit-of-work';
import type { MemoryStorage } from './memory-storage';
import type { PendingCommit } from './pending-commit';
import { Contract } from '../../domain/contract/contract';
import { ContractReferenceTaken } from '../../domain/contract/contract-errors';
import { Stale } from '../errors';
import { numberKey } from './memory-storage';
import { LostRace } from './lost-race';

/** Contracts in memory. */
export class MemoryContracts implements ContractRepository {
  constructor(
    private readonly storage: MemoryStorage,
    private readonly pending: PendingCommit,
  ) {}

  get(id: string): Promise<Contract | null> {
    const state = this.storage.contracts.get(id);
    return Promise.resolve(
      state === undefined
        ? null
        : Contract.reconstitute(id, state.version, state.details, state.closing),
    );
  }

  add(contract: Contract): void {
    this.save(contract);
  }

  save({ id, version, details, closing, change }: Contract): void {
    if (change === null) return;
    this.pending.add(id, version, { aggregate: 'contract', change }, () => {
      const { contracts, holders } = this.storage;
      if ((contracts.get(id)?.version ?? 0) !== version) throw new Stale('contract', id, version);
      if ((holders.get(numberKey(details)) ?? id) !== id)
        throw new ContractReferenceTaken(details.studio, details.reference);
      this.storage.setContract(id, { version: version + 1, details, closing });
    });
    if (change.kind === 'contract-closed') this.pending.look(id);
  }

  remove({ id, version, details }: Contract): void {
    const name = `${details.studio} ${details.reference}`;
    const change = { kind: 'contract-removed', name } as const;
    this.pending.add(id, version, { aggregate: 'contract', change }, () => {
      const state = this.storage.contracts.get(id);
      if (state?.version !== version) throw new Stale('contract', id, version);
      for (const licenseId of this.storage.licensesOf.of(id))
        throw new LostRace(`The contract has the license ${licenseId}.`);
      this.storage.deleteContract(id, state);
    });
  }
}
