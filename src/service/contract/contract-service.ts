import type { ContractDetails } from '../../domain/contract/contract';
import type { LicenseDetailsData } from '../../domain/license/license-details';
import type { OfferData } from '../../domain/license/offer';
import type { Command, Outcome, UnitOfWork } from '../unit-of-work';
import { Contract } from '../../domain/contract/contract';
import { inPart } from '../../domain/errors';
import { License } from '../../domain/license/license';
import { Offer } from '../../domain/license/offer';
import type {
  ContractCommand,
  ContractSaved,
  ContractSavedWithLicenses,
} from './contract-at-version';
import { current, savedWith } from './contract-at-version';

/** A license that is granted together with the contract it is granted under. */
export interface LicenseToGrant {
  readonly licenseId: string;
  readonly details: LicenseDetailsData;
  /** At their windows. */
  readonly offers: readonly OfferData[];
}

export interface RecordContract extends Command {
  readonly contractId: string;
  readonly details: ContractDetails;
  readonly licenses?: readonly LicenseToGrant[] | undefined;
}

export interface CorrectContract extends ContractCommand {
  readonly details: ContractDetails;
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
): Promise<Outcome<ContractSavedWithLicenses>> {
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
    return Promise.resolve(savedWith(contract, granted));
  });
}

/** @throws NotFound, Stale, VersionAhead, ContractVoid, ContractReferenceTaken, DomainError of a detail that is not valid */
export function correctContract(
  command: CorrectContract,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContractSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const contract = await current(transaction, command);
    contract.correct(command.details);
    transaction.contracts.save(contract);
    return savedWith(contract, []);
  });
}
