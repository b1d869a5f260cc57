// A little over 300 lines on purpose: all verbs of the aggregate, which share its rules and its one way to accept a change.

import type { LicensedOffer, OfferRef } from './clash';
import type { ContentChange, TitleBroughtBack } from './content-change';
import { requireRights } from './takedown-rights';
import { clashesOf, distinct, refOf, sameRef } from './clash';
import { assignmentData } from './content-change';
import type { IsoDate } from '../values/date-range';
import { closingReason, type TitleClosing } from '../closing';
import { ContentDetails, type ContentDetailsData } from './content-details';
import {
  AlreadyAssigned,
  AssignmentGone,
  KindFixed,
  LastAssignment,
  OfferClash,
  TitleClosed,
  TitleInCatalog,
} from './content-errors';
import { Takedown, type TakedownPlan } from './takedown';
import { TakedownGone, TakenDownAlready } from './takedown-errors';

/**
 * One title with its identifiers and the offers assigned to it: an aggregate with its own version.
 *
 * Invariants: a title in the catalog has at least one offer (C1), a retired or void one has none, and no two of its offers
 * show one customer two prices (C2). A command makes at most one change, `change`, which the repository stores as the next
 * version. `version` is the version at which the title was read, and does not change.
 */
export class Content {
  private constructor(
    readonly id: string,
    readonly version: number,
    private currentDetails: ContentDetails,
    private assigned: readonly LicensedOffer[],
    private takenDown: readonly Takedown[],
    private currentClosing: TitleClosing | null,
    private accepted: ContentChange | null,
    private readonly assignedBefore: readonly LicensedOffer[] = assigned,
  ) {}

  /**
   * Creates a title with its first offer and any further ones, at version 0 until it is stored as version 1.
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
    const content = new Content(id, 0, valid, [first, ...further], [], null, {
      kind: 'content-registered',
      details: valid.toData(),
      assignment: assignmentData(first),
      ...(further.length === 0 ? {} : { further: further.map(assignmentData) }),
    });
    content.requireNoClashes(further);
    return content;
  }

  /** For repositories only: restores a stored title, with its offers as they are on their licenses now. */
  static reconstitute(
    id: string,
    version: number,
    details: ContentDetails,
    assigned: readonly LicensedOffer[],
    takedowns: readonly Takedown[],
    closing: TitleClosing | null,
  ): Content {
    return new Content(id, version, details, assigned, takedowns, closing, null);
  }

  get details(): ContentDetails {
    return this.currentDetails;
  }

  get assignments(): readonly LicensedOffer[] {
    return this.assigned;
  }

  /** Its takedowns, those that have ended too, in the order in which they were made. */
  get takedowns(): readonly Takedown[] {
    return this.takenDown;
  }

  /** Why it is no longer in the catalog; `null` while it is. */
  get closing(): TitleClosing | null {
    return this.currentClosing;
  }

  /** The offers whose licenses a change depends on: those before it and those after it. */
  get dependsOnLicenses(): readonly LicensedOffer[] {
    return [...this.assignedBefore, ...this.assigned];
  }

  /** The change made by the command; `null` when there is none, and then nothing is stored. */
  get change(): ContentChange | null {
    return this.accepted;
  }

  has(ref: OfferRef): boolean {
    return this.assigned.some((offer) => sameRef(refOf(offer), ref));
  }

  /**
   * Assigns an offer. Has no effect when it is already assigned.
   *
   * @throws OfferClash with the clashing offers, places and days (C2)
   */
  assign(offer: LicensedOffer): void {
    if (this.has(refOf(offer))) return;
    this.requireNoClash(offer, this.assigned);
    this.accept({ kind: 'offer-assigned', assignment: assignmentData(offer) });
    this.assigned = [...this.assigned, offer];
  }

