import { BAR_LABEL } from './label';
import type { DaySpan, TimelineCell } from '../model';
import { positionOf, type Scale } from './scale';

/**
 * What is drawn and walked as one: a single cell, or a density strip of neighbouring cells each too narrow to be a bar.
 * `first` and `last` are positions among the cells, both included.
 */
export interface Stop extends DaySpan {
  readonly first: number;
  readonly last: number;
}

/** A strip is cut at this width, in pixels, so that it stays something one can point at. */
const WIDEST_STRIP = 96;

/** The stops of a timeline's cells at a magnification in pixels per day. A strip never reaches across today. */
export function stopsOf(
  cells: readonly TimelineCell[],
  pixelsPerDay: number,
  today: number,
): Stop[] {
  const stops: Stop[] = [];
  let run: Stop | null = null;
  cells.forEach(({ start, end }, index) => {
    const single: Stop = { first: index, last: index, start, end };
    const isNarrow = end !== null && (end - start) * pixelsPerDay < BAR_LABEL.strip;
    const isOver = end !== null && end <= today;
    const isToCome = start > today;
    if (!isNarrow || !(isOver || isToCome)) {
      stops.push(single);
      run = null;
      return;
    }
    const joins: boolean =
      run !== null &&
      run.end !== null &&
      run.end <= today === isOver &&
      (end - run.start) * pixelsPerDay <= WIDEST_STRIP;
    if (run !== null && joins) {
      run = { ...run, last: index, end };
      stops[stops.length - 1] = run;
    } else {
      run = single;
      stops.push(run);
    }
  });
  return stops;
}

/** The position of the first of `length` sorted things for which `isReached` holds; `length` when none does. */
export function firstWhere(length: number, isReached: (position: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The position of the stop that holds a cell. */
export function stopOfCell(stops: readonly Stop[], cell: number): number {
  return Math.min(
    stops.length - 1,
    firstWhere(stops.length, (position) => (stops[position]?.last ?? 0) >= cell),
  );
}

/** The stops that share a pixel with a part of the canvas, as a half-open range of positions, by binary search. */
export function stopsBetween(
  stops: readonly DaySpan[],
  scale: Scale,
  left: number,
  right: number,
): { readonly from: number; readonly to: number } {
  const from = firstWhere(stops.length, (index) => {
    const end = stops[index]?.end ?? null;
    return end === null || positionOf(scale, end) > left;
  });
  const to = firstWhere(
    stops.length,
    (index) => positionOf(scale, stops[index]?.start ?? 0) >= right,
  );
  return { from, to: Math.max(from, to) };
}
