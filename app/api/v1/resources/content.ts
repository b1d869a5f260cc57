import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { ContentRow, ContentView } from '../../../../src/service/views';
import type { Api } from '../environment';
import type { ApiServices } from '../services';
import { answerHeaders, changing, creating, etagOf, executed, isKnown, newId } from '../command';
import { found } from './found';
import {
  byId,
  CHANGE_REFUSALS,
  changeHeaders,
  CREATE_REFUSALS,
  jsonAnswer,
  jsonBody,
  keyHeaders,
  knownHeaders,
  NOT_MODIFIED,
  READ_ONE_REFUSALS,
  READ_REFUSALS,
  saved,
  TOKEN,
  versionedAnswer,
} from '../operation';
import { page, pageOf, paging } from './lists';
import { Id, Version } from '../../../../src/wire/identity';
import { ChosenOffer } from '../../../../src/wire/offer';
import { ContentDetails, ContentKind, Identifier } from '../../../../src/wire/title-details';
import { Window } from '../../../../src/wire/window';
import { Searched } from '../document/schemas';
import { wire } from '../wire';

const tags = ['Content'];

const Content = z
  .strictObject({ id: Id, version: Version, details: ContentDetails })
  .meta({ id: 'Content' });

export const ContentSummary = z
  .strictObject({
    id: Id,
    version: Version,
    title: z.string(),
    kind: ContentKind,
    studio: z.string(),
    releaseYear: z.int().nullable(),
    belongsTo: z
      .array(z.strictObject({ id: Id, title: z.string() }))
      .meta({ description: 'Outermost first.' }),
    position: z.int().nullable(),
    identifiers: z.array(Identifier),
    coverage: z.array(Window).meta({ description: 'The days on which it is on offer anywhere.' }),
    assignments: z.int(),
  })
  .meta({ id: 'ContentSummary' });

export const ContentPage = pageOf('ContentPage', ContentSummary);

const RegisterContent = z
  .strictObject({ details: ContentDetails, first: ChosenOffer })
  .meta({ id: 'RegisterContent', description: 'A title needs at least one offer (C1).' });

const list = createRoute({
  ...{ method: 'get', path: '/content', tags, security: TOKEN },
  operationId: 'listContent',
  summary: 'List titles. Filters combine.',
  request: {
    query: z.strictObject({
      q: Searched.optional().meta({
        description: 'Part of a title, misspelt or not, or an identifier or its beginning.',
      }),
      studio: Searched.optional(),
      kind: ContentKind.optional(),
      parentId: Id.optional(),
      coverage: z
        .enum(['on-offer', 'off-offer', 'going-dark', 'gap-ahead'])
        .meta({
          description:
            'On offer anywhere today, or nowhere; or, in some territory as some rights type, with a last offer that ends or a gap that begins within 90 days.',
        })
        .optional(),
      ...paging,
    }),
  },
  responses: { 200: jsonAnswer(ContentPage, 'A page of titles.'), ...READ_REFUSALS },
});

const read = createRoute({
  ...{ method: 'get', path: '/content/{id}', tags, security: TOKEN },
  operationId: 'readContent',
  summary: 'Read one title.',
  request: { params: byId, headers: knownHeaders },
  responses: {
    200: versionedAnswer(Content, 'The title.'),
    ...NOT_MODIFIED,
    ...READ_ONE_REFUSALS,
  },
});

const register = createRoute({
  ...{ method: 'post', path: '/content', tags, security: TOKEN },
  operationId: 'registerContent',
  summary: 'Register a title with its first offer.',
  middleware: creating,
  request: { headers: keyHeaders, body: jsonBody(RegisterContent) },
  responses: { 201: saved('The registered title.'), ...CREATE_REFUSALS },
});

const correct = createRoute({
  ...{ method: 'put', path: '/content/{id}', tags, security: TOKEN },
  operationId: 'correctContent',
  summary: 'Change the details of a title.',
  middleware: changing,
  request: { params: byId, headers: changeHeaders, body: jsonBody(ContentDetails) },
  responses: { 200: saved('The changed details.'), ...CHANGE_REFUSALS },
});

export function addContent(api: Api, services: ApiServices): void {
  const { contentViews, today } = services;

  api.openapi(list, async (context) => {
    const { q: text, cursor, limit: pageSize, ...filter } = context.req.valid('query');
    const titles = await contentViews().list({
      filter: { ...filter, text },
      cursor,
      today: today(),
      pageSize,
    });
    return context.json(page(titles, contentSummary), 200);
  });

  api.openapi(read, async (context) => {
    const { id } = context.req.valid('param');
    const title = found(await contentViews().content(id), 'title');
    const headers = { etag: etagOf(title.version) };
    if (isKnown(context, title.version)) return context.body(null, 304, headers);
    return context.json(contentOf(title), 200, headers);
  });

  api.openapi(register, async (context) => {
    const contentId = newId(context, 'content');
    const body = context.req.valid('json');
    const command = { kind: 'register-title', input: { contentId, ...body } } as const;
    const { replayed, ...outcome } = await executed(services, context, command);
    return context.json(outcome, 201, {
      ...answerHeaders({ replayed }, outcome.version),
      location: `/api/v1/content/${contentId}`,
    });
  });

  api.openapi(correct, async (context) => {
    const { id: contentId } = context.req.valid('param');
    const expectedVersion = context.get('expectedVersion');
    const details = context.req.valid('json');
    const input = { contentId, expectedVersion, details };
    const command = { kind: 'correct-title', input } as const;
    const { replayed, ...outcome } = await executed(services, context, command);
    return context.json(outcome, 200, answerHeaders({ replayed }, outcome.version));
  });
}

/** What depends on nothing but the version. */
function contentOf({ id, version, details }: ContentView) {
  return { id, version, details: wire(details) };
}

export function contentSummary(row: ContentRow) {
  return wire(row);
}
