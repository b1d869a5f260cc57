import * as z from 'zod';
import type { Route } from '../routes';
import { MAX_STEPS } from '../../src/domain/price-plan/ladder';
import { MAX_PLAN_NAME } from '../../src/domain/price-plan/price-plan';
import { Id, Instant } from '../../src/wire/identity';
import { GivenLadderStep, LadderStep } from '../../src/wire/license/ladder-step';
import { line } from '../../src/wire/text';
import { byId } from '../operation';
import { changes, creates, reads, readsVersion } from '../routes';
import { found } from './found';

const told = { tag: 'Price plans' };
const name = line('A price plan’s name', 'name', MAX_PLAN_NAME);

const PricePlan = z
  .strictObject({
    id: Id,
    name: z.string(),
    steps: z.array(LadderStep).readonly(),
    revision: z.int(),
    changedBy: z.string(),
    changedAt: Instant,
  })
  .meta({ id: 'PricePlan', description: 'A named price ladder. Offers made from it are copies.' });

const SavePricePlan = z
  .strictObject({ name, steps: z.array(GivenLadderStep).min(1).max(MAX_STEPS).readonly() })
  .meta({ id: 'SavePricePlan' });

const Saved = z.strictObject({ id: Id, revision: z.int() }).meta({ id: 'PricePlanSaved' });

const saved = (of: string) => ({
  ...{ answer: Saved, of },
  told: ({ pricePlanId: id, revision }: { pricePlanId: string; revision: number }) => ({
    ...{ id, revision },
  }),
});

/** The plan that a request names, and the revision its change was made against. */
function planOf({
  param,
  expectedVersion: revision,
}: {
  readonly param: { readonly id: string };
  readonly expectedVersion: number;
}) {
  return { pricePlanId: param.id, revision };
}

export const PRICE_PLAN_ROUTES: readonly Route[] = [
  reads(
    {
      ...told,
      path: '/price-plans',
      operationId: 'listPricePlans',
      summary: 'List the price plans: named ladders that offers are made from.',
      answer: z.strictObject({ items: z.array(PricePlan).readonly() }).meta({ id: 'PricePlans' }),
      of: 'The plans, by name.',
    },
    async (_, { pricePlanViews }) => ({ items: await pricePlanViews().list() }),
  ),
  readsVersion(
    {
      ...told,
      path: '/price-plans/{id}',
      operationId: 'readPricePlan',
      summary: 'Read one price plan. Its ETag is its revision.',
      params: byId,
      answer: PricePlan,
      of: 'The price plan.',
    },
    async ({ param: { id } }, { pricePlanViews }) => {
      const plan = found(await pricePlanViews().get(id), 'price plan');
      return { plan, version: plan.revision };
    },
    ({ plan }) => plan,
  ),
  creates('record-price-plan', {
    ...told,
    path: '/price-plans',
    operationId: 'recordPricePlan',
    summary: 'Save a new price plan. No two plans have the same name, however it is spelt.',
    body: SavePricePlan,
    input: ({ body, newId }) => ({ pricePlanId: newId('price plan'), ...body }),
    ...saved('The saved price plan.'),
    location: ({ id }) => `/price-plans/${id}`,
  }),
  changes('revise-price-plan', {
    ...told,
    method: 'put',
    path: '/price-plans/{id}',
    operationId: 'revisePricePlan',
    summary: 'Give a price plan another name or other steps. Offers made from it stay.',
    params: byId,
    body: SavePricePlan,
    input: ({ body, ...asked }) => ({ ...planOf(asked), ...body }),
    ...saved('The saved price plan.'),
  }),
  changes('remove-price-plan', {
    ...told,
    method: 'delete',
    path: '/price-plans/{id}',
    operationId: 'removePricePlan',
    summary: 'Delete a price plan. Offers made from it stay.',
    params: byId,
    input: planOf,
    ...saved('The price plan is deleted.'),
  }),
];
