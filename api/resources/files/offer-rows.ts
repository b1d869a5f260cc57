import * as z from 'zod';
import type { Route } from '../../routes';
import { Id, Instant } from '../../../src/wire/identity';
import { Window } from '../../../src/wire/window';
import { found } from '../found';
import { page, pageOf, paging } from '../lists';
import { byId } from '../../operation';
import { reads } from '../../routes';

const OfferRow = z
  .strictObject({
    importId: Id,
    fileName: z.string(),
    savedBy: z.string(),
    savedAt: Instant,
    sheet: z.string(),
    row: z.int().meta({ description: 'As in the spreadsheet program.' }),
    offer: z.strictObject({
      licenseId: Id,
      licenseName: z.string(),
      rightsType: z.string(),
      name: z.string(),
      window: Window,
    }),
    territories: z
      .array(z.string())
      .readonly()
      .meta({ description: 'Where the row counts for the offer.' }),
    cells: z.record(z.string(), z.string()).readonly().meta({
      description: 'The filled cells by group and name: { "AvailMetadata/RatingValue": "PG" }.',
    }),
  })
  .meta({ id: 'OfferRow' });

export const OFFER_ROW_READS: readonly Route[] = [
  reads(
    {
      tag: 'Content',
      path: '/content/{id}/rows',
      operationId: 'listContentRows',
      summary: 'List the imported rows that count for the offers of a title.',
      params: byId,
      query: z.strictObject(paging),
      answer: pageOf('OfferRowPage', OfferRow),
      of: 'A page of rows, by offer, the newest file first.',
    },
    async ({ param: { id }, query: { cursor, limit: pageSize } }, { contentViews, rowViews }) => {
      const rows = page(await rowViews().rows(id, { cursor, pageSize }));
      found(await contentViews().content(id), 'title');
      return rows;
    },
  ),
];
