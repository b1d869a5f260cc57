import { DomainError } from '../errors';
import { quoted } from '../values/words';

/** The kinds of titles, with their display names. */
export const CONTENT_KINDS = {
  movie: 'Movie',
  series: 'Series',
  season: 'Season',
  episode: 'Episode',
  short: 'Short',
  supplement: 'Supplement',
  bundle: 'Bundle',
} as const;

export type ContentKind = keyof typeof CONTENT_KINDS;

/**
 * The kinds of parents that a title of each kind can have. A kind comes after all its possible parents, so titles cannot
 * form a cycle. A season or an episode always has a parent.
 */
const PARENTS: Record<ContentKind, readonly ContentKind[]> = {
  bundle: [],
  series: ['bundle'],
  movie: ['bundle'],
  short: ['bundle', 'series', 'movie'],
  season: ['series'],
  episode: ['season', 'series'],
  supplement: ['movie', 'short', 'episode', 'season', 'series', 'bundle'],
};

const NEEDS_PARENT: readonly ContentKind[] = ['season', 'episode'];

/** @throws InvalidContentKind for a kind that is not in `CONTENT_KINDS` */
export function contentKind(code: string): ContentKind {
  if (!Object.hasOwn(CONTENT_KINDS, code)) throw new InvalidContentKind(code);
  return code as ContentKind;
}

/** The kinds of parents that a title of a kind can have; empty for a bundle. */
export function parentKinds(kind: ContentKind): readonly ContentKind[] {
  return PARENTS[kind];
}

/** Whether a title of a kind must have a parent. */
export function needsParent(kind: ContentKind): boolean {
  return NEEDS_PARENT.includes(kind);
}

/** The display name of a kind, as used in the middle of a sentence. */
export function kindName(kind: ContentKind): string {
  return CONTENT_KINDS[kind].toLowerCase();
}

export class InvalidContentKind extends DomainError {
  readonly code = 'invalid-content-kind';
  override readonly field = 'kind';

  constructor(readonly text: string) {
    super(
      text.trim() === '' ? 'Choose a kind.' : `${quoted([text])} is not a known kind of title.`,
    );
  }
}
