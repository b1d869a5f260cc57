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
