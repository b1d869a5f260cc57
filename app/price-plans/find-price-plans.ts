'use server';

import type { StoredPricePlan } from '../../src/domain/price-plan/price-plan';
import { pricePlanViews } from '../../src/bootstrap';
import { currentPerson } from '../person';
import { isSameOrigin } from '../same-origin';

/** All price plans, by name; `null` for who is not signed in. */
export async function findPricePlans(): Promise<readonly StoredPricePlan[] | null> {
  if (!(await isSameOrigin()) || (await currentPerson()) === null) return null;
  return pricePlanViews().list();
}
