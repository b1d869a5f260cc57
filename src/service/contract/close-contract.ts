import type { Contract } from '../../domain/contract/contract';
import type { License } from '../../domain/license/license';
import type { LicenseAtVersion } from '../license/close-license';
import type { SeenTitles } from '../license/seen-titles';
import type { Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { ContractCommand, ContractSavedWithLicenses } from './contract-at-version';
import type { ClosingPreview } from '../license/closing-preview';
import { closedLicenses, saveClosed } from '../license/close-license';
import { effectOfClosing } from '../license/closing-preview';
import { reopened } from '../license/reopen-licenses';
import { NotFound } from '../errors';
import { current, savedWith } from './contract-at-version';

export interface CloseContract extends ContractCommand, Pick<SeenTitles, 'titlesSeen'> {
  readonly reason: string;
  /** The licenses that become void with it: all of its licenses that are not void. */
  readonly licenses?: readonly LicenseAtVersion[] | undefined;
}

/**
 * Makes a contract void that was recorded by mistake, with the licenses that are named. A title without another offer is
 * retired for the same reason.
 *
 * @throws NotFound, ContractVoid, LicensesInUse, Stale of the contract or of the first license that has changed, and as
 *   `closeLicenses` for the licenses
 */
export function closeContract(
  command: CloseContract,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContractSavedWithLicenses>> {
  return unitOfWork.run(command, async (transaction) => {
    const { contract, licenses } = await closedContract(command, transaction);
    // The contract before its licenses, as a correction takes them, too.
    transaction.contracts.save(contract);
    await saveClosed(licenses, { ...command, plan: voiding(command) }, transaction);
    return savedWith(contract, licenses);
  });
}

/** A contract and its licenses, made void and not yet saved. @throws as `closeContract` */
export async function closedContract(
  command: CloseContract,
  transaction: Transaction,
): Promise<{ readonly contract: Contract; readonly licenses: readonly License[] }> {
  const contract = await current(transaction, command);
  const wanted = command.licenses ?? [];
  const ids = [...new Set(wanted.map(({ licenseId }) => licenseId))];
  contract.close(command.reason, await transaction.licenses.inUse(contract.id), ids);
  if (ids.length === 0) return { contract, licenses: [] };
  const closing = { ...command, licenses: wanted, plan: voiding(command) };
  const licenses = await closedLicenses(closing, transaction);
  const foreign = licenses.find(({ contractId }) => contractId !== contract.id);
  if (foreign !== undefined) throw new NotFound('license', foreign.id);
  return { contract, licenses };
}

export interface PreviewContractClosing extends CloseContract {
  /** The calendar day it is, ISO 8601: what went dark before it is not told. */
  readonly today: string;
}

/**
 * What `closeContract` would do to offers and titles; changes nothing.
 *
 * @throws as `closeContract`
 */
export function previewContractClosing(
  command: PreviewContractClosing,
  unitOfWork: UnitOfWork,
): Promise<Outcome<{ readonly closing: ClosingPreview }>> {
  return unitOfWork.run(command, async (transaction) => {
    const { licenses } = await closedContract(command, transaction);
    return { closing: await effectOfClosing(licenses, command.today, transaction) };
  });
}

function voiding({ reason }: Pick<CloseContract, 'reason'>) {
  return { kind: 'void', reason } as const;
}

export interface ReopenContract extends ContractCommand {
  /** Whether the licenses that became void with it come back with it. */
  readonly withLicenses: boolean;
}

/**
 * Brings a void contract back, alone or with the licenses that became void with it.
 *
 * @throws NotFound, Stale, VersionAhead, ContractNotVoid; with its licenses as `reopenLicenses`
 */
export function reopenContract(
  command: ReopenContract,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContractSavedWithLicenses>> {
  return unitOfWork.run(command, async (transaction) => {
    const contract = await current(transaction, command);
    const ids = contract.reopen(command.withLicenses);
    transaction.contracts.save(contract);
    if (ids.length === 0) return savedWith(contract, []);
    return savedWith(contract, await reopened(await asTheyAre(ids, transaction), transaction));
  });
}

/** Licenses at their versions: those of a void contract have not changed since they became void with it. */
async function asTheyAre(
  ids: readonly string[],
  { licenses }: Transaction,
): Promise<readonly LicenseAtVersion[]> {
  const found = await licenses.getAll(ids, []);
  const versions = new Map(found.map(({ id, version }) => [id, version]));
  return ids.map((licenseId) => {
    const expectedVersion = versions.get(licenseId);
    if (expectedVersion === undefined) throw new NotFound('license', licenseId);
    return { licenseId, expectedVersion };
  });
}
