import { barLabel, slotLabel, type LabelLine } from './label';
import { cells as cellsOf, type TimelineCell, type TimelineModel } from '../model';
import { priceHeights, priceSteps, type PriceHeight, type PriceLadder } from './price-steps';
import { positionOf, scaleOf, type Scale, type TimelineView } from './scale';
import { firstWhere, stopsBetween, stopsOf, type Stop } from './stops';
import { axisTicks, type Axis } from './ticks';

/** What follows from a model alone: worth keeping while it is zoomed. */
export interface TimelineContent {
  readonly model: TimelineModel;
  readonly cells: readonly TimelineCell[];
  readonly heightOf: PriceHeight;
}

/** Everything about a timeline that its scroll position does not change: worth keeping while it scrolls. */
export interface Arrangement extends TimelineContent {
  readonly stops: readonly Stop[];
  readonly scale: Scale;
}

/** A stop in its place on the canvas, in pixels. */
export interface PlacedStop {
  /** Position among the arrangement's stops. */
  readonly position: number;
  readonly stop: Stop;
  /** The stop's only cell; `null` for a density strip. */
  readonly cell: TimelineCell | null;
  readonly left: number;
  readonly width: number;
  readonly label: readonly LabelLine[];
  /** How far the label moves in to stay in view where the stop begins before it. */
  readonly labelShift: number;
  /** Whether its end is open: drawn without an edge. */
  readonly fades: boolean;
}

/** A stretch of the canvas, in pixels. */
export interface Stretch {
  readonly left: number;
  readonly width: number;
}

/** The whole picture in the part of the canvas that is looked at, in pixels; for the screen now, for SVG when it comes. */
export interface TimelineLayout {
  readonly canvasWidth: number;
  readonly placed: readonly PlacedStop[];
  readonly axis: Axis;
  /** Where today begins. */
  readonly today: number;
  /** The parts of the view outside the license. */
  readonly outside: readonly Stretch[];
  /** Where the license begins and ends; `end` is `null` when open. */
  readonly bounds: { readonly start: number; readonly end: number | null };
  readonly price: PriceLadder;
}

/** How many offers lie wholly before and after the view. */
export interface OffScreen {
  readonly earlier: number;
  readonly later: number;
}

/** Between neighbouring bars, in pixels. */
const GAP = 1;
/** So that the narrowest bar can still be seen, in pixels. */
const NARROWEST = 2;

/** The cells of a model and the heights of its prices. */
export function contentOf(model: TimelineModel): TimelineContent {
  return { model, cells: cellsOf(model), heightOf: priceHeights(model.offers) };
}

/** Lays a timeline out at a magnification, for a lane of this width in pixels. */
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

/** One stop in its place; `viewLeft` is where the view begins on the canvas. */
export function placeStop(
  { stops, cells, scale }: Arrangement,
  position: number,
  viewLeft: number,
): PlacedStop | null {
  const stop = stops[position];
  if (stop === undefined) return null;
  const left = positionOf(scale, stop.start);
  const end = stop.end === null ? scale.width : positionOf(scale, stop.end);
  const width = Math.max(NARROWEST, end - left - GAP);
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
 * The part of an arrangement that a view shows, and `overscan` pixels to either side.
 *
 * @param kept position of a stop that is placed wherever it is, such as the focused one
 * @param isMoving whether the view is only about where it says: then no label yields to its edge
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
  const end = model.window.end === null ? null : positionOf(scale, model.window.end);
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

/** The whole picture of a model as a view shows it. */
export function layoutTimeline(model: TimelineModel, view: TimelineView): TimelineLayout {
  return layoutOf(arrange(contentOf(model), view.pixelsPerDay, view.width), view);
}

/** Counts the offers one would have to scroll to. */
export function offScreen({ model, scale }: Arrangement, view: TimelineView): OffScreen {
  const { from, to } = stopsBetween(
    model.offers,
    scale,
    view.scrollLeft,
    view.scrollLeft + view.width,
  );
  return { earlier: from, later: model.offers.length - to };
}

/** The position of the cell that holds a day, or the nearest to it. */
export function cellOfDay(cells: readonly TimelineCell[], day: number): number {
  const position = firstWhere(cells.length, (index) => {
    const end = cells[index]?.end ?? null;
    return end === null || end > day;
  });
  return Math.max(0, Math.min(cells.length - 1, position));
}
