import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { UnreadableWorkbook } from '../../src/domain/avails/unreadable-workbook';
import type { PriceEdit } from '../../src/domain/price-table/price-cell';
import type { Route } from '../routes';
import { hasCode } from '../../src/domain/errors';
import { Prices } from '../../src/domain/price-table/prices';
import {
  isSheet,
  readSheet,
  SHEET_COLUMNS,
  sheetRows,
} from '../../src/domain/price-table/price-sheet';
import { named } from '../../src/service/commands/commands';
import { tableFile } from '../../app/files/price-table-file';
import { answerHeaders, changing, executed } from '../command';
import {
  byId,
  CHANGE_REFUSALS,
  changeHeaders,
  READ_ONE_REFUSALS,
  saved,
  TOKEN,
} from '../operation';
import { notValid, Problem } from '../problems/problem';
import { found } from './found';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILES = {
  [XLSX]: { schema: { type: 'string', format: 'binary' } },
  'text/csv': { schema: { type: 'string' } },
} as const;

/** So many rows that cannot be read are told. */
const MAX_TOLD = 50;

const told = { path: '/price-tables/{id}/file', tags: ['Price tables'], security: TOKEN };

const read = createRoute({
  ...{ ...told, method: 'get', operationId: 'readPriceTableFile' },
  summary: 'Download a whole price table: a row says what a cell says from a day on.',
  request: { params: byId, query: z.strictObject({ format: z.enum(['csv', 'xlsx']) }) },
  responses: { 200: { description: 'The file.', content: FILES }, ...READ_ONE_REFUSALS },
});

const write = createRoute({
  ...{ ...told, method: 'post', operationId: 'importPriceTableFile' },
  summary: `Change prices to what a file says, all of them or none. Its columns are ${SHEET_COLUMNS.join(', ')}.`,
  description: 'A row without a price says nothing. What the file does not name stays as it is.',
  middleware: changing,
  request: { params: byId, headers: changeHeaders, body: { required: true, content: FILES } },
  responses: { 200: saved('The saved price table.'), ...CHANGE_REFUSALS },
});

/** A file is no JSON. */
export const addPriceTableFiles: Route = (api, services) => {
  api.openapi(read, async (context) => {
    const table = await services.priceTableViews().table(context.req.valid('param').id);
    const { format } = context.req.valid('query');
    const { studio, version, prices } = found(table, 'price table');
    const bytes = services.writePriceFile(format, sheetRows(prices));
    return tableFile({ studio, version, bytes }, format);
  });
  api.openapi(write, async (context) => {
    const { id } = context.req.valid('param');
    const { prices } = found(await services.priceTableViews().table(id), 'price table');
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const edits = editsOf(await rowsOf(bytes, services), Prices.of(prices));
    const expectedVersion = context.get('expectedVersion');
    const command = named('change-prices', { priceTableId: id, expectedVersion, prices: edits });
    const done = await executed(services, context, command);
    return context.json(
      { id: done.id, version: done.version },
      200,
      answerHeaders(done, done.version),
    );
  });
};

async function rowsOf(
  bytes: Uint8Array,
  { readPriceFile }: Parameters<Route>[1],
): Promise<readonly (readonly string[])[]> {
  try {
    return await readPriceFile(bytes);
  } catch (error) {
    if (hasCode<UnreadableWorkbook>(error, 'unreadable-workbook'))
      throw new Problem('malformed', error.message);
    throw error;
  }
}

/** @throws Problem: invalid-input with the rows that cannot be read */
function editsOf(rows: readonly (readonly string[])[], prices: Prices): readonly PriceEdit[] {
  if (!isSheet(rows))
    throw new Problem('malformed', `The first row names the columns: ${SHEET_COLUMNS.join(', ')}.`);
  const { lines, refusal } = readSheet(rows, prices);
  if (refusal !== null) throw new Problem('malformed', refusal);
  const unreadable = lines.flatMap((line) => (line.fate === 'unreadable' ? [line] : []));
  if (unreadable.length > 0)
    throw notValid(
      unreadable.slice(0, MAX_TOLD).map(({ where, text, why }) => ({
        code: 'unreadable-row',
        detail: `${where}: ${text}. ${why}`,
      })),
    );
  return lines.flatMap((line) =>
    line.fate === 'new' || line.fate === 'changed' ? [line.entry] : [],
  );
}
