import type { OfferRef } from '../../domain/content/clash';
import type { ContentDetailsData } from '../../domain/content/content-details';
import type { Command, Outcome, UnitOfWork } from '../unit-of-work';
import type { ChosenOffer } from './chosen-offer';
import type { ContentCommand, ContentSaved } from './title-at-version';
import { Content } from '../../domain/content/content';
import { ContentDetails } from '../../domain/content/content-details';
import { LastAssignment } from '../../domain/content/content-errors';
import { isoDate } from '../../domain/values/date-range';
import { chosenOffer } from './chosen-offer';
import { current, save, saved } from './title-at-version';
import { requireKnownSurroundings } from './title-surroundings';

export interface RegisterContent extends Command {
  readonly contentId: string;
  readonly details: ContentDetailsData;
  /** The first offer: content without one cannot exist (C1). */
  readonly first: ChosenOffer;
}

export interface CorrectContent extends ContentCommand {
  readonly details: ContentDetailsData;
}

export interface AssignOffer extends ContentCommand {
  readonly chosen: ChosenOffer;
}

export interface UnassignOffer extends ContentCommand {
  readonly assignment: OfferRef;
}

export interface MoveAssignment extends ContentCommand {
  readonly from: OfferRef;
  readonly to: ChosenOffer;
}

/**
 * Registers a title together with its first offer (C1).
 *
 * @throws DomainError of a detail that is not valid, IdentifierTaken, ParentUnfit, NotFound for the license or the title
 *   it belongs to, OfferGone (C3)
 */
export function registerContent(
  command: RegisterContent,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const { contentId, details, first } = command;
    const valid = ContentDetails.of(details);
    await requireKnownSurroundings([{ id: contentId, details: valid }], transaction);
    const content = Content.register(contentId, details, await chosenOffer(first, transaction));
    transaction.contents.add([content]);
    return saved(content);
  });
}

/**
 * Corrects what a title is known by.
 *
 * @throws NotFound, Stale, VersionAhead, IdentifierTaken, KindFixed, ParentUnfit, DomainError of a detail that is not valid
 */
export function correctContent(
  command: CorrectContent,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    content.correct(command.details);
    await requireKnownSurroundings([content], transaction);
    return save(content, transaction);
  });
}

/**
 * Assigns one more offer to a title.
 *
 * @throws NotFound, Stale, VersionAhead, OfferGone (C3), OfferClash (C2)
 */
export function assignOffer(
  command: AssignOffer,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    content.assign(await chosenOffer(command.chosen, transaction));
    return save(content, transaction);
  });
}

/**
 * Takes an offer from a title.
 *
 * @throws NotFound, Stale, VersionAhead, AssignmentGone, LastAssignment with what else could be assigned (C1)
 */
export function unassignOffer(
  command: UnassignOffer,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    try {
      content.unassign([command.assignment]);
    } catch (refusal) {
      if (!(refusal instanceof LastAssignment)) throw refusal;
      const today = isoDate(command.at.slice(0, 10));
      const candidates = await transaction.contents.candidates(content.id, today);
      throw new LastAssignment(content.details.title, candidates);
    }
    return save(content, transaction);
  });
}

/**
 * Assigns another offer in place of one, in one step.
 *
 * @throws NotFound, Stale, VersionAhead, AssignmentGone, AlreadyAssigned, OfferGone (C3), OfferClash (C2)
 */
export function moveAssignment(
  command: MoveAssignment,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    content.move(command.from, await chosenOffer(command.to, transaction));
    return save(content, transaction);
  });
}
