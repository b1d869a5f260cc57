import { BAR_LABEL } from './label';
import { stays, type DaySpan, type TimelineCell } from '../model';
import { positionOf, type Scale } from './scale';

/**
 * A unit of drawing and keyboard navigation: one cell, or a density strip of adjacent cells that are too narrow for bars.
 * `first` and `last` are cell positions, inclusive.
 */
export interface Stop extends DaySpan {
  readonly first: number;
  readonly last: number;
}

/** Maximum width of a density strip, in pixels. */
const MAX_STRIP_WIDTH = 96;

/** Groups cells into stops at a zoom in pixels per day. A strip never spans today, nor a previewed end. */
export function stopsOf(
  cells: readonly TimelineCell[],
  pixelsPerDay: number,
  today: number,
): Stop[] {
  const stops: Stop[] = [];
  let run: Stop | null = null;
  cells.forEach((cell, index) => {
    const { start, end } = cell;
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
      isSameFate(cells[run.first], cell) &&
      (end - run.start) * pixelsPerDay <= MAX_STRIP_WIDTH;
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

function isSameFate(one: TimelineCell | undefined, other: TimelineCell): boolean {
  return one !== undefined && stays(one) === stays(other);
}

/** Binary search: the first position below `length` for which the monotonic `isReached` is true; `length` if none. */
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

/** Position of the stop that contains a cell. */
export function stopOfCell(stops: readonly Stop[], cell: number): number {
  return Math.min(
    stops.length - 1,
    firstWhere(stops.length, (position) => (stops[position]?.last ?? 0) >= cell),
  );
}

/** Stops that overlap a part of the canvas, as a half-open range of positions. */
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
