import type {
  PricePlanSaved,
  RecordPricePlan,
  RemovePricePlan,
  RevisePricePlan,
} from '../price-plan/price-plan-service';
import type { Definitions, Kind } from './definition';
import type { InputPart } from './refused-part';
import type { Subject } from './subject';
import {
  recordPricePlan,
  removePricePlan,
  revisePricePlan,
} from '../price-plan/price-plan-service';
import { onRecords } from './definition';

/** A plan is sent whole and known by its id, so no answer is stored under a key. */
export interface PricePlanCommands {
  readonly 'record-price-plan': Kind<RecordPricePlan, PricePlanSaved>;
  readonly 'revise-price-plan': Kind<RevisePricePlan, PricePlanSaved>;
  readonly 'remove-price-plan': Kind<RemovePricePlan, PricePlanSaved>;
}

const onPlan = {
  aggregate: 'price-plan',
  role: 'editor',
  subject: ({ pricePlanId: id }: { readonly pricePlanId: string }): Subject => ({
    what: 'price-plan',
    id,
  }),
} as const;

const steps = (input: RecordPricePlan): readonly InputPart[] => [
  { at: [], value: input },
  ...input.steps.map((value, index) => ({ at: ['steps', index], value })),
];

export const PRICE_PLAN_COMMANDS: Definitions<PricePlanCommands> = {
  'record-price-plan': { ...onPlan, run: onRecords(recordPricePlan), parts: steps },
  'revise-price-plan': { ...onPlan, run: onRecords(revisePricePlan), parts: steps },
  'remove-price-plan': { ...onPlan, run: onRecords(removePricePlan) },
};
