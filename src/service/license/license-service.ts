import type { OfferWithoutWindow } from '../../domain/license/license';
import type { ProposedChange } from '../../domain/license/license-change';
import type { LicenseDetailsData } from '../../domain/license/license-details';
import type { LadderStep, OfferData } from '../../domain/license/offer';
import type { Command, LicenseRepository, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import { licensedOffer } from '../../domain/content/clash';
import { DateRange, addDays, dayNumber, isoDate } from '../../domain/values/date-range';
import { License } from '../../domain/license/license';
import { TitlesJoined } from '../../domain/content/content-errors';
import { inverse, offersAddedBy } from '../../domain/license/license-change';
import { LicenseDetails } from '../../domain/license/license-details';
import { NothingToUndo, UndoOutOfOrder, WindowRefused } from '../../domain/license/license-errors';
import { Offer, lengthInDays, priceLadder } from '../../domain/license/offer';
import {
  offersInQuestion,
  releaseOffers,
  requireNoTitlesClash,
  returnOffers,
} from '../../domain/content/title-rules';
import { standingChanges } from '../../domain/license/undo';
import { NotFound, Stale, VersionAhead } from '../errors';

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

export interface GrantLicense extends Command {
  readonly licenseId: string;
  readonly contractId: string;
  readonly details: LicenseDetailsData;
}

/** Where generated offers go: at their windows, in the first free slot of a length, or one after another from a day on. */
export type GenerationPlan =
  | { readonly kind: 'at'; readonly offers: readonly OfferData[] }
  | {
      readonly kind: 'first-free';
      readonly offer: OfferWithoutWindow;
      /** Whole days. */
      readonly days: number;
      /** The earliest day it may begin. */
      readonly onOrAfter: string;
    }
  | {
      readonly kind: 'ladder';
      /** The first day of the first step. */
      readonly start: string;
      readonly steps: readonly LadderStep[];
      readonly devices: readonly string[];
    };

export interface GenerateOffers extends LicenseCommand {
  readonly plan: GenerationPlan;
}

export interface ReplaceOffer extends LicenseCommand {
  readonly before: OfferData;
  readonly after: OfferData;
}

export interface WithdrawOffers extends LicenseCommand, SeenTitles {
  readonly offers: readonly OfferData[];
}

/** What a person was shown that a withdrawal takes from titles. */
interface SeenTitles {
  /** How many titles lose an offer; without it, however many. A license's version does not rise when titles get its offers. */
  readonly titlesSeen?: number | undefined;
}

export interface AmendLicense extends LicenseCommand {
  readonly details: LicenseDetailsData;
}

/**
 * Grants a license under a contract.
 *
 * @throws NotFound for the contract, DomainError of a detail that is not valid (L1, empty sets)
 */
export function grantLicense(
  command: GrantLicense,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, async ({ contracts, licenses }) => {
    const { licenseId, contractId, details } = command;
    if ((await contracts.get(contractId)) === null) throw new NotFound('contract', contractId);
    const license = License.grant(licenseId, contractId, details);
    licenses.add(license);
    return saved(license);
  });
}

/**
 * Generates offers by a plan, all or nothing.
 *
 * @throws NotFound, Stale, VersionAhead, OfferOutsideLicense (L2), OfferOverlap (L3), DevicesNotLicensed (L4), NoFreeSlot;
 *   those of L2 and L3 carry the nearest places that fit
 */
export function generateOffers(
  command: GenerateOffers,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const { plan } = command;
    if (plan.kind === 'first-free') return generateInFirstFreeSlot(command, plan, transaction);
    const offers =
      plan.kind === 'at'
        ? plan.offers.map(Offer.of)
        : priceLadder(plan.start, plan.steps, plan.devices);
    return change(transaction, command, windowsOf(offers), (license) => {
      license.generate(offers);
    });
  });
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
    return change(transaction, command, windowsOf([before, after]), (license) => {
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
    return change(transaction, command, windowsOf(offers), (license) => {
      license.withdraw(offers);
    });
  });
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
    return change(transaction, command, undefined, (license) => {
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
    change(transaction, command, windowsTouchedBy(command.change), (license) => {
      license.perform(command.change);
    }),
  );
}

export interface ApplyChange extends LicenseCommand {
  readonly change: ProposedChange;
}

export interface UndoChange extends LicenseCommand, SeenTitles {
  /** The version whose change is taken back: the newest, unless given. */
  readonly undoes?: number | undefined;
}

/**
 * Takes a change back by a change of its own: the newest, or an earlier one after which everything was taken back; a
 * withdrawal together with what it took from titles.
 *
 * @throws NotFound, Stale, VersionAhead, NothingToUndo, UndoOutOfOrder, TitlesClash when a title that lost an offer has
 *   another there by now (C2), and whatever the compensating change is refused with
 */
export function undoChange(
  command: UndoChange,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const compensation = await compensationOf(transaction.licenses, command);
    const { undoes = command.expectedVersion } = command;
    return takeBack(transaction, command, compensation, undoes);
  });
}

/**
 * Makes the change that takes one back, and gives titles back what that one took from them.
 *
 * @param version the one that the change to take back made
 */
async function takeBack(
  transaction: Transaction,
  command: UndoChange,
  compensation: ProposedChange,
  version: number,
): Promise<LicenseSaved> {
  const act = (license: License) => {
    license.perform(compensation);
  };
  if (compensation.kind !== 'offers-generated')
    return change(transaction, command, windowsTouchedBy(compensation), act);
  const { contents } = transaction;
  const released = await contents.releasedBy(command.licenseId, version);
  return change(transaction, command, windowsTouchedBy(compensation), act, async (license) => {
    const lost = new Map(released.map(({ contentId, startsOn }) => [contentId, startsOn]));
    const offers = compensation.offers.map((offer) => licensedOffer(license, Offer.of(offer)));
    const titles = lost.size === 0 ? [] : await contents.getAll([...lost.keys()]);
    returnOffers(
      titles.map((title) => ({
        title,
        offers: offers.filter(({ offer }) => lost.get(title.id)?.includes(offer.window.startsOn)),
      })),
    );
    contents.save(titles);
  });
}

