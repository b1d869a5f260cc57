import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { exportQuery, MAX_CHOSEN } from '../../../src/domain/export/export-query';
import { exportFile } from '../../../app/files/export-file';
import { STYLE } from './export-style';
import { found } from '../found';
import { byId, READ_ONE_REFUSALS, TOKEN } from '../../operation';
import type { Route } from '../../routes';
import { reads, starts } from '../../routes';
import { page, pageOf, paging } from '../lists';
import { Id, Instant } from '../../../src/wire/identity';
import { line } from '../../../src/wire/text';
import { valid } from '../../../src/wire/valid';
import { Day } from '../../../src/wire/window';

const told = { tag: 'Exports' };

const chosen = z.array(Id).max(MAX_CHOSEN).readonly().optional();
const Format = z.enum(['xlsx', 'csv']);

const Query = valid(
  z.strictObject({
    studio: line('A studio’s name', 'studio').optional(),
    contractIds: chosen,
    licenseIds: chosen,
    contentIds: chosen,
    on: Day.optional().meta({ description: 'Offers that run on this day.' }),
    from: Day.optional().meta({ description: 'Offers that run on this day or later.' }),
    ...STYLE,
  }),
  exportQuery,
).meta({ id: 'ExportQuery' });

const Export = z
  .strictObject({
    id: Id,
    words: z.string().meta({ description: 'Description of the export, human-readable.' }),
    format: Format,
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    rows: z.int(),
    failure: z.string().nullable(),
    leftOut: z.array(z.strictObject({ title: z.string(), reason: z.string() })).readonly(),
    leftOutCount: z.int(),
    hasFile: z.boolean(),
    madeBy: z.string(),
    madeAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Export' });

const Ordered = z.strictObject({ id: Id }).meta({ id: 'ExportOrdered' });

export const EXPORT_READS: readonly Route[] = [
  reads(
    {
      ...told,
      path: '/exports',
      operationId: 'listExports',
      summary: 'Exports, the newest first.',
      query: z.strictObject(paging),
      answer: pageOf('ExportPage', Export),
      of: 'A page of exports.',
    },
    async ({ query: { cursor, limit: pageSize } }, { exportViews }) =>
      page(await exportViews().list({ cursor, pageSize })),
  ),
  reads(
    {
      ...told,
      path: '/exports/{id}',
      operationId: 'readExport',
      summary: 'Read the state of an export.',
      params: byId,
      answer: Export,
      of: 'The export.',
    },
    async ({ param: { id } }, { exportViews }) => found(await exportViews().export(id), 'export'),
  ),
];

const file = createRoute({
  ...{ method: 'get', path: '/exports/{id}/file', tags: [told.tag], security: TOKEN },
  operationId: 'readExportFile',
  summary: 'Download the file of an export. Files are stored for 30 days.',
  request: { params: byId },
  responses: {
    200: {
      description: 'The file.',
      content: {
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: { type: 'string', format: 'binary' },
        },
        'text/csv': { schema: { type: 'string' } },
      },
    },
    ...READ_ONE_REFUSALS,
  },
});

export const EXPORT_COMMANDS: readonly Route[] = [
  starts('make-export', {
    ...told,
    path: '/exports',
    operationId: 'orderExport',
    summary: 'Start an export of offers: an avails workbook or CSV.',
    body: z
      .strictObject({
        query: Query,
        format: Format,
        profileId: Id.optional().meta({
          description:
            'The profile of the receiver: the file is written by it, not by the style in the query.',
        }),
      })
      .meta({ id: 'OrderExport' }),
    input: ({ body, newId }) => ({ exportId: newId('export'), ...body }),
    ...ordered('The export has started.'),
    location: ({ id }) => `/exports/${id}`,
  }),
  starts('cancel-export', {
    ...told,
    path: '/exports/{id}/cancel',
    operationId: 'cancelExport',
    summary: 'Cancel an export. A finished export is not changed.',
    params: byId,
    input: ({ param: { id: exportId } }) => ({ exportId }),
    ...ordered('The export is canceled or finished.'),
  }),
];

function ordered(of: string) {
  return {
    answer: Ordered,
    of,
    told: ({ exportId: id }: { readonly exportId: string }) => ({ id }),
  };
}

/** A file is no JSON. */
export const addExportFile: Route = (api, { exportViews }) => {
  api.openapi(file, async (context) => {
    const { id } = context.req.valid('param');
    return exportFile(found(await exportViews().file(id), 'file'));
  });
};
