import * as z from 'zod';
import type {
  BulkPlan as BulkPlanData,
  LadderStart as LadderStartData,
  OfferChoice as OfferChoiceData,
} from '../domain/bulk/bulk-plan';
import type { PriceRounding as PriceRoundingData } from '../domain/bulk/price-ending';
import { MAX_SHIFT } from '../domain/bulk/bulk-plan';
import { ENDINGS, MAX_PERCENT } from '../domain/bulk/price-ending';
import { MAX_REARRANGED } from '../domain/license/rearrangement';
import { MAX_AMOUNT } from '../domain/values/money';
import { MAX_LINE_LENGTH } from '../domain/values/text';
import { reasonOfClosing } from './license/closing';
import { ChosenPricePlan } from './prices/chosen-price-plan';
import { Currency, Price } from './prices/price';
import { Day } from './window';

const OfferChoice = z
  .strictObject({
    endingFrom: Day.nullable().meta({
      description: 'Only offers that still run on this day or later; null for ended ones, too.',
    }),
    name: z
      .string()
      .max(MAX_LINE_LENGTH)
      .nullable()
      .meta({ description: 'Only offers of this name, in any case; null for any name.' }),
    startingOn: z.array(Day).max(MAX_REARRANGED).readonly().optional().meta({
      description: 'Only offers that begin on one of these days: some offers of one license.',
    }),
  })
  .meta({ id: 'OfferChoice' }) satisfies z.ZodType<OfferChoiceData, OfferChoiceData>;

const AmountChange = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('percent'),
        hundredths: z
          .int()
          .min(-MAX_PERCENT)
          .max(MAX_PERCENT)
          .meta({ description: 'Hundredths of a percent: 500 is 5 %.' }),
      })
      .meta({ id: 'ChangeByPercent' }),
    z
      .strictObject({
        kind: z.literal('amount'),
        minor: z.int().min(-MAX_AMOUNT).max(MAX_AMOUNT).meta({ description: 'Minor units.' }),
        currency: Currency,
      })
      .meta({ id: 'ChangeByAmount' }),
  ])
  .meta({ id: 'AmountChange' });

const PriceRounding = z
  .strictObject({
    ending: z.enum(ENDINGS).meta({ description: 'The hundredths that a price ends in.' }),
    to: z.enum(['nearest', 'up']),
    withoutHundredths: z.enum(['refuse', 'whole']).meta({
      description: 'In a currency without hundredths: refuse, or round to whole units.',
    }),
  })
  .meta({ id: 'PriceRounding' }) satisfies z.ZodType<PriceRoundingData, PriceRoundingData>;

const name = z.string().max(MAX_LINE_LENGTH);
const renaming = {
  find: name.meta({ description: 'The text to replace in names; empty for the whole name.' }),
  replacement: name,
};

const LadderStart = z
  .discriminatedUnion('at', [
    z.strictObject({ at: z.literal('day'), day: Day }).meta({ id: 'LadderStartOnDay' }),
    z.strictObject({ at: z.literal('license-start') }).meta({
      id: 'LadderStartWithLicense',
      description: 'On the first day of each license.',
    }),
    z.strictObject({ at: z.literal('after-offers') }).meta({
      id: 'LadderStartAfterOffers',
      description:
        'On the first day after the last offer of each license; on its first day where it has none.',
    }),
  ])
  .meta({ id: 'LadderStart' }) satisfies z.ZodType<LadderStartData, LadderStartData>;

/** One change of the same kind for many licenses. */
export const BulkPlan = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('set-price'), offers: OfferChoice, amount: Price }).meta({
      id: 'BulkPrice',
      description: 'Every amount becomes this one, which is in their currency; tiers stay.',
    }),
    z
      .strictObject({
        kind: z.literal('change-price'),
        offers: OfferChoice,
        by: AmountChange,
        rounding: PriceRounding.nullable().meta({ description: 'null for the exact minor unit.' }),
      })
      .meta({ id: 'BulkPriceChange', description: 'Every amount changes; tiers stay.' }),
    z
      .strictObject({
        kind: z.literal('shift'),
        offers: OfferChoice,
        days: z.int().min(-MAX_SHIFT).max(MAX_SHIFT).meta({ description: 'Negative is earlier.' }),
        outside: z.enum(['refuse', 'cut']).meta({
          description: 'What becomes of days outside the license: refuse, or the offer loses them.',
        }),
        inTheWay: z.enum(['refuse', 'push']).meta({
          description: 'What becomes of offers in the way: refuse, or they move by the same days.',
        }),
      })
      .meta({ id: 'BulkShift' }),
    z.strictObject({ kind: z.literal('price-plan'), ...ChosenPricePlan, start: LadderStart }).meta({
      id: 'BulkPricePlan',
      description: 'Offers by the steps of a price plan, on all devices of each license.',
    }),
    z
      .strictObject({ kind: z.literal('end'), lastDay: Day, reason: reasonOfClosing })
      .meta({ id: 'BulkEnd', description: 'The licenses end after a day, inclusive.' }),
    z.strictObject({ kind: z.literal('extend'), lastDay: Day.nullable() }).meta({
      id: 'BulkExtension',
      description: 'The licenses run until a later last day, inclusive; null for an open end.',
    }),
    z
      .discriminatedUnion('what', [
        z
          .strictObject({ kind: z.literal('rename'), what: z.literal('licenses'), ...renaming })
          .meta({ id: 'BulkLicenseRenaming' }),
        z
          .strictObject({
            ...{ kind: z.literal('rename'), what: z.literal('offers'), offers: OfferChoice },
            ...renaming,
          })
          .meta({ id: 'BulkOfferRenaming' }),
      ])
      .meta({ id: 'BulkRenaming' }),
  ])
  .meta({ id: 'BulkPlan' }) satisfies z.ZodType<BulkPlanData, BulkPlanData>;
