import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Context } from 'hono';
import { v5 as uuid } from 'uuid';
import type { ImportDecided } from '../../../../src/service/import/import-service';
import type { ImportView } from '../../../../src/service/import/import-views';
import type { Outcome } from '../../../../src/service/unit-of-work';
import type { Api, ApiEnvironment } from '../environment';
import type { Refused } from '../command';
import type { ApiServices } from '../services';
import type { ImportMoved } from '../../../../src/domain/import/import-errors';
import { hasCode } from '../../../../src/domain/errors';
import { named } from '../../../../src/service/commands/commands';
import { FileName } from '../../../../src/wire/file-name';
import { answerHeaders, changing, creating, etagOf, executed, newId } from '../command';
import { found } from './found';
import {
  byId,
  CHANGE_REFUSALS,
  changedAnswer,
  changeHeaders,
  CREATE_REFUSALS,
  jsonBody,
  keyHeaders,
  TOKEN,
} from '../operation';
import { Rules } from './import-answers';
import { importOf } from './import-reads';
import { Problem } from '../problems/problem';
import { Id, Version } from '../../../../src/wire/identity';

const tags = ['Imports'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const Accepted = z
  .strictObject({ id: Id, revision: Version })
  .meta({ id: 'ImportAccepted', description: 'The request is stored together with its job.' });

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
  const { importViews } = services;
  const viewOf = (id: string) => importOf(id, services);

  api.openapi(upload, async (context) => {
    const importId = newId(context, 'import');
    const sent = await sentFile(context, context.req.valid('query').fileName);
    const fileName = FileName.parse(sent.name);
    const command = named('upload-import', { importId, fileName, bytes: sent.bytes });
    const decided = await executed(services, context, command);
    const [body, status, headers] = accepted(decided);
    const location = `/api/v1/imports/${decided.importId}`;
    return context.json(body, status, { ...headers, location });
  });

  api.openapi(changeRules, async (context) => {
    const { id } = context.req.valid('param');
    const rules = context.req.valid('json');
    const asked = askedOf(context, id);
    const decided = await settled(asked, importViews, () =>
      executed(services, context, named('change-import-rules', { ...asked, rules })),
    );
    return context.json(...accepted(decided));
  });

  api.openapi(commit, async (context) => {
    const { id } = context.req.valid('param');
    const { mode } = context.req.valid('json');
    const asked = askedOf(context, id);
    const decided = await settled(asked, importViews, () =>
      executed(services, context, named('commit-import', { ...asked, mode })),
    );
    return context.json(...accepted(decided));
  });

  api.openapi(undo, async (context) => {
    const { id } = context.req.valid('param');
    const asked = askedOf(context, id);
    const decided = await settled(asked, importViews, () =>
      executed(services, context, named('undo-import', asked)),
    );
    return context.json(...accepted(decided));
  });

  api.openapi(cancel, async (context) => {
    const { id } = context.req.valid('param');
    await viewOf(id);
    const decided = await executed(services, context, named('cancel-import', { importId: id }));
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
  return { importId, revision: context.get('expectedVersion') };
}

function accepted(decided: Outcome<ImportDecided>) {
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
    if (!hasCode<Refused>(error, 'refused')) throw error;
    if (!hasCode<ImportMoved>(error.refusal, 'import-moved')) throw error;
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
