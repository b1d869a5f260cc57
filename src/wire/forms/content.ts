import * as z from 'zod';
import type { TitleCommands } from '../../service/commands/title-commands';
import type { ContentDetailsData } from '../../domain/content/content-details';
import { FORMATS } from '../../domain/values/format';
import { ContentDetails } from '../../domain/content/content-details';
import { contentKind } from '../../domain/content/content-kind';
import { identifierSet } from '../../domain/content/identifier';
import { Offer } from '../../domain/license/offer';
import { offerInput } from './license';
import { checked, expectedVersion, identity, several, typed } from './typed';

// What the browser may send about titles. Every detail is checked on its own, so that all the fields that are wrong are
// named at once; the services check again.

/** Details that are right, into which one that is in question is put. */
const RIGHT: ContentDetailsData = {
  title: 'Title',
  kind: 'movie',
  studio: 'Studio',
  releaseYear: null,
  parentId: null,
  position: null,
  identifiers: [],
  notes: '',
};

const MAX_ROWS = 50;

/** A title's details as their form has them. */
export const contentDetailsInput = z
  .strictObject({
    title: typed,
    kind: typed,
    studio: typed,
    releaseYear: typed,
    /** Empty for none. */
    parentId: typed,
    position: typed,
    identifiers: z.array(z.strictObject({ scheme: typed, value: typed })).max(MAX_ROWS),
    notes: typed,
  })
  .transform((input, context) => {
    const detail = <Name extends keyof ContentDetailsData>(
      name: Name,
      parts: Partial<ContentDetailsData>,
    ) => checked(context, name, () => ContentDetails.of({ ...RIGHT, ...parts }).toData()[name]);
    const title = detail('title', { title: input.title });
    const kind = checked(context, 'kind', () => contentKind(input.kind));
    const parent = parentOf(context, input.parentId);
    const parentId =
      parent === undefined || kind === undefined
        ? undefined
        : detail('parentId', { kind, parentId: parent });
    const number = typedNumber(context, 'position', input.position);
    const position =
      number === undefined || kind === undefined || parentId === undefined
        ? undefined
        : detail('position', { kind, parentId, position: number });
    const studio = detail('studio', { studio: input.studio });
    const year = typedNumber(context, 'releaseYear', input.releaseYear);
    const releaseYear =
      year === undefined ? undefined : detail('releaseYear', { releaseYear: year });
    const identifiers = identifiersOf(context, input.identifiers);
    const notes = detail('notes', { notes: input.notes });
    if (
      kind === undefined ||
      title === undefined ||
      studio === undefined ||
      notes === undefined ||
      releaseYear === undefined ||
      parentId === undefined ||
      position === undefined ||
      identifiers === undefined
    )
      return z.NEVER;
    return { title, kind, studio, releaseYear, parentId, position, identifiers, notes };
  });

/** Each row is refused on its own; a row without a value is none. */
function identifiersOf(
  context: z.core.$RefinementCtx,
  rows: readonly { readonly scheme: string; readonly value: string }[],
) {
  const given = rows.map((row, index) =>
    row.value.trim() === ''
      ? []
      : checked(context, ['identifiers', index, 'value'], () => identifierSet([row])),
  );
  const known = given.filter((set) => set !== undefined);
  if (known.length < given.length) return undefined;
  return checked(context, 'identifiers', () => identifierSet(known.flat()));
}

function parentOf(context: z.core.$RefinementCtx, text: string): string | null | undefined {
  if (text === '') return null;
  return z.uuid().safeParse(text).success
    ? text
    : checkFails(context, 'parentId', 'Choose a title from the list.');
}

/** A whole number as typed; `null` for nothing. */
function typedNumber(
  context: z.core.$RefinementCtx,
  field: string,
  text: string,
): number | null | undefined {
  if (text.trim() === '') return null;
  return /^\d{1,9}$/.test(text.trim())
    ? Number(text.trim())
    : checkFails(context, field, 'Enter a whole number or leave it blank.');
}

function checkFails(context: z.core.$RefinementCtx, field: string, message: string): undefined {
  context.addIssue({ code: 'custom', path: [field], message });
  return undefined;
}

const offerData = z.strictObject({
  name: typed,
  prices: z
    .strictObject({
      format: typed.nullable(),
      kind: typed,
      amount: z.strictObject({ minor: z.int(), currency: typed }).nullable(),
      tier: typed.nullable(),
    })
    .array()
    .max(FORMATS.length),
  window: z.strictObject({ startsOn: typed, endsOn: typed.nullable() }),
  devices: several,
});

/** An offer of a license as the person who chose it saw it; `null` and an empty id while nothing is chosen. */
export const chosenOffer = z
  .strictObject({ licenseId: typed, offer: offerData.nullable() })
  .transform(({ licenseId, offer }, context) => {
    if (!z.uuid().safeParse(licenseId).success)
      checkFails(context, 'licenseId', 'Choose a license.');
    else if (offer === null) checkFails(context, 'offer', 'Choose an offer.');
    if (offer === null || context.issues.length > 0) return z.NEVER;
    const valid = checked(context, 'offer', () => Offer.of(offer).toData());
    return valid === undefined ? z.NEVER : { licenseId, offer: valid };
  });

const assignment = z.strictObject({ licenseId: identity, startsOn: z.iso.date() });
const onContent = { contentId: identity, expectedVersion };
const onTitles = z.array(z.strictObject({ contentId: identity, expectedVersion }));
/** An offer of a license, as the form of the license has it. */
const offerOfLicense = z.strictObject({ licenseId: identity, offer: offerInput });

/** The commands on titles that a browser may send. How many titles are too many, the service says. */
export const TITLE_FORMS = {
  'register-title': z.strictObject({
    contentId: identity,
    details: contentDetailsInput,
    first: chosenOffer,
  }),
  'correct-title': z.strictObject({ ...onContent, details: contentDetailsInput }),
  'assign-offer': z.strictObject({ ...onContent, chosen: chosenOffer }),
  'unassign-offer': z.strictObject({ ...onContent, assignment }),
  'move-assignment': z.strictObject({ ...onContent, from: assignment, to: chosenOffer }),
  'try-assigning': z.strictObject({ chosen: offerOfLicense, contentIds: z.array(identity) }),
  'try-unassigning': z.strictObject({ assignment, contentIds: z.array(identity) }),
  'assign-titles': z.strictObject({ chosen: offerOfLicense, titles: onTitles }),
  'unassign-titles': z.strictObject({ assignment, titles: onTitles }),
} satisfies { readonly [K in keyof TitleCommands]?: z.ZodType<TitleCommands[K]['input']> };

export type ContentDetailsInput = z.input<typeof contentDetailsInput>;
export type ChosenOfferInput = z.input<typeof chosenOffer>;
