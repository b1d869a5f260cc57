import * as z from 'zod';
import type {
  ContractClosing as ContractClosingData,
  LicenseClosing as LicenseClosingData,
  LicenseClosingPlan as LicenseClosingPlanData,
  TitleClosing as TitleClosingData,
} from '../../domain/closing';
import { MAX_REASON_LENGTH } from '../../domain/closing';
import { line } from '../text';
import { Id } from '../identity';
import { Day } from '../window';

/** A reason in a person's words. */
export const reasonOfClosing = line('The reason', 'reason', MAX_REASON_LENGTH);

const reason = reasonOfClosing;

/** Why a license is not in use any more. */
export const LicenseClosing = z
  .strictObject({ kind: z.enum(['ended', 'void']), reason })
  .meta({ id: 'LicenseClosing' }) satisfies z.ZodType<LicenseClosingData, LicenseClosingData>;

/** Why a contract is void. */
export const ContractClosing = z
  .strictObject({
    kind: z.literal('void'),
    reason,
    licenses: z
      .array(Id)
      .readonly()
      .meta({ description: 'The licenses that became void with it.' }),
  })
  .meta({ id: 'ContractClosing' }) satisfies z.ZodType<ContractClosingData, ContractClosingData>;

/** Why a title is not in the catalog any more. */
export const TitleClosing = z
  .strictObject({ kind: z.enum(['retired', 'void']), reason })
  .meta({ id: 'TitleClosing' }) satisfies z.ZodType<TitleClosingData, TitleClosingData>;

/** How a license is to be closed. */
export const LicenseClosingPlan = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('ended'),
        lastDay: Day.meta({
          description: 'The last day of the license, inclusive. It can be in the past.',
        }),
        reason,
      })
      .meta({ id: 'LicenseEnd' }),
    z.strictObject({ kind: z.literal('void'), reason }).meta({ id: 'LicenseVoiding' }),
  ])
  .meta({ id: 'LicenseClosingPlan' }) satisfies z.ZodType<
  LicenseClosingPlanData,
  LicenseClosingPlanData
>;
