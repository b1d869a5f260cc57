import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { v4 as uuid } from 'uuid';
import type { Api } from '../environment';
import type { ApiServices } from '../services';
import type { Stale } from '../../../../src/service/errors';
import { hasCode } from '../../../../src/domain/errors';
import { MAX_TITLES } from '../../../../src/service/content/content-service';
import { answerHeaders, changing, creating, executed } from '../command';
import { ContentPage, contentSummary } from './content';
import { found } from './found';
import {
  byId,
  CHANGE_REFUSALS,
  changedAnswer,
  changeHeaders,
  jsonAnswer,
  jsonBody,
  keyHeaders,
  READ_ONE_REFUSALS,
  saved,
  TOKEN,
} from '../operation';
import { Problem } from '../problems/problem';
import { page, paging } from './lists';
import { Id, Version } from '../../../../src/wire/identity';
import { ChosenOffer, Offer } from '../../../../src/wire/offer';
import { Day, Window } from '../../../../src/wire/window';
import { Assigned, Saved } from '../document/schemas';
import { wire } from '../wire';

const tags = ['Assignments'];

const oneAssignment = z.object({ id: Id, licenseId: Id, startsOn: Day });

const Assignments = z
  .strictObject({
    contentId: Id,
    version: Version.meta({ description: 'The version of the title, for If-Match.' }),
    assigned: z.array(Assigned).meta({ description: 'In date order.' }),
    coverage: z.array(Window).meta({ description: 'The days on which it is on offer anywhere.' }),
  })
  .meta({ id: 'Assignments' });

const AssignTitles = z
  .strictObject({
    offer: Offer,
    titles: z
      .array(z.strictObject({ contentId: Id, version: Version.min(1) }))
      .min(1)
      .max(MAX_TITLES),
  })
  .meta({ id: 'AssignTitles' });

const TitlesAssigned = z
  .strictObject({
    assigned: z.array(Saved).meta({
      description:
        'The titles that were assigned. Titles that already had the offer are not included.',
    }),
  })
  .meta({ id: 'TitlesAssigned' });

const TryAssigning = z
  .strictObject({ offer: Offer, contentIds: z.array(Id).min(1).max(MAX_TITLES) })
  .meta({ id: 'TryAssigning' });

