import type { OffersRearranged, ProposedChange } from '../../domain/license/license-change';
import type { LicenseDetailsData } from '../../domain/license/license-details';
import type { OfferData } from '../../domain/license/offer';
import type { Command, Outcome, UnitOfWork } from '../unit-of-work';
import type { LicenseCommand, LicenseSaved } from './license-at-version';
import type { SeenTitles } from './seen-titles';
import { License } from '../../domain/license/license';
import { LicenseDetails } from '../../domain/license/license-details';
import { Offer } from '../../domain/license/offer';
import type { GrantedLicense } from '../../domain/license/twin';
import { grantTheSame, LicenseTwin } from '../../domain/license/twin';
import { NotFound } from '../errors';
import { changeLicense, saved, windowsOf, windowsTouchedBy } from './license-at-version';

export interface GrantLicense extends Command {
  readonly licenseId: string;
  readonly contractId: string;
  readonly details: LicenseDetailsData;
  /** What happens when the contract grants the same already: it is granted again, unless it is to be asked about. */
  readonly ifTwin?: 'ask' | 'grant' | undefined;
}

export interface ReplaceOffer extends LicenseCommand {
  readonly before: OfferData;
  readonly after: OfferData;
}

export interface WithdrawOffers extends LicenseCommand, SeenTitles {
  readonly offers: readonly OfferData[];
}

export interface RearrangeOffers
  extends LicenseCommand, SeenTitles, Omit<OffersRearranged, 'kind'> {}

export interface AmendLicense extends LicenseCommand {
  readonly details: LicenseDetailsData;
}

/**
 * Grants a license under a contract.
 *
 * @throws NotFound for the contract, ContractVoid, LicenseTwin when that is to be asked about and the contract grants the same already,
 *   DomainError of a detail that is not valid (L1, empty sets)
 */
export function grantLicense(
  command: GrantLicense,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, async ({ contracts, licenses }) => {
    const { licenseId, contractId, details, ifTwin = 'grant' } = command;
    const contract = await contracts.get(contractId);
    if (contract === null) throw new NotFound('contract', contractId);
    contract.requireInUse();
    const license = License.grant(licenseId, contractId, details);
    if (ifTwin === 'ask')
      requireNoTwin(license, await licenses.granted(contractId, license.details.terms.rightsType));
    licenses.add(license);
    return saved(license);
  });
}

/** @throws LicenseTwin with the first license that grants the same */
export function requireNoTwin({ details }: License, granted: readonly GrantedLicense[]): void {
  const { terms } = details.toData();
  const twin = granted.find((other) => grantTheSame(terms, other.terms));
  if (twin !== undefined) throw new LicenseTwin(twin);
}

/**
 * Replaces an offer by a different one (L5).
 *
 * @throws NotFound, Stale, VersionAhead, OfferGone, TitlesClash (C2), and the refusals of `generateOffers`
 */
export function replaceOffer(
  command: ReplaceOffer,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, (transaction) => {
    const [before, after] = [Offer.of(command.before), Offer.of(command.after)];
    return changeLicense(transaction, command, windowsOf([before, after]), (license) => {
      license.replace(before, after);
    });
  });
}

/**
 * Withdraws offers, and takes them from the titles that have them.
 *
 * @throws NotFound, Stale, VersionAhead, OfferGone, TitlesJoined when more titles have them by now than the person saw,
 *   TitlesStranded when a title has no other offer (C1)
 */
export function withdrawOffers(
  command: WithdrawOffers,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, (transaction) => {
    const offers = command.offers.map(Offer.of);
    return changeLicense(transaction, command, windowsOf(offers), (license) => {
      license.withdraw(offers);
    });
  });
}

/**
 * Replaces, adds and withdraws several offers at once, all or nothing: room made for one of them, or many changed alike.
 * Titles follow the offers that are replaced, get the rest of those that are split, and lose those that are withdrawn.
 *
 * @throws NotFound, Stale, VersionAhead, OfferGone, OffersCrossed, OfferNamedTwice, TitlesClash (C2), TitlesJoined,
 *   TitlesStranded (C1), and the refusals of `generateOffers`
 */
export function rearrangeOffers(
  command: RearrangeOffers,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, (transaction) => {
    const change = rearrangementOf(command);
    return changeLicense(transaction, command, windowsTouchedBy(change), (license) => {
      license.rearrange(change);
    });
  });
}

/** The change that a command asks for. */
export function rearrangementOf({
  replaced,
  added,
  withdrawn,
}: Omit<OffersRearranged, 'kind'>): OffersRearranged {
  return { kind: 'offers-rearranged', replaced, added, withdrawn };
}

/**
 * Amends a license's name, notes or terms.
 *
 * @throws NotFound, Stale, VersionAhead, OffersStranded (L6), TitlesClash (C2), DomainError of a detail that is not valid
 */
export function amendLicense(
  command: AmendLicense,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, (transaction) => {
    const details = LicenseDetails.of(command.details);
    return changeLicense(transaction, command, undefined, (license) => {
      license.amend(details);
    });
  });
}

/**
 * Makes the change that takes an earlier one back; whatever was changed in between stays.
 *
 * @throws NotFound, Stale, VersionAhead, and whatever the change is refused with
 */
export function applyChange(
  command: ApplyChange,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, (transaction) =>
    changeLicense(transaction, command, windowsTouchedBy(command.change), (license) => {
      license.perform(command.change);
    }),
  );
}

export interface ApplyChange extends LicenseCommand {
  readonly change: ProposedChange;
}
