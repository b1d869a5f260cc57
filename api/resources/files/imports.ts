import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Context } from 'hono';
import { v5 as uuid } from 'uuid';
import type { DomainError } from '../../../src/domain/errors';
import type { ImportMoved } from '../../../src/domain/import/import-errors';
import type { ImportDecided, OnImport } from '../../../src/service/import/import-service';
import type { ImportView } from '../../../src/service/import/import-views';
import type { ApiEnvironment } from '../../environment';
import type { Route } from '../../routes';
import type { ApiServices } from '../../services';
import { hasCode } from '../../../src/domain/errors';
import { named } from '../../../src/service/commands/commands';
import { FileName } from '../../../src/wire/file-name';
import { Id, Version } from '../../../src/wire/identity';
import { answerHeaders, creating, etagOf, executed, newId } from '../../command';
import { byId, changedAnswer, CREATE_REFUSALS, keyHeaders, TOKEN } from '../../operation';
import { Problem } from '../../problems/problem';
import { BASE, decides, starts } from '../../routes';
import { Rules } from './import-answers';
import { importOf } from './import-reads';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const Accepted = z
  .strictObject({ id: Id, revision: Version })
  .meta({ id: 'ImportAccepted', description: 'The request is stored together with its job.' });

const upload = createRoute({
  ...{ method: 'post', path: '/imports', tags: ['Imports'], security: TOKEN },
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

/** A file is no JSON. */
export const addUpload: Route = (api, services) => {
  api.openapi(upload, async (context) => {
    const importId = newId(context, 'import');
    const sent = await sentFile(context, context.req.valid('query').fileName);
    const fileName = FileName.parse(sent.name);
    const command = named('upload-import', { importId, fileName, bytes: sent.bytes });
    const decided = await executed(services, context, command);
    return context.json(accepted(decided), 202, {
      ...answerHeaders(decided, decided.revision),
      location: `${BASE}/imports/${decided.importId}`,
    });
  });
};

const told = {
  tag: 'Imports',
  params: byId,
  answer: Accepted,
  of: 'The request was accepted.',
  told: accepted,
};

/** A decision about the revision that If-Match names. */
const decision = { ...told, explain: moved };

export const IMPORT_COMMANDS: readonly Route[] = [
  decides('change-import-rules', {
    ...decision,
    method: 'put',
    path: '/imports/{id}/rules',
    operationId: 'changeImportRules',
    summary: 'Check the file again with different rules.',
    body: Rules,
    bodyIs: 'rules',
    input: (asked) => ({ ...revisionOf(asked), rules: asked.body }),
  }),
  decides('leave-out-of-import', {
    ...decision,
    path: '/imports/{id}/left-out',
    operationId: 'leaveOutOfImport',
    summary: 'Leave a change of the review out of the commit, or bring it back.',
    body: z
      .strictObject({
        change: z.int().min(0).max(2_147_483_647).meta({ description: 'Of a line of the review.' }),
        isLeftOut: z.boolean(),
      })
      .meta({ id: 'LeaveOutOfImport' }),
    of: 'The change is left out, or brought back.',
    input: (asked) => ({ ...revisionOf(asked), ...asked.body }),
  }),
  decides('commit-import', {
    ...decision,
    path: '/imports/{id}/commit',
    operationId: 'commitImport',
    summary: 'Commit the reviewed import: the whole file or nothing, or each license separately.',
    body: z.strictObject({ mode: z.enum(['file', 'license']) }).meta({ id: 'CommitImport' }),
    input: (asked) => ({ ...revisionOf(asked), ...asked.body }),
  }),
  decides('undo-import', {
    ...decision,
    path: '/imports/{id}/undo',
    operationId: 'undoImport',
    summary: 'Undo a committed import.',
    input: revisionOf,
  }),
  starts('cancel-import', {
    ...told,
    path: '/imports/{id}/cancel',
    operationId: 'cancelImport',
    summary: 'Cancel the running job of an import. A finished job is not changed.',
    input: async ({ param: { id } }, services) => {
      await importOf(id, services);
      return { importId: id };
    },
  }),
  starts('export-rejected-rows', {
    ...told,
    path: '/imports/{id}/rejected-rows',
    operationId: 'exportRejectedRows',
    summary: 'Start an export of the rejected rows as a workbook.',
    input: async ({ param: { id } }, services) => {
      const view = await importOf(id, services);
      const { fileName, uploadedBy } = view;
      return { exportId: rejectedRowsId(view), importId: id, fileName, uploadedBy };
    },
    answer: z.strictObject({ exportId: Id }).meta({ id: 'RejectedRows' }),
    of: 'The export has started.',
    told: ({ exportId }) => ({ exportId }),
    location: ({ exportId }) => `/exports/${exportId}`,
  }),
];

/** The same for the same rows: they change with a check and with what was decided last. */
function rejectedRowsId({ id, revision, state, settledAt }: ImportView): string {
  return uuid(`rejected rows ${revision} ${state} ${settledAt ?? ''}`, id);
}

function accepted({ importId: id, revision }: ImportDecided): z.input<typeof Accepted> {
  return { id, revision };
}

interface AboutRevision {
  readonly param: z.output<typeof byId>;
  readonly expectedVersion: number;
}

function revisionOf({ param: { id }, expectedVersion }: AboutRevision): OnImport {
  return { importId: id, revision: expectedVersion };
}

/** Says whether it is the revision that has moved on, or the import is not where this can be decided. */
async function moved(
  refusal: DomainError,
  { param: { id }, expectedVersion }: AboutRevision,
  services: ApiServices,
): Promise<Problem | null> {
  if (!hasCode<ImportMoved>(refusal, 'import-moved')) return null;
  const { revision, state } = await importOf(id, services);
  if (revision === expectedVersion)
    return new Problem('import-moved', `This is not possible while the import is ${state}.`);
  return new Problem('import-moved', 'The import has been checked again. Read it again.', {
    status: 412,
    members: { latestVersion: revision },
    headers: { etag: etagOf(revision) },
  });
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
