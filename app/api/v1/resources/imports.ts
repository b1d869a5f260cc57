import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Context } from 'hono';
import { v5 as uuid } from 'uuid';
import type { ImportDecided, ImportView } from '../../../../src/service/import/imports';
import type { Command } from '../../../../src/service/unit-of-work';
import type { Api, ApiEnvironment } from '../environment';
import type { ApiServices } from '../services';
import type { ImportMoved } from '../../../../src/service/import/imports';
import { hasCode } from '../../../../src/domain/errors';
import { importRules } from '../../../../src/domain/avails/import-rules';
import { named } from '../../../../src/service/commands/commands';
import { assertWorkbook } from '../../../../src/service/import/workbook-signature';
import { uploadInput } from '../../../imports/import-input';
import { OUTCOMES, THINGS } from '../../../imports/review/review-words';
import { answerHeaders, changing, commandOf, creating, etagOf, executed, newId } from '../command';
import { found } from './found';
import {
  byId,
  CHANGE_REFUSALS,
  changedAnswer,
  changeHeaders,
  CREATE_REFUSALS,
  jsonAnswer,
  jsonBody,
  keyHeaders,
  READ_ONE_REFUSALS,
  READ_REFUSALS,
  TOKEN,
  versionedAnswer,
} from '../operation';
import { Problem } from '../problems/problem';
import { page, pageOf, paging } from './lists';
import { Devices } from '../../../../src/wire/devices';
import { Id, Instant, Version } from '../../../../src/wire/identity';
import { Currency, Price } from '../../../../src/wire/price';
import { line } from '../../../../src/wire/text';
import { valid } from '../../../../src/wire/valid';
import { orNull } from '../document/schemas';
import { wire } from '../wire';

const tags = ['Imports'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const STATES = [
  ...['waiting', 'checking', 'unreadable', 'ready', 'committing', 'committed', 'undoing', 'undone'],
  'cancelled',
] as const;

const summary = {
  id: Id,
  fileName: z.string(),
  studios: z.array(z.string()).readonly(),
  state: z.string().meta({ enum: [...STATES] }),
  uploadedBy: z.string(),
  uploadedAt: Instant,
  rows: z.int(),
  rejected: z.int().meta({ description: 'Rows with errors.' }),
};

const Rules = valid(
  z.strictObject({
    endDates: z.enum(['inclusive', 'exclusive']),
    sameDayHandover: z.enum(['hand-over', 'refuse']),
    reductions: z.enum(['split', 'refuse']),
    formats: z.enum(['refuse', 'best-format']),
    licenses: z.enum(['propose', 'existing']),
    currency: Currency,
    devices: Devices,
    contract: line('A contract’s reference number', 'contract').nullable(),
    prices: z.record(z.string().max(200), Price).meta({
      description: 'Amounts of prices without an amount: { "Tier 2": … }.',
    }),
  }),
  importRules,
).meta({ id: 'ImportRules' });

const Thing = z.enum(THINGS);
const Outcome = z.enum(OUTCOMES);

const Import = z
  .strictObject({
    ...summary,
    revision: Version.meta({ description: 'Increases with every check; If-Match names it.' }),
    version: z.string().nullable().meta({ description: 'Of the avails standard.' }),
    versionStated: z.boolean(),
    sheets: z.array(
      z.strictObject({ name: z.string(), rows: z.int(), skipped: z.string().nullable() }),
    ),
    rules: Rules,
    errors: z.int(),
    warnings: z.int(),
    counts: z.array(z.strictObject({ what: Thing, outcome: Outcome, count: z.int() })),
    applicable: z.int(),
    blocked: z.int(),
    unpriced: z.array(z.string()),
    progress: orNull(z.strictObject({ words: z.string(), done: z.int(), total: z.int() })),
    failure: z.string().nullable(),
    settledBy: z.string().nullable(),
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'Import' });

const ImportSummary = z.strictObject(summary).meta({ id: 'ImportSummary' });

const FileProblem = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string(),
  message: z.string(),
  remedy: z.string(),
});

const ProblemGroups = z
  .strictObject({
    items: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['error', 'warning']),
        message: z.string(),
        remedy: z.string(),
        count: z.int(),
        problems: z.array(FileProblem).meta({ description: 'The first of them, at most 100.' }),
      }),
    ),
  })
  .meta({ id: 'ImportProblems' });

const ReviewLine = z
  .strictObject({
    what: Thing,
    outcome: Outcome,
    name: z.string(),
    words: z.string(),
    id: Id,
    rows: z.array(z.strictObject({ sheet: z.string(), row: z.int() })).readonly(),
    reason: z.string().nullable(),
    isStored: z.boolean(),
  })
  .meta({ id: 'ReviewLine' });

const Accepted = z
  .strictObject({ id: Id, revision: Version })
  .meta({ id: 'ImportAccepted', description: 'The request is stored together with its job.' });

