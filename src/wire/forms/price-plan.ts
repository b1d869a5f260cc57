import * as z from 'zod';
import type { PricePlanCommands } from '../../service/commands/price-plan-commands';
import { MAX_PLAN_NAME } from '../../domain/price-plan/price-plan';
import { shortText } from '../../domain/values/text';
import { checkedSteps, ladderInput } from './ladder';
import { checked, expectedVersion, identity, typed } from './typed';

const revision = expectedVersion;
const planInput = z.strictObject({ pricePlanId: identity, name: typed, ...ladderInput });

function checkedPlan(context: z.core.$RefinementCtx, input: z.output<typeof planInput>) {
  const { pricePlanId } = input;
  const name = checked(context, 'name', () =>
    shortText(input.name, 'name', 'A price plan’s name', MAX_PLAN_NAME),
  );
  const steps = checkedSteps(context, input);
  return name === undefined || steps === undefined ? undefined : { pricePlanId, name, steps };
}

/** A new price plan as its form has it. */
export const newPlanInput = planInput.transform(
  (input, context) => checkedPlan(context, input) ?? z.NEVER,
);

/** A price plan that is changed as its form has it. */
export const revisedPlanInput = planInput.extend({ revision }).transform((input, context) => {
  const plan = checkedPlan(context, input);
  return plan === undefined ? z.NEVER : { ...plan, revision: input.revision };
});

/** The commands on price plans that a browser may send. */
export const PRICE_PLAN_FORMS = {
  'record-price-plan': newPlanInput,
  'revise-price-plan': revisedPlanInput,
  'remove-price-plan': z.strictObject({ pricePlanId: identity, revision }),
} satisfies {
  readonly [K in keyof PricePlanCommands]?: z.ZodType<PricePlanCommands[K]['input']>;
};

export type NewPlanInput = z.input<typeof newPlanInput>;
