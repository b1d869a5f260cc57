import { z } from '@hono/zod-openapi';
import {
  FIRST_YEAR,
  LAST_YEAR,
  MAX_POSITION,
} from '../../../../src/domain/content/content-details';
import { CONTENT_KINDS, contentKind } from '../../../../src/domain/content/content-kind';
import { DateRange, isoDate } from '../../../../src/domain/values/date-range';
import { DEVICES, deviceSet } from '../../../../src/domain/values/device';
import { DomainError, isDomainError } from '../../../../src/domain/errors';
import {
  IDENTIFIER_SCHEMES,
  identifierSet,
  MAX_IDENTIFIERS,
} from '../../../../src/domain/content/identifier';
import { CURRENCIES, MAX_AMOUNT, Money } from '../../../../src/domain/values/money';
import { RIGHTS_TYPES, rightsType } from '../../../../src/domain/values/rights-type';
import { ALL_TERRITORIES, territorySet } from '../../../../src/domain/values/territory';
import {
  MAX_NAME_LENGTH,
  MAX_LINE_LENGTH,
  MAX_NOTES_LENGTH,
  notesText,
  shortText,
} from '../../../../src/domain/values/text';

// The values that bodies and answers are made of. A value checks itself by the domain's own rule, so that all that is wrong
// with a body is told at once and each with where it stands; the services check again. Bounds and values that the document
// states are the domain's constants.

/**
 * A schema whose values the domain accepts too.
 *
 * @param check throws the domain's refusal
 * @param pathOf the part that a refusal belongs to
 */
export function valid<Schema extends z.ZodType>(
  schema: Schema,
  check: (value: z.output<Schema>) => unknown,
  pathOf: (refusal: DomainError) => readonly string[] = () => [],
): Schema {
  return schema.superRefine((value, context) => {
    // Parts that are not valid have said so already.
    if (context.issues.length > 0) return;
    try {
      check(value);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const { message, code } = error;
      context.addIssue({ code: 'custom', path: [...pathOf(error)], message, params: { code } });
    }
  });
}

/** One line, as long as the domain allows. */
export function line(what: string, field = 'name', most = MAX_LINE_LENGTH) {
  return valid(z.string().max(most), (text) => shortText(text, field, what, most)).openapi({
    minLength: 1,
  });
}

/** One of the values that a code list of the domain has. */
function code(name: string, values: readonly string[], check: (value: string) => unknown) {
  return valid(z.string(), check).openapi(name, { enum: [...values] });
}

export const Id = z.uuid();
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Read and written, `YYYY-MM-DD`. */
export const Day = valid(
  z.string().regex(DAY, 'A date has the form YYYY-MM-DD, without time or zone: 2027-01-01.'),
  isoDate,
).openapi({ format: 'date' });
export const Instant = z.iso.datetime();
export const Version = z.int().min(0).max(2_147_483_647);

export const Notes = valid(z.string().max(MAX_NOTES_LENGTH), notesText);

/** L1 in the words of the wire: people are told the last day, which no program has sent. */
export function requireWindow(startsOn: string, endsOn: string | null): void {
  try {
    DateRange.of(startsOn, endsOn);
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'invalid-window') throw error;
    throw new EndNotAfterStart(startsOn);
  }
}

class EndNotAfterStart extends DomainError {
  readonly code = 'invalid-window';

  constructor(startsOn: string) {
    super(`endsOn is the first day after the window, so it is later than startsOn, ${startsOn}.`);
  }
}

export const Window = valid(
  z.strictObject({
    startsOn: Day.openapi({ description: 'The first day.' }),
    endsOn: Day.nullable().openapi({
      description: 'The first day after the window; null when it is open.',
    }),
  }),
  ({ startsOn, endsOn }) => {
    requireWindow(startsOn, endsOn);
  },
  () => ['endsOn'],
).openapi('Window');

export const Currency = code('Currency', CURRENCIES, (one) => Money.of(0, one));

export const Price = valid(
  z.strictObject({
    minor: z.int().openapi({
      description: 'Whole minor units: 999 is $9.99, 550 is ¥550.',
      minimum: 0,
      maximum: MAX_AMOUNT,
    }),
    currency: Currency.openapi({ description: 'ISO 4217.' }),
  }),
  ({ minor, currency }) => Money.of(minor, currency),
  () => ['minor'],
).openapi('Money');

export const DeviceCode = code('Device', DEVICES, (one) => deviceSet([one]));
export const TerritoryCode = code('Territory', ALL_TERRITORIES, (one) => territorySet([one]));
export const RightsType = code('RightsType', Object.keys(RIGHTS_TYPES), rightsType);
export const ContentKind = code('ContentKind', Object.keys(CONTENT_KINDS), contentKind);

export const Devices = valid(z.array(DeviceCode).max(100), deviceSet).openapi({ minItems: 1 });
export const Territories = valid(z.array(TerritoryCode).max(300), territorySet).openapi({
  minItems: 1,
});

