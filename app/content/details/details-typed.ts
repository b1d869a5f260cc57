import type { ContentDetailsData } from '../../../src/domain/content/content-details';
import type { ContentDetailsInput } from '../../../src/wire/forms/content';

/** A title's details as their form shows them. */
export function typedDetails(details: ContentDetailsData): ContentDetailsInput {
  return {
    title: details.title,
    kind: details.kind,
    studio: details.studio,
    releaseYear: details.releaseYear === null ? '' : String(details.releaseYear),
    parentId: details.parentId ?? '',
    position: details.position === null ? '' : String(details.position),
    identifiers: details.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    notes: details.notes,
  };
}

/** The details of a title that nobody has typed anything of. */
export const NOTHING_TYPED: ContentDetailsInput = {
  title: '',
  kind: '',
  studio: '',
  releaseYear: '',
  parentId: '',
  position: '',
  identifiers: [],
  notes: '',
};

type Field = keyof ContentDetailsInput;

const FIELDS: Record<Field, string> = {
  title: 'the title',
  kind: 'the kind',
  studio: 'the studio',
  releaseYear: 'the release year',
  parentId: 'what it belongs to',
  position: 'the number',
  identifiers: 'the identifiers',
  notes: 'the notes',
};

/** A correction put onto details that somebody else changed meanwhile. */
export interface MergedDetails {
  readonly details: ContentDetailsInput;
  /** What both changed, each to something else, in words; the typed value is the one in `details`. */
  readonly disputed: readonly string[];
}

/**
 * Puts what a person changed onto the latest details, and leaves alone what they did not touch.
 *
 * @param base what their form began with
 */
export function mergedDetails(
  base: ContentDetailsInput,
  typed: ContentDetailsInput,
  latest: ContentDetailsInput,
): MergedDetails {
  const same = (a: ContentDetailsInput, b: ContentDetailsInput, field: Field) =>
    textOfField(a, field) === textOfField(b, field);
  const fields = Object.keys(FIELDS) as Field[];
  const untouched = fields.filter((field) => same(base, typed, field));
  const disputed = fields.filter(
    (field) =>
      !untouched.includes(field) && !same(base, latest, field) && !same(typed, latest, field),
  );
  const theirs = Object.fromEntries(untouched.map((field) => [field, latest[field]]));
  return { details: { ...typed, ...theirs }, disputed: disputed.map((field) => FIELDS[field]) };
}

/** Rows without a value are none. */
function textOfField(details: ContentDetailsInput, field: Field): string {
  const value = details[field];
  return typeof value === 'string'
    ? value
    : JSON.stringify(
        value.filter((row) => row.value.trim() !== '').map((row) => [row.scheme, row.value.trim()]),
      );
}
