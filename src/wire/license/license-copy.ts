import * as z from 'zod';
import type { CopyPlan as CopyPlanData } from '../../domain/bulk/license-copy';
import { MAX_COPIED } from '../../domain/bulk/license-copy';
import { MAX_SHIFTED } from '../../domain/values/date-shift';
import { MAX_TITLES } from '../../service/content/title-at-version';
import { Id } from '../identity';
import { Territories } from '../territories';
import { line } from '../text';
import { Day } from '../window';

const by = z.int().meta({ description: 'Other than 0; negative is earlier.' });
const DateShift = z
  .discriminatedUnion('unit', [
    z
      .strictObject({
        unit: z.literal('days'),
        by: by.min(-MAX_SHIFTED.days).max(MAX_SHIFTED.days),
      })
      .meta({ id: 'ShiftByDays' }),
    z
      .strictObject({
        unit: z.literal('months'),
        by: by.min(-MAX_SHIFTED.months).max(MAX_SHIFTED.months),
      })
      .meta({
        id: 'ShiftByMonths',
        description: 'To the same day of another month, or to the last day of one without it.',
      }),
  ])
  .meta({ id: 'DateShift' });

/** What a copy of a license has otherwise than the license it is made from. */
export const CopyPlan = z
  .strictObject({
    contractId: Id.meta({ description: 'The contract that grants the copy.' }),
    name: line('A license’s name'),
    territories: Territories,
    shift: DateShift.nullable().meta({
      description: 'How far the days of the copy and its offers are moved; null for the same days.',
    }),
    offers: z.array(Day).max(MAX_COPIED).readonly().nullable().meta({
      description: 'The first days, on the license, of the offers to copy; null for all.',
    }),
    titles: z.array(Id).max(MAX_TITLES).readonly().nullable().meta({
      description: 'The titles that get the copies of those offers that they have; null for all.',
    }),
  })
  .meta({ id: 'CopyPlan' }) satisfies z.ZodType<CopyPlanData, CopyPlanData>;
