import { useEffect, useState, type RefObject } from 'react';
import { ROW_HEIGHT } from './place';

/** So many rows are always drawn whole. */
const WHOLE = 60;
/** So many rows are drawn above and below those in view. */
const AROUND = 12;

/** Which part of a table is in view, in pixels. */
export interface ShownPart {
  readonly top: number;
  readonly height: number;
}

/** What the server, which has no window, draws. */
const AT_FIRST: ShownPart = { top: 0, height: 900 };

/**
 * The rows of a table that are drawn, in order: all of a short one; of a long one those in view, some around them, and the
 * marked one, which keeps the focus when it is scrolled out of view. All rows have one height, so there is nothing to measure.
 */
export function drawnRows(count: number, marked: number, { top, height }: ShownPart): number[] {
  if (count <= WHOLE) return rowsBetween(0, count);
  const first = Math.floor(top / ROW_HEIGHT) - AROUND;
  const last = Math.ceil((top + height) / ROW_HEIGHT) + AROUND;
  const shown = rowsBetween(Math.max(0, first), Math.min(count, last));
  if (marked < 0 || marked >= count || shown.includes(marked)) return shown;
  return marked < (shown[0] ?? 0) ? [marked, ...shown] : [...shown, marked];
}

/** `drawnRows` as the table is scrolled. */
export function useDrawnRows(
  count: number,
  marked: number,
  scroller: RefObject<HTMLElement | null>,
): readonly number[] {
  const [part, setPart] = useState(AT_FIRST);
  useEffect(() => {
    const box = scroller.current;
    if (box === null || count <= WHOLE) return;
    const look = () => {
      setPart({ top: box.scrollTop, height: box.clientHeight });
    };
    const resized = new ResizeObserver(look);
    resized.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [count, scroller]);
  return drawnRows(count, marked, part);
}

function rowsBetween(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