const list = createRoute({
  ...{ method: 'get', path: '/imports', tags, security: TOKEN },
  operationId: 'listImports',
  summary: 'Imports, the newest first.',
  request: { query: z.strictObject(paging) },
  responses: {
    200: jsonAnswer(pageOf('ImportPage', ImportSummary), 'A page of imports.'),
    ...READ_REFUSALS,
  },
});

const read = createRoute({
  ...{ method: 'get', path: '/imports/{id}', tags, security: TOKEN },
  operationId: 'readImport',
  summary:
    'Read the state of an import. Its ETag is its revision; poll while the import is in progress.',
  request: { params: byId },
  responses: { 200: versionedAnswer(Import, 'The import.'), ...READ_ONE_REFUSALS },
});

const problems = createRoute({
  ...{ method: 'get', path: '/imports/{id}/problems', tags, security: TOKEN },
  operationId: 'readImportProblems',
  summary: 'List the problems of the file, grouped by remedy.',
  request: { params: byId },
  responses: { 200: jsonAnswer(ProblemGroups, 'The problems, in groups.'), ...READ_ONE_REFUSALS },
});

const review = createRoute({
  ...{ method: 'get', path: '/imports/{id}/review', tags, security: TOKEN },
  operationId: 'readImportReview',
  summary: 'List the outcome of each item in the file.',
  request: {
    params: byId,
    query: z.strictObject({ what: Thing.optional(), outcome: Outcome.optional(), ...paging }),
  },
  responses: {
    200: jsonAnswer(pageOf('ReviewPage', ReviewLine), 'A page of the review.'),
    ...READ_ONE_REFUSALS,
  },
});

const upload = createRoute({
  ...{ method: 'post', path: '/imports', tags, security: TOKEN },
  operationId: 'uploadImport',
  summary:
    'Upload an avails workbook (.xlsx, at most 5 MB): as the body, or as the part `file` of a form.',
  middleware: creating,
  request: {
    headers: keyHeaders,
    query: z.strictObject({
      fileName: z
        .string()
        .max(2_000)
        .optional()
        .meta({ description: 'The file name. A form sends it itself.' }),
    }),
    body: {
      required: true,
      content: {
        [XLSX]: { schema: { type: 'string', format: 'binary' } },
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: { file: { type: 'string', format: 'binary' } },
            required: ['file'],
          },
        },
      },
    },
  },
  responses: { 202: changedAnswer(Accepted, 'The check has started.'), ...CREATE_REFUSALS },
});

const decision = {
  method: 'post',
  tags,
  security: TOKEN,
  middleware: changing,
  responses: { 202: changedAnswer(Accepted, 'The request was accepted.'), ...CHANGE_REFUSALS },
} as const;

const changeRules = createRoute({
  ...decision,
  method: 'put',
  path: '/imports/{id}/rules',
  operationId: 'changeImportRules',
  summary: 'Check the file again with different rules.',
  request: { params: byId, headers: changeHeaders, body: jsonBody(Rules) },
});

const commit = createRoute({
  ...decision,
  path: '/imports/{id}/commit',
  operationId: 'commitImport',
  summary: 'Commit the reviewed import: the whole file or nothing, or each license separately.',
  request: {
    params: byId,
    headers: changeHeaders,
    body: jsonBody(
      z.strictObject({ mode: z.enum(['file', 'license']) }).meta({ id: 'CommitImport' }),
    ),
  },
});

const undo = createRoute({
  ...decision,
  path: '/imports/{id}/undo',
  operationId: 'undoImport',
  summary: 'Undo a committed import.',
  request: { params: byId, headers: changeHeaders },
});

const cancel = createRoute({
  ...decision,
  middleware: creating,
  path: '/imports/{id}/cancel',
  operationId: 'cancelImport',
  summary: 'Cancel the running job of an import. A finished job is not changed.',
  request: { params: byId, headers: keyHeaders },
});

const rejected = createRoute({
  ...decision,
  middleware: creating,
  path: '/imports/{id}/rejected-rows',
  operationId: 'exportRejectedRows',
  summary: 'Start an export of the rejected rows as a workbook.',
  request: { params: byId, headers: keyHeaders },
  responses: {
    202: changedAnswer(
      z.strictObject({ exportId: Id }).meta({ id: 'RejectedRows' }),
      'The export has started.',
    ),
    ...CHANGE_REFUSALS,
  },
});

