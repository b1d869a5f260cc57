import type { LicensedOffer, OfferRef } from './clash';
import type { ContentChange } from './content-change';
import { clashesOf, refOf, sameRef } from './clash';
import { assignmentData } from './content-change';
import { ContentDetails } from './content-details';
import type { ContentDetailsData } from './content-details';
import { AssignmentGone, LastAssignment, OfferClash } from './content-errors';
import { DomainError } from '../errors';

/**
 * One title with its identifiers and the offers assigned to it: an aggregate with a version of its own.
 *
 * What always holds: a title has at least one offer, from the moment it exists and for ever (C1), and no two of its offers
 * show one customer two prices (C2). A command makes at most one change, `change`, which the repository stores as the next
 * version; `version` is the version the title was read at, and stays that.
 */
export class Content {
  private constructor(
    readonly id: string,
    readonly version: number,
    private currentDetails: ContentDetails,
    private assigned: readonly LicensedOffer[],
    private accepted: ContentChange | null,
    private readonly assignedBefore: readonly LicensedOffer[] = assigned,
  ) {}

  /**
   * A new title together with its first offer, and further ones, at version 0 until it is stored as version 1.
   *
   * @throws DomainError of the first detail that is not valid, OfferClash (C2)
   */
  static register(
    id: string,
    details: ContentDetailsData,
    first: LicensedOffer,
    further: readonly LicensedOffer[] = [],
  ): Content {
    const valid = ContentDetails.of(details);
    const content = new Content(id, 0, valid, [first, ...further], {
      kind: 'content-registered',
      details: valid.toData(),
      assignment: assignmentData(first),
      ...(further.length === 0 ? {} : { further: further.map(assignmentData) }),
    });
    content.requireNoClashes(further);
    return content;
  }

  /** For repositories only: a title as it was stored, with its offers as their licenses hold them now. */
  static reconstitute(
    id: string,
    version: number,
    details: ContentDetails,
    assigned: readonly LicensedOffer[],
  ): Content {
    return new Content(id, version, details, assigned, null);
  }

  get details(): ContentDetails {
    return this.currentDetails;
  }

  get assignments(): readonly LicensedOffer[] {
    return this.assigned;
  }

  /** The offers that a change rests on: those before it and those after it. */
  get dependsOnLicenses(): readonly LicensedOffer[] {
    return [...this.assignedBefore, ...this.assigned];
  }

  /** What the command changed; `null` when nothing, and then nothing is stored. */
  get change(): ContentChange | null {
    return this.accepted;
  }

  has(ref: OfferRef): boolean {
    return this.assigned.some((offer) => sameRef(refOf(offer), ref));
  }

  /**
   * Assigns an offer; nothing when the title has it already.
   *
   * @throws OfferClash naming the offers it clashes with, and where and when (C2)
   */
  assign(offer: LicensedOffer): void {
    if (this.has(refOf(offer))) return;
    this.requireNoClash(offer, this.assigned);
    this.accept({ kind: 'offer-assigned', assignment: assignmentData(offer) });
    this.assigned = [...this.assigned, offer];
  }

  /**
   * Takes offers away: by hand, or because their license withdraws them.
   *
   * @throws AssignmentGone when the title does not have one of them, LastAssignment when none would be left (C1)
   */
  unassign(refs: readonly OfferRef[]): void {
    if (refs.length === 0) return;
    const taken = refs.map((ref) => this.assignment(ref));
    const kept = this.assigned.filter((offer) => !taken.includes(offer));
    if (kept.length === 0) throw new LastAssignment(this.details.title, []);
    this.accept({ kind: 'offers-unassigned', assignments: taken.map(assignmentData) });
    this.assigned = kept;
  }

  /**
   * Assigns another offer in place of one, in one step; so the only offer of a title can be moved.
   *
   * @throws AssignmentGone, OfferClash (C2), AlreadyAssigned when the title has the other one too
   */
  move(from: OfferRef, to: LicensedOffer): void {
    const leaving = this.assignment(from);
    if (sameRef(from, refOf(to))) return;
    if (this.has(refOf(to))) throw new AlreadyAssigned(this.details.title, to);
    const kept = this.assigned.filter((offer) => offer !== leaving);
    this.requireNoClash(to, kept);
    this.accept({
      kind: 'assignment-moved',
      from: assignmentData(leaving),
      to: assignmentData(to),
    });
    this.assigned = [...kept, to];
  }

  /**
   * Takes some offers and gives others in one step; what it has already stays as it is.
   *
   * @throws AssignmentGone, OfferClash (C2), LastAssignment when none would be left (C1)
   */
  reassign(refs: readonly OfferRef[], offers: readonly LicensedOffer[]): void {
    const taken = refs.map((ref) => this.assignment(ref));
    const given = offers.filter((offer) => !this.has(refOf(offer)));
    if (taken.length + given.length === 0) return;
    const kept = this.assigned.filter((offer) => !taken.includes(offer));
    if (kept.length + given.length === 0) throw new LastAssignment(this.details.title, []);
    this.accept({
      kind: 'offers-reassigned',
      taken: taken.map(assignmentData),
      given: given.map(assignmentData),
    });
    this.assigned = [...kept, ...given];
    this.requireNoClashes(given);
  }

  /**
   * Corrects what the title is known by.
   *
   * @throws DomainError of the first detail that is not valid, KindFixed when the kind would change
   */
  correct(details: ContentDetailsData): void {
    const after = ContentDetails.of(details);
    if (after.kind !== this.details.kind) throw new KindFixed();
    if (after.equals(this.details)) return;
    this.accept({
      kind: 'content-corrected',
      before: this.details.toData(),
      after: after.toData(),
    });
    this.currentDetails = after;
  }

  private accept(change: ContentChange): void {
    if (this.accepted !== null) throw new Error('A command makes one change of one title.');
    this.accepted = change;
  }

  private assignment(ref: OfferRef): LicensedOffer {
    const found = this.assigned.find((offer) => sameRef(refOf(offer), ref));
    if (found === undefined) throw new AssignmentGone(this.details.title, ref);
    return found;
  }

  private requireNoClashes(offers: readonly LicensedOffer[]): void {
    for (const offer of offers) this.requireNoClash(offer, this.assigned);
  }

  private requireNoClash(offer: LicensedOffer, others: readonly LicensedOffer[]): void {
    const clashes = clashesOf(offer, others);
    if (clashes.length > 0) throw new OfferClash(this.details.title, offer, clashes);
  }
}

/** The offer an assignment would move to is one the title has already. */
export class AlreadyAssigned extends DomainError {
  readonly code = 'already-assigned';
  override readonly field = 'offer';

  constructor(title: string, { offer }: LicensedOffer) {
    super(`${title} has ${offer.name} already. Unassign this offer instead of moving it.`);
  }
}

/** Seasons and episodes rely on the kind of what they belong to. */
export class KindFixed extends DomainError {
  readonly code = 'kind-fixed';
  override readonly field = 'kind';

  constructor() {
    super('The kind of a title cannot be changed. Register the title again with the right kind.');
  }
}