const Trial = z
  .strictObject({
    titles: z.array(
      z.strictObject({
        contentId: Id,
        title: z.string(),
        version: Version,
        outcome: z.enum(['assigned', 'already', 'blocked']),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Trial' });

const read = createRoute({
  ...{ method: 'get', path: '/content/{id}/assignments', tags, security: TOKEN },
  operationId: 'readAssignments',
  summary:
    'The offers of a title. They change with their licenses, so the title’s version does not name them.',
  request: { params: byId },
  responses: { 200: jsonAnswer(Assignments, 'Its offers.'), ...READ_ONE_REFUSALS },
});

const assign = createRoute({
  ...{ method: 'post', path: '/content/{id}/assignments', tags, security: TOKEN },
  operationId: 'assignOffer',
  summary: 'Assign one more offer to a title.',
  middleware: changing,
  request: { params: byId, headers: changeHeaders, body: jsonBody(ChosenOffer) },
  responses: { 200: saved('The title with its new offer.'), ...CHANGE_REFUSALS },
});

const move = createRoute({
  ...{ method: 'put', path: '/content/{id}/assignments/{licenseId}/{startsOn}', tags },
  security: TOKEN,
  operationId: 'moveAssignment',
  summary: 'Assign another offer in place of one, in one step.',
  middleware: changing,
  request: { params: oneAssignment, headers: changeHeaders, body: jsonBody(ChosenOffer) },
  responses: { 200: saved('The title with the replaced offer.'), ...CHANGE_REFUSALS },
});

const unassign = createRoute({
  ...{ method: 'delete', path: '/content/{id}/assignments/{licenseId}/{startsOn}', tags },
  security: TOKEN,
  operationId: 'unassignOffer',
  summary: 'Unassign an offer from a title.',
  middleware: changing,
  request: { params: oneAssignment, headers: changeHeaders },
  responses: { 200: saved('The title without the offer.'), ...CHANGE_REFUSALS },
});

const assignMany = createRoute({
  ...{ method: 'post', path: '/licenses/{id}/assignments', tags, security: TOKEN },
  operationId: 'assignTitles',
  summary: 'Assign one offer to many titles, all or nothing. The body names each title’s version.',
  middleware: creating,
  request: { params: byId, headers: keyHeaders, body: jsonBody(AssignTitles) },
  responses: { 200: changedAnswer(TitlesAssigned, 'The assigned titles.'), ...CHANGE_REFUSALS },
});

const attempt = createRoute({
  ...{ method: 'post', path: '/licenses/{id}/assignments/trial', tags, security: TOKEN },
  operationId: 'tryAssigning',
  summary: 'Preview the assignment for each title. Nothing is changed, so no key is required.',
  request: { params: byId, body: jsonBody(TryAssigning) },
  responses: { 200: jsonAnswer(Trial, 'The result for each title.'), ...CHANGE_REFUSALS },
});

const assignedTo = createRoute({
  ...{ method: 'get', path: '/licenses/{id}/assignments', tags, security: TOKEN },
  operationId: 'listAssignedTitles',
  summary: 'List the titles that have an offer of a license, or one specific offer.',
  request: {
    params: byId,
    query: z.strictObject({
      startsOn: Day.optional().meta({ description: 'The first day of the specific offer.' }),
      ...paging,
    }),
  },
  responses: { 200: jsonAnswer(ContentPage, 'A page of titles.'), ...READ_ONE_REFUSALS },
});

export function addAssignments(api: Api, services: ApiServices): void {
  const { contentViews, licenseViews } = services;

  api.openapi(read, async (context) => {
    const { id } = context.req.valid('param');
    const { version, assigned, coverage } = found(await contentViews().content(id), 'title');
    return context.json(
      {
        contentId: id,
        version,
        assigned: assigned.map(({ licenseId, licenseName, offer }) => ({
          licenseId,
          licenseName,
          offer: wire(offer),
        })),
        coverage: wire(coverage),
      },
      200,
    );
  });

  api.openapi(assign, async (context) => {
    const { id: contentId } = context.req.valid('param');
    const chosen = context.req.valid('json');
    const expectedVersion = context.get('expectedVersion');
    const input = { contentId, expectedVersion, chosen };
    const command = { kind: 'assign-offer', input } as const;
    const { replayed, ...outcome } = await executed(services, context, command);
    return context.json(outcome, 200, answerHeaders({ replayed }, outcome.version));
  });

  api.openapi(move, async (context) => {
    const { id: contentId, ...from } = context.req.valid('param');
    const to = context.req.valid('json');
    const expectedVersion = context.get('expectedVersion');
    const input = { contentId, expectedVersion, from, to };
    const command = { kind: 'move-assignment', input } as const;
    const { replayed, ...outcome } = await executed(services, context, command);
    return context.json(outcome, 200, answerHeaders({ replayed }, outcome.version));
  });

  api.openapi(unassign, async (context) => {
    const { id: contentId, ...assignment } = context.req.valid('param');
    const expectedVersion = context.get('expectedVersion');
    const input = { contentId, expectedVersion, assignment };
    const command = { kind: 'unassign-offer', input } as const;
    const { replayed, ...outcome } = await executed(services, context, command);
    return context.json(outcome, 200, answerHeaders({ replayed }, outcome.version));
  });

  api.openapi(assignMany, async (context) => {
    const { id: licenseId } = context.req.valid('param');
    const { offer, titles } = context.req.valid('json');
    const input = {
      chosen: { licenseId, offer: offer },
      titles: titles.map(({ contentId, version }) => ({ contentId, expectedVersion: version })),
    };
    const { replayed, assigned } = await staleTitle(() =>
      executed(services, context, { kind: 'assign-titles', input }),
    );
    return context.json({ assigned: [...assigned] }, 200, answerHeaders({ replayed }));
  });

  api.openapi(attempt, async (context) => {
    const { id: licenseId } = context.req.valid('param');
    const { offer, contentIds } = context.req.valid('json');
    context.set('key', uuid());
    const input = { chosen: { licenseId, offer: offer }, contentIds };
    const { titles } = await executed(services, context, { kind: 'try-assigning', input });
    return context.json({ titles: [...titles] }, 200);
  });

  api.openapi(assignedTo, async (context) => {
    const { id: licenseId } = context.req.valid('param');
    const { startsOn, cursor, limit: pageSize } = context.req.valid('query');
    found(await licenseViews().license(licenseId), 'license');
    const titles = await contentViews().assignedTo({ licenseId, startsOn, cursor, pageSize });
    return context.json(page(titles, contentSummary), 200);
  });
}

/** Says which of many titles was changed since. */
async function staleTitle<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (error) {
    if (!hasCode<Stale>(error, 'stale')) throw error;
    const stale = { contentId: error.id, version: error.expectedVersion };
    throw new Problem('stale', error.message, { members: { stale } });
  }
}
