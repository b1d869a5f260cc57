import type { License } from '../license/license';
import type { OffersRearranged, Replacement } from '../license/license-change';
import type { Offer, OfferData } from '../license/offer';
import type { BulkPlan } from './bulk-plan';
import { DomainError, isDomainError } from '../errors';
import { isWindowRefused } from '../license/license-errors';
import { DateRange, formatDay, isoDate } from '../values/date-range';
import { bulkStep } from './bulk-change';

/** A change of the same kind for some offers of one license, which are chosen one by one. */
export type OffersPlan =
  | Omit<Extract<BulkPlan, { readonly kind: 'set-price' }>, 'offers'>
  | Omit<Extract<BulkPlan, { readonly kind: 'change-price' }>, 'offers'>
  | Omit<Extract<BulkPlan, { readonly kind: 'shift' }>, 'offers'>
  | Omit<Extract<BulkPlan, { readonly what: 'offers' }>, 'offers' | 'what'>
  /** Offers end after a day, inclusive, ISO 8601. */
  | { readonly kind: 'end'; readonly lastDay: string }
  | { readonly kind: 'withdraw' };

/** What becomes of the offers that were chosen. */
export interface DecidedOffers {
  /** What is to be done; `null` when nothing changes. */
  readonly change: OffersRearranged | null;
  /** How many of the chosen offers change, and how many stay as they are. */
  readonly changing: number;
  readonly same: number;
  /** How many of those that stay do so because all their prices are tiers. */
  readonly onTiers: number;
  /** The chosen offers that a rule stands against, in date order. */
  readonly blocked: readonly { readonly offer: Offer; readonly refusal: DomainError }[];
}

/**
 * Decides a change of some offers of a license, as if those that are blocked were left out. Whether titles would have two
 * prices (C2) is not looked at.
 *
 * @param make the license, anew each time; the whole timeline must be known
 * @param chosen first days of offers of it
 */
export function decideOffers(
  plan: OffersPlan,
  make: () => License,
  chosen: ReadonlySet<string>,
): DecidedOffers {
  const license = make();
  const offers = license.timeline.offers.filter(({ window }) => chosen.has(window.startsOn));
  const blocked: { readonly offer: Offer; readonly refusal: DomainError }[] = [];
  let onTiers = 0;
  let wanted = offers.filter((offer) => {
    try {
      onTiers += stepOf(plan, license, [offer]).onTiers;
      return true;
    } catch (refusal) {
      if (!isDomainError(refusal)) throw refusal;
      blocked.push({ offer, refusal });
      return false;
    }
  });
  for (;;) {
    const change = wanted.length === 0 ? null : stepOf(plan, license, wanted).change;
    const refused = change === null ? null : refusalOf(change, make(), wanted);
    if (refused === null) {
      const changing = change === null ? 0 : changedBy(change, wanted);
      return {
        ...{ change, changing, same: wanted.length - changing, onTiers },
        blocked: blocked.toSorted((a, b) =>
          a.offer.window.startsOn < b.offer.window.startsOn ? -1 : 1,
        ),
      };
    }
    blocked.push(refused);
    wanted = wanted.filter((offer) => offer !== refused.offer);
  }
}

/** How many of the chosen offers a change is about: offers that move along are not among them. */
function changedBy({ replaced, withdrawn }: OffersRearranged, wanted: readonly Offer[]): number {
  const gone = new Set([...replaced.map(({ before }) => before), ...withdrawn].map(firstDayOf));
  return wanted.filter(({ window }) => gone.has(window.startsOn)).length;
}

function firstDayOf({ window }: OfferData): string {
  return window.startsOn;
}

interface OffersStep {
  readonly change: OffersRearranged | null;
  readonly onTiers: number;
}

function stepOf(plan: OffersPlan, license: License, offers: readonly Offer[]): OffersStep {
  switch (plan.kind) {
    case 'withdraw': {
      const withdrawn = offers.map((offer) => offer.toData());
      return { change: rearranging({ withdrawn }), onTiers: 0 };
    }
    case 'end':
      return { change: rearranging({ replaced: endedAfter(plan.lastDay, offers) }), onTiers: 0 };
    case 'set-price':
    case 'change-price':
    case 'shift':
    case 'rename': {
      const of = {
        ...{ endingFrom: null, name: null },
        startingOn: offers.map(({ window }) => window.startsOn),
      };
      const whole: BulkPlan =
        plan.kind === 'rename' ? { ...plan, what: 'offers', offers: of } : { ...plan, offers: of };
      const { change, onTiers } = bulkStep(whole, license);
      if (change !== null && change.kind !== 'offers-rearranged')
        throw new Error('A change of offers replaces offers.');
      return { change, onTiers };
    }
  }
}

function rearranging(
  parts: Partial<Pick<OffersRearranged, 'replaced' | 'withdrawn'>>,
): OffersRearranged | null {
  const { replaced = [], withdrawn = [] } = parts;
  if (replaced.length + withdrawn.length === 0) return null;
  return { kind: 'offers-rearranged', replaced, added: [], withdrawn };
}

function endedAfter(lastDay: string, offers: readonly Offer[]): readonly Replacement[] {
  const last = isoDate(lastDay);
  return offers.flatMap((before) => {
    const { startsOn, lastDay: was } = before.window;
    if (was !== null && was <= last) return [];
    if (startsOn > last) throw new OfferBeginsLater(before);
    const after = before.at(DateRange.fromDays(startsOn, last));
    return [{ before: before.toData(), after: after.toData() }];
  });
}

/** The chosen offer that a rule of the license stands against, if any; of two that get in each other's way the later one. */
function refusalOf(
  change: OffersRearranged,
  license: License,
  wanted: readonly Offer[],
): DecidedOffers['blocked'][number] | null {
  try {
    license.rearrange(change);
    return null;
  } catch (refusal) {
    if (!isDomainError(refusal)) throw refusal;
    const after = isWindowRefused(refusal) ? refusal.offer : null;
    const pair = change.replaced.find((one) => after !== null && isSame(one.after, after));
    const offer = (pair === undefined ? undefined : movedBy(pair, wanted)) ?? wanted[0];
    if (offer === undefined) throw refusal;
    return { offer, refusal };
  }
}

/** The chosen offer that is replaced so, or because of which another one moves along. */
function movedBy({ before, after }: Replacement, wanted: readonly Offer[]): Offer | undefined {
  const day = firstDayOf(before);
  return firstDayOf(after) > day
    ? wanted.findLast(({ window }) => window.startsOn <= day)
    : wanted.find(({ window }) => window.startsOn >= day);
}

function isSame(data: Replacement['after'], offer: Offer): boolean {
  return data.window.startsOn === offer.window.startsOn && data.name === offer.name;
}

/** An offer that begins after a day cannot end after it. */
export class OfferBeginsLater extends DomainError {
  readonly code = 'offer-begins-later';
  override readonly field = 'lastDay';

  constructor({ name, window }: Offer) {
    super(`${name} begins on ${formatDay(window.startsOn)}. Withdraw it instead.`);
  }
}
