import type { ContentDetailsData } from '../../../src/domain/content/content-details';
import type { ContentDetailsInput } from '../../../src/wire/forms/content';
import type { TitleOption } from '../title-option';
import {
  contentKind,
  parentKinds,
  type ContentKind,
} from '../../../src/domain/content/content-kind';

/** A title's details as the fields have them: what it belongs to with what is shown of that. */
export interface TypedTitle extends Omit<ContentDetailsInput, 'parentId'> {
  parentId: TitleOption | null;
}

/** A title's details as their form shows them. */
export function typedTitle(details: ContentDetailsData, parentId: TitleOption | null): TypedTitle {
  const { identifiers, ...typed } = typedDetails(details);
  return {
    ...typed,
    parentId,
    identifiers: identifiers.length === 0 ? [NO_IDENTIFIER] : identifiers,
  };
}

/** A title's details as a form sends them. */
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

const NO_IDENTIFIER = { scheme: 'house', value: '' };

/** The details of a title that nobody has typed anything of. */
export const NOTHING_TYPED: TypedTitle = {
  title: '',
  kind: '',
  studio: '',
  releaseYear: '',
  parentId: null,
  position: '',
  identifiers: [NO_IDENTIFIER],
  notes: '',
};

/** The kinds of title that one of a kind can belong to; none while no kind is chosen. */
export function kindsAbove(kind: string): readonly ContentKind[] {
  return kind === '' ? [] : parentKinds(contentKind(kind));
}

/** What of the fields is sent. What a title of the chosen kind cannot have stays typed, and is left out. */
export function detailsOf({
  parentId: parent,
  position,
  ...typed
}: TypedTitle): ContentDetailsInput {
  const kinds = kindsAbove(typed.kind);
  return {
    ...typed,
    parentId: fitting(parent, kinds)?.value ?? '',
    position: kinds.length === 0 ? '' : position,
  };
}

/** A title that one of the kinds can be. */
export function fitting(
  parent: TitleOption | null,
  kinds: readonly ContentKind[],
): TitleOption | null {
  return kinds.some((kind) => kind === parent?.kind) ? parent : null;
}
