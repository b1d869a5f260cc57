import type { HistoryEntry } from '../../../src/service/history-views';
import type { StoryLine } from '../../../src/domain/standing';
import { instantWords } from '@/words/instant';

/** The change of a license, title, contract or price table that Undo takes back next. */
export interface NextUndo {
  readonly version: number;
  readonly actor: string;
  /** Whether who is signed in made it. */
  readonly isYours: boolean;
  /** Whether it closed what it is of, so that taking it back brings that back. */
  readonly isClosing: boolean;
  /** The change in one line. */
  readonly words: string;
  /** When it was made, as people read it. */
  readonly at: string;
}

/** So many of the newest changes are looked through for the next to undo; half of them can be undone in a row. */
export const WALKED = 40;

/** Told of a change as its line of history says it. */
export function nextUndo(
  { version, actor, actorId, words, at }: HistoryEntry,
  personId: string,
  isClosing = false,
): NextUndo {
  return { version, actor, isYours: actorId === personId, isClosing, words, at: instantWords(at) };
}

/**
 * The newest change that still counts, if it can be taken back.
 *
 * @param changes the newest ones up to a version, in order
 * @param entries lines of history, the one of that change among them
 * @param standing the changes among some that still count
 * @param inverse what takes a change back; `null` for what cannot be taken back
 */
export function nextToUndo<Change extends { readonly kind: string }, Back>(
  { version, changes, entries }: NewestChanges<Change>,
  standing: (story: readonly StoryLine<Change>[]) => readonly StoryLine<Change>[],
  inverse: (change: Change) => Back | null,
  personId: string,
): { readonly next: NextUndo; readonly back: Back } | null {
  const first = version - changes.length + 1;
  const story = changes.map((change, index) => ({ version: first + index, change }));
  const last = standing(story).at(-1);
  const entry = entries.find((one) => one.version === last?.version);
  const back = last === undefined ? null : inverse(last.change);
  if (last === undefined || entry === undefined || back === null) return null;
  return { next: nextUndo(entry, personId, last.change.kind.endsWith('-closed')), back };
}

export interface NewestChanges<Change> {
  readonly version: number;
  readonly changes: readonly Change[];
  readonly entries: readonly HistoryEntry[];
}