export function addImports(api: Api, services: ApiServices): void {
  const { importDesk, importViews, watched } = services;
  const told = <T>({ key, actor }: Command, kind: string, id: string, run: () => Promise<T>) =>
    watched({ kind, key, actor, subject: { what: 'import', id } }, run);
  const viewOf = async (id: string) => found(await importViews().import(id), 'import');

  api.openapi(list, async (context) => {
    const { cursor, limit: pageSize } = context.req.valid('query');
    return context.json(page(await importViews().list({ cursor, pageSize })), 200);
  });

  api.openapi(read, async (context) => {
    const view = await viewOf(context.req.valid('param').id);
    // An import goes on while its revision stays, so its ETag serves If-Match only.
    return context.json(wire(view), 200, {
      etag: etagOf(view.revision),
      'cache-control': 'private, no-store',
    });
  });

  api.openapi(problems, async (context) => {
    const { id } = context.req.valid('param');
    await viewOf(id);
    return context.json({ items: wire(await importViews().problems(id)) }, 200);
  });

  api.openapi(review, async (context) => {
    const { id } = context.req.valid('param');
    const { limit: pageSize, ...query } = context.req.valid('query');
    await viewOf(id);
    return context.json(page(await importViews().review(id, { ...query, pageSize })), 200);
  });

  api.openapi(upload, async (context) => {
    const importId = newId(context, 'import');
    const sent = await sentFile(context, context.req.valid('query').fileName);
    const { fileName } = uploadInput.pick({ fileName: true }).parse({ fileName: sent.name });
    assertWorkbook({ name: fileName, size: sent.bytes.byteLength, head: sent.bytes });
    const command = { ...commandOf(context), importId, fileName, bytes: sent.bytes };
    const decided = await told(command, 'import-uploaded', importId, () =>
      importDesk().upload(command),
    );
    const [body, status, headers] = accepted(decided);
    const location = `/api/v1/imports/${decided.importId}`;
    return context.json(body, status, { ...headers, location });
  });

  api.openapi(changeRules, async (context) => {
    const { id } = context.req.valid('param');
    const rules = context.req.valid('json');
    const asked = askedOf(context, id);
    const decided = await settled(asked, importViews, () =>
      told(asked, 'import-rules-changed', id, () => importDesk().changeRules({ ...asked, rules })),
    );
    return context.json(...accepted(decided));
  });

  api.openapi(commit, async (context) => {
    const { id } = context.req.valid('param');
    const { mode } = context.req.valid('json');
    const asked = askedOf(context, id);
    const decided = await settled(asked, importViews, () =>
      told(asked, 'import-commit-ordered', id, () => importDesk().commit({ ...asked, mode })),
    );
    return context.json(...accepted(decided));
  });

  api.openapi(undo, async (context) => {
    const { id } = context.req.valid('param');
    const asked = askedOf(context, id);
    const decided = await settled(asked, importViews, () =>
      told(asked, 'import-undo-ordered', id, () => importDesk().undo(asked)),
    );
    return context.json(...accepted(decided));
  });

  api.openapi(cancel, async (context) => {
    const { id } = context.req.valid('param');
    await viewOf(id);
    const command = { ...commandOf(context), importId: id };
    const decided = await told(command, 'import-cancelled', id, () => importDesk().cancel(command));
    return context.json(...accepted(decided));
  });

  api.openapi(rejected, async (context) => {
    const { id } = context.req.valid('param');
    const view = await viewOf(id);
    const { fileName, uploadedBy } = view;
    const ordered = await executed(
      services,
      context,
      named('export-rejected-rows', {
        ...{ exportId: rejectedRowsId(view), importId: id, fileName, uploadedBy },
      }),
    );
    const { exportId } = ordered;
    return context.json({ exportId }, 202, {
      ...answerHeaders(ordered),
      location: `/api/v1/exports/${exportId}`,
    });
  });
}

/** The same for the same rows: they change with a check and with what was decided last. */
function rejectedRowsId({ id, revision, state, settledAt }: ImportView): string {
  return uuid(`rejected rows ${revision} ${state} ${settledAt ?? ''}`, id);
}

function askedOf(context: Context<ApiEnvironment>, importId: string) {
  return { ...commandOf(context), importId, revision: context.get('expectedVersion') };
}

function accepted(decided: ImportDecided) {
  const { importId: id, revision } = decided;
  return [{ id, revision }, 202, answerHeaders(decided, revision)] as const;
}

/** Says whether it is the revision that has moved on, or the import is not where this can be decided. */
async function settled<T>(
  { importId, revision }: { readonly importId: string; readonly revision: number },
  importViews: ApiServices['importViews'],
  decide: () => Promise<T>,
): Promise<T> {
  try {
    return await decide();
  } catch (error) {
    if (!hasCode<ImportMoved>(error, 'import-moved')) throw error;
    const view = found(await importViews().import(importId), 'import');
    if (view.revision === revision)
      throw new Problem('import-moved', `This is not possible while the import is ${view.state}.`);
    throw new Problem('import-moved', 'The import has been checked again. Read it again.', {
      status: 412,
      members: { latestVersion: view.revision },
      headers: { etag: etagOf(view.revision) },
    });
  }
}

/** The file of an upload, whichever way it was sent. */
async function sentFile(
  { req }: Context<ApiEnvironment>,
  name: string | undefined,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const type = req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === XLSX || type === 'application/octet-stream')
    return { name: name ?? '', bytes: new Uint8Array(await req.arrayBuffer()) };
  if (type !== 'multipart/form-data')
    throw new Problem('unsupported-media-type', `Send ${XLSX} or multipart/form-data.`);
  const form = await req.formData().catch(() => null);
  const file = form?.get('file') ?? null;
  if (file === null || typeof file === 'string')
    throw new Problem('malformed', 'The form does not have a file named “file”.');
  return { name: name ?? file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
