import * as z from 'zod';
import type { TakedownData, TakedownPlan as TakedownPlanData } from '../../domain/content/takedown';
import { MAX_REASON_LENGTH } from '../../domain/closing';
import { RightsType } from '../license/license-details';
import { Territories } from '../territories';
import { line } from '../text';
import { Day, Window } from '../window';

const where = {
  territories: Territories.nullable().meta({ description: 'null is every territory.' }),
  rightsTypes: z
    .array(RightsType)
    .min(1)
    .readonly()
    .nullable()
    .meta({ description: 'null is every rights type.' }),
  reason: line('The reason', 'reason', MAX_REASON_LENGTH),
};

/** From when, where and why a title is taken down. */
export const TakedownPlan = z
  .strictObject({
    startsOn: Day.meta({ description: 'The first day of the takedown. It can be in the past.' }),
    ...where,
  })
  .meta({ id: 'TakedownPlan' }) satisfies z.ZodType<TakedownPlanData, TakedownPlanData>;

export const Takedown = z
  .strictObject({
    number: z.int().meta({ description: 'Identifies the takedown within its title.' }),
    days: Window.meta({
      description: 'endsOn is the day from which the title is back; null while it is taken down.',
    }),
    ...where,
  })
  .meta({ id: 'Takedown' }) satisfies z.ZodType<TakedownData, TakedownData>;
