import type { TitleClosing } from '../../domain/closing';
import type { Outcome, UnitOfWork } from '../unit-of-work';
import type { ChosenOffer } from './chosen-offer';
import type { ContentCommand, ContentSaved } from './title-at-version';
import { offersToChoose } from './chosen-offer';
import { current, save } from './title-at-version';

export interface CloseTitle extends ContentCommand {
  readonly closing: TitleClosing;
}

export interface ReopenTitle extends ContentCommand {
  /** The offers with which it comes back, at least one (C1). */
  readonly chosen: readonly ChosenOffer[];
}

/**
 * Retires a title, or makes it void: it leaves the catalog, and its assignments end.
 *
 * @throws NotFound, Stale, VersionAhead, TitleClosed, InvalidText for the reason
 */
export function closeTitle(
  command: CloseTitle,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    content.close(command.closing);
    return save(content, transaction);
  });
}

/**
 * Brings a retired or void title back to the catalog with offers.
 *
 * @throws NotFound, Stale, VersionAhead, TitleInCatalog, LastAssignment without an offer (C1), OfferGone (C3),
 *   OfferClash (C2)
 */
export function reopenTitle(
  command: ReopenTitle,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    const choose = await offersToChoose(command.chosen, transaction);
    content.reopen(command.chosen.map(choose));
    return save(content, transaction);
  });
}
