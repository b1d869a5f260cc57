// A little over 300 lines on purpose: all verbs of the aggregate, which share its rules and its one way to accept a change.

import type { LicenseClosing, LicenseClosingPlan } from '../closing';
import type {
  CopiedFrom,
  LicenseChange,
  LicenseReopened,
  OffersRearranged,
  ProposedChange,
} from './license-change';
import { grantOf } from './license-change';
import type { LicenseDetailsData } from './license-details';
import type { OfferData } from './offer';
import { DateRange, isoDate } from '../values/date-range';
import { LicenseDetails } from './license-details';
import { closingBy, isClosedSo, planOf } from './license-closing';
import {
  inOneSpelling,
  isSame,
  requireEachOnce,
  requireNewFirstDays,
  stepsOf,
} from './rearrangement';
import { holding, strandedBy, withoutFormats } from './stranding';
import { AlreadyClosed, LicenseEndFixed, LicenseVoid, NotClosedSo } from './closing-errors';
import {
  DevicesNotLicensed,
  FormatsNotLicensed,
  NoFreeSlot,
  OfferGone,
  OfferOutsideLicense,
  OfferOverlap,
  OffersStranded,
} from './license-errors';
import { Offer, lengthInDays } from './offer';
import type { Alternatives } from './timeline';
import { Timeline } from './timeline';

/** The fields of an offer except its window. */
export type OfferWithoutWindow = Omit<OfferData, 'window'>;

/**
 * One grant of rights under a contract, and the offers generated from it: the aggregate root and consistency boundary.
 *
 * Invariants: the window ends after it starts (L1), every offer lies inside it (L2), no two offers overlap (L3), every
 * device and format of an offer is covered by the license (L4). Offers are values; changing one replaces it (L5). An amendment that
 * would strand an offer is rejected as a whole (L6). A command makes at most one change, `change`, which the repository
 * stores as the next version together with its history entry (L7). `version` is the version at which the license was read,
 * and does not change.
 *
 * The timeline may be known only in part. A command that needs days that were not read throws a plain `Error`.
 */
export class License {
  private constructor(
    readonly id: string,
    readonly contractId: string,
    readonly version: number,
    private currentDetails: LicenseDetails,
    private currentTimeline: Timeline,
    private currentClosing: LicenseClosing | null,
    private accepted: LicenseChange | null,
  ) {}

  /**
   * Creates a license under a contract, at version 0 until it is stored as version 1.
   *
   * @param offers granted with the license, all or nothing, by the same change
   * @param copyOf the license that it is a copy of, if any
   * @throws DomainError of the first detail that is not valid (L1, empty sets), and whatever `generate` throws
   */
  static grant(
    id: string,
    contractId: string,
    details: LicenseDetailsData,
    offers: readonly Offer[] = [],
    copyOf?: CopiedFrom,
  ): License {
    const valid = LicenseDetails.of(details);
    const license = new License(id, contractId, 0, valid, Timeline.whole([]), null, null);
    license.accept(grantOf(valid, offers, copyOf), () => {
      license.place(offers);
    });
    return license;
  }

  /** For repositories only: restores a stored license without validating it. */
  static reconstitute(stored: {
    readonly id: string;
    readonly contractId: string;
    readonly version: number;
    readonly details: LicenseDetails;
    readonly timeline: Timeline;
    readonly closing: LicenseClosing | null;
  }): License {
    const { id, contractId, version, details, timeline, closing } = stored;
    return new License(id, contractId, version, details, timeline, closing, null);
  }

  get details(): LicenseDetails {
    return this.currentDetails;
  }

  get window(): DateRange {
    return this.currentDetails.terms.window;
  }

  get timeline(): Timeline {
    return this.currentTimeline;
  }

  /** Why it is no longer in use; `null` while it is. */
  get closing(): LicenseClosing | null {
    return this.currentClosing;
  }

  /** The change made by the command; `null` when there is none, and then nothing is stored. */
  get change(): LicenseChange | null {
    return this.accepted;
  }

  /**
   * Adds offers at their windows, all or nothing.
   *
   * @throws OfferOutsideLicense (L2), DevicesNotLicensed (L4), OfferOverlap (L3)
   */
  generate(offers: readonly Offer[]): void {
    if (offers.length === 0) return;
    this.accept({ kind: 'offers-generated', offers: offers.map((offer) => offer.toData()) }, () => {
      this.place(offers);
    });
  }

  /**
   * The window that `generateInFirstFreeSlot` would use among the days before `until` (exclusive, `null` for no limit), or
   * `null` when no free slot there is long enough.
   */
  firstFree(days: number, onOrAfter: string, until: string | null): DateRange | null {
    const asked = DateRange.of(onOrAfter, null);
    const within = this.window.intersection(
      until === null ? asked : DateRange.of(onOrAfter, until),
    );
    return within === null ? null : this.timeline.firstFree(within, lengthInDays(days));
  }

