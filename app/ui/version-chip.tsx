import { Link } from './link';
import { classes } from './classes';
import { StateGlyph } from './state-mark';

/**
 * State of a version. `waiting`: kept in this browser until the connection is back. `unconfirmed`: sent without a response.
 * `unsaved`: refused. `behind`: another person saved a newer version.
 */
export type VersionState = 'saved' | 'saving' | 'waiting' | 'unconfirmed' | 'unsaved' | 'behind';

const LOOK: Record<VersionState, { tint: string; word: string | null }> = {
  saved: { tint: 'bg-sunken text-ink-2', word: 'Saved' },
  saving: { tint: 'bg-sunken text-ink-2', word: 'Saving' },
  waiting: { tint: 'bg-straw-tint text-straw-ink', word: 'Waiting to save' },
  unconfirmed: { tint: 'bg-straw-tint text-straw-ink', word: 'Save not confirmed' },
  unsaved: { tint: 'bg-straw-tint text-straw-ink', word: 'Not saved' },
  behind: { tint: 'bg-plum-tint text-plum-ink', word: null },
};

/** A version and its state: `v7 Saved`. With `href` it links to the history; without, it is part of a sentence. */
export function VersionChip({
  version,
  state,
  word = LOOK[state].word,
  href,
  className,
}: {
  version: number;
  state: VersionState;
  /** Replaces the label of the state; null for none, as inside a sentence. */
  word?: string | null | undefined;
  href?: string | undefined;
  className?: string | undefined;
}) {
  const look = classes(
    'inline-flex h-6 items-center align-middle gap-1.5 rounded-full px-2.5 text-table whitespace-nowrap forced-colors:border',
    LOOK[state].tint,
    className,
  );
  const face = (
    <>
      {state === 'behind' && (
        <span aria-hidden className="size-1.5 rounded-full bg-plum forced-colors:bg-[CanvasText]" />
      )}
      {(state === 'waiting' || state === 'unconfirmed' || state === 'unsaved') && (
        <StateGlyph state="waiting" />
      )}
      <span
        className={classes(
          'font-emphasis',
          (state === 'saved' || state === 'saving') && 'text-ink',
        )}
      >
        v{version}
      </span>
      {word !== null && word !== '' && <span>{word}</span>}
    </>
  );
  return href === undefined ? (
    <span className={look}>{face}</span>
  ) : (
    <Link href={href} className={classes(look, 'hover:text-ink')}>
      {face}
      <span className="sr-only">, open history</span>
    </Link>
  );
}