const offer = { name: line('An offer’s name'), price: Price, window: Window, devices: Devices };

export const Offer = z.strictObject(offer).openapi('Offer');
/** Of a conflict: with who brought it. */
export const MarkedOffer = z
  .strictObject({ ...offer, mark: z.enum(['yours', 'theirs']).nullable() })
  .openapi('MarkedOffer');
/** What a first free slot is looked for. */
export const OfferWithoutWindow = z
  .strictObject({ name: offer.name, price: Price, devices: Devices })
  .openapi('OfferWithoutWindow');

export const Terms = z
  .strictObject({
    rightsType: RightsType,
    territories: Territories,
    devices: Devices,
    window: Window,
  })
  .openapi('Terms');

export const LicenseDetails = z
  .strictObject({ name: line('A license’s name'), notes: Notes, terms: Terms })
  .openapi('LicenseDetails');

const kind = z.literal;

const generated = z
  .strictObject({ kind: kind('offers-generated'), offers: z.array(Offer).min(1).max(100) })
  .openapi('OffersGenerated');
const replaced = z
  .strictObject({ kind: kind('offer-replaced'), before: Offer, after: Offer })
  .openapi('OfferReplaced');
const withdrawn = z
  .strictObject({ kind: kind('offers-withdrawn'), offers: z.array(Offer).min(1).max(100) })
  .openapi('OffersWithdrawn');
const amended = z
  .strictObject({ kind: kind('license-amended'), before: LicenseDetails, after: LicenseDetails })
  .openapi('LicenseAmended');

/** What happens to a license: what is asked for, and what a refusal or a conflict proposes instead. */
export const Change = z
  .discriminatedUnion('kind', [generated, replaced, withdrawn, amended])
  .openapi('Change');

export const Way = z.strictObject({ label: z.string(), change: Change }).openapi('Way');

export const Identifier = z
  .strictObject({
    scheme: z.string().openapi({ enum: Object.keys(IDENTIFIER_SCHEMES) }),
    value: z.string().max(MAX_NAME_LENGTH).openapi({ minLength: 1 }),
  })
  .openapi('Identifier');

export const ContentDetails = z
  .strictObject({
    title: line('A title’s name', 'title', MAX_NAME_LENGTH),
    kind: ContentKind,
    studio: line('A studio’s name', 'studio'),
    releaseYear: z.int().nullable().openapi({ minimum: FIRST_YEAR, maximum: LAST_YEAR }),
    parentId: Id.nullable().openapi({ description: 'The title it belongs to.' }),
    position: z.int().nullable().openapi({
      description: 'Its number within the parent.',
      minimum: 0,
      maximum: MAX_POSITION,
    }),
    identifiers: valid(z.array(Identifier), identifierSet).openapi({ maxItems: MAX_IDENTIFIERS }),
    notes: Notes,
  })
  .openapi('ContentDetails');

export const Assigned = z
  .strictObject({ licenseId: Id, licenseName: z.string(), offer: Offer })
  .openapi('AssignedOffer');

export const OfferRef = z
  .strictObject({
    licenseId: Id,
    startsOn: Day.openapi({
      description: 'The first day of an offer identifies it within its license.',
    }),
  })
  .openapi('OfferRef');

export const ChosenOffer = z.strictObject({ licenseId: Id, offer: Offer }).openapi('ChosenOffer');

/** What a change of one thing answers. */
export const Saved = z
  .strictObject({ id: Id, version: Version.openapi({ description: 'The new version.' }) })
  .openapi('Saved');

export const HistoryEntry = z
  .strictObject({
    aggregate: z.enum(['license', 'contract', 'content']),
    aggregateId: Id,
    name: z.string().openapi({ description: 'The current name.' }),
    version: Version,
    at: Instant,
    actor: z.string(),
    actorId: Id.nullable().openapi({
      description: 'The id of the person or the token; `null` for changes by the system.',
    }),
    words: z.string().openapi({ description: 'The change in one line.' }),
    file: z.strictObject({ importId: Id, name: z.string() }).optional(),
    isGone: z.boolean().optional(),
  })
  .openapi('HistoryEntry');

/** Text that is looked for. PostgreSQL has no text with U+0000. */
export const Searched = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\0'), { error: 'A text cannot contain U+0000.' });

export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()]);
}

/** A whole number in a query, in decimal digits only. */
export function wholeNumber(minimum: number, maximum: number) {
  const error = `This is not a whole number from ${minimum} to ${maximum}, in decimal digits.`;
  return z
    .string()
    .regex(/^\d{1,10}$/, error)
    .transform(Number)
    .refine((number) => number >= minimum && number <= maximum, error)
    .openapi({ type: 'integer', minimum, maximum });
}

/** A parameter that may be repeated. */
export function repeated<Item extends z.ZodType>(item: Item, maxItems: number) {
  return z
    .preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(item).max(maxItems))
    .openapi({ param: { required: false, style: 'form', explode: true } });
}
