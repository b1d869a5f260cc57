import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Context } from 'hono';
import type { ProposedChange } from '../../../../src/domain/license/license-change';
import type { GenerationPlan } from '../../../../src/service/license/license-service';
import type { NamedCommand } from '../../../../src/service/commands/commands';
import type { Api, ApiEnvironment } from '../environment';
import type { ApiServices } from '../services';
import { Offer as OfferValue } from '../../../../src/domain/license/offer';
import { answerHeaders, changing, executed } from '../command';
import { byId, CHANGE_REFUSALS, changedAnswer, changeHeaders, jsonBody, TOKEN } from '../operation';
import { Id, Version } from '../../../../src/wire/identity';
import { Change } from '../../../../src/wire/license-change';
import { Plan } from '../../../../src/wire/generation-plan';
import { Offer, someOffers } from '../../../../src/wire/offer';
import { wire } from '../wire';

const tags = ['Offers'];

const Replacement = z
  .strictObject({ before: Offer, after: Offer })
  .meta({ id: 'OfferReplacement' });
const Withdrawal = z.strictObject({ offers: someOffers }).meta({ id: 'OfferWithdrawal' });

const LicenseSavedAnswer = z
  .strictObject({
    id: Id,
    version: Version,
    offers: z
      .array(Offer)
      .meta({ description: 'The offers that the change added to the timeline.' }),
  })
  .meta({ id: 'LicenseSaved' });

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
