import { DomainError } from '../errors';
import { quoted } from '../values/words';

/** What a title can be, with the word people use. */
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
 * What a title of each kind can belong to. Every kind stands below those it can belong to, so no title can come to belong
 * to itself. A season or an episode always belongs to something.
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

/** The kinds that a title of a kind can belong to; none for a bundle. */
export function parentKinds(kind: ContentKind): readonly ContentKind[] {
  return PARENTS[kind];
}

/** Whether a title of a kind has to belong to another. */
export function needsParent(kind: ContentKind): boolean {
  return NEEDS_PARENT.includes(kind);
}

/** The word for a kind, as it stands in the middle of a sentence. */
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
