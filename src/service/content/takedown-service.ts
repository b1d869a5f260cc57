import type { LostDays } from '../../domain/content/coverage';
import type { TakedownPlan } from '../../domain/content/takedown';
import type { Command, Outcome, UnitOfWork } from '../unit-of-work';
import type {
  ContentCommand,
  ContentSaved,
  TitleAtVersion,
  TitlesAssigned,
} from './title-at-version';
import { daysTaken } from '../../domain/content/coverage';
import { TakedownGone } from '../../domain/content/takedown-errors';
import { onOffer } from '../../domain/content/title-rules';
import { isoDate } from '../../domain/values/date-range';
import { namingChanges } from '../changed-since';
import { current, currentTitles, save, saved, unchangedTitles } from './title-at-version';

export interface TakeDownTitle extends ContentCommand {
  readonly plan: TakedownPlan;
}

export interface TakeDownTitles extends Command {
  readonly titles: readonly TitleAtVersion[];
  readonly plan: TakedownPlan;
}

export interface BringTitleBack extends ContentCommand {
  /** The number of the takedown that ends. */
  readonly takedown: number;
  /** The first day on which the title is back, ISO 8601. */
  readonly from: string;
}

/** What a takedown would take from one title. */
export interface TakedownEffect {
  readonly contentId: string;
  readonly title: string;
  /** The days that the title would lose, by rights type and territories; none where nothing is on offer. */
  readonly lost: readonly LostDays[];
}

/**
 * Takes a title down from a day on; its offers and assignments stay.
 *
 * @throws NotFound, Stale, VersionAhead, DomainError of the first part of the plan that is not valid, NoRightsThere,
 *   TakenDownAlready
 */
export function takeDownTitle(
  command: TakeDownTitle,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    content.takeDown(command.plan);
    return save(content, transaction);
  });
}

/**
 * Takes several titles down for the same reason, all or nothing.
 *
 * @throws TooManyTitles, NotFound, Stale of the first title that has changed, and as `takeDownTitle`
 */
export function takeDownTitles(
  command: TakeDownTitles,
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesAssigned>> {
  return unitOfWork.run(command, async (transaction) => {
    const contents = await currentTitles(command.titles, transaction);
    for (const content of contents) content.takeDown(command.plan);
    transaction.contents.save(contents);
    return { assigned: contents.map(saved) };
  });
}

/**
 * A dry run of `takeDownTitles`; changes nothing.
 *
 * @throws as `takeDownTitles`
 */
export function previewTakedown(
  command: TakeDownTitles,
  unitOfWork: UnitOfWork,
): Promise<Outcome<{ readonly effects: readonly TakedownEffect[] }>> {
  return unitOfWork.run(command, async (transaction) => {
    const contents = await currentTitles(command.titles, transaction);
    return {
      effects: contents.map((content) => {
        const { id, details, assignments, takedowns: earlier } = content;
        content.takeDown(command.plan);
        const offers = assignments.map(onOffer);
        const lost = content.takedowns
          .filter((takedown) => !earlier.includes(takedown))
          .flatMap((takedown) => daysTaken(offers, earlier, takedown));
        return { contentId: id, title: details.title, lost };
      }),
    };
  });
}

export interface UndoTakedowns extends Command {
  /** The titles that one command took down, at the versions that it answered. */
  readonly titles: readonly TitleAtVersion[];
}

/**
 * Takes a takedown of several titles back, all or nothing: it never applied.
 *
 * @throws TooManyTitles, NotFound, VersionAhead, ChangedSince naming the titles that have changed since, TakedownGone for a
 *   version that is no takedown
 */
export function undoTakedowns(
  command: UndoTakedowns,
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesAssigned>> {
  return namingChanges(() =>
    unitOfWork.run(command, async (transaction) => {
      const contents = await unchangedTitles(command.titles, transaction);
      for (const content of contents) {
        const begun = content.takedowns.find(({ number }) => number === content.version);
        if (begun === undefined) throw new TakedownGone(content.details.title);
        content.bringBack(begun.number, begun.days.startsOn);
      }
      transaction.contents.save(contents);
      return { assigned: contents.map(saved) };
    }),
  );
}

/**
 * Ends a takedown from a day on.
 *
 * @throws NotFound, Stale, VersionAhead, InvalidDate, TakedownGone
 */
export function bringTitleBack(
  command: BringTitleBack,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    content.bringBack(command.takedown, isoDate(command.from));
    return save(content, transaction);
  });
}
