import * as z from 'zod';
import { Id } from '../identity';

/** A price plan as a request chooses it. */
export const ChosenPricePlan = {
  pricePlanId: Id,
  revision: z.int().min(1).max(2_147_483_646).meta({
    description: 'The revision of the plan that was read. A later one is not applied.',
  }),
};
