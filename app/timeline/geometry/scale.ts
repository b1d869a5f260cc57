import type { DaySpan, TimelineModel } from '../model';
import { dayText } from './calendar';

/** Named zoom levels; `fit` shows the whole license. */
export type ZoomLevel = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'fit';

/** Levels in the toolbar. */
export const ZOOM_LEVELS = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'fit',
] as const satisfies readonly ZoomLevel[];

const PIXELS_PER_DAY: Record<Exclude<ZoomLevel, 'fit'>, number> = {
  day: 40,
  week: 14,
  month: 6,
  quarter: 1.65,
  year: 0.45,
  decade: 0.1,
};

/** Margin that `fit` leaves before the first and after the last day, in pixels. */
const FIT_MARGIN = 32;
/** Minimum margin for the whole license to count as in view, in pixels. */
const MIN_MARGIN = 16;
/** Scrollable space beyond the license, as a fraction of the lane: room to zoom around the pointer and to show today at 1/3. */
const SLACK = 1 / 3;
/** In pixels. Browsers fail to lay out boxes wider than about 17 million pixels. */
const MAX_CANVAS_WIDTH = 8_000_000;
/** Scrollable part of an open end, in days. */
const OPEN_DAYS = 365;
/** Maximum distance from today to the license, in days, for today to be shown with it. */
const NEAR_DAYS = 92;

/** Maps days to pixels on the canvas of a timeline at one zoom. The canvas's left edge is pixel 0. */
export interface Scale {
  readonly pixelsPerDay: number;
  /** The first day of the canvas. */
  readonly firstDay: number;
  /** Position of the start of `firstDay`, in pixels. */
  readonly offset: number;
  /** Width of the whole canvas, in pixels. */
  readonly width: number;
}

/** A bounded span of days, half-open. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Viewport of a timeline: its zoom, and the visible part of the canvas in pixels. */
export interface TimelineView {
  readonly pixelsPerDay: number;
  readonly scrollLeft: number;
  /** Width of the lane, without the gutter. */
  readonly width: number;
}

/** Days the license covers; an open end extends a year past the last known day. */
export function licenseExtent({ window, offers, today }: TimelineModel): Extent {
  if (window.end !== null) return { start: window.start, end: window.end };
  const last = offers.at(-1);
  const known = Math.max(window.start, last?.start ?? 0, last?.end ?? 0, today);
  return { start: window.start, end: known + OPEN_DAYS };
}

/** Whether today is in the license's window or within a quarter of a year of it. */
export function isTodayNear(model: TimelineModel): boolean {
  const { start, end } = licenseExtent(model);
  return model.today >= start - NEAR_DAYS && model.today < end + NEAR_DAYS;
}

/** Scrollable days: the license and today. */
function canvasExtent(model: TimelineModel): Extent {
  const { start, end } = licenseExtent(model);
  return { start: Math.min(start, model.today), end: Math.max(end, model.today + 1) };
}

/** The days `fit` shows: the license, and today if it is near. */
function fitExtent(model: TimelineModel): Extent {
  return isTodayNear(model) ? canvasExtent(model) : licenseExtent(model);
}

/** Scale of a model at a zoom, for a lane `laneWidth` pixels wide. The canvas is never narrower than the lane. */
export function scaleOf(model: TimelineModel, pixelsPerDay: number, laneWidth: number): Scale {
  const { start, end } = canvasExtent(model);
  const content = (end - start) * pixelsPerDay;
  const offset = Math.max(laneWidth * SLACK, (laneWidth - content) / 2);
  return { pixelsPerDay, firstDay: start, offset, width: content + 2 * offset };
}

/** Position of the start of a day on the canvas, in pixels. */
export function positionOf(scale: Scale, day: number): number {
  return scale.offset + (day - scale.firstDay) * scale.pixelsPerDay;
}

/** The day at a pixel of the canvas, with its fraction: 0.5 is noon. */
export function dayAt(scale: Scale, position: number): number {
  return scale.firstDay + (position - scale.offset) / scale.pixelsPerDay;
}

/** Zoom, in pixels per day, at which the whole license fits in a lane of this width. */
export function fitPixelsPerDay(model: TimelineModel, laneWidth: number): number {
  const { start, end } = fitExtent(model);
  return Math.min(PIXELS_PER_DAY.day, Math.max(1, laneWidth - 2 * FIT_MARGIN) / (end - start));
}

/** Zoom of a level, in pixels per day, clamped as by `clampPixelsPerDay`. */
export function pixelsPerDayOf(level: ZoomLevel, model: TimelineModel, laneWidth: number): number {
  const wanted = level === 'fit' ? fitPixelsPerDay(model, laneWidth) : PIXELS_PER_DAY[level];
  return clampPixelsPerDay(wanted, model, laneWidth);
}

/** Clamps a zoom between the coarser of `decade` and `fit`, and `day` or the maximum canvas width. */
export function clampPixelsPerDay(
  pixelsPerDay: number,
  model: TimelineModel,
  laneWidth: number,
): number {
  const { start, end } = canvasExtent(model);
  const finest = Math.min(PIXELS_PER_DAY.day, MAX_CANVAS_WIDTH / (end - start));
  const coarsest = Math.min(PIXELS_PER_DAY.decade, fitPixelsPerDay(model, laneWidth));
  return Math.min(finest, Math.max(coarsest, pixelsPerDay));
}

