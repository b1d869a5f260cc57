import * as z from 'zod';
import type { ExportedEndDates } from '../../../src/domain/avails/end-dates';
import type { TerritoryStyle } from '../../../src/domain/avails/territory-lists';
import { EXPORTED_END_DATES } from '../../../src/domain/avails/end-dates';
import { TERRITORY_STYLES } from '../../../src/domain/avails/territory-lists';
import type { TierStyle } from '../../../src/domain/avails/tiers/tier-styles';
import { TIER_STYLES } from '../../../src/domain/avails/tiers/tier-styles';
import { FORMATS } from '../../../src/domain/values/format';

/** How rows are written: the parts of an export's query and of a receiver's profile. */
export const STYLE = {
  endDates: z
    .enum(Object.keys(EXPORTED_END_DATES) as ExportedEndDates[])
    .optional()
    .meta({
      description:
        'How the cell End is written: `date`, as the standard does, or `last-second`, with T23:59:59, for receivers that read a date alone as the start of that day.',
    }),
  territories: z
    .enum(Object.keys(TERRITORY_STYLES) as TerritoryStyle[])
    .optional()
    .meta({
      description:
        'How territories are written: `lists`, for subscription rights as lists and exclusions, or `each`, one row for each.',
    }),
  tiers: z
    .enum(Object.keys(TIER_STYLES) as TierStyle[])
    .optional()
    .meta({
      description:
        'How prices on tiers are written: `names`, as PriceType Tier, or `amounts`, as the studio’s price table resolves them for territory and day, a row for each amount; a tier without an amount stays a tier.',
    }),
  formats: z
    .array(z.enum(FORMATS))
    .readonly()
    .optional()
    .meta({ description: 'The formats that rows are written of; without it, all.' }),
  withoutColumns: z
    .array(z.string().max(100))
    .max(200)
    .readonly()
    .optional()
    .meta({ description: 'Columns to leave out: `OtherTerms`, or `AvailTrans/OtherTerms`.' }),
};
