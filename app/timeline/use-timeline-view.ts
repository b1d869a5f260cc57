'use client';

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { DaySpan, TimelineModel } from './model';
import {
  clampPixelsPerDay,
  fitView,
  initialView,
  nearestLevel,
  pixelsPerDayOf,
  scaleOf,
  scrollToDay,
  scrollToSpan,
  wheelFactor,
  zoomAt,
  type TimelineView,
  type ZoomLevel,
} from './geometry/scale';

/** Assumed by the server until the browser measures the lane: 1080 pixels minus the gutter. */
const ASSUMED_LANE_WIDTH = 944;
/** The timeline renders again each time the scroll position enters another step of this many pixels. */
const SCROLL_STEP = 192;
/** Space beside a span that is scrolled into view, in pixels. */
const REVEAL_ROOM = 96;

interface ViewState {
  readonly isFit: boolean;
  readonly view: TimelineView;
  readonly isMeasured: boolean;
  /** Whether the lane is scrolling, so that `view` is only accurate to the scroll step. */
  readonly isMoving: boolean;
  /** Counts the moves made by the program, not by the user's scrolling. */
  readonly moves: number;
}

/** The view of a timeline and the functions that move it. */
export interface TimelineViewControl {
  /** Accurate to the scroll step; an assumption of the server until `isMeasured`. */
  readonly view: TimelineView;
  readonly level: ZoomLevel;
  readonly isMeasured: boolean;
  readonly isMoving: boolean;
  readonly onScroll: () => void;
  readonly onScrollEnd: () => void;
  /** The current view, accurate to the pixel. For event handlers. */
  readonly exactView: () => TimelineView;
  readonly zoomToLevel: (level: ZoomLevel) => TimelineView;
  /** Zooms around the middle of the lane. */
  readonly zoomBy: (factor: number) => TimelineView;
  /** Zooms so that a span fills 80% of the lane. */
  readonly zoomToSpan: (span: DaySpan) => TimelineView;
  readonly showDay: (day: number) => TimelineView;
  /** Scrolls as little as needed to show the span. */
  readonly reveal: (span: DaySpan) => void;
}

function firstState(model: TimelineModel): ViewState {
  const { level, view } = initialView(model, ASSUMED_LANE_WIDTH);
  return { isFit: level === 'fit', view, isMeasured: false, isMoving: false, moves: 0 };
}

/** State after a resize: `fit` is kept; otherwise the day at a third of the lane keeps its position. */
function resized(state: ViewState, model: TimelineModel, width: number): ViewState {
  const moves = state.moves + 1;
  if (!state.isMeasured) {
    const { level, view } = initialView(model, width);
    return { isFit: level === 'fit', view, isMeasured: true, isMoving: false, moves };
  }
  if (state.isFit) return { ...state, view: fitView(model, width), moves };
  const { pixelsPerDay, scrollLeft, width: before } = state.view;
  const drift =
    scaleOf(model, pixelsPerDay, width).offset - scaleOf(model, pixelsPerDay, before).offset;
  const kept = { pixelsPerDay, scrollLeft: scrollLeft + drift + (before - width) / 3, width };
  return { ...state, view: zoomAt(model, kept, pixelsPerDay, 0), moves };
}

