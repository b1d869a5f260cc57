import type { DarkPlace } from '../../domain/content/coverage';
import type { LicenseCommand } from './license-at-version';
import type { UndoChange } from './undo-change';
import type { WithdrawOffers } from './license-service';
import type { Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import { offersRemovedBy } from '../../domain/license/license-change';
import { isoDate } from '../../domain/values/date-range';
import { compareNames } from '../../domain/names/folding';
import { Offer } from '../../domain/license/offer';
import { lossOf } from '../../domain/content/title-rules';
import { compensationOf } from './undo-change';
import { current } from './license-at-version';

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
    const offers = offersRemovedBy(compensation).map(Offer.of);
    return { withdrawal: await preview(command, offers, transaction) };
  });
}

async function preview(
  command: LicenseCommand & Preview,
  offers: readonly Offer[],
  { licenses, contents }: Transaction,
): Promise<WithdrawalPreview> {
  const windows = offers.map(({ window }) => window);
  const license = await current(licenses, command, windows);
  if (offers.length > 0) license.withdraw(offers);
  const startsOn = windows.map(({ startsOn: start }) => start);
  const refs = startsOn.map((start) => ({ licenseId: license.id, startsOn: start }));
  const ids = refs.length === 0 ? [] : await contents.assignedTo(refs);
  const today = isoDate(command.today);
  const losses = (ids.length === 0 ? [] : await contents.getAll(ids))
    .map((title) => ({
      ...{ contentId: title.id, title: title.details.title },
      loss: lossOf(title, refs, [], today),
    }))
    .sort((a, b) => compareNames(a.title, b.title));
  const dark = losses.flatMap(({ loss, ...title }) =>
    loss.kind === 'released' && loss.dark.length > 0 ? [{ ...title, places: loss.dark }] : [],
  );
  const stranded = losses.flatMap(({ loss, ...title }) =>
    loss.kind === 'stranded' ? [title] : [],
  );
  return {
    offers: offers.map(({ name }) => name),
    titles: losses.length,
    darkTitles: dark.length,
    dark: dark.slice(0, MAX_NAMED),
    strandedTitles: stranded.length,
    stranded: stranded.slice(0, MAX_NAMED),
  };
}
