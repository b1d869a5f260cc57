import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ProposedChange } from '../../../../src/domain/license/license-change';
import type { GenerationPlan } from '../../../../src/service/license/license-service';
import type { NamedCommand } from '../../../../src/service/commands/commands';
import type { Api, ApiEnvironment } from '../environment';
import type { ApiServices } from '../services';
import {
  lengthInDays,
  MAX_DAYS,
  MAX_STEPS,
  Offer as OfferValue,
} from '../../../../src/domain/license/offer';
import { answerHeaders, changing, executed } from '../command';
import { byId, CHANGE_REFUSALS, changedAnswer, changeHeaders, jsonBody, TOKEN } from '../operation';
import {
  Change,
  Day,
  Devices,
  Id,
  line,
  Offer,
  OfferWithoutWindow,
  Price,
  valid,
  Version,
} from '../document/schemas';
import { wire } from '../wire';

const tags = ['Offers'];

const someOffers = z.array(Offer).min(1).max(100);
const days = valid(z.int(), lengthInDays).openapi({ minimum: 1, maximum: MAX_DAYS });

const at = z
  .strictObject({ kind: z.literal('at'), offers: someOffers })
  .openapi('GenerateAt', { description: 'At the windows of the offers.' });
const firstFree = z
  .strictObject({
    kind: z.literal('first-free'),
    offer: OfferWithoutWindow,
    days,
    onOrAfter: Day.openapi({ description: 'The earliest possible first day.' }),
  })
  .openapi('GenerateFirstFree', { description: 'In the first free slot of a length.' });
const LadderStep = z
  .strictObject({ name: line('A step’s name'), price: Price, days })
  .openapi('LadderStep');
const ladder = z
  .strictObject({
    kind: z.literal('ladder'),
    start: Day.openapi({ description: 'The first day of the first step.' }),
    devices: Devices,
    steps: z.array(LadderStep).min(1).max(MAX_STEPS),
  })
  .openapi('GenerateLadder', { description: 'Consecutive offers from a given day.' });

/** Where generated offers go. */
const Plan = z.discriminatedUnion('kind', [at, firstFree, ladder]).openapi('GenerationPlan');

const Replacement = z.strictObject({ before: Offer, after: Offer }).openapi('OfferReplacement');
const Withdrawal = z.strictObject({ offers: someOffers }).openapi('OfferWithdrawal');

const LicenseSavedAnswer = z
  .strictObject({
    id: Id,
    version: Version,
    offers: z
      .array(Offer)
      .openapi({ description: 'The offers that the change added to the timeline.' }),
  })
  .openapi('LicenseSaved');

const shared = {
  method: 'post',
  tags,
  security: TOKEN,
  middleware: changing,
  responses: { 200: changedAnswer(LicenseSavedAnswer, 'The saved license.'), ...CHANGE_REFUSALS },
} as const;

const generate = createRoute({
  ...shared,
  path: '/licenses/{id}/offers',
  operationId: 'generateOffers',
  summary: 'Generate offers: at their windows, in the first free slot, or as a price ladder.',
  request: { params: byId, headers: changeHeaders, body: jsonBody(Plan) },
});

const replace = createRoute({
  ...shared,
  path: '/licenses/{id}/offers/replacements',
  operationId: 'replaceOffer',
  summary: 'Replace an offer. Its titles get the new offer.',
  request: { params: byId, headers: changeHeaders, body: jsonBody(Replacement) },
});

const withdraw = createRoute({
  ...shared,
  path: '/licenses/{id}/offers/withdrawals',
  operationId: 'withdrawOffers',
  summary: 'Withdraw offers and unassign them from their titles.',
  request: { params: byId, headers: changeHeaders, body: jsonBody(Withdrawal) },
});

const apply = createRoute({
  ...shared,
  path: '/licenses/{id}/changes',
  operationId: 'applyChange',
  summary: 'Apply a change that a refusal or a conflict proposed.',
  request: { params: byId, headers: changeHeaders, body: jsonBody(Change) },
});

const undo = createRoute({
  ...shared,
  path: '/licenses/{id}/undo',
  operationId: 'undoNewestChange',
  summary: 'Undo the newest change with a new change.',
  request: { params: byId, headers: changeHeaders },
});

export function addOffers(api: Api, services: ApiServices): void {
  /** The change of one license, from the request to its answer: the same text when it is a repetition’s. */
  const answer = async (context: Context<ApiEnvironment>, command: LicenseChanging) => {
    const { replayed, id, version, offers } = await executed(services, context, command);
    return [
      { id, version, offers: offers.map((offer) => wire(OfferValue.of(offer).toData())) },
      200,
      answerHeaders({ replayed }, version),
    ] as const;
  };

  api.openapi(generate, async (context) => {
    const plan: GenerationPlan = context.req.valid('json');
    const input = { ...onLicense(context, context.req.valid('param')), plan };
    return context.json(...(await answer(context, { kind: 'generate-offers', input })));
  });

  api.openapi(replace, async (context) => {
    const input = {
      ...onLicense(context, context.req.valid('param')),
      ...context.req.valid('json'),
    };
    return context.json(...(await answer(context, { kind: 'replace-offer', input })));
  });

  api.openapi(withdraw, async (context) => {
    const input = {
      ...onLicense(context, context.req.valid('param')),
      ...context.req.valid('json'),
    };
    return context.json(...(await answer(context, { kind: 'withdraw-offers', input })));
  });

  api.openapi(apply, async (context) => {
    const change: ProposedChange = context.req.valid('json');
    const input = { ...onLicense(context, context.req.valid('param')), change };
    return context.json(...(await answer(context, { kind: 'apply-change', input })));
  });

  api.openapi(undo, async (context) => {
    const input = onLicense(context, context.req.valid('param'));
    return context.json(...(await answer(context, { kind: 'undo-change', input })));
  });
}

/** The commands that change one license and answer what they put on its timeline. */
type LicenseChanging = NamedCommand<
  'generate-offers' | 'replace-offer' | 'withdraw-offers' | 'apply-change' | 'undo-change'
>;

/** The license that a request names, and the version its change was made against. */
function onLicense(context: Context<ApiEnvironment>, { id: licenseId }: { readonly id: string }) {
  return { licenseId, expectedVersion: context.get('expectedVersion') };
}