/** Manages the view of a timeline, synchronized with the scroll position and width of `scroller` and Ctrl + wheel. */
export function useTimelineView(
  model: TimelineModel,
  scroller: RefObject<HTMLDivElement | null>,
): TimelineViewControl {
  const [state, setState] = useState(() => firstState(model));
  const exact = useRef(state);
  const view = state.isFit
    ? { ...state.view, pixelsPerDay: pixelsPerDayOf('fit', model, state.view.width) }
    : state.view;

  const apply = (change: (before: ViewState) => ViewState): TimelineView => {
    exact.current = change(exact.current);
    setState(exact.current);
    return exact.current.view;
  };
  const move = (isFit: boolean, to: (from: TimelineView) => TimelineView): TimelineView =>
    apply((before) => ({
      ...before,
      isFit,
      isMoving: false,
      view: to(
        before.isFit
          ? { ...before.view, pixelsPerDay: pixelsPerDayOf('fit', model, before.view.width) }
          : before.view,
      ),
      moves: before.moves + 1,
    }));

  const magnify = (factor: number, pointer: number | null) =>
    move(false, (from) =>
      zoomAt(model, from, from.pixelsPerDay * factor, pointer ?? from.width / 2),
    );

  useLayoutEffect(() => {
    const { current } = scroller;
    if (!state.isMeasured) return;
    current?.scrollTo({ left: exact.current.view.scrollLeft, behavior: 'instant' });
  }, [scroller, state.moves, state.isMeasured]);

  const latest = useRef({ model, apply, magnify });
  useEffect(() => {
    latest.current = { model, apply, magnify };
  });

  useEffect(() => {
    const { current } = scroller;
    if (current === null) return;
    const observer = new ResizeObserver(() => {
      const { model: now, apply: set } = latest.current;
      const width = current.clientWidth;
      if (width === 0 || (width === exact.current.view.width && exact.current.isMeasured)) return;
      flushSync(() => set((before) => resized(before, now, width)));
    });
    observer.observe(current);
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const pointer = event.clientX - current.getBoundingClientRect().left;
      flushSync(() => latest.current.magnify(wheelFactor(event.deltaY), pointer));
    };
    current.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      observer.disconnect();
      current.removeEventListener('wheel', onWheel);
    };
  }, [scroller]);

  return {
    view,
    level: state.isFit ? 'fit' : nearestLevel(view.pixelsPerDay),
    isMeasured: state.isMeasured,
    isMoving: state.isMoving,
    exactView: () => exact.current.view,
    onScroll: () => {
      const { current } = scroller;
      if (current === null || !exact.current.isMeasured) return;
      const { scrollLeft } = current;
      const before = exact.current;
      exact.current = { ...before, view: { ...before.view, scrollLeft } };
      const isSameStep =
        Math.round(scrollLeft / SCROLL_STEP) === Math.round(state.view.scrollLeft / SCROLL_STEP);
      if (!isSameStep) setState({ ...exact.current, isMoving: true });
    },
    onScrollEnd: () => {
      // The browser rounds scroll positions.
      const isThere = Math.abs(exact.current.view.scrollLeft - state.view.scrollLeft) < 1;
      if (state.isMoving || !isThere) setState({ ...exact.current, isMoving: false });
    },
    zoomToLevel: (level) =>
      level === 'fit'
        ? move(true, ({ width }) => fitView(model, width))
        : move(false, (from) =>
            zoomAt(model, from, pixelsPerDayOf(level, model, from.width), from.width / 2),
          ),
    zoomBy: (factor) => magnify(factor, null),
    zoomToSpan: ({ start, end }) =>
      move(false, (from) => {
        const days = Math.max(1, (end ?? start + 1) - start);
        const pixelsPerDay = clampPixelsPerDay((from.width * 0.8) / days, model, from.width);
        const scale = scaleOf(model, pixelsPerDay, from.width);
        const scrollLeft = scrollToDay(scale, from.width, start + days / 2, 0.5);
        return { pixelsPerDay, scrollLeft, width: from.width };
      }),
    showDay: (day) =>
      move(exact.current.isFit, (from) => ({
        ...from,
        scrollLeft: scrollToDay(
          scaleOf(model, from.pixelsPerDay, from.width),
          from.width,
          day,
          1 / 3,
        ),
      })),
    reveal: (span) =>
      void move(exact.current.isFit, (from) => ({
        ...from,
        scrollLeft: scrollToSpan(
          scaleOf(model, from.pixelsPerDay, from.width),
          from,
          span,
          Math.min(REVEAL_ROOM, from.width / 4),
        ),
      })),
  };
}
