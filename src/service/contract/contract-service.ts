import type { ContractDetails } from '../../domain/contract/contract';
import type { LicenseDetailsData } from '../../domain/license/license-details';
import type { OfferData } from '../../domain/license/offer';
import type { Command, Outcome, UnitOfWork } from '../unit-of-work';
import { Contract } from '../../domain/contract/contract';
import { inPart } from '../../domain/errors';
import { License } from '../../domain/license/license';
import { Offer } from '../../domain/license/offer';
import { NotFound, Stale, VersionAhead } from '../errors';

/** What an accepted contract command answers of one aggregate. */
export interface ContractSaved {
  readonly id: string;
  readonly version: number;
}

/** What recording a contract answers. */
export interface ContractRecorded extends ContractSaved {
  /** The licenses it was recorded with, in the order in which they were asked for; only when there are some. */
  readonly licenses?: readonly ContractSaved[];
}

/** A license that is granted together with the contract it is granted under. */
export interface LicenseToGrant {
  readonly licenseId: string;
  readonly details: LicenseDetailsData;
  /** At their windows. */
  readonly offers: readonly OfferData[];
}

interface ContractCommand extends Command {
  readonly contractId: string;
  readonly details: ContractDetails;
}

export interface RecordContract extends ContractCommand {
  readonly licenses?: readonly LicenseToGrant[] | undefined;
}

export interface CorrectContract extends ContractCommand {
  readonly expectedVersion: number;
}

/**
 * Records a contract, and grants licenses under it with their offers, all or nothing. Each is at version 1 afterwards: a
 * license and the offers it is granted with are one change.
 *
 * @throws ContractReferenceTaken, DomainError of a detail that is not valid; OfferOutsideLicense (L2), OfferOverlap (L3)
 *   and DevicesNotLicensed (L4) of an offer. What a license is refused by names it as a part: `['licenses', 1]`.
 */
export function recordContract(
  command: RecordContract,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContractRecorded>> {
  return unitOfWork.run(command, ({ contracts, licenses }) => {
    const { contractId, licenses: toGrant = [] } = command;
    const contract = Contract.record(contractId, command.details);
    contracts.add(contract);
    const granted = toGrant.map(({ licenseId, details, offers }, index) =>
      inPart(['licenses', index], () =>
        License.grant(licenseId, contractId, details, offers.map(Offer.of)),
      ),
    );
    for (const license of granted) licenses.add(license);
    const recorded = saved(contract);
    return Promise.resolve(
      granted.length === 0 ? recorded : { ...recorded, licenses: granted.map(saved) },
    );
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

function saved({ id, version, change }: Contract | License): ContractSaved {
  return { id, version: change === null ? version : version + 1 };
}
