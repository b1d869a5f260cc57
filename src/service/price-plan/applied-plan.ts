import type { LadderStep } from '../../domain/price-plan/ladder';
import type { PricePlanViews } from './price-plan-views';
import { PricePlanChanged } from '../../domain/price-plan/price-plan';
import { NotFound } from '../errors';

/** A price plan as it was when it was chosen. */
export interface ChosenPricePlan {
  readonly pricePlanId: string;
  /** The revision that was looked at: no other is applied. */
  readonly revision: number;
}

/**
 * The steps of a chosen plan. They are copied into offers, so it does not matter whether the plan changes later.
 *
 * @throws NotFound, PricePlanChanged when it is of another revision
 */
export async function stepsOf(
  { pricePlanId, revision }: ChosenPricePlan,
  plans: Pick<PricePlanViews, 'get'>,
): Promise<readonly LadderStep[]> {
  const plan = await plans.get(pricePlanId);
  if (plan === null) throw new NotFound('price-plan', pricePlanId);
  if (plan.revision !== revision) throw new PricePlanChanged(plan);
  return plan.steps;
}
