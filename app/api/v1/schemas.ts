import { z } from '@hono/zod-openapi';
import { isDomainError } from '../../../src/domain/errors';
import { DateRange, isoDate } from '../../../src/domain/date-range';
import { CONTENT_KINDS } from '../../../src/domain/content-kind';
import { DEVICES, deviceSet } from '../../../src/domain/device';
import { identifierSet } from '../../../src/domain/identifier';
import { Money } from '../../../src/domain/money';
import { RIGHTS_TYPES } from '../../../src/domain/rights-type';
import { shortText, notesText } from '../../../src/domain/text';
import { territorySet } from '../../../src/domain/territory';

// The values that bodies and answers are made of. A value checks itself by the domain's own rule, so that all that is wrong
// with a body is told at once and each with where it stands; the services check again.

/**
 * A schema whose values the domain accepts too.
 *
 * @param check throws the domain's refusal
 * @param path the part that a refusal belongs to
 */
export function valid<Schema extends z.ZodType>(
  schema: Schema,
  check: (value: z.output<Schema>) => unknown,
  path: readonly string[] = [],
): Schema {
  return schema.superRefine((value, context) => {
    // Parts that are not valid have said so already.
    if (context.issues.length > 0) return;
    try {
      check(value);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const { message, code } = error;
      context.addIssue({ code: 'custom', path: [...path], message, params: { code } });
    }
  });
}

const LONGEST_LINE = 500;

/** One line, as long as the domain allows after it was trimmed. */
export function line(what: string, field = 'name') {
  return valid(z.string().max(LONGEST_LINE), (text) => shortText(text, field, what));
}

export const Id = z.uuid();
/** Read and written, `YYYY-MM-DD`. */
export const Day = valid(z.string().max(10), isoDate).openapi({ format: 'date' });
export const Instant = z.iso.datetime();
export const Version = z.int().min(0);

export const Notes = valid(z.string().max(20_000), notesText);

export const Window = valid(
  z.strictObject({
    startsOn: z.string().max(10).openapi({ format: 'date', description: 'The first day.' }),
    endsOn: z
      .string()
      .max(10)
      .nullable()
      .openapi({ format: 'date', description: 'The first day after; null when it is open.' }),
  }),
  ({ startsOn, endsOn }) => DateRange.of(startsOn, endsOn),
).openapi('Window');

export const Price = valid(
  z.strictObject({
    minor: z.int().openapi({ description: 'Whole minor units: 999 is $9.99, 550 is ¥550.' }),
    currency: z.string().max(3).openapi({ description: 'ISO 4217.' }),
  }),
  ({ minor, currency }) => Money.of(minor, currency),
).openapi('Money');

const codes = z.array(z.string().max(40)).max(300);

export const Devices = valid(codes, deviceSet).openapi({ example: [...DEVICES] });
export const Territories = valid(codes, territorySet).openapi({ example: ['CA', 'US'] });
export const DeviceCode = z.enum(DEVICES);
export const TerritoryCode = valid(z.string().max(2), (code) => territorySet([code])).openapi({
  example: 'CA',
});
export const RightsType = z.enum(Object.keys(RIGHTS_TYPES)).openapi({ example: 'SVOD' });

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

export const LicenseDetails = z
  .strictObject({
    name: line('A license’s name'),
    notes: Notes,
    terms: z.strictObject({
      rightsType: RightsType,
      territories: Territories,
      devices: Devices,
      window: Window,
    }),
  })
  .openapi('LicenseDetails');

const kind = z.literal;

/** What happens to a license: what is asked for, and what a refusal or a conflict proposes instead. */
export const Change = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: kind('offers-generated'), offers: z.array(Offer).min(1).max(100) }),
    z.strictObject({ kind: kind('offer-replaced'), before: Offer, after: Offer }),
    z.strictObject({ kind: kind('offers-withdrawn'), offers: z.array(Offer).min(1).max(100) }),
    z.strictObject({
      kind: kind('license-amended'),
      before: LicenseDetails,
      after: LicenseDetails,
    }),
  ])
  .openapi('Change');

export const Way = z.strictObject({ label: z.string(), change: Change }).openapi('Way');

export const ContentDetails = z
  .strictObject({
    title: line('A title’s name', 'title'),
    kind: z.enum(Object.keys(CONTENT_KINDS)).openapi({ example: 'movie' }),
    studio: line('A studio’s name', 'studio'),
    releaseYear: z.int().nullable(),
    parentId: Id.nullable().openapi({ description: 'The title it belongs to.' }),
    position: z.int().nullable().openapi({ description: 'Its number in there.' }),
    identifiers: valid(
      z
        .array(z.strictObject({ scheme: z.string().max(20), value: z.string().max(LONGEST_LINE) }))
        .max(50),
      identifierSet,
    ),
    notes: Notes,
  })
  .openapi('ContentDetails');

export const Assigned = z
  .strictObject({ licenseId: Id, licenseName: z.string(), offer: Offer })
  .openapi('AssignedOffer');

export const OfferRef = z
  .strictObject({
    licenseId: Id,
    startsOn: Day.openapi({ description: 'An offer’s first day names it within its license.' }),
  })
  .openapi('OfferRef');

export const ChosenOffer = z.strictObject({ licenseId: Id, offer: Offer }).openapi('ChosenOffer');

/** What a change of one thing answers. */
export const Saved = z
  .strictObject({ id: Id, version: Version.openapi({ description: 'What it is at now.' }) })
  .openapi('Saved');

export const HistoryEntry = z
  .strictObject({
    aggregate: z.enum(['license', 'contract', 'content']),
    aggregateId: Id,
    name: z.string().openapi({ description: 'What it is called now.' }),
    version: Version,
    at: Instant,
    actor: z.string(),
    actorId: Id.nullable().openapi({
      description: 'Of the person or the token; `null` for what the product did by itself.',
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
  .refine((text) => !text.includes('\0'), { error: 'A text has no U+0000.' });

export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()]);
}
