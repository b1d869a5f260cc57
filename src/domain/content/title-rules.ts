import type { LicensedOffer, OfferRef } from './clash';
import type { DarkPlace, OnOffer } from './coverage';
import type { IsoDate } from '../values/date-range';
import type { Offer } from '../license/offer';
import type { License } from '../license/license';
import type { LicenseChange } from '../license/license-change';
import { replacedBy } from '../license/license-change';
import { clashAlike, clashBetween, licensedOffer, refOf, sameRef } from './clash';
import { Content } from './content';
import { isoDate } from '../values/date-range';
import { LastAssignment, OfferClash, TitlesClash, TitlesStranded } from './content-errors';
import { darkWithout } from './coverage';

/** An offer of another license that some titles have in addition to an offer of this license. */
export interface Neighbor {
  /** The first day of this license's own offer, before the change. */
  readonly startsOn: IsoDate;
  readonly other: LicensedOffer;
  /** The number of titles that have both. */
  readonly titles: number;
  /** The name of one of them. */
  readonly example: string;
}

/**
 * The first days of the offers whose titles could clash after a change of their license (C2): the replaced offer, or
 * `'all'` when the change amends terms that C2 depends on. New offers have no titles yet, and withdrawn ones lose theirs.
 */
export function offersInQuestion(change: LicenseChange): readonly IsoDate[] | 'all' {
  switch (change.kind) {
    case 'offer-replaced':
    case 'offers-rearranged':
      return replacedBy(change).map(({ before }) => isoDate(before.window.startsOn));
    case 'license-amended':
      return clashAlike(change.before.terms, change.after.terms) ? [] : 'all';
    case 'license-reopened':
      return change.replaced === null ? [] : [isoDate(change.replaced.before.window.startsOn)];
    case 'license-granted':
    case 'license-closed':
    case 'offers-generated':
    case 'offers-withdrawn':
      return [];
  }
}

/**
 * Rejects a change of a license that would make offers of its titles clash (C2).
 *
 * @param license its state after the change
 * @throws TitlesClash with the title, the other license, territories, devices and days
 */
export function requireNoTitlesClash(license: License, neighbors: readonly Neighbor[]): void {
  const { change } = license;
  if (change === null) return;
  const offers = new Map(
    license.timeline.offers.map((offer) => [offer.window.startsOn, licensedOffer(license, offer)]),
  );
  const moved = new Map(
    replacedBy(change).map(({ before, after }) => [
      isoDate(before.window.startsOn),
      isoDate(after.window.startsOn),
    ]),
  );
  const found = neighbors.flatMap(({ startsOn, other, titles, example }) => {
    const offer = offers.get(moved.get(startsOn) ?? startsOn);
    // The offer was added after the license was read; the version check will detect that.
    if (offer === undefined) return [];
    const clash = clashBetween(offer, other);
    return clash === null ? [] : [{ offer, clash, titles, example }];
  });
  if (found.length > 0) throw new TitlesClash(found);
}

/**
 * Unassigns offers that their license withdraws from every title that has them.
 *
 * @param titles each has at least one of the offers
 * @param retiring the reason for which titles without another offer are retired; `null` when they stand against it
 * @throws TitlesStranded with the titles that have no other offer (C1); the titles must not be stored then
 */
export function releaseOffers(
  titles: readonly Content[],
  refs: readonly OfferRef[],
  retiring: string | null,
): void {
  requireNoneStranded(
    titles.filter((title) =>
      isStranded(title, retiring, () => {
        title.unassign(refs.filter((ref) => title.has(ref)));
      }),
    ),
  );
}

/**
 * Takes offers from a title, and retires it when it has no other.
 *
 * @param retiring the reason for which it is retired; `null` when it stands against the change
 * @returns whether it stands against it (C1)
 */
export function isStranded(title: Content, retiring: string | null, act: () => void): boolean {
  try {
    act();
    return false;
  } catch (refusal) {
    if (!(refusal instanceof LastAssignment)) throw refusal;
    if (retiring !== null) title.close({ kind: 'retired', reason: retiring });
    return retiring === null;
  }
}

/** @throws TitlesStranded with the titles, if there are any */
export function requireNoneStranded(stranded: readonly Content[]): void {
  if (stranded.length > 0)
    throw new TitlesStranded(stranded.map(({ id, details }) => ({ id, title: details.title })));
}

