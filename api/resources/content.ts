import * as z from 'zod';
import type { Route } from '../routes';
import { found } from './found';
import type { AsOf } from '../operation';
import { asOf, byId } from '../operation';
import { changes, creates, reads, readsVersion, saved } from '../routes';
import { page, pageOf, paging } from './lists';
import { TitleClosing } from '../../src/wire/license/closing';
import { Id, Version } from '../../src/wire/identity';
import { ChosenOffer } from '../../src/wire/license/offer';
import { ContentDetails, ContentKind, Identifier } from '../../src/wire/content/title-details';
import { Window } from '../../src/wire/window';
import type { ContentViews } from '../../src/service/content/content-views';
import { COVERAGE_STATES } from '../../src/service/content/content-views';
import { anyOf, Searched } from '../document/schemas';

const closing = TitleClosing.nullable().meta({
  description: 'Why it is no longer in the catalog; null while it is.',
});

const Content = z
  .strictObject({
    id: Id,
    version: Version,
    details: ContentDetails,
    closing,
  })
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
      .readonly()
      .meta({ description: 'Outermost first.' }),
    position: z.int().nullable(),
    identifiers: z.array(Identifier).readonly(),
    coverage: z
      .array(Window)
      .readonly()
      .meta({ description: 'The days on which it is on offer anywhere.' }),
    takenDown: z.array(Window).readonly().meta({
      description: 'The days of each of its takedowns, everywhere or in some place.',
    }),
    assignments: z.int(),
    closing,
  })
  .meta({ id: 'ContentSummary' });

export const ContentPage = pageOf('ContentPage', ContentSummary);

const RegisterContent = z
  .strictObject({ details: ContentDetails, first: ChosenOffer })
  .meta({ id: 'RegisterContent', description: 'A title needs at least one offer (C1).' });

const Filter = z.strictObject({
  q: Searched.optional().meta({
    description: 'Part of a title, misspelt or not, or an identifier or its beginning.',
  }),
  studio: anyOf(Searched),
  kind: anyOf(ContentKind),
  parentId: Id.optional(),
  coverage: anyOf(
    z.enum(COVERAGE_STATES),
    'On offer anywhere today, or nowhere; or, in some territory as some rights type, with a last offer that ends or a gap that begins within 90 days; or taken down today, everywhere or in some place.',
  ),
  closed: anyOf(
    TitleClosing.shape.kind,
    'Titles closed in this way; without it, those in the catalog.',
  ),
  ...paging,
});

/** A title at a version; at an earlier one, as it was until the next. */
export function titleAt(views: ContentViews, id: string, { version, asOf: day }: AsOf) {
  if (day !== undefined) return views.contentOn(id, day);
  return version === undefined ? views.content(id) : views.contentAsOf(id, version);
}

const told = { tag: 'Content' };

export const CONTENT_ROUTES: readonly Route[] = [
  reads(
    {
      ...told,
      path: '/content',
      operationId: 'listContent',
      summary: 'List titles. Filters combine.',
      query: Filter,
      answer: ContentPage,
      of: 'A page of titles.',
    },
    async ({ query: { q: text, cursor, limit: pageSize, ...filter } }, { contentViews, today }) =>
      page(
        await contentViews().list({
          filter: { ...filter, text },
          cursor,
          today: today(),
          pageSize,
        }),
      ),
  ),
  readsVersion(
    {
      ...told,
      path: '/content/{id}',
      operationId: 'readContent',
      summary: 'Read one title, as it is now, at an earlier version or on an earlier day.',
      params: byId,
      query: asOf,
      answer: Content,
      of: 'The title.',
    },
    async ({ param: { id }, query }, { contentViews }) =>
      found(await titleAt(contentViews(), id, query), 'title'),
    ({ id, version, details, closing }) => ({ id, version, details, closing }),
  ),
  creates('register-title', {
    ...told,
    path: '/content',
    operationId: 'registerContent',
    summary: 'Register a title with its first offer.',
    body: RegisterContent,
    input: ({ body, newId }) => ({ contentId: newId('content'), ...body }),
    ...saved('The registered title.'),
    location: ({ id }) => `/content/${id}`,
  }),
  changes('correct-title', {
    ...told,
    method: 'put',
    path: '/content/{id}',
    operationId: 'correctContent',
    summary: 'Change the details of a title.',
    params: byId,
    body: ContentDetails,
    bodyIs: 'details',
    input: ({ param, expectedVersion, body: details }) => ({
      contentId: param.id,
      expectedVersion,
      details,
    }),
    ...saved('The changed details.'),
  }),
];
