import type { ProposedChange } from '../../domain/license/license-change';
import type { OfferData } from '../../domain/license/offer';
import type { Command, LicenseRepository, Transaction } from '../unit-of-work';
import type { SeenTitles } from './seen-titles';
import { TitlesJoined } from '../../domain/content/content-errors';
import {
  offersInQuestion,
  releaseOffers,
  requireNoTitlesClash,
} from '../../domain/content/title-rules';
import type { License } from '../../domain/license/license';
import { offersAddedBy, offersRemovedBy, replacedBy } from '../../domain/license/license-change';
import { daysToClose, planOf } from '../../domain/license/license-closing';
import { WindowRefused } from '../../domain/license/license-errors';
import { Offer } from '../../domain/license/offer';
import type { DateRange } from '../../domain/values/date-range';
import { isoDate } from '../../domain/values/date-range';
import { NotFound, Stale, VersionAhead } from '../errors';
import { rearrangeTitles } from './rearrange-titles';

/** What an accepted license command answers. */
export interface LicenseSaved {
  readonly id: string;
  /** The version the license is at because of the command. */
  readonly version: number;
  /** The offers the command put on the timeline. */
  readonly offers: readonly OfferData[];
}

/** A command on a license as it was at a version. */
export interface LicenseCommand extends Command {
  readonly licenseId: string;
  readonly expectedVersion: number;
}

/**
 * Loads the license at the command's version, changes it and saves it, together with the titles that lose an offer.
 *
 * @param known the windows whose offers are needed; without it the whole timeline is read
 * @param alongside what else the same transaction does: titles lose what the license withdraws, unless it is said otherwise
 * @throws NotFound, Stale, VersionAhead, ContractVoid, TitlesClash (C2), TitlesJoined, TitlesStranded (C1), and what `act`
 *   throws
 */
export async function changeLicense(
  transaction: Transaction,
  command: LicenseCommand & SeenTitles,
  known: readonly DateRange[] | undefined,
  act: (license: License) => void,
  alongside: (license: License) => Promise<void> = (license) =>
    license.change?.kind === 'offers-rearranged'
      ? rearrangeTitles(license, command, transaction)
      : releaseTitles([license], command, transaction),
): Promise<LicenseSaved> {
  const { licenses } = transaction;
  const license = await current(licenses, command, known);
  try {
    act(license);
  } catch (refusal) {
    // A refusal decided on a part of the timeline is decided again on the whole, which knows the places that fit.
    if (refusal instanceof WindowRefused && refusal.alternatives === null)
      act(await current(licenses, command));
    throw refusal;
  }
  await requireContractInUse(license, transaction);
  await requireLegalTitles(license, transaction);
  licenses.save(license);
  await alongside(license);
  return saved(license);
}

/** @throws ContractVoid when the change would bring a void license back under a void contract */
export async function requireContractInUse(
  { change, contractId }: License,
  { contracts }: Transaction,
): Promise<void> {
  if (change?.kind !== 'license-reopened' || change.closing.kind !== 'void') return;
  (await contracts.get(contractId))?.requireInUse();
}

/** @throws TitlesClash when the change would make offers of a title clash (C2) */
export async function requireLegalTitles(
  license: License,
  { contents }: Transaction,
): Promise<void> {
  if (license.change === null) return;
  const offers = offersInQuestion(license.change);
  if (offers.length === 0) return;
  const neighbors = await contents.neighbors(license.id, offers === 'all' ? undefined : offers);
  requireNoTitlesClash(license, neighbors);
}

/**
 * Takes the offers that some licenses withdraw from the titles that have them.
 *
 * @throws TitlesJoined when more titles have them than the person saw, TitlesStranded when one of them is the only offer of
 *   some title (C1) that is not to be retired
 */
export async function releaseTitles(
  licenses: readonly License[],
  { titlesSeen, retiring }: SeenTitles,
  { contents }: Transaction,
): Promise<void> {
  const refs = licenses.flatMap(({ id: licenseId, change }) =>
    (change === null ? [] : offersRemovedBy(change)).map(({ window }) => ({
      ...{ licenseId, startsOn: isoDate(window.startsOn) },
    })),
  );
  const ids = refs.length === 0 ? [] : await contents.assignedTo(refs);
  if (ids.length === 0) return;
  if (titlesSeen !== undefined && ids.length > titlesSeen)
    throw new TitlesJoined(titlesSeen, ids.length);
  const titles = await contents.getAll(ids);
  releaseOffers(titles, refs, retiring ?? null);
  contents.save(titles);
}

/**
 * The license at the version the command was made against: every command on a license begins here.
 *
 * @throws NotFound, Stale, VersionAhead
 */
export async function current(
  licenses: LicenseRepository,
  { licenseId, expectedVersion }: LicenseCommand,
  known?: readonly DateRange[],
): Promise<License> {
  const license = await licenses.get(licenseId, known);
  return atVersion(license ?? undefined, { licenseId, expectedVersion });
}

/** A license that was read, at the version of a command. @throws NotFound, Stale, VersionAhead */
export function atVersion(
  license: License | undefined,
  { licenseId, expectedVersion }: Omit<LicenseCommand, keyof Command>,
): License {
  if (license === undefined) throw new NotFound('license', licenseId);
  if (license.version > expectedVersion) throw new Stale('license', licenseId, expectedVersion);
  if (license.version < expectedVersion) throw new VersionAhead(expectedVersion, license.version);
  return license;
}

/** The windows of some offers. */
export function windowsOf(offers: readonly Offer[]): DateRange[] {
  return offers.map(({ window }) => window);
}

/** The windows a change touches, or `undefined` when it takes the whole timeline to judge. */
export function windowsTouchedBy(proposed: ProposedChange): readonly DateRange[] | undefined {
  switch (proposed.kind) {
    case 'offers-generated':
    case 'offers-withdrawn':
      return windowsOf(proposed.offers.map(Offer.of));
    case 'offer-replaced':
      return windowsOf([proposed.before, proposed.after].map(Offer.of));
    case 'offers-rearranged':
      return windowsOf(
        [
          ...proposed.replaced.flatMap(({ before, after }) => [before, after]),
          ...proposed.added.flatMap(({ offer, titlesOf }) => [
            offer,
            ...(titlesOf === null ? [] : [titlesOf]),
          ]),
          ...proposed.withdrawn,
        ].map(Offer.of),
      );
    case 'license-amended':
      return undefined;
    case 'license-closed':
      return daysToClose(planOf(proposed));
    case 'license-reopened':
      return windowsOf(
        [
          ...(proposed.replaced === null
            ? []
            : [proposed.replaced.before, proposed.replaced.after]),
          ...proposed.offers,
        ].map(Offer.of),
      );
  }
}

/** The answer to an accepted command. */
export function saved({ id, version, change: accepted }: License): LicenseSaved {
  if (accepted === null) return { id, version, offers: [] };
  const offers =
    accepted.kind === 'offer-replaced' || accepted.kind === 'offers-rearranged'
      ? [...replacedBy(accepted).map(({ after }) => after), ...offersAddedBy(accepted)]
      : offersAddedBy(accepted);
  return { id, version: version + 1, offers };
}
