import type { LicensedOffer, OfferRef } from '../../domain/content/clash';
import type { Command, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { ChosenOffer } from './chosen-offer';
import type { TitleAtVersion, TitlesAssigned } from './title-at-version';
import type { Content } from '../../domain/content/content';
import { AssignmentGone, OfferClash, onlyOfferOf } from '../../domain/content/content-errors';
import { releaseOffers } from '../../domain/content/title-rules';
import { chosenOffer } from './chosen-offer';
import { namingChanges } from '../changed-since';
import {
  byId,
  currentTitles,
  requireFewEnough,
  requireThere,
  saved,
  unchangedTitles,
} from './title-at-version';

export interface AssignTitles extends Command {
  readonly chosen: ChosenOffer;
  readonly titles: readonly TitleAtVersion[];
}

/**
 * Assigns one offer to many titles, all or nothing; who wants less asks `tryAssigning` first. A title that has the offer
 * already stays as it is.
 *
 * @throws TooManyTitles, NotFound, Stale of the first title that was changed meanwhile, OfferGone (C3), OfferClash of the
 *   first title that is blocked (C2)
 */
export function assignTitles(
  command: AssignTitles,
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesAssigned>> {
  return unitOfWork.run(command, async (transaction) => {
    requireFewEnough(new Set(command.titles.map(({ contentId }) => contentId)).size);
    const offer = await chosenOffer(command.chosen, transaction);
    const contents = await currentTitles(command.titles, transaction);
    for (const content of contents) content.assign(offer);
    transaction.contents.save(contents);
    return { assigned: contents.filter(({ change }) => change !== null).map(saved) };
  });
}

export interface UnassignTitles extends Command {
  readonly assignment: OfferRef;
  readonly titles: readonly TitleAtVersion[];
}

/**
 * Takes one offer from many titles, all or nothing; who wants less asks `tryUnassigning` first. Given the versions which
 * `assignTitles` answered, it undoes that.
 *
 * @throws TooManyTitles, NotFound, VersionAhead, ChangedSince naming the titles that have changed since, AssignmentGone,
 *   TitlesStranded naming the titles that have no other offer (C1)
 */
export function unassignTitles(
  command: UnassignTitles,
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesAssigned>> {
  return namingChanges(() =>
    unitOfWork.run(command, async (transaction) => {
      const contents = await unchangedTitles(command.titles, transaction);
      const gone = contents.find((content) => !content.has(command.assignment));
      if (gone !== undefined) throw new AssignmentGone(gone.details.title, command.assignment);
      releaseOffers(contents, [command.assignment], null);
      transaction.contents.save(contents);
      return { assigned: contents.map(saved) };
    }),
  );
}

/** What would become of one title: it gets the offer or loses it, stays as it is, or cannot be changed so. */
export interface TrialOfTitle<
  Outcome extends 'assigned' | 'already' | 'unassigned' | 'absent' | 'blocked' =
    'assigned' | 'already' | 'unassigned' | 'absent' | 'blocked',
> {
  readonly contentId: string;
  readonly title: string;
  readonly version: number;
  readonly outcome: Outcome;
  /** Why it is blocked, for the person who asked. */
  readonly reason: string | null;
}

export interface TryAssigning extends Command {
  readonly chosen: ChosenOffer;
  readonly contentIds: readonly string[];
}

export interface TitlesTried {
  readonly titles: readonly TrialOfTitle<'assigned' | 'already' | 'blocked'>[];
}

/**
 * A dry run of `assignTitles`: decides every title on its own and changes nothing.
 *
 * @throws TooManyTitles, NotFound for the license or a title, OfferGone (C3)
 */
export function tryAssigning(
  command: TryAssigning,
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesTried>> {
  return unitOfWork.run(command, async (transaction) => {
    const offer = await chosenOffer(command.chosen, transaction);
    const contents = await titlesToTry(command.contentIds, transaction);
    return { titles: contents.map((content) => assigning(content, offer)) };
  });
}

export interface TryUnassigning extends Command {
  readonly assignment: OfferRef;
  readonly contentIds: readonly string[];
}

export interface TitlesTriedWithout {
  readonly titles: readonly TrialOfTitle<'unassigned' | 'absent' | 'blocked'>[];
}

/**
 * A dry run of `unassignTitles`: decides every title on its own and changes nothing. A title that does not have the offer
 * is absent, one that has no other is blocked (C1).
 *
 * @throws TooManyTitles, NotFound for a title
 */
export function tryUnassigning(
  command: TryUnassigning,
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesTriedWithout>> {
  return unitOfWork.run(command, async (transaction) => {
    const contents = await titlesToTry(command.contentIds, transaction);
    return { titles: contents.map((content) => unassigning(content, command.assignment)) };
  });
}

/** @throws TooManyTitles, NotFound */
async function titlesToTry(
  contentIds: readonly string[],
  transaction: Transaction,
): Promise<readonly Content[]> {
  const ids = [...new Set(contentIds)];
  requireFewEnough(ids.length);
  const found = await byId(ids, transaction);
  return ids.map((id) => requireThere(found.get(id), id));
}

function assigning(
  content: Content,
  offer: LicensedOffer,
): TrialOfTitle<'assigned' | 'already' | 'blocked'> {
  try {
    content.assign(offer);
  } catch (refusal) {
    if (!(refusal instanceof OfferClash)) throw refusal;
    return { ...about(content), outcome: 'blocked', reason: refusal.message };
  }
  const outcome = content.change === null ? 'already' : 'assigned';
  return { ...about(content), outcome, reason: null };
}

function unassigning(
  content: Content,
  assignment: OfferRef,
): TrialOfTitle<'unassigned' | 'absent' | 'blocked'> {
  if (!content.has(assignment)) return { ...about(content), outcome: 'absent', reason: null };
  if (content.assignments.length > 1)
    return { ...about(content), outcome: 'unassigned', reason: null };
  const reason = `${onlyOfferOf(content.details.title)} Assign another first, or retire the title.`;
  return { ...about(content), outcome: 'blocked', reason };
}

function about({ id, version, details }: Content) {
  return { contentId: id, version, title: details.title };
}
