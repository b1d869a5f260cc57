import { useEffect, useRef } from 'react';
import type { DaySpan, TimelineCell } from '../model';

/** Days of the list items in the viewport; `null` if that is all of them. */
function daysInView(list: HTMLElement, cells: readonly TimelineCell[]): DaySpan | null {
  const seen = [...list.querySelectorAll<HTMLElement>('[data-cell]')]
    .filter((item) => {
      const { top, bottom } = item.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    })
    .map((item) => Number(item.dataset.cell));
  const first = cells[Math.min(...seen)];
  const last = cells[Math.max(...seen)];
  if (first === undefined || last === undefined) return null;
  const isAll = first === cells[0] && last === cells.at(-1);
  return isAll ? null : { start: first.start, end: last.end };
}

/**
 * Watches which cards of a list are in view.
 *
 * @param onInView receives their days, or `null` when all of them are
 */
export function useDaysInView(
  list: { readonly current: HTMLElement | null },
  {
    cells,
    onInView,
  }: {
    readonly cells: readonly TimelineCell[];
    readonly onInView?: ((days: DaySpan | null) => void) | undefined;
  },
): void {
  const latest = useRef({ cells, onInView });
  useEffect(() => {
    latest.current = { cells, onInView };
  });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const { cells: now, onInView: report } = latest.current;
        if (list.current !== null) report?.(daysInView(list.current, now));
      });
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [list]);
}
