import * as z from 'zod';
import type { Route } from '../../routes';
import { exportStyle } from '../../../src/domain/export/export-style';
import { Id, Instant } from '../../../src/wire/identity';
import { line } from '../../../src/wire/text';
import { valid } from '../../../src/wire/valid';
import { byId } from '../../operation';
import { reads, starts } from '../../routes';
import { STYLE } from './export-style';

const told = { tag: 'Exports' };

const Style = valid(z.strictObject(STYLE), exportStyle).meta({
  id: 'ExportStyle',
  description: 'How rows are written; what it does not say follows the standard.',
});

const SaveProfile = z
  .strictObject({
    name: line('A receiver’s name', 'name'),
    style: Style,
    revision: z.int().min(0).max(2_147_483_647).optional().meta({
      description:
        'The revision of the profile that the change was made against, 0 for a new one. Without it, whatever is stored is replaced.',
    }),
  })
  .meta({ id: 'SaveExportProfile' });

const Profile = z
  .strictObject({
    id: Id,
    name: z.string(),
    style: z.strictObject(STYLE),
    revision: z.int(),
    changedBy: z.string(),
    changedAt: Instant,
  })
  .meta({ id: 'ExportProfile' });

const Saved = z.strictObject({ id: Id }).meta({ id: 'ExportProfileSaved' });

const Revised = z.strictObject({ id: Id, revision: z.int() }).meta({ id: 'ExportProfileRevised' });

const saved = {
  answer: Saved,
  told: ({ profileId: id }: { readonly profileId: string }) => ({ id }),
};

export const EXPORT_PROFILE_ROUTES: readonly Route[] = [
  reads(
    {
      ...told,
      path: '/export-profiles',
      operationId: 'listExportProfiles',
      summary: 'List the receivers of exports, and how files are written for each.',
      answer: z.strictObject({ items: z.array(Profile).readonly() }).meta({ id: 'ExportProfiles' }),
      of: 'The profiles, by name.',
    },
    async (_, { exportViews }) => ({ items: await exportViews().profiles() }),
  ),
  starts('save-export-profile', {
    ...told,
    path: '/export-profiles',
    operationId: 'saveExportProfile',
    summary: 'Save how exports are written for a receiver, in place of the profile of that name.',
    body: SaveProfile,
    input: ({ body, newId }) => ({ profileId: newId('export-profile'), ...body }),
    answer: Revised,
    told: ({ profileId: id, revision }) => ({ id, revision }),
    of: 'The profile is saved.',
  }),
  starts('remove-export-profile', {
    ...told,
    path: '/export-profiles/{id}/remove',
    operationId: 'removeExportProfile',
    summary: 'Remove a profile. Exports that were ordered with it stay.',
    params: byId,
    input: ({ param: { id: profileId } }) => ({ profileId }),
    ...saved,
    of: 'The profile is removed.',
  }),
];
