import type { Refusal } from '../refusal';
import * as z from 'zod';
import type { ExportedEndDates } from '../../src/domain/avails/end-dates';
import type { ExportQuery } from '../../src/domain/export/export-query';
import { exportQuery, MAX_CHOSEN } from '../../src/domain/export/export-query';
import { EXPORTED_END_DATES } from '../../src/domain/avails/end-dates';
import { checked, identity, typed } from '../../src/wire/forms/typed';

const chosen = z.array(identity).max(MAX_CHOSEN);

/** A new export as its form has it; the studio is '' for any, the day is '' while none is typed. */
export const orderExportInput = z
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

export const cancelExportInput = z.strictObject({ exportId: identity });

export type OrderExportInput = z.input<typeof orderExportInput>;
export type CancelExportInput = z.input<typeof cancelExportInput>;

/** What a command on an export is answered with. Refusals are values; only bugs throw. */
export type ExportResult =
  | { readonly status: 'ordered'; readonly replayed: boolean }
  | { readonly status: 'cancelled' }
  | Refusal;
