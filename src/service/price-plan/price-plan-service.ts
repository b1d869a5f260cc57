import type { LadderStep } from '../../domain/price-plan/ladder';
import type { StoredPricePlan } from '../../domain/price-plan/price-plan';
import type { Given, RecordStore } from '../records';
import type { Outcome } from '../unit-of-work';
import { isSameName } from '../../domain/names/folding';
import {
  isSamePlan,
  MAX_PLANS,
  pricePlan,
  PricePlanChanged,
  PricePlanNameTaken,
  TooManyPricePlans,
} from '../../domain/price-plan/price-plan';
import { NotFound } from '../errors';

export interface RecordPricePlan {
  /** Made by the client: however often it is sent, it is one plan. */
  readonly pricePlanId: string;
  readonly name: string;
  readonly steps: readonly LadderStep[];
}

export interface RevisePricePlan extends RecordPricePlan {
  /** The revision that the change was made against. */
  readonly revision: number;
}

export interface RemovePricePlan {
  readonly pricePlanId: string;
  /** The revision that the person saw. */
  readonly revision: number;
}

/** What became of a command on a price plan. */
export interface PricePlanSaved {
  readonly pricePlanId: string;
  readonly revision: number;
}

/**
 * Saves a new price plan. The same plan again is the one that there is.
 *
 * @throws PricePlanNameTaken, TooManyPricePlans, PricePlanChanged for an id that a different plan has, and as `pricePlan`
 */
export function recordPricePlan(
  { pricePlanId: id, name, steps, actor, at }: RecordPricePlan & Given,
  records: RecordStore,
): Promise<Outcome<PricePlanSaved>> {
  return records.transact(async ({ pricePlans }) => {
    const plans = await pricePlans.all();
    const stored = plans.find((one) => one.id === id);
    const plan = pricePlan({ id, name, steps, revision: 1 });
    if (stored !== undefined) {
      if (!isSamePlan(stored, plan)) throw new PricePlanChanged(stored);
      return { pricePlanId: id, revision: stored.revision, replayed: true };
    }
    requireFreeName(plan.name, plans);
    if (plans.length >= MAX_PLANS) throw new TooManyPricePlans();
    await pricePlans.save(plan, actor, at);
    return { pricePlanId: id, revision: plan.revision, replayed: false };
  });
}

/**
 * Gives a price plan another name or other steps. Offers that were made from it stay as they are. Nothing changes where it is
 * stored so already.
 *
 * @throws NotFound, PricePlanChanged when another revision is stored, PricePlanNameTaken, and as `pricePlan`
 */
export function revisePricePlan(
  { pricePlanId: id, name, steps, revision, actor, at }: RevisePricePlan & Given,
  records: RecordStore,
): Promise<Outcome<PricePlanSaved>> {
  return records.transact(async ({ pricePlans }) => {
    const plans = await pricePlans.all();
    const stored = planIn(plans, id);
    const plan = pricePlan({ id, name, steps, revision: stored.revision + 1 });
    if (isSamePlan(stored, plan))
      return { pricePlanId: id, revision: stored.revision, replayed: false };
    if (stored.revision !== revision) throw new PricePlanChanged(stored);
    requireFreeName(
      plan.name,
      plans.filter((one) => one.id !== id),
    );
    await pricePlans.save(plan, actor, at);
    return { pricePlanId: id, revision: plan.revision, replayed: false };
  });
}

/** Deletes a price plan. Offers that were made from it stay. @throws NotFound, PricePlanChanged */
export function removePricePlan(
  { pricePlanId: id, revision }: RemovePricePlan & Given,
  records: RecordStore,
): Promise<Outcome<PricePlanSaved>> {
  return records.transact(async ({ pricePlans }) => {
    const stored = planIn(await pricePlans.all(), id);
    if (stored.revision !== revision) throw new PricePlanChanged(stored);
    await pricePlans.remove(id);
    return { pricePlanId: id, revision, replayed: false };
  });
}

function planIn(plans: readonly StoredPricePlan[], id: string): StoredPricePlan {
  const stored = plans.find((one) => one.id === id);
  if (stored === undefined) throw new NotFound('price-plan', id);
  return stored;
}

function requireFreeName(name: string, others: readonly StoredPricePlan[]): void {
  if (others.some((one) => isSameName(one.name, name))) throw new PricePlanNameTaken(name);
}
