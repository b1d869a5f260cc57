import type { TitleClosing } from '../closing';
import type { Clash, LicensedOffer, OfferRef } from './clash';
import { describeClash } from './clash';
import { DomainError } from '../errors';
import { listed } from '../values/words';

const MAX_NAMED = 3;

/** C2: two offers of one title would show one customer two prices. */
export class OfferClash extends DomainError {
  readonly code = 'offer-clash';
  override readonly field = 'offer';

  constructor(
    readonly title: string,
    readonly offer: LicensedOffer,
    readonly clashes: readonly Clash[],
  ) {
    super(
      `${title} would have two prices at once: ${offer.offer.name} clashes with ` +
        `${listed(clashes.slice(0, MAX_NAMED).map(describeClash), clashes.length)}.`,
    );
  }
}

/** C2, for a license: the change would make offers of its titles clash. */
export class TitlesClash extends DomainError {
  readonly code = 'titles-clash';

  constructor(
    /** Each pair of offers that would clash, with the number of titles that have both and the name of one of them. */
    readonly clashes: readonly {
      readonly offer: LicensedOffer;
      readonly clash: Clash;
      readonly titles: number;
      readonly example: string;
    }[],
  ) {
    super(
      listed(
        clashes
          .slice(0, MAX_NAMED)
          .map(
            ({ offer, clash, titles, example }) =>
              `${listed([example], titles)} would have two prices at once, ` +
              `because ${offer.offer.name} would clash with ${describeClash(clash)}`,
          ),
        clashes.length,
      ) + '.',
    );
  }
}

/** C1: a title always has at least one assigned offer. */
export class LastAssignment extends DomainError {
  readonly code = 'last-assignment';

  constructor(
    readonly title: string,
    /** Offers that could be assigned first, so that this one can be removed. */
    readonly alternatives: readonly LicensedOffer[],
  ) {
    super(
      `${onlyOfferOf(title)} ` +
        (alternatives.length === 0
          ? 'Assign another offer first. None of its licenses has one that fits, so generate an offer or choose another license.'
          : `Assign another first, such as ${listed(
              alternatives
                .slice(0, MAX_NAMED)
                .map(({ offer, licenseName }) => `${offer.name} (${licenseName})`),
            )}.`),
    );
  }
}

/** C1, in a sentence. */
export function onlyOfferOf(title: string): string {
  return `This is the only offer of ${title}, and a title needs at least one.`;
}

/** C1, for a license: some titles have no other offers than those to withdraw. */
export class TitlesStranded extends DomainError {
  readonly code = 'titles-stranded';

  constructor(readonly titles: readonly { readonly id: string; readonly title: string }[]) {
    const names = titles.slice(0, MAX_NAMED).map(({ title }) => title);
    super(
      `${listed(names, titles.length)} ${titles.length === 1 ? 'has' : 'have'} no other offer. ` +
        `Assign another to ${titles.length === 1 ? 'it' : 'them'} first.`,
    );
  }
}

/** More titles have the offers than were shown to the user, so the withdrawal would affect titles the user has not seen. */
export class TitlesJoined extends DomainError {
  readonly code = 'titles-joined';

  /**
   * @param seen number of titles shown
   * @param now number of titles at present, larger than `seen`
   */
  constructor(seen: number, now: number) {
    const more = now - seen;
    super(
      `${more.toLocaleString('en-US')} more ${more === 1 ? 'title has' : 'titles have'} got the offer since you looked. ` +
        'Nothing was withdrawn. Look at the titles again, and then decide.',
    );
  }
}

/** The assignment named by a command no longer exists: the offer was unassigned, replaced or withdrawn. */
export class AssignmentGone extends DomainError {
  readonly code = 'assignment-gone';

  constructor(
    readonly title: string,
    readonly ref: OfferRef,
  ) {
    super(
      `${title} no longer has this offer: it was replaced, withdrawn or unassigned. Reload the page.`,
    );
  }
}

/** A title that is retired or void has no offers and no takedowns until it is brought back. */
export class TitleClosed extends DomainError {
  readonly code = 'title-closed';

  constructor(
    readonly title: string,
    closing: TitleClosing,
  ) {
    super(`${title} is ${closing.kind} (${closing.reason}). Bring it back with an offer first.`);
  }
}

/** A title that is in the catalog cannot be brought back. */
export class TitleInCatalog extends DomainError {
  readonly code = 'title-in-catalog';

  constructor(readonly title: string) {
    super(`${title} is already in the catalog. Reload the page.`);
  }
}

/** The target offer of a move is already assigned to the title. */
export class AlreadyAssigned extends DomainError {
  readonly code = 'already-assigned';
  override readonly field = 'offer';

  constructor(title: string, { offer }: LicensedOffer) {
    super(`${title} has ${offer.name} already. Unassign this offer instead of moving it.`);
  }
}

/** The kind of a title cannot change, because its seasons and episodes rely on it. */
export class KindFixed extends DomainError {
  readonly code = 'kind-fixed';
  override readonly field = 'kind';

  constructor() {
    super('The kind of a title cannot be changed. Register the title again with the right kind.');
  }
}
