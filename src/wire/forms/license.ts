import * as z from 'zod';
import type { LicenseCommands } from '../../service/commands/license-commands';
import { deviceSet } from '../../domain/values/device';
import { rightsType } from '../../domain/values/rights-type';
import { isoDate } from '../../domain/values/date-range';
import { MAX_REARRANGED } from '../../domain/license/rearrangement';
import { lengthInDays } from '../../domain/license/offer';
import { checkedFurtherTerms, furtherTerms } from './further-terms';
import { territorySet } from '../../domain/values/territory';
import { notesText, shortText } from '../../domain/values/text';
import { checkedSteps, ladderInput } from './ladder';
import { checkedPrices, pricesInput } from './prices';
import {
  checked,
  checkedWindow,
  expectedVersion,
  identity,
  several,
  typed,
  typedInteger,
} from './typed';

// What the browser may send, field by field as people type it, and what the services take. Every domain value checks
// itself here, so that all the fields that are wrong are named at once; the services check again.

const offerBasics = { name: typed, ...pricesInput, devices: several };

function basics(
  context: z.core.$RefinementCtx,
  { name, devices, ...typedPrices }: z.output<z.ZodObject<typeof offerBasics>>,
) {
  const cleanName = checked(context, 'name', () => shortText(name, 'name', 'An offer’s name'));
  const prices = checkedPrices(context, typedPrices);
  const set = checked(context, 'devices', () => deviceSet(devices));
  if (cleanName === undefined || prices === undefined || set === undefined) return undefined;
  return { name: cleanName, prices, devices: set };
}

/** An offer as its form has it. */
export const offerInput = z
  .strictObject({ ...offerBasics, firstDay: typed, lastDay: typed })
  .transform((input, context) => {
    const offer = basics(context, input);
    const window = checkedWindow(context, input.firstDay, input.lastDay);
    if (offer === undefined || window === undefined) return z.NEVER;
    return { ...offer, window: window.toData() };
  });

const atPlan = z
  .strictObject({ kind: z.literal('at'), offers: z.array(offerInput).min(1).max(100) })
  .transform(({ kind, offers }) => ({ kind, offers }));

const firstFreePlan = z
  .strictObject({ kind: z.literal('first-free'), ...offerBasics, days: typed, onOrAfter: typed })
  .transform((input, context) => {
    const offer = basics(context, input);
    const days = checked(context, 'days', () =>
      lengthInDays(typedInteger(context, 'days', input.days)),
    );
    const onOrAfter = checked(context, 'onOrAfter', () => isoDate(input.onOrAfter));
    if (offer === undefined || days === undefined || onOrAfter === undefined) return z.NEVER;
    return { kind: input.kind, offer, days, onOrAfter };
  });

const ladderPlan = z
  .strictObject({ kind: z.literal('ladder'), start: typed, devices: several, ...ladderInput })
  .transform(({ kind, ...input }, context) => {
    const start = checked(context, 'start', () => isoDate(input.start));
    const devices = checked(context, 'devices', () => deviceSet(input.devices));
    const steps = checkedSteps(context, input);
    if (start === undefined || devices === undefined || steps === undefined) return z.NEVER;
    return { kind, start, steps, devices };
  });

/** Where generated offers go. */
export const planInput = z.discriminatedUnion('kind', [atPlan, firstFreePlan, ladderPlan]);

/** A license's details as their form has them. */
export const detailsInput = z
  .strictObject({
    name: typed,
    notes: typed,
    rightsType: typed,
    territories: several,
    devices: several,
    ...furtherTerms,
    firstDay: typed,
    lastDay: typed,
  })
  .transform((input, context) => {
    const name = checked(context, 'name', () => shortText(input.name, 'name', 'A license’s name'));
    const notes = checked(context, 'notes', () => notesText(input.notes));
    const type = checked(context, 'rightsType', () => rightsType(input.rightsType));
    const territories = checked(context, 'territories', () => territorySet(input.territories));
    const devices = checked(context, 'devices', () => deviceSet(input.devices));
    const further = checkedFurtherTerms(context, input);
    const window = checkedWindow(context, input.firstDay, input.lastDay);
    if (
      name === undefined ||
      notes === undefined ||
      type === undefined ||
      territories === undefined ||
      devices === undefined ||
      further === undefined ||
      window === undefined
    )
      return z.NEVER;
    const terms = {
      ...{ rightsType: type, territories, devices, window: window.toData() },
      ...further,
    };
    return { name, notes, terms };
  });

const onLicense = { licenseId: identity, expectedVersion };
/** As many titles as the person was shown that lose an offer. */
const titlesSeen = z.int().min(0).optional();
/** Why titles that would have no offer are retired; without it they stand against the command. */
const retiring = z.string().optional();
const withdrawal = {
  ...onLicense,
  titlesSeen,
  retiring,
  offers: z.array(offerInput).min(1).max(100),
};
const rearrangement = {
  ...onLicense,
  titlesSeen,
  retiring,
  replaced: z.array(z.strictObject({ before: offerInput, after: offerInput })).max(MAX_REARRANGED),
  added: z
    .array(z.strictObject({ offer: offerInput, titlesOf: offerInput.nullable() }))
    .max(MAX_REARRANGED),
  withdrawn: z.array(offerInput).max(MAX_REARRANGED),
};
const undo = { ...onLicense, titlesSeen, retiring, undoes: z.int().min(1) };
const today = z.iso.date();

const isPast = ({
  undoes,
  expectedVersion: version,
}: {
  undoes: number;
  expectedVersion: number;
}) => undoes <= version;
const NOT_PAST = { error: 'Only versions that exist can be undone.' };

/** The commands on licenses that a browser may send. */
export const LICENSE_FORMS = {
  'grant-license': z.strictObject({
    licenseId: identity,
    contractId: z.uuid({ error: 'Choose the contract that grants it.' }),
    details: detailsInput,
    ifTwin: z.enum(['ask', 'grant']),
  }),
  'generate-offers': z.strictObject({ ...onLicense, plan: planInput }),
  'replace-offer': z.strictObject({ ...onLicense, before: offerInput, after: offerInput }),
  'withdraw-offers': z.strictObject(withdrawal),
  'preview-withdrawal': z.strictObject({ ...withdrawal, today }),
  'rearrange-offers': z.strictObject(rearrangement),
  'preview-rearrangement': z.strictObject({ ...rearrangement, today }),
  'amend-license': z.strictObject({ ...onLicense, details: detailsInput }),
  'undo-change': z.strictObject(undo).refine(isPast, NOT_PAST),
  'preview-undo': z.strictObject({ ...undo, today }).refine(isPast, NOT_PAST),
} satisfies { readonly [K in keyof LicenseCommands]?: z.ZodType<LicenseCommands[K]['input']> };

export type OfferInput = z.input<typeof offerInput>;
export type PlanInput = z.input<typeof planInput>;
export type DetailsInput = z.input<typeof detailsInput>;
