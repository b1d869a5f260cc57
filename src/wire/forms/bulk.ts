import * as z from 'zod';
import type { BulkCommands } from '../../service/commands/bulk-commands';
import { closingReason } from '../../domain/closing';
import { ENDINGS } from '../../domain/bulk/price-ending';
import { MAX_SHIFT } from '../../domain/bulk/bulk-plan';
import { MAX_COPIED } from '../../domain/bulk/license-copy';
import { isoDate } from '../../domain/values/date-range';
import { dateShift } from '../../domain/values/date-shift';
import { CURRENCIES, Money } from '../../domain/values/money';
import { territorySet } from '../../domain/values/territory';
import { shortText } from '../../domain/values/text';
import { onLicenses, titlesSeen } from './closing';
import { checked, expectedVersion, identity, OPEN, several, typed } from './typed';

/** Which offers, as a form has it: '' is any name. */
const offersInput = z
  .strictObject({ endingFrom: z.iso.date().nullable(), name: typed })
  .transform(({ endingFrom, name }) => ({
    endingFrom,
    name: name.trim() === '' ? null : name.trim(),
  }));

const setPrice = z
  .strictObject({
    ...{ kind: z.literal('set-price'), offers: offersInput, price: typed, currency: typed },
  })
  .transform(({ kind, offers, price, currency }, context) => {
    const amount = checked(context, 'price', () => Money.parse(price, currency).toData());
    return amount === undefined ? z.NEVER : { kind, offers, amount };
  });

/** `+5`, `-5`, `2.5` percent or units, as typed. */
const SIGNED = /^([-−+]?)\s*(\d{1,7}(?:[.,]\d{1,3})?|[.,]\d{1,3})$/;

const changePrice = z
  .strictObject({
    kind: z.literal('change-price'),
    offers: offersInput,
    by: typed,
    /** `%`, or the currency of an amount. */
    unit: z.enum(['%', ...CURRENCIES]),
    /** '' for the exact price. */
    ending: z.enum(['', ...ENDINGS]),
    upOnly: z.boolean(),
    wholeElsewhere: z.boolean(),
  })
  .transform((input, context) => {
    const { kind, offers, unit, ending, upOnly, wholeElsewhere } = input;
    const by = checkedChange(context, input.by, unit);
    if (by === undefined) return z.NEVER;
    const rounding =
      ending === ''
        ? null
        : ({
            ending,
            to: upOnly ? 'up' : 'nearest',
            withoutHundredths: wholeElsewhere ? 'whole' : 'refuse',
          } as const);
    return { kind, offers, by, rounding };
  });

function checkedChange(context: z.core.$RefinementCtx, text: string, unit: string) {
  const [, sign = '', digits] = SIGNED.exec(text.trim()) ?? [];
  if (digits === undefined) {
    const message = 'Enter a change like +5 or -0.50.';
    context.addIssue({ code: 'custom', path: ['by'], message });
    return undefined;
  }
  const factor = sign === '' || sign === '+' ? 1 : -1;
  const number = digits.replace(',', '.');
  if (unit === '%') {
    const hundredths = Math.round(Number(number) * 100);
    if (hundredths !== Number((Number(number) * 100).toFixed(6)) || hundredths > 100_000) {
      const message = 'Enter a percentage up to 1,000, with at most two decimals.';
      context.addIssue({ code: 'custom', path: ['by'], message });
      return undefined;
    }
    return { kind: 'percent' as const, hundredths: factor * hundredths };
  }
  const amount = checked(context, 'by', () => Money.parse(number, unit));
  if (amount === undefined) return undefined;
  return { kind: 'amount' as const, minor: factor * amount.minor, currency: unit };
}

/** `7`, `-7`: later or earlier, as typed. */
const SIGNED_WHOLE = /^([-−+]?)\s*(\d{1,5})$/;

const shift = z
  .strictObject({
    kind: z.literal('shift'),
    offers: offersInput,
    days: typed,
    cut: z.boolean(),
    push: z.boolean(),
  })
  .transform(({ kind, offers, days: text, cut, push }, context) => {
    const days = signedNumber(text);
    if (!(Math.abs(days) >= 1 && Math.abs(days) <= MAX_SHIFT)) {
      const message = 'Enter a whole number of days: 7 for later, -7 for earlier.';
      context.addIssue({ code: 'custom', path: ['days'], message });
      return z.NEVER;
    }
    const outside = cut ? 'cut' : 'refuse';
    return { kind, offers, days, outside, inTheWay: push ? 'push' : 'refuse' } as const;
  });

/** Where a price plan begins in each license, as its form has it: the day counts only where it is one. */
const pricePlan = z
  .strictObject({
    kind: z.literal('price-plan'),
    pricePlanId: typed,
    /** That of the plan when it was chosen; 0 while none is. */
    revision: z.int().min(0),
    start: z.enum(['license-start', 'day', 'after-offers']),
    startDay: typed,
  })
  .transform(({ kind, pricePlanId, revision, start: at, startDay }, context) => {
    const { success } = z.uuid().safeParse(pricePlanId);
    if (!success)
      context.addIssue({ code: 'custom', path: ['pricePlanId'], message: 'Choose a price plan.' });
    const chosen = { kind, pricePlanId, revision };
    if (at !== 'day') return success ? { ...chosen, start: { at } } : z.NEVER;
    const day = checked(context, 'startDay', () => isoDate(startDay));
    return success && day !== undefined ? { ...chosen, start: { at, day } } : z.NEVER;
  });