  /**
   * Removes offers, on request or because their license withdraws them.
   *
   * @throws AssignmentGone when one of them is not assigned, LastAssignment when none would be left (C1)
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
   * Replaces one assigned offer by another in one step, so that even the only offer of a title can be moved.
   *
   * @throws AssignmentGone, OfferClash (C2), AlreadyAssigned when the other offer is already assigned
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
   * Removes some offers and adds others in one step. Offers that are already assigned stay as they are.
   *
   * @throws AssignmentGone, OfferClash (C2), LastAssignment when none would be left (C1)
   */
  reassign(refs: readonly OfferRef[], offers: readonly LicensedOffer[]): void {
    const taken = refs.map((ref) => this.assignment(ref));
    const given = distinct(offers).filter((offer) => !this.has(refOf(offer)));
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
   * Follows a license that rearranges its offers: some go, the others become what they are `after` it, and some come.
   *
   * @param after what the license's offers become, by their first days before; those that stay as they are can be left out
   * @throws AssignmentGone, OfferClash (C2), LastAssignment when none would be left (C1)
   */
  follow(
    licenseId: string,
    after: ReadonlyMap<string, LicensedOffer>,
    taken: readonly OfferRef[],
    given: readonly LicensedOffer[],
  ): void {
    const leaving = taken.map((ref) => this.assignment(ref));
    const staying = this.assigned
      .filter((offer) => !leaving.includes(offer))
      .map((offer) =>
        offer.licenseId === licenseId ? (after.get(offer.offer.window.startsOn) ?? offer) : offer,
      );
    const isOf = (offers: readonly LicensedOffer[]) => (one: LicensedOffer) =>
      offers.some((other) => sameRef(refOf(other), refOf(one)));
    const coming = distinct(given).filter((offer) => !isOf(staying)(offer));
    if (staying.length + coming.length === 0) throw new LastAssignment(this.details.title, []);
    const lost = leaving.filter((offer) => !isOf(coming)(offer)).map(assignmentData);
    const gained = coming.filter((offer) => !isOf(leaving)(offer)).map(assignmentData);
    this.assigned = [...staying, ...coming];
    this.requireNoClashes(coming);
    if (gained.length > 0) this.accept({ kind: 'offers-reassigned', taken: lost, given: gained });
    else if (lost.length > 0) this.accept({ kind: 'offers-unassigned', assignments: lost });
  }

  /**
   * Edits the details.
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

  /**
   * Takes the title down from a day on; its offers stay as they are.
   *
   * @throws DomainError of the first part of the plan that is not valid, NoRightsThere for a territory or rights type that
   *   none of its licenses has, TakenDownAlready when another takedown covers all of it
   */
  takeDown(plan: TakedownPlan): void {
    const takedown = Takedown.begin(this.version + 1, plan);
    if (this.closing !== null) throw new TitleClosed(this.details.title, this.closing);
    requireRights(this.details.title, takedown, this.assigned);
    const earlier = this.takenDown.find(
      (other) => other.days.encloses(takedown.days) && other.reaches(takedown),
    );
    if (earlier !== undefined) throw new TakenDownAlready(this.details.title, earlier);
    this.begin(takedown);
  }

  /** Takes the title down again on the days that a return gave back, wherever it has rights by now. */
  undoReturn({ before, from, after }: TitleBroughtBack): void {
    const { days, territories, rightsTypes, reason } = before;
    const startsOn = after === null ? days.startsOn : from;
    const plan = { startsOn, endsOn: days.endsOn, territories, rightsTypes, reason };
    this.begin(Takedown.begin(this.version + 1, plan));
  }

  private begin(takedown: Takedown): void {
    this.accept({ kind: 'title-taken-down', takedown: takedown.toData() });
    this.takenDown = [...this.takenDown, takedown];
  }

  /**
   * Ends a takedown.
   *
   * @param from the first day on which the title is back; on the takedown's first day or before, it never applied
   * @throws TakedownGone when the title has no such takedown, or is back from it by then
   */
  bringBack(number: number, from: IsoDate): void {
    const before = this.takenDown.find((takedown) => takedown.number === number);
    const endsOn = before?.days.endsOn ?? null;
    if (before === undefined || (endsOn !== null && endsOn <= from))
      throw new TakedownGone(this.details.title);
    const after = before.until(from);
    this.accept({
      kind: 'title-brought-back',
      before: before.toData(),
      from,
      after: after?.toData() ?? null,
    });
    this.takenDown = this.takenDown.flatMap((takedown) =>
      takedown === before ? (after ?? []) : takedown,
    );
  }

  /**
   * Takes the title out of the catalog, or makes it void; its assignments end with it.
   *
   * @throws TitleClosed when it is out of the catalog already, InvalidText for the reason
   */
  close({ kind, reason }: TitleClosing): void {
    const closing = { kind, reason: closingReason(reason) };
    this.accept({
      ...{ kind: 'title-closed', closing },
      assignments: this.assigned.map(assignmentData),
    });
    this.assigned = [];
    this.currentClosing = closing;
  }

  /**
   * Brings the title back to the catalog with offers.
   *
   * @throws TitleInCatalog, LastAssignment without an offer (C1), OfferClash (C2)
   */
  reopen(chosen: readonly LicensedOffer[]): void {
    const { closing } = this;
    if (closing === null) throw new TitleInCatalog(this.details.title);
    const offers = distinct(chosen);
    if (offers.length === 0) throw new LastAssignment(this.details.title, []);
    this.currentClosing = null;
    this.accept({ kind: 'title-reopened', closing, assignments: offers.map(assignmentData) });
    this.assigned = offers;
    this.requireNoClashes(offers);
  }

  private accept(change: ContentChange): void {
    if (change.kind !== 'content-corrected') this.requireOpenTo(change);
    if (this.accepted !== null) throw new Error('A command makes one change of one title.');
    this.accepted = change;
  }

  /** Only a retired title that becomes void changes while it is out of the catalog. */
  private requireOpenTo(change: ContentChange): void {
    const { closing } = this;
    const becomesVoid = change.kind === 'title-closed' && change.closing.kind === 'void';
    if (closing !== null && !(becomesVoid && closing.kind === 'retired'))
      throw new TitleClosed(this.details.title, closing);
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
