import type { License } from '../license/license';
import type { ProposedChange } from '../license/license-change';
import type { PriceLineData } from '../license/price-list';
import type { KnownBulkPlan, OfferChoice } from './bulk-plan';
import { ladderIn } from './bulk-ladder';
import { LicenseDetails } from '../license/license-details';
import { Offer } from '../license/offer';
import { isSameName } from '../names/folding';
import { closingBy } from '../license/license-closing';
import { isoDate } from '../values/date-range';
import { Money } from '../values/money';
import { changedAmount, OtherCurrency } from './price-ending';
import { extendedTo } from './extension';
import { shifted } from './shift';

/** What a bulk change is for one license. */
export interface BulkStep {
  /** `null` when nothing of the license changes. */
  readonly change: ProposedChange | null;
  /** How many of the chosen offers stay because all their prices are tiers. */
  readonly onTiers: number;
}

/**
 * The one change that a bulk plan is for a license: not made yet, and so not checked against the rules of the license.
 *
 * @param license the whole timeline must be known
 * @throws NoHundredths, OtherCurrency, ChangeTooLarge, NegativePrice, PriceTooLarge, InvalidText, InvalidShift, ShiftedOut,
 *   OfferInTheWay, EndNotLater, and those of `closingBy` and `ladderIn`
 */
export function bulkStep(plan: KnownBulkPlan, license: License): BulkStep {
  switch (plan.kind) {
    case 'set-price': {
      const amount = Money.of(plan.amount.minor, plan.amount.currency);
      return repriced(license, plan.offers, ({ currency }) => {
        if (currency !== amount.currency) throw new OtherCurrency(currency, amount.currency);
        return amount;
      });
    }
    case 'change-price':
      return repriced(license, plan.offers, (before) =>
        changedAmount(before, plan.by, plan.rounding),
      );
    case 'shift':
      return {
        change: replacing(shifted(license, chosen(license, plan.offers), plan)),
        onTiers: 0,
      };
    case 'end': {
      const { lastDay, reason } = plan;
      const close = { kind: 'ended', lastDay, reason } as const;
      return { change: closingBy(close, license.window, license.timeline), onTiers: 0 };
    }
    case 'ladder':
      return { change: ladderIn(license, plan), onTiers: 0 };
    case 'extend':
      return { change: amended(license, extendedTo(license, plan.lastDay)), onTiers: 0 };
    case 'rename': {
      const { find, replacement } = plan;
      const renamed = (name: string) =>
        find === '' ? replacement : name.replaceAll(find, replacement);
      if (plan.what === 'offers') {
        const pairs = chosen(license, plan.offers).map((before) => ({
          ...{ before, after: Offer.of({ ...before.toData(), name: renamed(before.name) }) },
        }));
        return { change: replacing(pairs), onTiers: 0 };
      }
      const details = license.details.toData();
      const after = LicenseDetails.of({ ...details, name: renamed(details.name) });
      return { change: amended(license, after), onTiers: 0 };
    }
  }
}

/** The offers of a license that a choice names, in date order. @throws InvalidDate */
function chosen(
  { timeline }: License,
  { endingFrom, name, startingOn }: OfferChoice,
): readonly Offer[] {
  const from = endingFrom === null ? null : isoDate(endingFrom);
  const days = startingOn === undefined ? null : new Set(startingOn);
  return timeline.offers.filter(
    ({ window, name: its }) =>
      (days === null || days.has(window.startsOn)) &&
      (from === null || window.endsOn === null || window.endsOn > from) &&
      (name === null || isSameName(its, name)),
  );
}

function repriced(
  license: License,
  choice: OfferChoice,
  priceOf: (before: Money) => Money,
): BulkStep {
  const offers = chosen(license, choice);
  const withAmounts = offers.filter(({ prices }) => prices.currency !== null);
  const pairs = withAmounts.map((before) => {
    const prices = before.prices.lines.map((line): PriceLineData => ({
      ...line,
      amount: line.amount === null ? null : priceOf(line.amount).toData(),
    }));
    return { before, after: Offer.of({ ...before.toData(), prices }) };
  });
  return { change: replacing(pairs), onTiers: offers.length - withAmounts.length };
}

/** The change that replaces some offers; `null` when all stay as they are. */
function replacing(
  pairs: readonly { readonly before: Offer; readonly after: Offer }[],
): ProposedChange | null {
  const replaced = pairs
    .filter(({ before, after }) => !before.equals(after))
    .map(({ before, after }) => ({ before: before.toData(), after: after.toData() }));
  if (replaced.length === 0) return null;
  return { kind: 'offers-rearranged', replaced, added: [], withdrawn: [] };
}

function amended(license: License, after: LicenseDetails): ProposedChange | null {
  return after.equals(license.details)
    ? null
    : { kind: 'license-amended', before: license.details.toData(), after: after.toData() };
}
