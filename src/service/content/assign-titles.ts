import type { LicensedOffer, OfferRef } from '../../domain/content/clash';
import type { Command, Outcome, UnitOfWork } from '../unit-of-work';
import type { ChosenOffer } from './chosen-offer';
import type { TitleAtVersion, TitlesAssigned } from './title-at-version';
import type { Content } from '../../domain/content/content';
import { AssignmentGone, OfferClash } from '../../domain/content/content-errors';
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
 * Takes one offer from many titles, all or nothing: what undoes `assignTitles`, given the versions which that answered.
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

/** What would become of one title in a bulk assignment. */
export interface TrialOfTitle {
  readonly contentId: string;
  readonly title: string;
  readonly version: number;
  readonly outcome: 'assigned' | 'already' | 'blocked';
  /** Why it is blocked, for the person who asked. */
  readonly reason: string | null;
}

export interface TryAssigning extends Command {
  readonly chosen: ChosenOffer;
  readonly contentIds: readonly string[];
}

export interface TitlesTried {
  readonly titles: readonly TrialOfTitle[];
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
    const ids = [...new Set(command.contentIds)];
    requireFewEnough(ids.length);
    const offer = await chosenOffer(command.chosen, transaction);
    const found = await byId(ids, transaction);
    return { titles: ids.map((id) => trial(requireThere(found.get(id), id), offer)) };
  });
}

function trial(content: Content, offer: LicensedOffer): TrialOfTitle {
  const { id: contentId, version, details } = content;
  const about = { contentId, version, title: details.title };
  try {
    content.assign(offer);
  } catch (refusal) {
    if (!(refusal instanceof OfferClash)) throw refusal;
    return { ...about, outcome: 'blocked', reason: refusal.message };
  }
  return { ...about, outcome: content.change === null ? 'already' : 'assigned', reason: null };
}
