import * as z from 'zod';
import type { ApiServices } from '../../services';
import type { Route } from '../../routes';
import { etagOf } from '../../command';
import { found } from '../found';
import { Import, ImportSummary, Outcome, ProblemGroups, ReviewLine, Thing } from './import-answers';
import { page, pageOf, paging } from '../lists';
import { byId } from '../../operation';
import { reads } from '../../routes';

const told = { tag: 'Imports' };

export const IMPORT_READS: readonly Route[] = [
  reads(
    {
      ...told,
      path: '/imports',
      operationId: 'listImports',
      summary: 'Imports, the newest first.',
      query: z.strictObject(paging),
      answer: pageOf('ImportPage', ImportSummary),
      of: 'A page of imports.',
    },
    async ({ query: { cursor, limit: pageSize } }, { importViews }) =>
      page(await importViews().list({ cursor, pageSize })),
  ),
  reads(
    {
      ...told,
      path: '/imports/{id}',
      operationId: 'readImport',
      summary:
        'Read the state of an import. Its ETag is its revision; poll while the import is in progress.',
      params: byId,
      answer: Import,
      of: 'The import.',
      // An import goes on while its revision stays, so its ETag serves If-Match only.
      headers: ({ revision }) => ({
        etag: etagOf(revision),
        'cache-control': 'private, no-store',
      }),
    },
    async ({ param: { id } }, services) => importOf(id, services),
  ),
  reads(
    {
      ...told,
      path: '/imports/{id}/problems',
      operationId: 'readImportProblems',
      summary: 'List the problems of the file, grouped by remedy.',
      params: byId,
      answer: ProblemGroups,
      of: 'The problems, in groups.',
    },
    async ({ param: { id } }, services) => {
      await importOf(id, services);
      return { items: await services.importViews().problems(id) };
    },
  ),
  reads(
    {
      ...told,
      path: '/imports/{id}/review',
      operationId: 'readImportReview',
      summary: 'List the outcome of each item in the file.',
      params: byId,
      query: z.strictObject({ what: Thing.optional(), outcome: Outcome.optional(), ...paging }),
      answer: pageOf('ReviewPage', ReviewLine),
      of: 'A page of the review.',
    },
    async ({ param: { id }, query: { limit: pageSize, ...query } }, services) => {
      await importOf(id, services);
      return page(await services.importViews().review(id, { ...query, pageSize }));
    },
  ),
];

/** @throws Problem: not-found */
export async function importOf(id: string, { importViews }: Pick<ApiServices, 'importViews'>) {
  return found(await importViews().import(id), 'import');
}
