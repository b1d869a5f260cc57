import type { AssignmentData, ContentChange } from '../../../src/domain/content/content-change';

/**
 * The offers that a closed title had last, in date order: it can be retired first and void later, and corrected in between.
 *
 * @param changes its newest changes, in order
 */
export function lostWhenClosed(changes: readonly ContentChange[]): readonly AssignmentData[] {
  const closed = changes.findLast(
    (change) => change.kind === 'title-closed' && change.assignments.length > 0,
  );
  if (closed?.kind !== 'title-closed') return [];
  return closed.assignments.toSorted((a, b) =>
    a.offer.window.startsOn < b.offer.window.startsOn ? -1 : 1,
  );
}
