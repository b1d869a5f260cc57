import type { PriceLineData } from '../../src/domain/license/price-list';
import type { LadderStep } from '../../src/domain/price-plan/ladder';
import type { LadderInput, StepInput } from '../../src/wire/forms/ladder';
import { isDomainError } from '../../src/domain/errors';
import { PriceList, USUAL_KIND } from '../../src/domain/license/price-list';
import { currencyOf } from '../../src/domain/price-plan/price-plan';
import { stepLength } from '../../src/domain/price-plan/ladder';
import { typedAmount } from '../../src/domain/values/money';
import { readPrices } from '../../src/wire/forms/ladder';

/** A step of a price ladder before anything is typed. */
export const EMPTY_STEP: StepInput = { name: '', price: '', length: '30', unit: 'days' };

/** How long a step can be. */
export const UNITS = [
  { value: 'days', label: 'days' },
  { value: 'months', label: 'months' },
  { value: 'rest', label: 'until the license ends' },
] as const;

/**
 * The steps of a plan as a form has them.
 *
 * @param currency the one that the form has where the plan names none
 */
export function typedLadder(steps: readonly LadderStep[], currency: string): LadderInput {
  const priceKind = steps[0]?.prices[0]?.kind ?? USUAL_KIND;
  return {
    currency: currencyOf(steps) ?? currency,
    priceKind,
    steps: steps.map(({ name, prices, ...step }) => {
      const length = stepLength(step);
      return {
        ...{ name, price: typedPrices(prices, priceKind) },
        ...{ length: String(length?.count ?? ''), unit: length?.unit ?? 'rest' },
      };
    }),
  };
}

/**
 * Prices as a form has them: `4.99`, `Tier 1`, `SD 4.99, HD 5.99`; `''` for those that would be read as others, such as a tier
 * whose name begins with a number: a person then types them anew.
 */
export function typedPrices(lines: readonly PriceLineData[], kind: string): string {
  const written = [writtenPrices(lines, kind, ''), writtenPrices(lines, kind, 'All ')];
  return written.find((text) => isReadAs(text, lines, kind)) ?? '';
}

function writtenPrices(lines: readonly PriceLineData[], kind: string, forAll: string): string {
  return lines
    .map(({ format, kind: own, amount, tier }) => {
      const price = amount === null ? (tier ?? '') : typedAmount(amount);
      // A tier can end in the code of a kind: then its own kind is said behind it.
      const isPlain =
        own === kind && isReadAs(`All ${price}`, [{ format: null, kind, amount, tier }], kind);
      const forFormat = format === null ? forAll : `${format} `;
      return `${forFormat}${price}${isPlain ? '' : ` ${own}`}`;
    })
    .join(', ');
}

function isReadAs(text: string, lines: readonly PriceLineData[], kind: string): boolean {
  const currency = lines.find(({ amount }) => amount !== null)?.amount?.currency ?? 'USD';
  try {
    return PriceList.of(readPrices(text, currency, kind)).equals(PriceList.of(lines));
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return false;
  }
}
