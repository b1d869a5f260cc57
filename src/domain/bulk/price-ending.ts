import type { Money } from '../values/money';
import { DomainError } from '../errors';
import { minorDigits, Money as Amounts } from '../values/money';

/** The hundredths that a rounded price ends in, two digits: `99` for $4.99. */
export const ENDINGS = ['99', '95', '90', '50', '49', '00'] as const;
export type Ending = (typeof ENDINGS)[number];

/** How a computed price is rounded. */
export interface PriceRounding {
  readonly ending: Ending;
  /** `up`: never below the computed price; `nearest`: the nearest price with that ending, the higher of two. */
  readonly to: 'nearest' | 'up';
  /** What happens in a currency without hundredths: refuse, or round to whole units. */
  readonly withoutHundredths: 'refuse' | 'whole';
}

/** A change of an amount: by hundredths of a percent (500 is 5 %), or by minor units of one currency. Both can be negative. */
export type AmountChange =
  | { readonly kind: 'percent'; readonly hundredths: number }
  | { readonly kind: 'amount'; readonly minor: number; readonly currency: string };

/**
 * An amount after a change, rounded. Computed in integers; halves of a minor unit are rounded up.
 *
 * @param rounding `null` for the exact minor unit
 * @throws OtherCurrency, NoHundredths, ChangeTooLarge, NegativePrice, PriceTooLarge
 */
export function changedAmount(
  before: Money,
  change: AmountChange,
  rounding: PriceRounding | null,
): Money {
  const { currency } = before;
  // In hundredths of a percent of a minor unit, so that nothing is lost before rounding.
  const exact = BigInt(before.minor) * SCALE + addedTo(before, change);
  const wanted = rounding === null ? wholeMinor(exact) : rounded(exact, currency, rounding);
  return Amounts.of(Number(wanted), currency);
}

/** So many hundredths of a percent are the whole. */
const SCALE = 10_000n;
/** A price is changed by no more than this, in hundredths of a percent: more is a slip of the hand. */
export const MAX_PERCENT = 100_000;

function addedTo({ minor, currency }: Money, change: AmountChange): bigint {
  if (change.kind === 'percent') {
    if (!Number.isInteger(change.hundredths) || Math.abs(change.hundredths) > MAX_PERCENT)
      throw new ChangeTooLarge();
    return BigInt(minor) * BigInt(change.hundredths);
  }
  if (change.currency !== currency) throw new OtherCurrency(currency, change.currency);
  return BigInt(change.minor) * SCALE;
}

function rounded(
  exact: bigint,
  currency: string,
  { ending, to, withoutHundredths }: PriceRounding,
): bigint {
  const digits = minorDigits(currency);
  if (digits < 2 && ending !== '00' && withoutHundredths === 'refuse')
    throw new NoHundredths(currency, ending);
  const unit = 10n ** BigInt(digits);
  const tail = digits < 2 ? 0n : BigInt(ending) * 10n ** BigInt(digits - 2);
  // The last price with the ending that is not above the computed one; below the first of them there is none.
  const below = floorDivide(exact - tail * SCALE, unit * SCALE) * unit + tail;
  if (below * SCALE === exact) return below;
  const above = below + unit;
  if (to === 'up' || below < 0n) return exact < 0n ? wholeMinor(exact) : above;
  return exact - below * SCALE < above * SCALE - exact ? below : above;
}

function wholeMinor(exact: bigint): bigint {
  return floorDivide(exact + SCALE / 2n, SCALE);
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

/** A change by an amount says nothing of prices in another currency. */
export class OtherCurrency extends DomainError {
  readonly code = 'other-currency';
  override readonly field = 'currency';

  constructor(
    readonly currency: string,
    readonly wanted: string,
  ) {
    super(`Its price is in ${currency}, not in ${wanted}.`);
  }
}

/** A price in a currency without hundredths cannot end in some. */
export class NoHundredths extends DomainError {
  readonly code = 'no-hundredths';
  override readonly field = 'ending';

  constructor(
    readonly currency: string,
    readonly ending: string,
  ) {
    super(`${currency} has no hundredths, so no price in it ends in .${ending}.`);
  }
}

/** A change by more than ten times the price, or by no whole number of hundredths of a percent. */
export class ChangeTooLarge extends DomainError {
  readonly code = 'change-too-large';
  override readonly field = 'percent';

  constructor() {
    super('Enter a percentage from -1,000 to 1,000, with at most two decimals.');
  }
}