  /**
   * Adds an offer in the first free slot of the given length that begins on or after a day.
   *
   * @param days whole days, 1 to 36,500
   * @throws NoFreeSlot with the longest free slot, InvalidLength, DevicesNotLicensed (L4)
   */
  generateInFirstFreeSlot(offer: OfferWithoutWindow, days: number, onOrAfter: string): void {
    const place = this.firstFree(days, onOrAfter, null);
    if (place === null) {
      const within = this.window.intersection(DateRange.of(onOrAfter, null));
      const longest = within && this.timeline.longestSlot(within);
      throw new NoFreeSlot(days, isoDate(onOrAfter), longest);
    }
    this.generate([Offer.of({ ...offer, window: place.toData() })]);
  }

  /**
   * Replaces an offer with a different one (L5).
   *
   * @throws OfferGone when `before` is not an offer of this license, and whatever `generate` throws
   */
  replace(before: Offer, after: Offer): void {
    this.requireOffers([before]);
    if (before.equals(after)) return;
    this.accept({ kind: 'offer-replaced', before: before.toData(), after: after.toData() }, () => {
      const without = this.timeline.with([before], []);
      this.requireLegal(after, without, () => this.places(without, [after]));
      this.currentTimeline = without.with([], [after]);
    });
  }

  /**
   * Replaces, adds and withdraws offers at once, all or nothing: what makes room for another offer, or gives several
   * offers other prices, days or names.
   *
   * @throws OfferGone when an offer that is named as being there is not, OffersCrossed, and whatever `generate` throws
   */
  rearrange({ replaced, added, withdrawn }: Omit<OffersRearranged, 'kind'>): void {
    const change = {
      replaced: replaced.map((one) => inOneSpelling(one)).filter((one) => !isSame(one)),
      added: added.map(({ offer, titlesOf }) => ({ offer: Offer.of(offer).toData(), titlesOf })),
      withdrawn: withdrawn.map((offer) => Offer.of(offer).toData()),
    };
    const gone = [...change.replaced.map(({ before }) => before), ...change.withdrawn];
    const come = [
      ...change.replaced.map(({ after }) => after),
      ...change.added.map(({ offer }) => offer),
    ];
    if (gone.length + come.length === 0) return;
    const known = [...gone, ...change.added.flatMap(({ titlesOf }) => titlesOf ?? [])];
    this.requireOffers(known.map(Offer.of));
    requireEachOnce(gone);
    requireNewFirstDays(change.added, this.timeline.offers);
    this.accept({ kind: 'offers-rearranged', ...change }, () => {
      const without = this.timeline.with(gone.map(Offer.of), []);
      const after = this.joined(without, come.map(Offer.of), (offer) =>
        this.places(without, [offer]),
      );
      stepsOf(change);
      this.currentTimeline = after;
    });
  }

  /** @throws OfferGone when one of them is not an offer of this license */
  withdraw(offers: readonly Offer[]): void {
    if (offers.length === 0) return;
    this.requireOffers(offers);
    // An offer named twice is withdrawn once.
    const withdrawn = [...new Map(offers.map((offer) => [offer.window.startsOn, offer])).values()];
    this.accept(
      { kind: 'offers-withdrawn', offers: withdrawn.map((offer) => offer.toData()) },
      () => {
        this.currentTimeline = this.timeline.with(withdrawn, []);
      },
    );
  }

  /**
   * Changes name, notes or terms. The whole timeline must be known unless window and devices do not shrink.
   *
   * @throws OffersStranded with every offer the terms would no longer cover (L6), LicenseEndFixed when the end of an ended
   *   license would change (L8)
   */
  amend(details: LicenseDetails): void {
    if (details.equals(this.details)) return;
    if (this.closing !== null && details.terms.window.endsOn !== this.window.endsOn)
      throw new LicenseEndFixed(this.window);
    const before = this.details.toData();
    this.accept({ kind: 'license-amended', before, after: details.toData() }, () => {
      const stranded = strandedBy(this, details);
      if (stranded.length > 0) throw new OffersStranded(stranded, holding(details, stranded));
      this.currentDetails = details;
    });
  }

