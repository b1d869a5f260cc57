import type { License } from '../../domain/license/license';
import type { Command, Transaction } from '../unit-of-work';
import type { Contract } from '../../domain/contract/contract';
import { NotFound, Stale, VersionAhead } from '../errors';

/** What an accepted contract command answers of one aggregate. */
export interface ContractSaved {
  readonly id: string;
  readonly version: number;
}

/** What a command on a contract answers that can change licenses, too. */
export interface ContractSavedWithLicenses extends ContractSaved {
  /** Its licenses that the command changed, in the order in which they were asked for; only when there are some. */
  readonly licenses?: readonly ContractSaved[];
}

/** A command on a contract as it was at a version. */
export interface ContractCommand extends Command {
  readonly contractId: string;
  readonly expectedVersion: number;
}

/**
 * The contract at the version the command was made against: every command on a contract begins here.
 *
 * @throws NotFound, Stale, VersionAhead
 */
export async function current(
  { contracts }: Transaction,
  { contractId, expectedVersion }: ContractCommand,
): Promise<Contract> {
  const contract = await contracts.get(contractId);
  if (contract === null) throw new NotFound('contract', contractId);
  if (contract.version > expectedVersion) throw new Stale('contract', contractId, expectedVersion);
  if (contract.version < expectedVersion) throw new VersionAhead(expectedVersion, contract.version);
  return contract;
}

/** What is answered of a contract and the licenses that changed with it. */
export function savedWith(
  contract: Contract,
  licenses: readonly License[],
): ContractSavedWithLicenses {
  return licenses.length === 0
    ? saved(contract)
    : { ...saved(contract), licenses: licenses.map(saved) };
}

function saved({ id, version, change }: Contract | License): ContractSaved {
  return { id, version: change === null ? version : version + 1 };
}
