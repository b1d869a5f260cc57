import { barLabel, slotLabel, type LabelLine } from './label';
import { cells as cellsOf, type TimelineCell, type TimelineModel } from '../model';
import { priceHeights, priceSteps, type PriceHeight, type PriceStaircase } from './price-steps';
import { positionOf, scaleOf, type Scale, type TimelineView } from './scale';
import { firstWhere, stopsBetween, stopsOf, type Stop } from './stops';
import { axisTicks, type Axis } from './ticks';

/** Data derived from the model alone; stays valid across zooms. */
export interface TimelineContent {
  readonly model: TimelineModel;
  readonly cells: readonly TimelineCell[];
  readonly heightOf: PriceHeight;
}

/** Layout that does not depend on the scroll position; stays valid while scrolling. */
export interface Arrangement extends TimelineContent {
  readonly stops: readonly Stop[];
  readonly scale: Scale;
}

/** A stop positioned on the canvas, in pixels. */
export interface PlacedStop {
  /** Position in the arrangement's stops. */
  readonly position: number;
  readonly stop: Stop;
  /** The stop's only cell; `null` for a density strip. */
  readonly cell: TimelineCell | null;
  readonly left: number;
  readonly width: number;
  readonly label: readonly LabelLine[];
  /** Offset that keeps the label visible if the stop begins before the view. */
  readonly labelShift: number;
  /** Whether the end is open and drawn without an edge. */
  readonly fades: boolean;
}

/** A horizontal part of the canvas, in pixels. */
export interface Stretch {
  readonly left: number;
  readonly width: number;
}

/** Everything drawn in the visible part of the canvas, in pixels; independent of the output format. */
export interface TimelineLayout {
  readonly canvasWidth: number;
  readonly placed: readonly PlacedStop[];
  readonly axis: Axis;
  /** Position of the start of today. */
  readonly today: number;
  /** The parts of the view outside the license. */
  readonly outside: readonly Stretch[];
  /** Start and end of the license, as a preview would have it; `end` is `null` if open. */
  readonly bounds: { readonly start: number; readonly end: number | null };
  readonly price: PriceStaircase;
}

/** Numbers of offers entirely before and after the view. */
export interface OffScreen {
  readonly earlier: number;
  readonly later: number;
}

/** Space between adjacent bars, in pixels. */
const GAP = 1;
/** In pixels; keeps every bar visible. */
const MIN_BAR_WIDTH = 2;

/** Computes the cells of a model and the heights of its prices. */
export function contentOf(model: TimelineModel): TimelineContent {
  return { model, cells: cellsOf(model), heightOf: priceHeights(model.offers) };
}

/** Lays out a timeline at a zoom, for a lane of this width in pixels. */
export function arrange(
  content: TimelineContent,
  pixelsPerDay: number,
  laneWidth: number,
): Arrangement {
  const { model, cells } = content;
  return {
    ...content,
    stops: stopsOf(cells, pixelsPerDay, model.today),
    scale: scaleOf(model, pixelsPerDay, laneWidth),
  };
}

/** Positions one stop; `viewLeft` is the left edge of the view on the canvas. */
export function placeStop(
  { stops, cells, scale }: Arrangement,
  position: number,
  viewLeft: number,
): PlacedStop | null {
  const stop = stops[position];
  if (stop === undefined) return null;
  const left = positionOf(scale, stop.start);
  const end = stop.end === null ? scale.width : positionOf(scale, stop.end);
  const width = Math.max(MIN_BAR_WIDTH, end - left - GAP);
  const cell = stop.first === stop.last ? (cells[stop.first] ?? null) : null;
  const label =
    cell === null ? [] : cell.kind === 'offer' ? barLabel(cell, width) : slotLabel(cell, width);
  return {
    position,
    stop,
    cell,
    left,
    width,
    label,
    labelShift: Math.min(width, Math.max(0, viewLeft - left)),
    fades: stop.end === null,
  };
}

/**
 * Lays out the visible part of an arrangement, plus `overscan` pixels on each side.
 *
 * @param kept position of a stop to include even if it is outside, such as the focused one
 * @param isMoving whether the view is only approximate: no label is hidden at its edge
 */
export function layoutOf(
  arrangement: Arrangement,
  view: TimelineView,
  {
    overscan = 0,
    kept,
    isMoving = false,
  }: { readonly overscan?: number; readonly kept?: number; readonly isMoving?: boolean } = {},
): TimelineLayout {
  const { stops, cells, scale, model, heightOf } = arrangement;
  const left = Math.max(0, view.scrollLeft - overscan);
  const right = Math.min(scale.width, view.scrollLeft + view.width + overscan);
  const { from, to } = stopsBetween(stops, scale, left, right);
  const positions = Array.from({ length: to - from }, (_, index) => from + index);
  if (kept !== undefined && kept < from) positions.unshift(kept);
  if (kept !== undefined && kept >= to) positions.push(kept);
  const start = positionOf(scale, model.window.start);
  const lastEnd = model.closing?.kind === 'previewed' ? model.closing.from : model.window.end;
  const end = lastEnd === null ? null : positionOf(scale, lastEnd);
  return {
    canvasWidth: scale.width,
    placed: positions
      .map((position) => placeStop(arrangement, position, view.scrollLeft))
      .filter((placed) => placed !== null),
    axis: axisTicks(
      scale,
      { left, right },
      { today: model.today, viewLeft: isMoving ? Number.NEGATIVE_INFINITY : view.scrollLeft },
    ),
    today: positionOf(scale, model.today),
    outside: [
      { left, width: Math.min(start, right) - left },
      ...(end === null ? [] : [{ left: Math.max(end, left), width: right - Math.max(end, left) }]),
    ].filter(({ width }) => width > 0),
    bounds: { start, end },
    price: priceSteps(stops.slice(from, to), cells, scale, heightOf),
  };
}

/** Lays out the visible part of a model. */
export function layoutTimeline(model: TimelineModel, view: TimelineView): TimelineLayout {
  return layoutOf(arrange(contentOf(model), view.pixelsPerDay, view.width), view);
}

/** Counts the offers outside the view. */
export function offScreen({ model, scale }: Arrangement, view: TimelineView): OffScreen {
  const { from, to } = stopsBetween(
    model.offers,
    scale,
    view.scrollLeft,
    view.scrollLeft + view.width,
  );
  return { earlier: from, later: model.offers.length - to };
}

/** Position of the cell that contains a day, or of the nearest one. */
export function cellOfDay(cells: readonly TimelineCell[], day: number): number {
  const position = firstWhere(cells.length, (index) => {
    const end = cells[index]?.end ?? null;
    return end === null || end > day;
  });
  return Math.max(0, Math.min(cells.length - 1, position));
}
