import type { LadderStep } from '../price-plan/ladder';
import type { MoneyData } from '../values/money';
import type { AmountChange, PriceRounding } from './price-ending';

/** Which offers of each license a bulk change is about. */
export interface OfferChoice {
  /** Those that still run on this day or later, ISO 8601; `null` for ended ones, too. */
  readonly endingFrom: string | null;
  /** Those of this name, in any case; `null` for any name. */
  readonly name: string | null;
  /** Those that begin on one of these days, ISO 8601, of each license; left out for any day. */
  readonly startingOn?: readonly string[] | undefined;
}

/** One change of the same kind for many licenses. */
export type BulkPlan =
  /** Every amount becomes this one, which has to be in their currency; tiers stay. */
  | {
      readonly kind: 'set-price';
      readonly offers: OfferChoice;
      readonly amount: MoneyData;
    }
  /** Every amount changes; tiers stay. `rounding` `null` is the exact minor unit. */
  | {
      readonly kind: 'change-price';
      readonly offers: OfferChoice;
      readonly by: AmountChange;
      readonly rounding: PriceRounding | null;
    }
  /** Offers move by whole days, earlier when negative. */
  | {
      readonly kind: 'shift';
      readonly offers: OfferChoice;
      readonly days: number;
      /** What becomes of a day outside the license: the license is blocked, or the offer loses it. */
      readonly outside: 'refuse' | 'cut';
      /** What becomes of an offer in the way: the license is blocked, or the offer moves along by the same days. */
      readonly inTheWay: 'refuse' | 'push';
    }
  /** Each license gets offers by the steps of a price plan at a revision. */
  | {
      readonly kind: 'price-plan';
      readonly pricePlanId: string;
      readonly revision: number;
      readonly start: LadderStart;
    }
  /** The licenses end after a day, inclusive, as by `closeLicenses`. */
  | { readonly kind: 'end'; readonly lastDay: string; readonly reason: string }
  /** The licenses run until a later last day, inclusive; `null` for an open end. */
  | { readonly kind: 'extend'; readonly lastDay: string | null }
  /** A text in names is replaced wherever it stands; an empty `find` replaces the whole name. */
  | {
      readonly kind: 'rename';
      readonly what: 'licenses';
      readonly find: string;
      readonly replacement: string;
    }
  | {
      readonly kind: 'rename';
      readonly what: 'offers';
      readonly offers: OfferChoice;
      readonly find: string;
      readonly replacement: string;
    };

/** A plan that says itself what it changes. */
export type KnownBulkPlan = Exclude<BulkPlan, { readonly kind: 'price-plan' }> | BulkLadder;

/** Where a ladder begins in each license: on a day, on the first day of the license, or after its last offer. */
export type LadderStart =
  | {
      readonly at: 'day';
      /** ISO 8601. */
      readonly day: string;
    }
  | { readonly at: 'license-start' }
  | { readonly at: 'after-offers' };

/** Offers by the steps of a price plan, on all devices of each license. */
export interface BulkLadder {
  readonly kind: 'ladder';
  readonly steps: readonly LadderStep[];
  readonly start: LadderStart;
}

/** The farthest that offers are shifted, in days: ten years. */
export const MAX_SHIFT = 3_660;
