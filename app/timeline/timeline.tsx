// A little over 300 lines on purpose: one component holds the focus, the view and the selection that all lanes share.

'use client';

import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { afterClick } from '@/forms/after-click';
import { TimelineAxis } from './lanes/axis';
import { Backdrop } from './lanes/backdrop';
import { BarCard } from './lanes/bar-card';
import { dayText } from './geometry/calendar';
import { Gutter } from './lanes/gutter';
import { activation, isOfMoving, keyIntent, TIMELINE_KEYS, type KeyIntent } from './keyboard';
import { BAR_LABEL } from './geometry/label';
import { OfferLane, stopOfEvent, type LaneActions } from './lanes/lane';
import type { DaySpan, TimelineModel } from './model';
import { OffScreenPills } from './lanes/off-screen';
import { PriceLane } from './lanes/price-lane';
import {
  daysInView,
  nearestLevel,
  visibleWidth,
  type TimelineView,
  type ZoomLevel,
} from './geometry/scale';
import { stopOfCell } from './geometry/stops';
import { arrange, cellOfDay, contentOf, layoutOf, placeStop } from './geometry/timeline-layout';
import { TimelineToolbar, type ToolbarActions } from './toolbar';
import { BesideLanes } from './beside/beside-lanes';
import type { Beside } from './beside/use-beside';
import { FitsHere } from './moving/ghost';
import { MovingLayer } from './moving/moving-layer';
import { useTimelineMoving, type TimelineEditing } from './moving/use-timeline-moving';
import { ResultLane } from './lanes/result-lane';
import { useTimelineView } from './use-timeline-view';
import { useKeyGroup } from '@/keys/use-page-key';
import { useMayActAs } from '@/ui/role';
import { withStyle } from '@/ui/with-style';

/** Rendered on each side of the view ahead of scrolling, in pixels. */
const OVERSCAN = 480;
const ZOOM_STEP = 2;
/** The view moves to a newly selected offer if fewer pixels of it are visible. */
const MIN_VISIBLE_WIDTH = 24;

export interface TimelineProps {
  readonly model: TimelineModel;
  /** First day of the offer that is open beside the timeline. */
  readonly selected: number | null;
  /** Receives the offer's position in the model. */
  readonly onOpenOffer: (index: number) => void;
  readonly onCreateInSlot: (slot: DaySpan) => void;
  /** First days of the offers that another user has just changed. */
  readonly changedStarts?: ReadonlySet<number> | undefined;
  /** Names the grid: "Offers of US · TVOD · 2026 slate". */
  readonly label: string;
  /** Stands in place of the legend: that what is shown is not what is. */
  readonly note?: ReactNode;
  /** Other licenses that stand under it. */
  readonly beside?: Beside | undefined;
  /** What saves a picture of it. */
  readonly picture?: ReactNode;
  /** Lets offers be moved; left out where they cannot be. */
  readonly editing?: TimelineEditing | undefined;
}

