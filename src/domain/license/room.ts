import type { AddedOffer, LicenseState, OffersRearranged, ProposedChange } from './license-change';
import type { OfferData } from './offer';
import { isDomainError } from '../errors';
import { addDays, DateRange, daysBetween, isoDate } from '../values/date-range';
import { licenseIn } from './license-in';
import { LicenseDetails } from './license-details';
import { Offer } from './offer';
import { Timeline } from './timeline';

/** A way to put an offer on days that other offers have. */
export type RoomWay = (typeof ROOM_WAYS)[number];

/** In the order in which they are offered: what changes least comes first. */
export const ROOM_WAYS = ['trim', 'split', 'shift', 'shift-all', 'replace', 'nearest'] as const;

/** An offer that is to go where others are. */
export interface Wanted {
  /** What it is now; `null` when it is new. */
  readonly before: OfferData | null;
  readonly after: OfferData;
}

/** What one way does. */
export interface Room {
  readonly way: RoomWay;
  /** One change, all or nothing; `null` where the way is not open. */
  readonly change: ProposedChange | null;
  /** Why it is not open. */
  readonly reason: string | null;
}

/** A way that is open. */
export type OpenRoom = Room & { readonly change: ProposedChange };

export function isOpen(room: Room): room is OpenRoom {
  return room.change !== null;
}

/**
 * The offers that are in the way: they share a day with the wanted one.
 *
 * @param offers in date order
 */
export function inTheWay({ before, after }: Wanted, offers: readonly OfferData[]): OfferData[] {
  const window = windowOf(after);
  return offers.filter(
    (offer) =>
      offer.window.startsOn !== before?.window.startsOn && windowOf(offer).overlaps(window),
  );
}

/**
 * Every way to make room for an offer among those of its license, those that are not open with the reason.
 *
 * - `trim`: offers in the way keep what is left of them, on one side; those that would keep nothing are withdrawn.
 * - `split`: an offer that goes on after the wanted one keeps both sides, and its titles get both.
 * - `shift`: what is in the way begins after the wanted one, and pushes on what it then hits.
 * - `shift-all`: the same, and everything later follows by as many days, keeping the gaps.
 * - `replace`: offers in the way are withdrawn.
 * - `nearest`: the wanted one goes to the nearest free days instead, and nothing else changes.
 */
export function waysToMakeRoom(wanted: Wanted, state: LicenseState): readonly Room[] {
  const there = inTheWay(wanted, state.offers);
  const makers: Record<RoomWay, () => ProposedChange | string> = {
    trim: () => trimmed(wanted, there),
    split: () => split(wanted, there),
    shift: () => shifted(wanted, there, state, false),
    'shift-all': () => shifted(wanted, there, state, true),
    replace: () => rearrangement(wanted, { withdrawn: there }),
    nearest: () => nearest(wanted, state),
  };
  return ROOM_WAYS.map((way) => {
    const made = makers[way]();
    const reason = typeof made === 'string' ? made : refusalOf(made, state);
    return { way, change: reason === null && typeof made !== 'string' ? made : null, reason };
  });
}

function trimmed(wanted: Wanted, there: readonly OfferData[]): ProposedChange | string {
  const kept = there.map((offer) => ({ offer, sides: sidesOf(offer, wanted) }));
  const replaced = kept.flatMap(({ offer, sides: [side] }) =>
    side === undefined ? [] : [{ before: offer, after: at(offer, side) }],
  );
  if (replaced.length === 0) return 'Nothing of it would be left.';
  const withdrawn = kept.filter(({ sides }) => sides.length === 0).map(({ offer }) => offer);
  return rearrangement(wanted, { replaced, withdrawn });
}

function split(wanted: Wanted, there: readonly OfferData[]): ProposedChange | string {
  const kept = there.map((offer) => ({ offer, sides: sidesOf(offer, wanted) }));
  if (!kept.some(({ sides }) => sides.length === 2)) return 'No offer goes on after it.';
  return rearrangement(wanted, {
    replaced: kept.flatMap(({ offer, sides: [first] }) =>
      first === undefined ? [] : [{ before: offer, after: at(offer, first) }],
    ),
    added: kept.flatMap(({ offer, sides: [, second] }) =>
      second === undefined ? [] : [{ offer: at(offer, second), titlesOf: offer }],
    ),
  });
}

function shifted(
  wanted: Wanted,
  there: readonly OfferData[],
  { offers }: LicenseState,
  isFollowed: boolean,
): ProposedChange | string {
  const [first] = there;
  const { endsOn } = windowOf(wanted.after);
  if (first === undefined || endsOn === null) return 'It has no end that the others could follow.';
  const later = offers.filter(
    ({ window }) =>
      window.startsOn >= first.window.startsOn &&
      window.startsOn !== wanted.before?.window.startsOn,
  );
  const by = daysBetween(windowOf(first).startsOn, endsOn);
  const replaced = [];
  let free = endsOn;
  for (const offer of later) {
    const { startsOn } = windowOf(offer);
    const start = isFollowed ? addDays(startsOn, by) : startsOn < free ? free : startsOn;
    if (start === startsOn) break;
    const moved = at(offer, windowOf(offer).shifted(startsOn, start));
    replaced.push({ before: offer, after: moved });
    if (moved.window.endsOn === null) break;
    free = isoDate(moved.window.endsOn);
  }
  if (isFollowed && replaced.length === there.length) return 'No offer comes later.';
  return rearrangement(wanted, { replaced });
}

function nearest({ before, after }: Wanted, { details, offers }: LicenseState) {
  const others = offers.filter(({ window }) => window.startsOn !== before?.window.startsOn);
  const licensed = LicenseDetails.of(details).terms.window;
  const [fit] = Timeline.whole(others.map(Offer.of)).alternatives(licensed, windowOf(after)).fits;
  if (fit === undefined) return 'No free days are long enough.';
  const there = at(after, fit);
  return before === null
    ? ({ kind: 'offers-generated', offers: [there] } as const)
    : ({ kind: 'offer-replaced', before, after: there } as const);
}

/** Puts the wanted offer on its days, and does to the others what is left out as nothing. */
function rearrangement(
  { before, after }: Wanted,
  { replaced = [], added = [], withdrawn = [] }: Partial<Omit<OffersRearranged, 'kind'>>,
): OffersRearranged {
  const fresh: readonly AddedOffer[] = before === null ? [{ offer: after, titlesOf: null }] : [];
  return {
    kind: 'offers-rearranged',
    replaced: before === null ? replaced : [{ before, after }, ...replaced],
    added: [...fresh, ...added],
    withdrawn,
  };
}

/** What is left of an offer beside the wanted one, earlier part first. */
function sidesOf(offer: OfferData, { after }: Wanted): readonly DateRange[] {
  return windowOf(offer).outside(windowOf(after));
}

function at(offer: OfferData, window: DateRange): OfferData {
  return Offer.of(offer).at(window).toData();
}

function windowOf({ window }: OfferData): DateRange {
  return DateRange.of(window.startsOn, window.endsOn);
}

function refusalOf(change: ProposedChange, state: LicenseState): string | null {
  try {
    licenseIn(state).perform(change);
    return null;
  } catch (refusal) {
    if (!isDomainError(refusal)) throw refusal;
    return refusal.message;
  }
}