  /**
   * Ends the license after a day, or makes it void: cuts the offer that runs across the last day, and withdraws the offers
   * that begin after it, which for a void license are all. The days from the new end on must be known, for a void license
   * the whole timeline.
   *
   * @throws AlreadyClosed, EndsBeforeStart, EndNotEarlier, InvalidText for the reason, InvalidDate
   */
  close(plan: LicenseClosingPlan): void {
    const { closing, timeline, details } = this;
    if (closing !== null) throw new AlreadyClosed(details.name, closing);
    const change = closingBy(plan, this.window, timeline);
    this.accept(change, () => {
      const { replaced, offers } = change;
      const gone = [...(replaced === null ? [] : [replaced.before]), ...offers].map(Offer.of);
      const cut = replaced === null ? [] : [Offer.of(replaced.after)];
      this.currentTimeline = timeline.with(gone, cut);
      this.currentDetails = details.within(change.after);
      this.currentClosing = change.closing;
    });
  }

  /**
   * Takes a closing back, with the offers that it cut or withdrew.
   *
   * @throws NotClosedSo when the license is not closed in this way now, and whatever `generate` throws
   */
  reopen(change: LicenseReopened): void {
    const { after, replaced, offers } = change;
    if (!isClosedSo(this.closing, this.window, change)) throw new NotClosedSo(this.details.name);
    const cut = replaced === null ? [] : [Offer.of(replaced.before)];
    this.requireOffers(cut);
    this.accept(change, () => {
      this.currentDetails = this.details.within(after);
      this.currentClosing = null;
      this.currentTimeline = this.timeline.with(cut, []);
      this.place([...(replaced === null ? [] : [replaced.after]), ...offers].map(Offer.of));
    });
  }

  /**
   * Applies a change that was proposed elsewhere: by a form, or as the inverse of an earlier change.
   *
   * @throws whatever the change's own method throws
   */
  perform(change: ProposedChange): void {
    switch (change.kind) {
      case 'offers-generated':
        return this.generate(change.offers.map(Offer.of));
      case 'offer-replaced':
        return this.replace(Offer.of(change.before), Offer.of(change.after));
      case 'offers-withdrawn':
        return this.withdraw(change.offers.map(Offer.of));
      case 'offers-rearranged':
        return this.rearrange(change);
      case 'license-amended':
        return this.amend(LicenseDetails.of(change.after));
      case 'license-closed':
        return this.close(planOf(change));
      case 'license-reopened':
        return this.reopen(change);
    }
  }

  private accept(change: LicenseChange, apply: () => void): void {
    if (this.closing?.kind === 'void' && change.kind !== 'license-reopened')
      throw new LicenseVoid(this.details.name, this.closing.reason);
    if (this.accepted !== null) throw new Error('A command makes one change of one license.');
    apply();
    this.accepted = change;
  }

  private place(offers: readonly Offer[]): void {
    const { timeline } = this;
    this.currentTimeline = this.joined(timeline, offers, () => this.places(timeline, offers));
  }

  /** A timeline with further offers, each of which has to be legal beside those before it. */
  private joined(
    timeline: Timeline,
    coming: readonly Offer[],
    placesFor: (offer: Offer) => Alternatives | null,
  ): Timeline {
    const after = timeline.with([], coming);
    // Only where two of them overlap does it matter which of them is there first.
    const isApart = coming.every(({ window }) => after.during(window).length === 1);
    let before = timeline;
    for (const offer of coming) {
      this.requireLegal(offer, before, () => placesFor(offer));
      if (!isApart) before = before.with([], [offer]);
    }
    return after;
  }

  private requireLegal(offer: Offer, timeline: Timeline, places: () => Alternatives | null): void {
    const { window, devices, formats } = this.details.terms;
    const outside = offer.window.outside(window);
    if (outside.length > 0) throw new OfferOutsideLicense(offer, window, outside, places());
    const missing = offer.devices.filter((device) => !devices.includes(device));
    if (missing.length > 0) throw new DevicesNotLicensed(offer, missing, devices);
    const notSold = withoutFormats(offer, formats);
    if (notSold.length > 0) throw new FormatsNotLicensed(offer, notSold, formats ?? []);
    const clashes = timeline.during(offer.window).flatMap((existing) => {
      const days = existing.window.intersection(offer.window);
      return days === null ? [] : [{ with: existing, days }];
    });
    if (clashes.length > 0) throw new OfferOverlap(offer, clashes, places());
  }

  /** The nearest legal places for a run of offers that stay together; `null` when only part of the timeline is known. */
  private places(timeline: Timeline, run: readonly Offer[]): Alternatives | null {
    const wanted = run.map(({ window }) => window).reduce((all, window) => all.hull(window));
    return timeline.isWhole ? timeline.alternatives(this.window, wanted) : null;
  }

  private requireOffers(offers: readonly Offer[]): void {
    const gone = offers.find((offer) => !this.timeline.has(offer));
    if (gone !== undefined) throw new OfferGone(gone);
  }
}
