import type { DarkPlace } from '../../domain/content/coverage';
import type { LicenseCommand } from './license-at-version';
import type { UndoChange } from './undo-change';
import type { RearrangeOffers, WithdrawOffers } from './license-service';
import type { ContentRepository, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { OffersRearranged } from '../../domain/license/license-change';
import type { License } from '../../domain/license/license';
import type { OfferData } from '../../domain/license/offer';
import type { IsoDate } from '../../domain/values/date-range';
import { licensedOffer } from '../../domain/content/clash';
import { offersRemovedBy } from '../../domain/license/license-change';
import { isoDate } from '../../domain/values/date-range';
import { compareNames } from '../../domain/names/folding';
import { Offer } from '../../domain/license/offer';
import { lossOf } from '../../domain/content/title-rules';
import { compensationOf } from './undo-change';
import { current, windowsTouchedBy } from './license-at-version';
import { rearrangementOf } from './license-service';

/** A title, as a list of many names it. */
export interface NamedTitle {
  readonly contentId: string;
  readonly title: string;
}

/** What a withdrawal would take from titles. */
export interface WithdrawalPreview {
  /** The names of the offers that would go; none when the change is no withdrawal. */
  readonly offers: readonly string[];
  /** How many titles would lose an offer. */
  readonly titles: number;
  /** How many of them would go dark somewhere, or earlier than they would have, and the first by name. */
  readonly darkTitles: number;
  readonly dark: readonly (NamedTitle & { readonly places: readonly DarkPlace[] })[];
  /** How many have nothing else and so stand against it (C1), and the first by name. */
  readonly strandedTitles: number;
  readonly stranded: readonly NamedTitle[];
}

interface Preview {
  /** The calendar day it is, ISO 8601: what went dark before it is not told. */
  readonly today: string;
}

export interface PreviewWithdrawal extends WithdrawOffers, Preview {}
export interface PreviewUndo extends UndoChange, Preview {}
export interface PreviewRearrangement extends RearrangeOffers, Preview {}

/** So many titles of each lot are named. */
const MAX_NAMED = 50;

/**
 * What `withdrawOffers` would take from titles; changes nothing.
 *
 * @throws NotFound, Stale, VersionAhead, OfferGone
 */
export function previewWithdrawal(
  command: PreviewWithdrawal,
  unitOfWork: UnitOfWork,
): Promise<Outcome<{ readonly withdrawal: WithdrawalPreview }>> {
  return unitOfWork.run(command, async (transaction) => ({
    withdrawal: await preview(command, command.offers.map(Offer.of), transaction),
  }));
}

/**
 * What `rearrangeOffers` would take from titles: offers, and days of those that are trimmed, split or moved; changes nothing.
 *
 * @throws what `rearrangeOffers` throws of the license
 */
export function previewRearrangement(
  command: PreviewRearrangement,
  unitOfWork: UnitOfWork,
): Promise<Outcome<{ readonly withdrawal: WithdrawalPreview }>> {
  return unitOfWork.run(command, async ({ licenses, contents }) => {
    const change = rearrangementOf(command);
    const license = await current(licenses, command, windowsTouchedBy(change));
    license.rearrange(change);
    return { withdrawal: await lossesOf(license, change, isoDate(command.today), contents) };
  });
}

/**
 * What `undoChange` would take from titles, where it takes back the generation of offers or closes a license again;
 * changes nothing.
 *
 * @throws NotFound, Stale, VersionAhead, OfferGone, NothingToUndo, UndoOutOfOrder
 */
export function previewUndo(
  command: PreviewUndo,
  unitOfWork: UnitOfWork,
): Promise<Outcome<{ readonly withdrawal: WithdrawalPreview }>> {
  return unitOfWork.run(command, async (transaction) => {
    const compensation = await compensationOf(transaction.licenses, command);
    if (compensation.kind === 'offers-rearranged') {
      const license = await current(transaction.licenses, command, windowsTouchedBy(compensation));
      const today = isoDate(command.today);
      return { withdrawal: await lossesOf(license, compensation, today, transaction.contents) };
    }
    const offers = offersRemovedBy(compensation).map(Offer.of);
    return { withdrawal: await preview(command, offers, transaction) };
  });
}

async function preview(
  command: LicenseCommand & Preview,
  offers: readonly Offer[],
  { licenses, contents }: Transaction,
): Promise<WithdrawalPreview> {
  const license = await current(
    licenses,
    command,
    offers.map(({ window }) => window),
  );
  if (offers.length > 0) license.withdraw(offers);
  const withdrawn = offers.map((offer) => offer.toData());
  const change = rearrangementOf({ replaced: [], added: [], withdrawn });
  return lossesOf(license, change, isoDate(command.today), contents);
}

/** What a rearrangement of a license's offers takes from titles; those that lose nothing are left out. */
async function lossesOf(
  license: License,
  { replaced, added, withdrawn }: OffersRearranged,
  today: IsoDate,
  contents: ContentRepository,
): Promise<WithdrawalPreview> {
  const refTo = (offer: OfferData) => ({ licenseId: license.id, startsOn: offer.window.startsOn });
  const gone = withdrawn.map(refTo);
  const cuts = replaced
    .filter(({ before, after }) => JSON.stringify(before.window) !== JSON.stringify(after.window))
    .map(({ before, after }) => ({ ref: refTo(before), after: Offer.of(after) }));
  const rests = added.flatMap(({ offer, titlesOf }) =>
    titlesOf === null
      ? []
      : [{ of: refTo(titlesOf), offer: licensedOffer(license, Offer.of(offer)) }],
  );
  const refs = [...gone, ...cuts.map(({ ref }) => ref)];
  const ids = refs.length === 0 ? [] : await contents.assignedTo(refs);
  const losses = (ids.length === 0 ? [] : await contents.getAll(ids))
    .map((title) => ({
      ...{ contentId: title.id, title: title.details.title },
      isLosing: gone.some((ref) => title.has(ref)),
      loss: lossOf(
        title,
        gone,
        cuts,
        today,
        rests.filter(({ of }) => title.has(of)).map(({ offer }) => offer),
      ),
    }))
    .sort((a, b) => compareNames(a.title, b.title));
  const dark = losses.flatMap(({ loss, contentId, title }) =>
    loss.kind === 'released' && loss.dark.length > 0
      ? [{ contentId, title, places: loss.dark }]
      : [],
  );
  const stranded = losses.flatMap(({ loss, contentId, title }) =>
    loss.kind === 'stranded' ? [{ contentId, title }] : [],
  );
  return {
    offers: withdrawn.map(({ name }) => name),
    titles: losses.filter(({ isLosing }) => isLosing).length,
    darkTitles: dark.length,
    dark: dark.slice(0, MAX_NAMED),
    strandedTitles: stranded.length,
    stranded: stranded.slice(0, MAX_NAMED),
  };
}
