import * as z from 'zod';
import type { GenerationPlan } from '../../service/license/generate-offers';
import { MAX_STEPS } from '../../domain/price-plan/ladder';
import { ChosenPricePlan } from '../prices/chosen-price-plan';
import { Devices } from '../devices';
import { days, GivenLadderStep } from './ladder-step';
import { OfferWithoutWindow, someGivenOffers } from './offer';
import { Day } from '../window';

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

const ladder = z
  .strictObject({
    kind: z.literal('ladder'),
    start: Day.meta({ description: 'The first day of the first step.' }),
    devices: Devices,
    steps: z.array(GivenLadderStep).min(1).max(MAX_STEPS).readonly(),
  })
  .meta({ id: 'GenerateLadder', description: 'Consecutive offers from a given day.' });

const pricePlan = z
  .strictObject({
    ...{ kind: z.literal('price-plan'), ...ChosenPricePlan },
    start: Day.meta({ description: 'The first day of the first step.' }),
    devices: Devices,
  })
  .meta({ id: 'GenerateByPricePlan', description: 'Consecutive offers by a price plan.' });

/** Where generated offers go. */
export const Plan = z
  .discriminatedUnion('kind', [at, firstFree, ladder, pricePlan])
  .meta({ id: 'GenerationPlan' }) satisfies z.ZodType<GenerationPlan>;
