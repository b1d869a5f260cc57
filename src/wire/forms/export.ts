import * as z from 'zod';
import type { ExportCommands } from '../../service/commands/export-commands';
import type { ExportedEndDates } from '../../domain/avails/end-dates';
import type { ExportQuery } from '../../domain/export/export-query';
import { exportQuery, MAX_CHOSEN } from '../../domain/export/export-query';
import { EXPORTED_END_DATES } from '../../domain/avails/end-dates';
import { checked, identity, typed } from './typed';

const chosen = z.array(identity).max(MAX_CHOSEN);

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
    endDates: z.enum(Object.keys(EXPORTED_END_DATES) as ExportedEndDates[]),
  })
  .transform(({ exportId, studio, days, day, format, ...selection }, context) => {
    const query: ExportQuery = {
      ...selection,
      ...(studio === '' ? {} : { studio }),
      ...(days === 'on' ? { on: day } : {}),
      ...(days === 'from' ? { from: day } : {}),
    };
    const valid = checked(context, days === 'all' ? 'studio' : 'day', () => exportQuery(query));
    return valid === undefined ? z.NEVER : { exportId, query: valid, format };
  });

/** The commands on exports that a browser may send. */
export const EXPORT_FORMS = {
  'make-export': makeExportInput,
  'cancel-export': z.strictObject({ exportId: identity }),
} satisfies { readonly [K in keyof ExportCommands]?: z.ZodType<ExportCommands[K]['input']> };

export type MakeExportInput = z.input<typeof makeExportInput>;
