import * as z from 'zod';
import type { GenerationPlan } from '../../service/license/generate-offers';
import { lengthInDays, MAX_DAYS, MAX_STEPS } from '../../domain/license/offer';
import { Devices } from '../devices';
import { OfferWithoutWindow, someGivenOffers } from './offer';
import { givenPrices, priced } from '../prices/price-list';
import { line } from '../text';
import { valid } from '../valid';
import { Day } from '../window';

const days = valid(z.int(), lengthInDays).meta({ minimum: 1, maximum: MAX_DAYS });

const at = z
  .strictObject({ kind: z.literal('at'), offers: someGivenOffers })
  .meta({ id: 'GenerateAt', description: 'At the windows of the offers.' });

const firstFree = z
  .strictObject({
    kind: z.literal('first-free'),
    offer: OfferWithoutWindow,
    days,
    onOrAfter: Day.meta({ description: 'The earliest possible first day.' }),
  })
  .meta({ id: 'GenerateFirstFree', description: 'In the first free slot of a length.' });

const LadderStep = priced(
  'LadderStep',
  z.strictObject({ name: line('A step’s name'), ...givenPrices, days }),
);

const ladder = z
  .strictObject({
    kind: z.literal('ladder'),
    start: Day.meta({ description: 'The first day of the first step.' }),
    devices: Devices,
    steps: z.array(LadderStep).min(1).max(MAX_STEPS).readonly(),
  })
  .meta({ id: 'GenerateLadder', description: 'Consecutive offers from a given day.' });

/** Where generated offers go. */
export const Plan = z
  .discriminatedUnion('kind', [at, firstFree, ladder])
  .meta({ id: 'GenerationPlan' }) satisfies z.ZodType<GenerationPlan>;
