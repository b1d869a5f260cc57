import * as z from 'zod';
import type { PriceLineData } from '../../domain/license/price-list';
import type { LadderStep } from '../../domain/price-plan/ladder';
import { PriceList, USUAL_KIND } from '../../domain/license/price-list';
import { lengthInDays } from '../../domain/license/offer';
import { lengthInMonths, MAX_STEPS, OpenStepNotLast } from '../../domain/price-plan/ladder';
import { FORMATS } from '../../domain/values/format';
import { PRICE_KINDS, priceKind } from '../../domain/values/price-kind';
import { shortText } from '../../domain/values/text';
import { readPrice } from './prices';
import { checked, typed, typedInteger } from './typed';

const step = z.strictObject({
  name: typed,
  /** `4.99`, `Tier 1`, or by format: `SD 4.99, HD 5.99`. */
  price: typed,
  /** A number of days or months; it counts for nothing where the step runs until the license ends. */
  length: typed,
  unit: z.enum(['days', 'months', 'rest']),
});

/** A price ladder as forms have it, without its place. */
export const ladderInput = {
  currency: typed,
  /** The kind of every price that names no other. */
  priceKind: typed,
  steps: step
    .array()
    .min(1, 'A price ladder has at least one step.')
    .max(MAX_STEPS, `A price ladder has at most ${MAX_STEPS} steps.`),
};

export type LadderInput = z.input<z.ZodObject<typeof ladderInput>>;
export type StepInput = LadderInput['steps'][number];

/** The steps of a ladder as typed. */
export function checkedSteps(
  context: z.core.$RefinementCtx,
  { currency, priceKind: typedKind, steps }: LadderInput,
): readonly LadderStep[] | undefined {
  const kind = checked(context, 'priceKind', () => priceKind(typedKind));
  const read = steps.map(({ name, price, length, unit }, index) => {
    const at = (field: string) => ['steps', index, field];
    const named = checked(context, at('name'), () => shortText(name, 'name', 'A step’s name'));
    const prices = checked(context, at('price'), () =>
      readPrices(price, currency, kind ?? USUAL_KIND),
    );
    const count = checked(context, at(unit === 'rest' ? 'unit' : 'length'), () => {
      if (unit !== 'rest')
        return stepLengthOf(unit, typedInteger(context, at('length'), length, unit));
      if (index < steps.length - 1) throw new OpenStepNotLast();
      return { days: null };
    });
    return named === undefined || prices === undefined || count === undefined
      ? undefined
      : { name: named, prices, ...count };
  });
  const whole = read.filter((one) => one !== undefined);
  return kind === undefined || whole.length < steps.length ? undefined : whole;
}

function stepLengthOf(unit: 'days' | 'months', count: number) {
  return unit === 'days' ? { days: lengthInDays(count) } : { months: lengthInMonths(count) };
}

const CODES = FORMATS.join('|');
/** Before the price of a format, or of all of them. */
const FORMAT = new RegExp(`^(${CODES}|All)\\s+(?=\\S)`, 'i');
const BETWEEN = new RegExp(`[,;]\\s*(?=(?:${CODES})\\s)`, 'i');
const KIND = new RegExp(`\\s+(${Object.keys(PRICE_KINDS).join('|')})$`);

/**
 * Reads the prices of a step: one for all formats, `4.99` or `Tier 1`, or one for each, `SD 4.99, HD 5.99`. The code of a kind
 * behind a price stands for that kind.
 *
 * @param kind the kind of prices that name no other
 * @throws what amounts, tiers and `PriceList.of` are refused with
 */
export function readPrices(text: string, currency: string, kind: string): readonly PriceLineData[] {
  const lines = text
    .trim()
    .split(BETWEEN)
    .map((part) => {
      const [before = '', named = 'All'] = FORMAT.exec(part) ?? [];
      const rest = part.slice(before.length);
      const [after = '', own = kind] = KIND.exec(rest) ?? [];
      const format = FORMATS.find((one) => one.toLowerCase() === named.toLowerCase()) ?? null;
      const price = rest.slice(0, rest.length - after.length);
      return { format, kind: own, ...readPrice(price, currency) };
    });
  return PriceList.of(lines).toData();
}
