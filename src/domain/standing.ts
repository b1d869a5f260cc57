/** The part of a history entry that undo needs. */
export interface StoryLine<Change> {
  readonly version: number;
  readonly change: Change;
}

/**
 * The changes that are still in effect: without changes that were reverted later, and without the changes that reverted
 * them. The last one is the next to undo. So repeated undo goes back step by step and never redoes a change.
 *
 * @param history by ascending version, from any version on; an undo of a change before that counts as a change
 * @param takesBack whether a change is the inverse of an earlier one, whether made by undo or by hand
 */
export function standing<Change, Line extends StoryLine<Change>>(
  history: readonly Line[],
  takesBack: (change: Change, earlier: Change) => boolean,
): readonly Line[] {
  const left: Line[] = [];
  for (const entry of history) {
    const last = left.at(-1);
    if (last !== undefined && takesBack(entry.change, last.change)) left.pop();
    else left.push(entry);
  }
  return left;
}
