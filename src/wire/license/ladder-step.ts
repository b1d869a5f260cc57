import * as z from 'zod';
import type { LadderStep as LadderStepData } from '../../domain/price-plan/ladder';
import { lengthInDays, MAX_DAYS } from '../../domain/license/offer';
import { lengthInMonths, MAX_MONTHS, stepLength } from '../../domain/price-plan/ladder';
import { givenPrices, priced, PriceList } from '../prices/price-list';
import { line } from '../text';
import { valid } from '../valid';

/** The length of an offer in days. */
export const days = valid(z.int(), lengthInDays).meta({ minimum: 1, maximum: MAX_DAYS });
const months = valid(z.int(), lengthInMonths).meta({ minimum: 1, maximum: MAX_MONTHS });

const name = line('A step’s name');
const length = {
  days: days.nullable().optional().meta({
    description: 'Either this or months. null, for the last step only: until the license ends.',
  }),
  months: months.optional().meta({ description: 'Calendar months.' }),
};

/** A step of a price ladder in a request. */
export const GivenLadderStep = priced(
  'LadderStep',
  valid(z.strictObject({ name, ...givenPrices, ...length }), stepLength, () => ['days']),
) satisfies z.ZodType<LadderStepData>;

/** A step of a price ladder as it is stored. */
export const LadderStep = z
  .strictObject({ name, prices: PriceList, ...length })
  .meta({ id: 'PricePlanStep' }) satisfies z.ZodType<LadderStepData, LadderStepData>;
