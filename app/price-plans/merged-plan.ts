import type { LadderInput } from '../../src/wire/forms/ladder';

/** A price plan as its form has it. */
export interface TypedPlanFields extends LadderInput {
  readonly name: string;
}

/** The parts of a plan that two people can have changed. */
export type PlanPart = 'name' | 'steps';

/** What two people made of a plan, laid together. */
export interface MergedPlan {
  /** What only one of them changed is kept; of what both did, this has yours. */
  readonly fields: TypedPlanFields;
  /** What both changed, and not to the same. */
  readonly disputed: readonly PlanPart[];
  /** What the other one changed. */
  readonly theirs: readonly PlanPart[];
}

/**
 * Lays two changes of one plan together. Its steps are one part, with their currency and the kind of their prices.
 *
 * @param base what both began with
 */
export function mergedPlan(
  base: TypedPlanFields,
  yours: TypedPlanFields,
  theirs: TypedPlanFields,
): MergedPlan {
  const parts: readonly PlanPart[] = ['name', 'steps'];
  const changedBy = (other: TypedPlanFields) => parts.filter((part) => !isSame(part, base, other));
  const [mine, others] = [changedBy(yours), changedBy(theirs)];
  const { currency, priceKind, steps } = mine.includes('steps') ? yours : theirs;
  return {
    fields: { name: mine.includes('name') ? yours.name : theirs.name, currency, priceKind, steps },
    disputed: parts.filter(
      (part) => mine.includes(part) && others.includes(part) && !isSame(part, yours, theirs),
    ),
    theirs: others,
  };
}

function isSame(part: PlanPart, one: TypedPlanFields, other: TypedPlanFields): boolean {
  return part === 'name'
    ? one.name.trim() === other.name.trim()
    : ladderKey(one) === ladderKey(other);
}

function ladderKey({ currency, priceKind, steps }: TypedPlanFields): string {
  return JSON.stringify([
    ...[currency, priceKind],
    steps.map(({ name, price, length, unit }) => [
      name,
      price,
      unit === 'rest' ? '' : length,
      unit,
    ]),
  ]);
}
