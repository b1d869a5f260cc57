import * as z from 'zod';
import type { Route } from '../routes';
import { reads } from '../routes';
import { paging, requireKnownCursor } from './lists';
import { Id } from '../../src/wire/identity';
import { HistoryEntry, Searched } from '../document/schemas';

const HistoryPage = z
  .strictObject({
    items: z.array(HistoryEntry).readonly(),
    next: z.string().nullable().meta({ description: 'The cursor of earlier changes.' }),
  })
  .meta({ id: 'HistoryPage' });

export const HISTORY_ROUTES: readonly Route[] = [
  reads(
    {
      tag: 'History',
      path: '/history',
      operationId: 'listHistory',
      summary:
        'List accepted changes, newest first: all, or those of one license, contract or title.',
      query: z.strictObject({
        aggregateId: Id.optional(),
        actor: Searched.optional().meta({
          description: 'The name of the person or token that made the change.',
        }),
        ...paging,
      }),
      answer: HistoryPage,
      of: 'A page of changes.',
    },
    async ({ query: { limit: pageSize, ...query } }, { historyViews }) => {
      const found = await historyViews().history({ ...query, pageSize });
      requireKnownCursor(found);
      return { items: found.entries, next: found.next };
    },
  ),
];
