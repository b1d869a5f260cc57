import type { License } from '../license/license';
import type { Offer } from '../license/offer';
import type { BulkPlan } from './bulk-plan';
import { DomainError } from '../errors';
import { addDays, DateRange, formatLength } from '../values/date-range';
import { MAX_SHIFT } from './bulk-plan';

type Shift = Extract<BulkPlan, { readonly kind: 'shift' }>;

/** An offer, and the same on other days. */
export interface ShiftedOffer {
  readonly before: Offer;
  readonly after: Offer;
}

/**
 * Offers of a license moved by whole days. Whether they overlap others or stick out of the license is not looked at, unless the
 * shift says what becomes of that.
 *
 * @param license the whole timeline must be known
 * @param chosen offers of it, in date order
 * @throws InvalidShift, ShiftedOut for an offer of which no day is left, InvalidDate beyond the calendar
 */
export function shifted(
  { timeline, window }: License,
  chosen: readonly Offer[],
  { days, outside, inTheWay }: Pick<Shift, 'days' | 'outside' | 'inTheWay'>,
): readonly ShiftedOffer[] {
  if (!Number.isInteger(days) || days === 0 || Math.abs(days) > MAX_SHIFT) throw new InvalidShift();
  const moving = inTheWay === 'push' ? pushed(timeline.offers, new Set(chosen), days) : chosen;
  return moving.map((before) => {
    const there = moved(before.window, days);
    const kept = outside === 'cut' ? there.intersection(window) : there;
    if (kept === null) throw new ShiftedOut(before, days);
    return { before, after: before.at(kept) };
  });
}

/**
 * The chosen offers with those that they run into, and those that these run into in turn, in date order. All move by the same
 * days, so that they never run into each other.
 */
function pushed(
  offers: readonly Offer[],
  chosen: ReadonlySet<Offer>,
  days: number,
): readonly Offer[] {
  // In the direction of the shift, an offer is only run into by those before it.
  const inDirection = days > 0 ? offers : offers.toReversed();
  const moving: { readonly offer: Offer; readonly there: DateRange }[] = [];
  let first = 0;
  for (const offer of inDirection) {
    while (isPast(moving[first]?.there, offer.window, days)) first += 1;
    const isRunInto = moving[first]?.there.overlaps(offer.window) === true;
    if (chosen.has(offer) || isRunInto) moving.push({ offer, there: moved(offer.window, days) });
  }
  const found = moving.map(({ offer }) => offer);
  return days > 0 ? found : found.reverse();
}

/** Whether a moved window lies behind an offer, seen in the direction of the shift: it is behind all later ones, too. */
function isPast(there: DateRange | undefined, window: DateRange, days: number): boolean {
  if (there === undefined) return false;
  return days > 0
    ? there.endsOn !== null && there.endsOn <= window.startsOn
    : window.endsOn !== null && there.startsOn >= window.endsOn;
}

function moved({ startsOn, endsOn }: DateRange, days: number): DateRange {
  return DateRange.of(addDays(startsOn, days), endsOn === null ? null : addDays(endsOn, days));
}

/** A shift is by at least one day and at most ten years, earlier or later. */
export class InvalidShift extends DomainError {
  readonly code = 'invalid-shift';
  override readonly field = 'days';

  constructor() {
    super('Enter a whole number of days, at most 3,660: 7 for later, -7 for earlier.');
  }
}

/** No day of a shifted offer would lie within its license. */
export class ShiftedOut extends DomainError {
  readonly code = 'shifted-out';

  constructor(offer: Offer, days: number) {
    super(
      `${offer.name} would lie outside the license ${formatLength(Math.abs(days))} ${days > 0 ? 'later' : 'earlier'}.`,
    );
  }
}
