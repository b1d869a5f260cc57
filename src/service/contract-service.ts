import type { ContractDetails } from '../domain/contract';
import type { Command, Outcome, UnitOfWork } from './unit-of-work';
import { Contract } from '../domain/contract';
import { NotFound, Stale, VersionAhead } from './errors';

/** What an accepted contract command answers. */
export interface ContractSaved {
  readonly id: string;
  readonly version: number;
}

export interface RecordContract extends Command {
  readonly contractId: string;
  readonly details: ContractDetails;
}

export interface CorrectContract extends RecordContract {
  readonly expectedVersion: number;
}

/** @throws DomainError of a detail that is not valid, ContractReferenceTaken */
export function recordContract(
  command: RecordContract,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContractSaved>> {
  return unitOfWork.run(command, ({ contracts }) => {
    const contract = Contract.record(command.contractId, command.details);
    contracts.add(contract);
    return Promise.resolve(saved(contract));
  });
}

/** @throws NotFound, Stale, VersionAhead, ContractReferenceTaken, DomainError of a detail that is not valid */
export function correctContract(
  command: CorrectContract,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContractSaved>> {
  return unitOfWork.run(command, async ({ contracts }) => {
    const { contractId, expectedVersion, details } = command;
    const contract = await contracts.get(contractId);
    if (contract === null) throw new NotFound('contract', contractId);
    if (contract.version > expectedVersion)
      throw new Stale('contract', contractId, expectedVersion);
    if (contract.version < expectedVersion)
      throw new VersionAhead(expectedVersion, contract.version);
    contract.correct(details);
    contracts.save(contract);
    return saved(contract);
  });
}

function saved({ id, version, change }: Contract): ContractSaved {
  return { id, version: change === null ? version : version + 1 };
}