/** The toolbar level whose zoom is closest in proportion. */
export function nearestLevel(pixelsPerDay: number): Exclude<(typeof ZOOM_LEVELS)[number], 'fit'> {
  const distance = (level: Exclude<ZoomLevel, 'fit'>) =>
    Math.abs(Math.log(pixelsPerDay / PIXELS_PER_DAY[level]));
  return (['day', 'week', 'month', 'quarter', 'year', 'decade'] as const).reduce((best, level) =>
    distance(level) < distance(best) ? level : best,
  );
}

/** Clamps a scroll position to the canvas. */
export function clampScroll(scale: Scale, laneWidth: number, scrollLeft: number): number {
  return Math.min(Math.max(0, scale.width - laneWidth), Math.max(0, scrollLeft));
}

/** Zooms to `pixelsPerDay`. The day `pointer` pixels from the lane's left edge keeps its position unless the canvas ends. */
export function zoomAt(
  model: TimelineModel,
  view: TimelineView,
  pixelsPerDay: number,
  pointer: number,
): TimelineView {
  const next = clampPixelsPerDay(pixelsPerDay, model, view.width);
  const day = dayAt(scaleOf(model, view.pixelsPerDay, view.width), view.scrollLeft + pointer);
  const scale = scaleOf(model, next, view.width);
  return {
    pixelsPerDay: next,
    scrollLeft: clampScroll(scale, view.width, positionOf(scale, day) - pointer),
    width: view.width,
  };
}

/** The days in view, both inclusive: `1 Mar 2026 to 31 Aug 2027`. */
export function daysInView(model: TimelineModel, view: TimelineView): string {
  const scale = scaleOf(model, view.pixelsPerDay, view.width);
  const first = Math.floor(dayAt(scale, view.scrollLeft));
  const last = Math.ceil(dayAt(scale, view.scrollLeft + view.width)) - 1;
  return `${dayText(first)} to ${dayText(last)}`;
}

/** Scroll position that puts a day at a fraction of the lane's width: 1/3 leaves two thirds for the future. */
export function scrollToDay(
  scale: Scale,
  laneWidth: number,
  day: number,
  fraction: number,
): number {
  return clampScroll(scale, laneWidth, positionOf(scale, day) - laneWidth * fraction);
}

/** Visible width of a span, in pixels. */
export function visibleWidth(scale: Scale, view: TimelineView, { start, end }: DaySpan): number {
  const left = Math.max(view.scrollLeft, positionOf(scale, start));
  const right = Math.min(
    view.scrollLeft + view.width,
    end === null ? scale.width : positionOf(scale, end),
  );
  return Math.max(0, right - left);
}

/**
 * Scroll position that brings a span into view with `room` pixels beside it. Unchanged if the span is in view already,
 * or if it is wider than the view and covers at least half of it.
 */
export function scrollToSpan(
  scale: Scale,
  view: TimelineView,
  span: DaySpan,
  room: number,
): number {
  const left = positionOf(scale, span.start);
  const right = span.end === null ? scale.width : positionOf(scale, span.end);
  const isLong = right - left > view.width - 2 * room;
  if (isLong && visibleWidth(scale, view, span) >= view.width / 2) return view.scrollLeft;
  const viewRight = view.scrollLeft + view.width;
  const isBefore = left < view.scrollLeft;
  const scrolled =
    isBefore || (isLong && right > viewRight)
      ? left - room
      : right > viewRight
        ? right + room - view.width
        : view.scrollLeft;
  return clampScroll(scale, view.width, scrolled);
}

/** View at a zoom with the license centered. */
function centeredView(model: TimelineModel, pixelsPerDay: number, width: number): TimelineView {
  const { start, end } = fitExtent(model);
  const scale = scaleOf(model, pixelsPerDay, width);
  return { pixelsPerDay, scrollLeft: scrollToDay(scale, width, (start + end) / 2, 0.5), width };
}

/** View of the whole license. */
export function fitView(model: TimelineModel, laneWidth: number): TimelineView {
  return centeredView(model, pixelsPerDayOf('fit', model, laneWidth), laneWidth);
}

/**
 * Initial view of a timeline. The default is `quarter`: a short license is centered, a long one has today at a third of
 * the lane. If today is far from the license, or the license is long with few offers, the whole license is shown.
 */
export function initialView(
  model: TimelineModel,
  laneWidth: number,
): { readonly level: 'quarter' | 'fit'; readonly view: TimelineView } {
  const pixelsPerDay = pixelsPerDayOf('quarter', model, laneWidth);
  const { start, end } = fitExtent(model);
  const content = (end - start) * pixelsPerDay;
  const isSparse = model.offers.length < 4 && content > 2 * laneWidth;
  if (!isTodayNear(model) || isSparse) return { level: 'fit', view: fitView(model, laneWidth) };
  if (content + 2 * MIN_MARGIN <= laneWidth) {
    return { level: 'quarter', view: centeredView(model, pixelsPerDay, laneWidth) };
  }
  const scale = scaleOf(model, pixelsPerDay, laneWidth);
  const scrollLeft = scrollToDay(scale, laneWidth, model.today, 1 / 3);
  return { level: 'quarter', view: { pixelsPerDay, scrollLeft, width: laneWidth } };
}

/** Zoom factor of one wheel event; a trackpad pinch sends many small ones. */
export function wheelFactor(deltaY: number): number {
  return Math.exp(-Math.max(-30, Math.min(30, deltaY)) / 100);
}
