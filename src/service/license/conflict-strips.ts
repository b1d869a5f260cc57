import type { DateRangeData } from '../../domain/values/date-range';
import type {
  LicenseChange,
  LicenseState,
  ProposedChange,
} from '../../domain/license/license-change';
import type { OfferData } from '../../domain/license/offer';
import { DateRange, addDaysWithin, isoDate } from '../../domain/values/date-range';
import {
  offersAddedBy,
  offersRemovedBy,
  replacedBy,
  rewind,
} from '../../domain/license/license-change';
import { Offer } from '../../domain/license/offer';

/** An offer on one of the three strips. */
export interface StripOffer extends OfferData {
  readonly mark: 'yours' | 'theirs' | null;
}

/** The offers around a conflict: with the person's change, as they are now, and as they would be. */
export interface ConflictStrips {
  readonly span: DateRangeData;
  readonly yours: readonly StripOffer[];
  readonly theirs: readonly StripOffer[];
  readonly result: readonly StripOffer[];
}

/** Days of context on both sides of what the strips are about. */
const CONTEXT = 45;

/** The most offers of one strip on each side of what the strips are about: with more, nobody could tell them apart. */
const MAX_AROUND = 20;

/** What each of the three strips shows, on one span. */
export function conflictStrips(
  change: ProposedChange | null,
  result: ProposedChange | null,
  latest: LicenseState,
  since: readonly LicenseChange[],
): ConflictStrips {
  const mine = change === null ? [] : offersOf(change);
  const outcome = result === null ? [] : offersOf(result);
  const theirs = since.flatMap(offersOf);
  const { window: licensed } = latest.details.terms;
  const base = rewind(latest, since).offers;
  const span = fewer(
    spanOf([...mine, ...theirs, ...outcome], licensed),
    [base, latest.offers],
    (mine[0] ?? outcome[0] ?? theirs.at(-1))?.window.startsOn ?? licensed.startsOn,
  );
  const within = (offers: readonly OfferData[]) => withNeighbors(offers, span);
  const same = (one: OfferData) => (other: OfferData) => Offer.of(one).equals(Offer.of(other));
  const mark = (
    offers: readonly OfferData[],
    marked: readonly OfferData[],
    as: 'yours' | 'theirs',
  ) =>
    offers.map((offer): StripOffer => ({ ...offer, mark: marked.some(same(offer)) ? as : null }));
  const after = (offers: readonly OfferData[], applied: ProposedChange | null): OfferData[] => {
    if (applied === null) return [...offers];
    const gone = removedBy(applied);
    const kept = offers.filter((offer) => !gone.some(same(offer)));
    const added = addedBy(applied).filter(isIn(span));
    return [...kept, ...added].sort((a, b) => (a.window.startsOn < b.window.startsOn ? -1 : 1));
  };
  return {
    span: span.toData(),
    yours: mark(after(within(base), change), change === null ? [] : addedBy(change), 'yours'),
    theirs: mark(within(latest.offers), since.flatMap(addedBy).filter(isIn(span)), 'theirs'),
    result: mark(
      after(within(latest.offers), result),
      result === null ? [] : addedBy(result),
      'yours',
    ),
  };
}

/** The part of a span around a day in which no timeline has more than twice `MAX_AROUND` offers. */
function fewer(
  span: DateRange,
  timelines: readonly (readonly OfferData[])[],
  day: string,
): DateRange {
  let [start, end] = [span.startsOn, span.endsOn];
  for (const offers of timelines) {
    const next = offers.findIndex(({ window }) => window.endsOn === null || window.endsOn > day);
    const middle = next < 0 ? offers.length : next;
    const first = offers[middle - MAX_AROUND]?.window.startsOn;
    const last = offers[middle + MAX_AROUND]?.window.startsOn;
    if (first !== undefined && first > start) start = isoDate(first);
    if (last !== undefined && (end === null || last < end)) end = isoDate(last);
  }
  return DateRange.of(start, end);
}

function isIn(span: DateRange) {
  return ({ window }: OfferData) => DateRange.of(window.startsOn, window.endsOn).overlaps(span);
}

function addedBy(change: LicenseChange): readonly OfferData[] {
  return change.kind === 'license-granted'
    ? []
    : [...replacedBy(change).map(({ after }) => after), ...offersAddedBy(change)];
}

function removedBy(change: LicenseChange): readonly OfferData[] {
  return [...replacedBy(change).map(({ before }) => before), ...offersRemovedBy(change)];
}

function offersOf(change: LicenseChange): OfferData[] {
  return [...addedBy(change), ...removedBy(change)];
}

function spanOf(offers: readonly OfferData[], license: DateRangeData): DateRange {
  const bounds = DateRange.of(license.startsOn, license.endsOn);
  const bounded = offers.map(({ window }) => {
    const { startsOn: start, endsOn: end } = DateRange.of(window.startsOn, window.endsOn);
    return DateRange.of(start, end ?? addDaysWithin(start, 365));
  });
  const hull =
    bounded.length === 0
      ? DateRange.of(bounds.startsOn, bounds.endsOn ?? addDaysWithin(bounds.startsOn, 730))
      : bounded.reduce((all, window) => all.hull(window));
  const end = hull.endsOn ?? bounds.startsOn;
  return DateRange.of(addDaysWithin(hull.startsOn, -CONTEXT), addDaysWithin(end, CONTEXT));
}

/** The offers that have a day in the span, and one more on either side, so that the free days between are told truly. */
function withNeighbors(offers: readonly OfferData[], span: DateRange): readonly OfferData[] {
  const isBefore = ({ window }: OfferData) =>
    window.endsOn !== null && window.endsOn <= span.startsOn;
  const isAfter = ({ window }: OfferData) => span.endsOn !== null && window.startsOn >= span.endsOn;
  const before = offers.findLastIndex(isBefore);
  const after = offers.findIndex(isAfter);
  return offers.slice(Math.max(before, 0), after < 0 ? undefined : after + 1);
}
