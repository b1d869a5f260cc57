import type { OfferRef } from '../../domain/content/clash';
import type { ContentDetailsData } from '../../domain/content/content-details';
import type { Command, Outcome, UnitOfWork } from '../unit-of-work';
import type { ChosenOffer } from './chosen-offer';
import type { TitlesAssigned } from './title-at-version';
import { Content } from '../../domain/content/content';
import { LastAssignment } from '../../domain/content/content-errors';
import { NotFound } from '../errors';
import { offersToChoose } from './chosen-offer';
import { byId, requireCurrent, requireFewEnough, saved } from './title-at-version';
import { requireKnownSurroundings } from './title-surroundings';

/** What one title gets and loses; a title that is not there yet is registered with what it gets. */
export interface TitleArrangement {
  readonly contentId: string;
  /** 0 for a title that is registered. */
  readonly expectedVersion: number;
  /** What it is registered as; `null` for one that is there. */
  readonly details: ContentDetailsData | null;
  readonly give: readonly ChosenOffer[];
  readonly take: readonly OfferRef[];
}

export interface ArrangeTitles extends Command {
  readonly titles: readonly TitleArrangement[];
}

/**
 * Registers titles with their offers, and takes and gives offers of others, all or nothing. A retired title that is given
 * an offer comes back to the catalog.
 *
 * @throws TooManyTitles, NotFound, Stale of the first title that was changed meanwhile, OfferGone (C3), OfferClash (C2),
 *   LastAssignment (C1), AssignmentGone, IdentifierTaken, ParentUnfit, DomainError of a detail that is not valid
 */
export function arrangeTitles(
  command: ArrangeTitles,
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesAssigned>> {
  return unitOfWork.run(command, async (transaction) => {
    const { titles } = command;
    requireFewEnough(titles.length);
    const choose = await offersToChoose(
      titles.flatMap(({ give }) => give),
      transaction,
    );
    const known = titles.filter(({ expectedVersion }) => expectedVersion > 0);
    const found = await byId(
      known.map(({ contentId }) => contentId),
      transaction,
    );
    const changed = known.map(({ contentId, expectedVersion, give, take }) => {
      const content = requireCurrent(found.get(contentId), contentId, expectedVersion);
      const given = give.map(choose);
      if (content.closing?.kind === 'retired' && given.length > 0) content.reopen(given);
      else content.reassign(take, given);
      return content;
    });
    const added = titles
      .filter(({ expectedVersion }) => expectedVersion === 0)
      .map(({ contentId, details, give }) => {
        const [first, ...further] = give.map(choose);
        if (details === null) throw new NotFound('content', contentId);
        if (first === undefined) throw new LastAssignment(details.title, []);
        return Content.register(contentId, details, first, further);
      });
    await requireKnownSurroundings(added, transaction);
    transaction.contents.add(added);
    transaction.contents.save(changed);
    return {
      assigned: [...added, ...changed].filter(({ change }) => change !== null).map(saved),
    };
  });
}
