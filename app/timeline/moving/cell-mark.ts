import type { TimelineCell } from '../model';

/** Bars narrower than this are held as a whole, in pixels. */
export const MIN_WIDTH_FOR_HANDLES = 28;

/** Marks the box of a cell for `useMoving`; nothing for one that cannot be moved or filled. */
export function cellMark(cell: TimelineCell | null): string | undefined {
  if (cell === null) return undefined;
  if (cell.kind === 'slot') return cell.past || cell.isOutside === true ? undefined : 'slot';
  return cell.fate === undefined ? String(cell.index) : undefined;
}