/** A title that gets offers back which it lost. */
export interface Returning {
  readonly title: Content;
  readonly offers: readonly LicensedOffer[];
  /** Whether it left the catalog because it lost them, and nothing happened to it since. */
  readonly isReopened: boolean;
}

/** A title as it is once the same command has changed offers on their licenses; those that it does not have are ignored. */
export function withChanged(title: Content, offers: readonly LicensedOffer[]): Content {
  const { id, version, details, assignments, takedowns, closing } = title;
  const changed = assignments.map(
    (offer) => offers.find((one) => sameRef(refOf(one), refOf(offer))) ?? offer,
  );
  return Content.reconstitute(id, version, details, changed, takedowns, closing);
}

/**
 * Assigns the offers that a withdrawal removed to their titles again, and brings back the titles that were retired with it.
 * Offers that are already assigned stay as they are.
 *
 * @throws TitlesClash when another offer is assigned there by now (C2), TitleClosed for a title that somebody retired or
 *   voided since; the titles must not be stored then
 */
export function returnOffers(titles: readonly Returning[]): void {
  forEachTitle(titles, ({ title, offers, isReopened }) => {
    if (isReopened) title.reopen(offers);
    else title.reassign([], offers);
  });
}

/**
 * Changes titles one after another, and gathers their clashes.
 *
 * @throws TitlesClash with every pair of offers that clashes for some of them (C2), and what `act` throws beside
 */
export function forEachTitle<Changing extends { readonly title: Content }>(
  titles: readonly Changing[],
  act: (changing: Changing) => void,
): void {
  type Found = TitlesClash['clashes'][number];
  const found = new Map<string, Found>();
  for (const changing of titles)
    try {
      act(changing);
    } catch (refusal) {
      if (!(refusal instanceof OfferClash)) throw refusal;
      for (const clash of refusal.clashes) {
        const pair = JSON.stringify([refOf(refusal.offer), refOf(clash.with)]);
        const { titles: many, example } = found.get(pair) ?? {
          ...{ titles: 0, example: changing.title.details.title },
        };
        found.set(pair, { offer: refusal.offer, clash, titles: many + 1, example });
      }
    }
  if (found.size > 0) throw new TitlesClash([...found.values()]);
}

/** The effect of losing offers on a title. */
export type Loss =
  /** The title has no other offers, which blocks the withdrawal (C1). */
  | { readonly kind: 'stranded' }
  /** The title keeps other offers. `dark` lists the places in which it goes dark, or goes dark earlier than before. */
  | { readonly kind: 'released'; readonly dark: readonly DarkPlace[] };

/** An offer that ends earlier: it stays with its titles. */
export interface Cut {
  readonly ref: OfferRef;
  readonly after: Offer;
}

/**
 * @param cuts the offers that end earlier, beside those that go
 * @param today places that went dark by this day even without the loss are not included
 * @param gained what it gets by the same change
 */
export function lossOf(
  title: Content,
  refs: readonly OfferRef[],
  cuts: readonly Cut[],
  today: IsoDate,
  gained: readonly LicensedOffer[] = [],
): Loss {
  const isTaken = (offer: LicensedOffer) => refs.some((ref) => sameRef(ref, refOf(offer)));
  const staying = title.assignments.filter((offer) => !isTaken(offer));
  if (staying.length + gained.length === 0) return { kind: 'stranded' };
  const kept = staying.map((offer) => {
    const cut = cuts.find(({ ref }) => sameRef(ref, refOf(offer)));
    return cut === undefined ? offer : { ...offer, offer: cut.after };
  });
  const lessened = title.assignments.filter(
    (offer) => isTaken(offer) || cuts.some(({ ref }) => sameRef(ref, refOf(offer))),
  );
  return {
    kind: 'released',
    dark: darkWithout(
      lessened.map(onOffer),
      [...kept, ...gained].map(onOffer),
      today,
      title.takedowns,
    ),
  };
}

/** An offer as what it puts on offer where. */
export function onOffer({ rightsType, territories, offer }: LicensedOffer): OnOffer {
  return { rightsType, territories, window: offer.window.toData() };
}