/**
 * The change that takes one back.
 *
 * @throws NotFound, Stale, VersionAhead, NothingToUndo, UndoOutOfOrder
 */
export async function compensationOf(
  licenses: LicenseRepository,
  command: UndoChange,
): Promise<ProposedChange> {
  const { licenseId, expectedVersion, undoes = expectedVersion } = command;
  const changes = await licenses.changesAfter(licenseId, undoes - 1);
  const story = changes
    .slice(0, Math.max(0, expectedVersion - undoes + 1))
    .map((change, index) => ({ version: undoes + index, change }));
  const [undone] = story;
  const compensation = undone === undefined ? null : inverse(undone.change);
  const isNext = standingChanges(story).at(-1)?.version === undoes;
  if (compensation !== null && isNext) return compensation;
  // Before there being nothing to undo comes which version that is said of.
  await current(licenses, command, []);
  throw compensation === null ? new NothingToUndo() : new UndoOutOfOrder(undoes);
}

/** Loads the license at the command's version, changes it and saves it, together with the titles that lose an offer. */
async function change(
  transaction: Transaction,
  command: LicenseCommand & SeenTitles,
  known: readonly DateRange[] | undefined,
  act: (license: License) => void,
  alongside: (license: License) => Promise<void> = () => Promise.resolve(),
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
  await requireLegalTitles(license, transaction);
  licenses.save(license);
  await releaseTitles(license, command, transaction);
  await alongside(license);
  return saved(license);
}

/** @throws TitlesClash when the change would make offers of a title clash (C2) */
async function requireLegalTitles(license: License, { contents }: Transaction): Promise<void> {
  if (license.change === null) return;
  const offers = offersInQuestion(license.change);
  if (offers.length === 0) return;
  const neighbors = await contents.neighbors(license.id, offers === 'all' ? undefined : offers);
  requireNoTitlesClash(license, neighbors);
}

/**
 * Takes withdrawn offers from the titles that have them.
 *
 * @throws TitlesJoined when more titles have them than the person saw, TitlesStranded when one of them is the only offer of
 *   some title (C1)
 */
async function releaseTitles(
  { id, change }: License,
  { titlesSeen }: SeenTitles,
  { contents }: Transaction,
): Promise<void> {
  if (change?.kind !== 'offers-withdrawn') return;
  const startsOn = change.offers.map(({ window }) => isoDate(window.startsOn));
  const ids = await contents.assignedTo(id, startsOn);
  if (ids.length === 0) return;
  if (titlesSeen !== undefined && ids.length > titlesSeen)
    throw new TitlesJoined(titlesSeen, ids.length);
  const titles = await contents.getAll(ids);
  releaseOffers(
    titles,
    startsOn.map((start) => ({ licenseId: id, startsOn: start })),
  );
  contents.save(titles);
}

/** The license at the version the command was made against: every command on a license begins here. */
export async function current(
  licenses: LicenseRepository,
  { licenseId, expectedVersion }: LicenseCommand,
  known?: readonly DateRange[],
): Promise<License> {
  const license = await licenses.get(licenseId, known);
  if (license === null) throw new NotFound('license', licenseId);
  if (license.version > expectedVersion) throw new Stale('license', licenseId, expectedVersion);
  if (license.version < expectedVersion) throw new VersionAhead(expectedVersion, license.version);
  return license;
}

/** How far ahead to read, in multiples of the wanted length, before reading the whole timeline. */
const HORIZONS = [16, 256];
const LAST_DAY = dayNumber(isoDate('9999-12-31'));

async function generateInFirstFreeSlot(
  command: GenerateOffers,
  { offer, days, onOrAfter }: Extract<GenerationPlan, { kind: 'first-free' }>,
  transaction: Transaction,
): Promise<LicenseSaved> {
  const { licenses } = transaction;
  const from = isoDate(onOrAfter);
  for (const horizon of HORIZONS) {
    const ahead = horizon * lengthInDays(days);
    if (dayNumber(from) + ahead > LAST_DAY) break;
    const near = DateRange.of(from, addDays(from, ahead));
    const place = (await current(licenses, command, [near])).firstFree(days, from, near.endsOn);
    if (place !== null)
      return change(transaction, command, [place], (license) => {
        license.generate([Offer.of({ ...offer, window: place.toData() })]);
      });
  }
  return change(transaction, command, undefined, (license) => {
    license.generateInFirstFreeSlot(offer, days, from);
  });
}

function windowsOf(offers: readonly Offer[]): DateRange[] {
  return offers.map(({ window }) => window);
}

/** The windows a change touches, or `undefined` when it takes the whole timeline to judge. */
function windowsTouchedBy(proposed: ProposedChange): DateRange[] | undefined {
  switch (proposed.kind) {
    case 'offers-generated':
    case 'offers-withdrawn':
      return windowsOf(proposed.offers.map(Offer.of));
    case 'offer-replaced':
      return windowsOf([proposed.before, proposed.after].map(Offer.of));
    case 'license-amended':
      return undefined;
  }
}

function saved({ id, version, change: accepted }: License): LicenseSaved {
  if (accepted === null) return { id, version, offers: [] };
  const offers = accepted.kind === 'offer-replaced' ? [accepted.after] : offersAddedBy(accepted);
  return { id, version: version + 1, offers };
}
