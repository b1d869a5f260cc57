import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Api } from '../environment';
import type { ApiServices } from '../services';
import { jsonAnswer, READ_REFUSALS, TOKEN } from '../operation';
import { paging, requireKnownCursor } from './lists';
import { Id } from '../../../../src/wire/identity';
import { HistoryEntry, Searched } from '../document/schemas';

const HistoryPage = z
  .strictObject({
    items: z.array(HistoryEntry),
    next: z.string().nullable().meta({ description: 'The cursor of earlier changes.' }),
  })
  .meta({ id: 'HistoryPage' });

const list = createRoute({
  ...{ method: 'get', path: '/history', tags: ['History'], security: TOKEN },
  operationId: 'listHistory',
  summary: 'List accepted changes, newest first: all, or those of one license, contract or title.',
  request: {
    query: z.strictObject({
      aggregateId: Id.optional(),
      actor: Searched.optional().meta({
        description: 'The name of the person or token that made the change.',
      }),
      ...paging,
    }),
  },
  responses: { 200: jsonAnswer(HistoryPage, 'A page of changes.'), ...READ_REFUSALS },
});

export function addHistory(api: Api, { historyViews }: ApiServices): void {
  api.openapi(list, async (context) => {
    const { limit: pageSize, ...query } = context.req.valid('query');
    const found = await historyViews().history({ ...query, pageSize });
    requireKnownCursor(found);
    const { entries, next } = found;
    return context.json({ items: [...entries], next }, 200);
  });
}
