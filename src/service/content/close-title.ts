import type { TitleClosing } from '../../domain/closing';
import type { AssignmentData } from '../../domain/content/content-change';
import type { DarkPlace } from '../../domain/content/coverage';
import type { Outcome, UnitOfWork } from '../unit-of-work';
import type { ChosenOffer } from './chosen-offer';
import type { ContentCommand, ContentSaved } from './title-at-version';
import { assignmentData } from '../../domain/content/content-change';
import { darkWithout } from '../../domain/content/coverage';
import { onOffer } from '../../domain/content/title-rules';
import { isoDate } from '../../domain/values/date-range';
import { offersToChoose } from './chosen-offer';
import { current, save } from './title-at-version';

export interface CloseTitle extends ContentCommand {
  readonly closing: TitleClosing;
}

export interface PreviewTitleClosing extends CloseTitle {
  /** The calendar day it is, ISO 8601: what went dark before it is not told. */
  readonly today: string;
}

/** What closing a title takes from it. */
export interface TitleClosingPreview {
  /** The offers that it loses. */
  readonly unassigned: readonly AssignmentData[];
  /** Where it goes dark, and from when. */
  readonly dark: readonly DarkPlace[];
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
 * A dry run of `closeTitle`; changes nothing.
 *
 * @throws as `closeTitle`, InvalidDate for the day
 */
export function previewTitleClosing(
  command: PreviewTitleClosing,
  unitOfWork: UnitOfWork,
): Promise<Outcome<{ readonly titleClosing: TitleClosingPreview }>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    const { assignments, takedowns } = content;
    content.close(command.closing);
    const dark = darkWithout(assignments.map(onOffer), [], isoDate(command.today), takedowns);
    return { titleClosing: { unassigned: assignments.map(assignmentData), dark } };
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
