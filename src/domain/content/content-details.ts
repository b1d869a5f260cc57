import type { ContentKind } from './content-kind';
import type { Identifier } from './identifier';
import { contentKind, kindName, needsParent, parentKinds } from './content-kind';
import { DomainError } from '../errors';
import { identifierSet } from './identifier';
import { MAX_NAME_LENGTH, notesText, shortText } from '../values/text';
import { listed } from '../values/words';

/** The descriptive details of a title, as people type them. */
export interface ContentDetailsData {
  readonly title: string;
  readonly kind: string;
  /** The licensor's name. */
  readonly studio: string;
  /** `null` when unknown. */
  readonly releaseYear: number | null;
  /** The parent title: an episode's season, a supplement's movie. */
  readonly parentId: string | null;
  /** The number of a season or an episode within its parent. */
  readonly position: number | null;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly notes: string;
}

/** The largest number of a season or episode. Some daily programs are numbered by date, such as 20270304. */
export const MAX_POSITION = 99_999_999;
/** The year of the oldest surviving motion picture. */
export const FIRST_YEAR = 1888;
export const LAST_YEAR = 2200;

/** The details of a title that an edit can change. The kind cannot change, because other titles rely on it. A value. */
export class ContentDetails {
  private constructor(
    readonly title: string,
    readonly kind: ContentKind,
    readonly studio: string,
    readonly releaseYear: number | null,
    readonly parentId: string | null,
    readonly position: number | null,
    readonly identifiers: readonly Identifier[],
    readonly notes: string,
  ) {
    Object.freeze(this);
  }

  /** @throws DomainError of the first field that is not valid */
  static of(data: ContentDetailsData): ContentDetails {
    return ContentDetails.stored({ ...data, identifiers: identifierSet(data.identifiers) });
  }

  /**
   * Details that were accepted before. Their identifiers are not validated again, because schemes may have become stricter.
   *
   * @throws DomainError of the first other field that is not valid
   */
  static stored(data: ContentDetailsData): ContentDetails {
    const kind = contentKind(data.kind);
    if (data.parentId === null && needsParent(kind)) throw new ParentMissing(kind);
    if (data.parentId !== null && parentKinds(kind).length === 0) throw new ParentUnfit(kind, null);
    return new ContentDetails(
      shortText(data.title, 'title', 'A title’s name', MAX_NAME_LENGTH),
      kind,
      shortText(data.studio, 'studio', 'A studio’s name'),
      wholeNumber(data.releaseYear, 'releaseYear', 'A release year', FIRST_YEAR, LAST_YEAR),
      data.parentId,
      data.parentId === null
        ? null
        : wholeNumber(data.position, 'position', 'A number', 0, MAX_POSITION),
      data.identifiers as readonly Identifier[],
      notesText(data.notes),
    );
  }

  /**
   * Requires that a title of this kind can belong to a parent of the given kind.
   *
   * @throws ParentUnfit
   */
  requireFitting(parent: ContentKind): void {
    if (!parentKinds(this.kind).includes(parent)) throw new ParentUnfit(this.kind, parent);
  }

  equals(other: ContentDetails): boolean {
    return JSON.stringify(this.toData()) === JSON.stringify(other.toData());
  }

  toData(): ContentDetailsData {
    const { title, kind, studio, releaseYear, parentId, position, identifiers, notes } = this;
    return { title, kind, studio, releaseYear, parentId, position, identifiers, notes };
  }
}

function wholeNumber(
  value: number | null,
  field: string,
  what: string,
  least: number,
  most: number,
): number | null {
  if (value === null) return null;
  if (!Number.isInteger(value) || value < least || value > most)
    throw new InvalidNumber(field, `${what} is a whole number from ${least} to ${most}.`);
  return value;
}

export class InvalidNumber extends DomainError {
  readonly code = 'invalid-number';

  constructor(
    override readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

export class ParentMissing extends DomainError {
  readonly code = 'parent-missing';
  override readonly field = 'parentId';

  constructor(kind: ContentKind) {
    super(
      `Choose the ${listed(parentKinds(kind).map(kindName))} this ${kindName(kind)} belongs to.`,
    );
  }
}

/** A title cannot belong to a parent of that kind. `parent` is `null` when the title's kind never has a parent. */
export class ParentUnfit extends DomainError {
  readonly code = 'parent-unfit';
  override readonly field = 'parentId';

  constructor(kind: ContentKind, parent: ContentKind | null) {
    const what = `A ${kindName(kind)}`;
    super(
      parent === null
        ? `${what} belongs to no other title.`
        : `${what} cannot belong to a ${kindName(parent)}, only to: ${listed(parentKinds(kind).map(kindName))}.`,
    );
  }
}
