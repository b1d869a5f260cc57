import type { LadderStep } from './ladder';
import { DomainError, inPart } from '../errors';
import { PriceList } from '../license/price-list';
import { shortText } from '../values/text';
import { OpenStepNotLast, requireSteps, stepLength } from './ladder';

/**
 * A named price ladder that offers are made from. Offers copy what it says: changing or removing a plan changes no offer.
 */
export interface PricePlan {
  /** UUID. */
  readonly id: string;
  /** No two plans have the same name, however it is spelt. */
  readonly name: string;
  readonly steps: readonly LadderStep[];
  /** 1 for a new one; every change that is saved raises it by one. */
  readonly revision: number;
}

/** A plan as it is stored. */
export interface StoredPricePlan extends PricePlan {
  readonly changedBy: string;
  /** ISO 8601 in UTC. */
  readonly changedAt: string;
}

/** As many plans there are at most. */
export const MAX_PLANS = 500;
export const MAX_PLAN_NAME = 60;

/**
 * Validates a plan.
 *
 * @throws InvalidText for the name, EmptyLadder, OpenStepNotLast, PlanInSeveralCurrencies; with the part `['steps', 2]`:
 *   InvalidText, InvalidStepLength, InvalidLength, InvalidMonths, and whatever `PriceList.of` throws
 */
export function pricePlan({ id, name, steps, revision }: PricePlan): PricePlan {
  const named = shortText(name, 'name', 'A price plan’s name', MAX_PLAN_NAME);
  requireSteps(steps);
  const checked = steps.map((step, index) => inPart(['steps', index], () => planStep(step)));
  if (checked.slice(0, -1).some(({ days }) => days === null)) throw new OpenStepNotLast();
  const currencies = new Set(checked.flatMap((step) => currencyOf([step]) ?? []));
  if (currencies.size > 1) throw new PlanInSeveralCurrencies();
  return { id, name: named, steps: checked, revision };
}

/** The currency of the amounts of some steps, ISO 4217; `null` when all their prices are tiers. */
export function currencyOf(steps: readonly LadderStep[]): string | null {
  const amounts = steps.flatMap(({ prices }) => prices.flatMap(({ amount }) => amount ?? []));
  return amounts[0]?.currency ?? null;
}

/** Whether two plans are called the same and have the same steps. */
export function isSamePlan(one: PricePlan, other: PricePlan): boolean {
  return one.name === other.name && planKey(one) === planKey(other);
}

function planStep({ name, prices, ...length }: LadderStep): LadderStep {
  const checked = stepLength(length);
  return {
    name: shortText(name, 'name', 'A step’s name'),
    prices: PriceList.of(prices).toData(),
    ...(checked?.unit === 'months' ? { months: checked.count } : { days: checked?.count ?? null }),
  };
}

function planKey({ steps }: PricePlan): string {
  return JSON.stringify(
    steps.map(({ name, prices, days = '', months = '' }) => [
      ...[name, days, months],
      prices.map(({ format, kind, amount, tier }) => [
        ...[format, kind, tier, amount?.minor, amount?.currency],
      ]),
    ]),
  );
}

/** Another plan has the name, however it is spelt. */
export class PricePlanNameTaken extends DomainError {
  readonly code = 'price-plan-name-taken';
  override readonly field = 'name';

  constructor(name: string) {
    super(`A price plan named ${name} exists already. Enter another name.`);
  }
}

/** The plan is no longer as it was when a person began to change or to apply it. */
export class PricePlanChanged extends DomainError {
  readonly code = 'price-plan-changed';

  constructor(readonly latest: StoredPricePlan) {
    super(`${latest.changedBy} saved the price plan ${latest.name} since you opened it.`);
  }
}

/** There are at most `MAX_PLANS`. */
export class TooManyPricePlans extends DomainError {
  readonly code = 'too-many-price-plans';

  constructor() {
    super(`There are ${MAX_PLANS} price plans. Delete one first.`);
  }
}

/** A plan has one currency, so that it can be compared with that of a license. */
export class PlanInSeveralCurrencies extends DomainError {
  readonly code = 'plan-in-several-currencies';
  override readonly field = 'currency';

  constructor() {
    super('All amounts of a price plan are in one currency.');
  }
}
