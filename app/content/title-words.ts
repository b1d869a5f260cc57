import type { ContentRow } from '../../src/service/content/content-views';
import { CONTENT_KINDS, contentKind } from '../../src/domain/content/content-kind';
import { IDENTIFIER_SCHEMES } from '../../src/domain/content/identifier';

type Named = Pick<ContentRow, 'belongsTo' | 'position' | 'title'>;

/** A title with its number, as it stands under what it belongs to: `3. The Long Way`. */
export function numbered({ position, title }: Pick<Named, 'position' | 'title'>): string {
  return position === null ? title : `${position}. ${title}`;
}

/** A title with all it belongs to, outermost first: `The Glass Tower › Season 1 › 3. The Long Way`. */
export function fullTitle(row: Named): string {
  return [...row.belongsTo.map(({ title }) => title), numbered(row)].join(' › ');
}

/** The scheme of an identifier as people call it. */
export function schemeName(scheme: string): string {
  return Object.hasOwn(IDENTIFIER_SCHEMES, scheme)
    ? IDENTIFIER_SCHEMES[scheme as keyof typeof IDENTIFIER_SCHEMES]
    : scheme;
}

/** The word for a kind, as it begins a line. */
export function kindLabel(kind: string): string {
  return CONTENT_KINDS[contentKind(kind)];
}