/** A license's offers and free slots on one scale of days, with zoom, keyboard navigation, opening and creating offers. */
export function Timeline({
  model,
  selected,
  onOpenOffer,
  onCreateInSlot,
  changedStarts,
  label,
  note,
  picture,
  beside,
  editing,
}: TimelineProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const control = useTimelineView(model, scroller);
  const { view, isMeasured, isMoving } = control;
  const mayFill = useMayActAs('editor');
  useKeyGroup(TIMELINE_KEYS);

  const content = useMemo(() => contentOf(model), [model]);
  const arrangement = useMemo(
    () => arrange(content, view.pixelsPerDay, view.width),
    [content, view.pixelsPerDay, view.width],
  );
  const { cells, stops, scale } = arrangement;

  const [activeDay, setActiveDay] = useState(selected ?? model.today);
  const [focusMoves, setFocusMoves] = useState(0);
  const [hovered, setHovered] = useState<number | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const [selectedBefore, setSelectedBefore] = useState<number | null>(null);
  const active = cellOfDay(cells, activeDay);
  const tabStop = stopOfCell(stops, active);

  if (isMeasured && selected !== selectedBefore) {
    setSelectedBefore(selected);
    if (selected !== null) setActiveDay(selected);
  }
  const revealOffer = (start: number | null) => {
    const offer = model.offers.find((one) => one.start === start);
    if (offer === undefined) return;
    if (visibleWidth(scale, control.exactView(), offer) < MIN_VISIBLE_WIDTH) control.reveal(offer);
  };

  const isMovable = mayFill && editing !== undefined && model.closing === undefined;
  const moves = useTimelineMoving({
    ...{ editing, isOn: isMovable, model, scale, view, scroller, announce: setAnnouncement },
    onBack: () => setFocusMoves((count) => count + 1),
    onPlaced: ({ start }) => setActiveDay(start),
    onShow: control.reveal,
  });

  useLayoutEffect(() => {
    if (focusMoves === 0) return;
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [focusMoves]);

  const layout = useMemo(
    () => layoutOf(arrangement, view, { overscan: OVERSCAN, kept: tabStop, isMoving }),
    [arrangement, view, tabStop, isMoving],
  );
  const fit = moves.control.moving?.judgment?.instead ?? null;
  const card = hovered === null ? null : placeStop(arrangement, hovered, view.scrollLeft);

  const keepFocus = () => {
    if (grid.current?.contains(document.activeElement)) setFocusMoves((moves) => moves + 1);
  };
  const announceView = (now: TimelineView, what: string) => {
    setAnnouncement(`${what}: ${daysInView(model, now)} in view`);
    setHovered(null);
  };
  const zoomed = (now: TimelineView, level: ZoomLevel = nearestLevel(now.pixelsPerDay)) => {
    keepFocus();
    announceView(now, `Zoom ${level}`);
  };
  const zoomTo = (level: ZoomLevel) => zoomed(control.zoomToLevel(level), level);
  const zoom = (to: 'closer' | 'farther') =>
    zoomed(control.zoomBy(to === 'closer' ? ZOOM_STEP : 1 / ZOOM_STEP));
  const showToday = () => {
    setActiveDay(model.today);
    announceView(control.showDay(model.today), `Today, ${dayText(model.today)}`);
  };
  const walkTo = (span: DaySpan) => {
    setActiveDay(span.start);
    control.reveal(span);
  };

  const perform = (intent: KeyIntent) => {
    if (isOfMoving(intent)) return moves.perform(intent);
    switch (intent.do) {
      case 'focus': {
        const stop = stops[stopOfCell(stops, intent.cell)];
        if (stop !== undefined) walkTo(stop);
        setFocusMoves((moves) => moves + 1);
        return;
      }
      case 'open':
        return onOpenOffer(intent.offer);
      case 'create':
        return mayFill ? onCreateInSlot(intent.slot) : undefined;
      case 'explain-past':
        return setAnnouncement(
          `These free days have passed.${mayFill ? ' Use New offer to fill them.' : ''}`,
        );
      case 'enlarge':
        return zoomed(control.zoomToSpan(intent.stop));
      case 'zoom':
        return intent.to === 'fit' ? zoomTo('fit') : zoom(intent.to);
      case 'today':
        showToday();
        setFocusMoves((moves) => moves + 1);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (moves.onKeyDown(event)) return;
    if (event.key === 'Escape') setHovered(null);
    const gridState = { cells, stops, scale, laneWidth: view.width, today: model.today, active };
    const intent = keyIntent(event, gridState);
    if (intent === null) return;
    event.preventDefault();
    perform(intent);
  };
  const onClick = (event: MouseEvent) => {
    if (moves.control.wasDragged()) return;
    const position = stopOfEvent(event.target);
    if (position === null) return;
    const stop = stops[position];
    if (stop !== undefined) setActiveDay(stop.start);
    const intent = activation(cells, stop);
    if (intent !== null) afterClick(event, () => perform(intent));
  };
  const onFocus = ({ target }: FocusEvent) => {
    const position = stopOfEvent(target);
    const stop = position === null ? undefined : stops[position];
    if (stop !== undefined) setActiveDay(stop.start);
    setHovered(target.matches(':focus-visible') ? position : null);
  };
  const onJump = (index: number) => {
    const offer = model.offers[index];
    if (offer !== undefined) walkTo(offer);
  };
  const now = { zoomTo, zoom, showToday, revealOffer, onClick, onKeyDown, onFocus, onJump };
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });
  // Only another selection moves the view, not another version of the license.
  useLayoutEffect(() => latest.current.revealOffer(selectedBefore), [selectedBefore]);
  // Stable, so that what is memoized is drawn anew when it changes, not on each move of the view or of an offer.
  const [toolbarActions] = useState<ToolbarActions>(() => ({
    onLevel: (level) => latest.current.zoomTo(level),
    onZoom: (to) => latest.current.zoom(to),
    onToday: () => latest.current.showToday(),
  }));
  const [laneActions] = useState<LaneActions>(() => ({
    onClick: (event) => latest.current.onClick(event),
    onKeyDown: (event) => latest.current.onKeyDown(event),
    onFocus: (event) => latest.current.onFocus(event),
    onBlur: () => setHovered(null),
  }));
  const [jump] = useState(() => (index: number) => latest.current.onJump(index));
  const onPointerOver = ({ target, pointerType }: PointerEvent) => {
    if (pointerType !== 'mouse' || moves.control.moving !== null) return;
    if (target instanceof Element && target.closest('[data-card]') !== null) return;
    setHovered(stopOfEvent(target));
  };
  return (
    <section aria-label="Timeline" className="relative border-b border-line">
      <TimelineToolbar
        level={control.level}
        note={note}
        picture={picture}
        actions={toolbarActions}
      />
      <div className="grid grid-cols-[136px_minmax(0,1fr)] max-sm:grid-cols-[minmax(0,1fr)]">
        <Gutter model={model} hasResult={moves.result !== null} beside={beside} />
        <div className="relative min-w-0">
          <div
            ref={scroller}
            onScroll={control.onScroll}
            onScrollEnd={control.onScrollEnd}
            onPointerOver={onPointerOver}
            onPointerLeave={() => setHovered(null)}
            className="overflow-x-scroll overflow-y-hidden [scrollbar-color:var(--line-strong)_transparent] [scrollbar-width:thin]"
          >
            <div
              className="relative overflow-x-clip"
              {...withStyle({
                width: layout.canvasWidth,
                transform: isMeasured ? undefined : `translateX(${-view.scrollLeft}px)`,
              })}
            >
              <TimelineAxis axis={layout.axis} today={layout.today} />
              <div className="relative">
                <Backdrop layout={layout} />
                <MovingLayer
                  control={moves.control}
                  planned={moves.planned}
                  hasResult={moves.result !== null}
                  model={model}
                  scale={scale}
                  onKeyDown={moves.onKeyDown}
                >
                  <OfferLane
                    ref={grid}
                    arrangement={arrangement}
                    layout={layout}
                    label={label}
                    tabStop={tabStop}
                    selected={selected}
                    changedStarts={changedStarts}
                    isMovable={isMovable}
                    isStill={!isMeasured}
                    actions={laneActions}
                  />
                </MovingLayer>
                {moves.result !== null && (
                  <ResultLane
                    model={moves.result.model}
                    changedStarts={moves.result.starts}
                    arrangement={arrangement}
                    view={view}
                    overscan={OVERSCAN}
                  />
                )}
                {model.closing?.kind !== 'void' && (
                  <PriceLane
                    price={layout.price}
                    from={Math.max(0, view.scrollLeft - OVERSCAN)}
                    to={Math.min(layout.canvasWidth, view.scrollLeft + view.width + OVERSCAN)}
                  />
                )}
                {beside !== undefined && (
                  <BesideLanes
                    groups={beside.groups}
                    scale={scale}
                    from={view.scrollLeft - OVERSCAN}
                    to={view.scrollLeft + view.width + OVERSCAN}
                  />
                )}
                {fit !== null && moves.result === null && <FitsHere span={fit} scale={scale} />}
                {card !== null && moves.control.moving === null && card.width < BAR_LABEL.full && (
                  <BarCard
                    placed={card}
                    cells={cells}
                    viewLeft={view.scrollLeft}
                    viewWidth={view.width}
                  />
                )}
              </div>
            </div>
          </div>
          <OffScreenPills arrangement={arrangement} view={view} scroller={scroller} onJump={jump} />
        </div>
      </div>
      {moves.dropped}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </section>
  );
}
