import type { DaySpan, TimelineModel } from '../model';

/** The named steps of magnification; `fit` shows the whole license. */
export type ZoomLevel = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'fit';

/** The levels the toolbar offers today; the scale knows `day` and `week` too. */
export const ZOOM_LEVELS = [
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

/** What `fit` leaves free before the first and after the last day, in pixels. */
const FIT_MARGIN = 32;
/** What must be free there at least for the whole license to count as in view. */
const MIN_MARGIN = 16;
/** How much of the lane can be scrolled free beyond the license: room to zoom at any pointer, and for today at a third. */
const SLACK = 1 / 3;
/** Browsers lose their footing in boxes of some 17 million pixels; this stays well below. */
const WIDEST_CANVAS = 8_000_000;
/** How much of an open end can be scrolled to, in days. */
const OPEN_DAYS = 365;
/** Today this many days outside the license still counts as near it. */
const NEAR_DAYS = 92;

/** From days to pixels: the canvas of a timeline at one magnification. Its left edge is pixel 0. */
export interface Scale {
  readonly pixelsPerDay: number;
  /** The first day of the canvas. */
  readonly firstDay: number;
  /** Where `firstDay` begins, in pixels. */
  readonly offset: number;
  /** Of the whole canvas, in pixels. */
  readonly width: number;
}

/** A bounded span of days, half-open. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

/** What of a timeline is looked at: the magnification, and the part of the canvas in the lane, in pixels. */
export interface TimelineView {
  readonly pixelsPerDay: number;
  readonly scrollLeft: number;
  /** Of the lane, without the gutter. */
  readonly width: number;
}

/** The days the license covers; of an open end, as much as is worth showing. */
export function licenseExtent({ window, offers, today }: TimelineModel): Extent {
  if (window.end !== null) return { start: window.start, end: window.end };
  const last = offers.at(-1);
  const known = Math.max(window.start, last?.start ?? 0, last?.end ?? 0, today);
  return { start: window.start, end: known + OPEN_DAYS };
}

/** Whether today lies in the license's window or within a quarter of a year of it. */
export function isTodayNear(model: TimelineModel): boolean {
  const { start, end } = licenseExtent(model);
  return model.today >= start - NEAR_DAYS && model.today < end + NEAR_DAYS;
}

/** The days that can be scrolled to: the license and today. */
function canvasExtent(model: TimelineModel): Extent {
  const { start, end } = licenseExtent(model);
  return { start: Math.min(start, model.today), end: Math.max(end, model.today + 1) };
}

/** The days `fit` shows: the license, and today if it is near. */
function fitExtent(model: TimelineModel): Extent {
  return isTodayNear(model) ? canvasExtent(model) : licenseExtent(model);
}

/** The scale of a model at a magnification, in a lane `laneWidth` pixels wide. The canvas is never narrower than the lane. */
export function scaleOf(model: TimelineModel, pixelsPerDay: number, laneWidth: number): Scale {
  const { start, end } = canvasExtent(model);
  const content = (end - start) * pixelsPerDay;
  const offset = Math.max(laneWidth * SLACK, (laneWidth - content) / 2);
  return { pixelsPerDay, firstDay: start, offset, width: content + 2 * offset };
}

/** Where a day begins on the canvas, in pixels. */
export function positionOf(scale: Scale, day: number): number {
  return scale.offset + (day - scale.firstDay) * scale.pixelsPerDay;
}

/** The day at a pixel of the canvas, with its fraction: 0.5 is noon. */
export function dayAt(scale: Scale, position: number): number {
  return scale.firstDay + (position - scale.offset) / scale.pixelsPerDay;
}

/** The magnification at which the whole license is in a lane of this width, in pixels per day. */
export function fitPixelsPerDay(model: TimelineModel, laneWidth: number): number {
  const { start, end } = fitExtent(model);
  return Math.min(PIXELS_PER_DAY.day, Math.max(1, laneWidth - 2 * FIT_MARGIN) / (end - start));
}

/** The magnification of a zoom level, in pixels per day, within what the model and a browser can bear. */
export function pixelsPerDayOf(level: ZoomLevel, model: TimelineModel, laneWidth: number): number {
  const wanted = level === 'fit' ? fitPixelsPerDay(model, laneWidth) : PIXELS_PER_DAY[level];
  return clampPixelsPerDay(wanted, model, laneWidth);
}

/** The nearest magnification that is neither finer than days nor coarser than the whole license or a decade. */
export function clampPixelsPerDay(
  pixelsPerDay: number,
  model: TimelineModel,
  laneWidth: number,
): number {
  const { start, end } = canvasExtent(model);
  const finest = Math.min(PIXELS_PER_DAY.day, WIDEST_CANVAS / (end - start));
  const coarsest = Math.min(PIXELS_PER_DAY.decade, fitPixelsPerDay(model, laneWidth));
  return Math.min(finest, Math.max(coarsest, pixelsPerDay));
}

/** The level whose magnification is closest in proportion, among those the toolbar offers. */
export function nearestLevel(pixelsPerDay: number): Exclude<(typeof ZOOM_LEVELS)[number], 'fit'> {
  const distance = (level: Exclude<ZoomLevel, 'fit'>) =>
    Math.abs(Math.log(pixelsPerDay / PIXELS_PER_DAY[level]));
  return (['month', 'quarter', 'year', 'decade'] as const).reduce((best, level) =>
    distance(level) < distance(best) ? level : best,
  );
}

/** The nearest scroll position the canvas has. */
export function clampScroll(scale: Scale, laneWidth: number, scrollLeft: number): number {
  return Math.min(Math.max(0, scale.width - laneWidth), Math.max(0, scrollLeft));
}

/** Magnifies to `pixelsPerDay` so that the day `pointer` pixels from the lane's left edge stays there, as far as the canvas reaches. */
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

/** The scroll position that puts a day at a fraction of the lane's width: 1/3 leaves two thirds for what comes. */
export function scrollToDay(
  scale: Scale,
  laneWidth: number,
  day: number,
  fraction: number,
): number {
  return clampScroll(scale, laneWidth, positionOf(scale, day) - laneWidth * fraction);
}

/** How much of a span is in view, in pixels. */
export function visibleWidth(scale: Scale, view: TimelineView, { start, end }: DaySpan): number {
  const left = Math.max(view.scrollLeft, positionOf(scale, start));
  const right = Math.min(
    view.scrollLeft + view.width,
    end === null ? scale.width : positionOf(scale, end),
  );
  return Math.max(0, right - left);
}

/**
 * The scroll position at which a span is in view, with `room` pixels beside it: unchanged when it is already, or when it
 * fills half the view and is longer than that.
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

/** The view at a magnification with the license in its middle. */
function centeredView(model: TimelineModel, pixelsPerDay: number, width: number): TimelineView {
  const { start, end } = fitExtent(model);
  const scale = scaleOf(model, pixelsPerDay, width);
  return { pixelsPerDay, scrollLeft: scrollToDay(scale, width, (start + end) / 2, 0.5), width };
}

/** The view of the whole license. */
export function fitView(model: TimelineModel, laneWidth: number): TimelineView {
  return centeredView(model, pixelsPerDayOf('fit', model, laneWidth), laneWidth);
}

/**
 * What a license's timeline opens with: quarters, with the whole license in view if it is short, else with today at a
 * third of the lane; the whole license at any zoom when today is far from it, or when it has so few offers over so long a
 * time that quarters would show little.
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

/** How much closer one turn of the wheel magnifies; a pinch on a trackpad comes as many small turns. */
export function wheelFactor(deltaY: number): number {
  return Math.exp(-Math.max(-30, Math.min(30, deltaY)) / 100);
}
