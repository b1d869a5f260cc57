import { z } from 'zod';
import type { ContentDetailsData } from '../../../domain/content/content-details';
import type { ContractClosing, LicenseClosing, TitleClosing } from '../../../domain/closing';
import type { TakedownData, TakedownPlan } from '../../../domain/content/takedown';
import type { ContractDetails } from '../../../domain/contract/contract';
import type { LicenseDetailsData } from '../../../domain/license/license-details';
import type { OfferData } from '../../../domain/license/offer';
import type { PriceLineData } from '../../../domain/license/price-list';
import type { DateRangeData } from '../../../domain/values/date-range';
import type { MoneyData } from '../../../domain/values/money';
import { onePrice } from '../../../domain/license/price-list';
import { UNRESTRICTED } from '../../../domain/license/terms';

// The shapes of values in stored JSON. They are read without the rules of the domain, which may have become stricter since.

/** A window, half-open: ISO 8601 days. */
export const newestWindow: z.ZodType<DateRangeData> = z.object({
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
});

/** Without a version a window has either shape: `{start, end}` until 2026-11-29. */
export const formerWindow: z.ZodType<DateRangeData> = z.union([
  z
    .object({ start: z.iso.date(), end: z.iso.date().nullable() })
    .transform(({ start, end }) => ({ startsOn: start, endsOn: end })),
  newestWindow,
]);

export type WindowShape = typeof newestWindow;

const termsBasics = {
  rightsType: z.string(),
  territories: z.array(z.string()),
  devices: z.array(z.string()),
};

const money: z.ZodType<MoneyData> = z.object({ minor: z.int(), currency: z.string() });

const priceLine: z.ZodType<PriceLineData> = z.object({
  format: z.string().nullable(),
  kind: z.string(),
  amount: money.nullable(),
  tier: z.string().nullable(),
});

export const newestOffer: z.ZodType<OfferData> = z.object({
  name: z.string(),
  prices: z.array(priceLine),
  window: newestWindow,
  devices: z.array(z.string()),
});

/** An offer of before price lists, with one amount for all formats. */
export function formerOffer(window: WindowShape): OfferShape {
  return z
    .object({ name: z.string(), price: money, window, devices: z.array(z.string()) })
    .transform(({ price, ...others }) => ({ ...others, prices: onePrice(price) }));
}

export type OfferShape = typeof newestOffer;

export type DetailsShape = z.ZodType<LicenseDetailsData>;

/** Terms said nothing of formats, languages and exclusiveness until 2026-11-29: they cover all, and exclude nobody. */
export function formerDetails(window: WindowShape): DetailsShape {
  return z.object({
    name: z.string(),
    notes: z.string(),
    terms: z
      .object({ ...termsBasics, window })
      .transform((terms) => ({ ...UNRESTRICTED, ...terms })),
  });
}

export const newestDetails: DetailsShape = z.object({
  name: z.string(),
  notes: z.string(),
  terms: z.object({
    ...termsBasics,
    formats: z.array(z.string()).nullable(),
    languages: z.object({
      allowed: z.array(z.string()).nullable(),
      heldBack: z.array(z.string()),
    }),
    exclusive: z.boolean(),
    window: newestWindow,
  }),
});

export const licenseClosingShape: z.ZodType<LicenseClosing> = z.object({
  kind: z.enum(['ended', 'void']),
  reason: z.string(),
});

export const contractClosingShape: z.ZodType<ContractClosing> = z.object({
  kind: z.literal('void'),
  reason: z.string(),
  licenses: z.array(z.string()),
});

export const titleClosingShape: z.ZodType<TitleClosing> = z.object({
  kind: z.enum(['retired', 'void']),
  reason: z.string(),
});

const where = {
  territories: z.array(z.string()).nullable(),
  rightsTypes: z.array(z.string()).nullable(),
  reason: z.string(),
};

export const takedownShape: z.ZodType<TakedownData> = z.object({
  number: z.int(),
  days: newestWindow,
  ...where,
});

export const takedownPlanShape: z.ZodType<TakedownPlan> = z.object({
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
  ...where,
});

export const contractDetailsShape: z.ZodType<ContractDetails> = z.object({
  studio: z.string(),
  reference: z.string(),
  signedOn: z.iso.date(),
  notes: z.string(),
});

export const contentDetailsShape: z.ZodType<ContentDetailsData> = z.object({
  title: z.string(),
  kind: z.string(),
  studio: z.string(),
  releaseYear: z.int().nullable(),
  parentId: z.string().nullable(),
  position: z.int().nullable(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  notes: z.string(),
});
