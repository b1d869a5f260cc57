import * as z from 'zod';
import type { ExportProfileCommands } from '../../service/commands/export-profile-commands';
import type { ExportCommands } from '../../service/commands/export-commands';
import type { ExportedEndDates } from '../../domain/avails/end-dates';
import type { ExportQuery } from '../../domain/export/export-query';
import { exportQuery, MAX_CHOSEN } from '../../domain/export/export-query';
import type { TerritoryStyle } from '../../domain/avails/territory-lists';
import { TERRITORY_STYLES } from '../../domain/avails/territory-lists';
import type { TierStyle } from '../../domain/avails/tiers/tier-styles';
import { TIER_STYLES } from '../../domain/avails/tiers/tier-styles';
import { EXPORTED_END_DATES } from '../../domain/avails/end-dates';
import { exportStyle, typedColumns } from '../../domain/export/export-style';
import { FORMATS, formatSet } from '../../domain/values/format';
import { shortText } from '../../domain/values/text';
import { checked, identity, several, typed } from './typed';

const chosen = z.array(identity).max(MAX_CHOSEN);
const endDates = z.enum(Object.keys(EXPORTED_END_DATES) as ExportedEndDates[]);

/** A new export as its form has it; the studio is '' for any, the day is '' while none is typed. */
export const makeExportInput = z
  .strictObject({
    exportId: identity,
    studio: typed,
    contractIds: chosen,
    licenseIds: chosen,
    contentIds: chosen,
    /** Which offers: all, those that run on a day, those that run on it or later. */
    days: z.enum(['all', 'on', 'from']),
    day: typed,
    format: z.enum(['xlsx', 'csv']),
    endDates,
    /** '' for none. */
    profileId: z.union([identity, z.literal('')]),
  })
  .transform(({ exportId, studio, days, day, format, profileId, ...selection }, context) => {
    const query: ExportQuery = {
      ...selection,
      ...(studio === '' ? {} : { studio }),
      ...(days === 'on' ? { on: day } : {}),
      ...(days === 'from' ? { from: day } : {}),
    };
    const valid = checked(context, days === 'all' ? 'studio' : 'day', () => exportQuery(query));
    if (valid === undefined) return z.NEVER;
    return { exportId, query: valid, format, ...(profileId === '' ? {} : { profileId }) };
  });

/** A receiver's profile as its form has it: with all formats none is left out. */
export const saveExportProfileInput = z
  .strictObject({
    profileId: identity,
    name: typed,
    /** That the change was made against; 0 for a new one. */
    revision: z.number().int().min(0),
    endDates,
    territories: z.enum(Object.keys(TERRITORY_STYLES) as TerritoryStyle[]),
    tiers: z.enum(Object.keys(TIER_STYLES) as TierStyle[]),
    formats: several,
    withoutColumns: typed,
  })
  .transform(({ profileId, revision, formats, withoutColumns, ...input }, context) => {
    const name = checked(context, 'name', () => shortText(input.name, 'name', 'A receiver’s name'));
    const chosen = checked(context, 'formats', () => formatSet(formats));
    const columns = checked(
      context,
      'withoutColumns',
      () => exportStyle({ withoutColumns: typedColumns(withoutColumns) }).withoutColumns,
    );
    if (name === undefined || chosen === undefined) return z.NEVER;
    const { endDates, territories, tiers } = input;
    const style = {
      ...{ endDates, territories, tiers, withoutColumns: columns },
      ...(chosen.length === FORMATS.length ? {} : { formats: chosen }),
    };
    return { profileId, name, style, revision };
  });

/** The commands on exports that a browser may send. */
export const EXPORT_FORMS = {
  'make-export': makeExportInput,
  'cancel-export': z.strictObject({ exportId: identity }),
} satisfies { readonly [K in keyof ExportCommands]?: z.ZodType<ExportCommands[K]['input']> };

/** The commands on receivers' profiles that a browser may send. */
export const EXPORT_PROFILE_FORMS = {
  'save-export-profile': saveExportProfileInput,
  'remove-export-profile': z.strictObject({ profileId: identity }),
} satisfies {
  readonly [K in keyof ExportProfileCommands]?: z.ZodType<ExportProfileCommands[K]['input']>;
};

export type MakeExportInput = z.input<typeof makeExportInput>;

export type SaveExportProfileInput = z.input<typeof saveExportProfileInput>;