const end = z
  .strictObject({ kind: z.literal('end'), lastDay: typed, reason: typed })
  .transform((input, context) => {
    const lastDay = checked(context, 'lastDay', () => isoDate(input.lastDay));
    const reason = checked(context, 'reason', () => closingReason(input.reason));
    if (lastDay === undefined || reason === undefined) return z.NEVER;
    return { kind: input.kind, lastDay, reason };
  });

const extend = z
  .strictObject({ kind: z.literal('extend'), lastDay: typed })
  .transform(({ kind, lastDay: text }, context) => {
    if (text === OPEN) return { kind, lastDay: null };
    const lastDay = checked(context, 'lastDay', () => isoDate(text));
    return lastDay === undefined ? z.NEVER : { kind, lastDay };
  });

const rename = z
  .strictObject({
    kind: z.literal('rename'),
    what: z.enum(['licenses', 'offers']),
    offers: offersInput,
    find: typed,
    replacement: typed,
  })
  .transform(({ kind, what, offers, find, replacement }, context) => {
    // Without a text to find, the replacement is the whole name, which cannot be empty.
    if (find === '') {
      const name = checked(context, 'replacement', () =>
        shortText(replacement, 'replacement', 'A name'),
      );
      if (name === undefined) return z.NEVER;
    }
    return what === 'offers'
      ? { kind, what, offers, find, replacement }
      : { kind, what, find, replacement };
  });

/** A bulk plan as its form has it. */
export const bulkPlanInput = z.discriminatedUnion('kind', [
  setPrice,
  changePrice,
  shift,
  pricePlan,
  end,
  extend,
  rename,
]);

/** The end of some offers of a license as its form has it. */
const endOffers = z
  .strictObject({ kind: z.literal('end-offers'), endDay: typed })
  .transform(({ endDay }, context) => {
    const lastDay = checked(context, 'endDay', () => isoDate(endDay));
    return lastDay === undefined ? z.NEVER : { kind: 'end' as const, lastDay };
  });

/** A change of some offers of one license, which are chosen one by one, as its form has it. */
export const offersPlanInput = z.discriminatedUnion('kind', [
  setPrice,
  changePrice,
  shift,
  rename,
  endOffers,
  z.strictObject({ kind: z.literal('withdraw') }),
]);

/** How far a copy's days are moved, as typed: `''` for the same days. */
const shiftInput = z
  .strictObject({ unit: z.enum(['days', 'months']), by: typed })
  .transform(({ unit, by }, context) => {
    const shift = checked(context, 'by', () => dateShift({ unit, by: signedNumber(by) }));
    return shift ?? z.NEVER;
  });

/** A whole number with a sign, as typed; not a number where it is none. */
function signedNumber(text: string): number {
  const [, sign, digits] = SIGNED_WHOLE.exec(text.trim()) ?? [];
  return Number(digits) * (sign === '-' || sign === '−' ? -1 : 1);
}

/** What a copy of a license has otherwise, as its form has it. */
export const copyPlanInput = z
  .strictObject({
    contractId: z.uuid({ error: 'Choose the contract that grants it.' }),
    name: typed,
    territories: several,
    shift: shiftInput.nullable(),
    offers: z.array(z.iso.date()).max(MAX_COPIED).nullable(),
    titles: z.array(identity).nullable(),
  })
  .transform((input, context) => {
    const name = checked(context, 'name', () => shortText(input.name, 'name', 'A license’s name'));
    const territories = checked(context, 'territories', () => territorySet(input.territories));
    if (name === undefined || territories === undefined) return z.NEVER;
    return { ...input, name, territories };
  });
const copying = { licenseId: identity, expectedVersion, copyId: identity, plan: copyPlanInput };

/** The commands that change many licenses or copy one, as a browser may send them. */
export const BULK_FORMS = {
  'change-licenses': z.strictObject({ licenses: onLicenses, plan: bulkPlanInput, titlesSeen }),
  'undo-licenses': z.strictObject({ licenses: onLicenses }),
  'preview-licenses-change': z.strictObject({
    ...{ licenses: onLicenses, plan: bulkPlanInput, titlesSeen, today: z.iso.date() },
  }),
  'copy-license': z.strictObject({ ...copying, ifTwin: z.enum(['ask', 'grant']) }),
  'undo-license-copy': z.strictObject({ licenseId: identity, expectedVersion, titlesSeen }),
  'preview-license-copy': z.strictObject(copying),
} satisfies { readonly [K in keyof BulkCommands]?: z.ZodType<BulkCommands[K]['input']> };

export type BulkPlanInput = z.input<typeof bulkPlanInput>;
export type OffersPlanInput = z.input<typeof offersPlanInput>;
export type CopyPlanInput = z.input<typeof copyPlanInput>;
