'use client';

import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type PointerEvent,
  type RefObject,
} from 'react';
import type { DaySpan, TimelineModel } from '../model';
import type { Scale } from '../geometry/scale';
import type { Draft, Grip, Judgment } from './placement';
import { dayAt } from '../geometry/scale';
import { MIN_WIDTH_FOR_HANDLES } from './cell-mark';
import { daysMoved, judged, movedBy, movedByMonths } from './placement';

/** An offer that somebody holds, or has let go on days that are not free, or that is being saved. */
export interface Moving {
  readonly phase: 'held' | 'dropped' | 'saving';
  readonly by: 'pointer' | 'keyboard';
  readonly draft: Draft;
  /** `null` where the place is legal. */
  readonly judgment: Judgment | null;
}

/** The functions of a timeline on which offers are moved. */
export interface MovingControl {
  readonly moving: Moving | null;
  /** Takes hold by keyboard. */
  readonly take: (grip: Grip, index: number) => void;
  /** Moves what is held by keyboard. */
  readonly step: (by: { readonly days: number } | { readonly months: number }) => void;
  /** Lets go: a legal place is taken, for another the ways out are offered. */
  readonly letGo: () => void;
  /** Takes a place for what is held or was dropped. */
  readonly settle: (to: DaySpan) => void;
  readonly cancel: () => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  /** Whether the click that follows belongs to a drag that has just ended. Asking forgets it. */
  readonly wasDragged: () => boolean;
}

/** What a pointer has pressed, before it is clear that it drags. */
interface Press {
  readonly draft: Draft;
  readonly pointerId: number;
  readonly clientX: number;
  readonly canvasX: number;
  isHeld: boolean;
}

/** A pointer that moves less than this only presses, in pixels. */
const THRESHOLD = 4;
/** A finger that moves less than this within `LONG_PRESS` takes hold; one that moves more scrolls. */
const FINGER_THRESHOLD = 8;
const LONG_PRESS = 350;
/** The lane scrolls by itself while a pointer is this near to its edge, in pixels. */
const EDGE = 36;
const EDGE_SPEED = 12;

/**
 * Lets offers be moved, resized and drawn, by pointer and by keyboard.
 *
 * @param isSaving until what was saved has arrived on the page
 * @param onPlace takes the new days of an offer, or of a new one (`null`)
 */
export function useMoving({
  model,
  scale,
  scroller,
  isOn,
  isSaving,
  onPlace,
}: {
  model: TimelineModel;
  scale: Scale;
  scroller: RefObject<HTMLDivElement | null>;
  isOn: boolean;
  isSaving: boolean;
  onPlace: (index: number | null, to: DaySpan) => void;
}): MovingControl {
  const [moving, setMoving] = useState<Moving | null>(null);
  const press = useRef<Press | null>(null);
  const longPress = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pointer = useRef({ clientX: 0, isFree: false });
  const hasDragged = useRef(false);
  const [seen, setSeen] = useState({ model, isSaving });
  if (seen.model !== model || seen.isSaving !== isSaving) {
    setSeen({ model, isSaving });
    const hasArrived = seen.isSaving && !isSaving && moving?.phase === 'saving';
    if (moving !== null && (hasArrived || !isThere(moving.draft, model))) setMoving(null);
  }

  const hold = (by: Moving['by'], draft: Draft) => {
    setMoving({ phase: 'held', by, draft, judgment: judged(draft, model) });
  };
  const canvasX = (clientX: number) => {
    const { current } = scroller;
    if (current === null) return 0;
    return clientX - current.getBoundingClientRect().left + current.scrollLeft;
  };
  const follow = () => {
    const { current } = press;
    if (current?.isHeld !== true) return;
    const { clientX, isFree } = pointer.current;
    const pixels = canvasX(clientX) - current.canvasX;
    const days = daysMoved(current.draft, pixels, scale.pixelsPerDay, model, isFree);
    hold('pointer', movedBy(current.draft, days));
  };
  const onFollow = useEffectEvent(follow);
  const isDragging = moving?.phase === 'held' && moving.by === 'pointer';
  useEffect(() => {
    if (!isDragging) return;
    const { current } = scroller;
    let frame = requestAnimationFrame(function scroll() {
      const box = current?.getBoundingClientRect();
      const { clientX } = pointer.current;
      if (current !== null && box !== undefined) {
        const by =
          clientX < box.left + EDGE ? -EDGE_SPEED : clientX > box.right - EDGE ? EDGE_SPEED : 0;
        const before = current.scrollLeft;
        if (by !== 0) current.scrollLeft += by;
        if (current.scrollLeft !== before) onFollow();
      }
      frame = requestAnimationFrame(scroll);
    });
    // A finger that holds an offer does not scroll the page.
    const keep = (event: TouchEvent) => {
      event.preventDefault();
    };
    document.addEventListener('touchmove', keep, { passive: false });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('touchmove', keep);
    };
  }, [isDragging, scroller]);

  const forget = () => {
    clearTimeout(longPress.current);
    press.current = null;
  };
  const letGo = () => {
    if (moving?.phase !== 'held') return;
    const { draft, judgment } = moving;
    if (isSame(draft)) setMoving(null);
    else if (judgment === null) settle(draft.to);
    else setMoving({ ...moving, phase: 'dropped' });
  };
  const settle = (to: DaySpan) => {
    if (moving === null) return;
    const draft = { ...moving.draft, to };
    setMoving(draft.index === null ? null : { ...moving, phase: 'saving', draft, judgment: null });
    onPlace(draft.index, to);
  };
  const cancel = () => {
    forget();
    if (moving?.phase !== 'saving') setMoving(null);
  };
  return {
    moving,
    take: (grip, index) => {
      const offer = model.offers[index];
      if (!isOn || offer === undefined || (grip === 'end' && offer.end === null)) return;
      const from = { start: offer.start, end: offer.end };
      hold('keyboard', { grip, index, from, to: from });
    },
    step: (by) => {
      if (moving?.phase !== 'held') return;
      const { draft } = moving;
      hold('keyboard', 'months' in by ? movedByMonths(draft, by.months) : stepped(draft, by.days));
    },
    letGo,
    settle,
    cancel,
    onPointerDown: (event) => {
      hasDragged.current = false;
      if (!isOn || event.button !== 0 || moving !== null) return;
      const at = canvasX(event.clientX);
      const draft = pressedAt(event, model, scale, at);
      if (draft === null) return;
      const { pointerId, clientX } = event;
      const pressed: Press = { draft, pointerId, clientX, canvasX: at, isHeld: false };
      press.current = pressed;
      pointer.current = { clientX, isFree: event.altKey };
      if (event.pointerType !== 'touch') return;
      const lane = event.currentTarget;
      longPress.current = setTimeout(() => {
        if (press.current !== pressed) return;
        pressed.isHeld = true;
        hasDragged.current = true;
        lane.setPointerCapture(pointerId);
        follow();
      }, LONG_PRESS);
    },
    onPointerMove: (event) => {
      const { current } = press;
      if (current?.pointerId !== event.pointerId) return;
      pointer.current = { clientX: event.clientX, isFree: event.altKey };
      const away = Math.abs(event.clientX - current.clientX);
      if (!current.isHeld) {
        if (event.pointerType === 'touch') {
          if (away > FINGER_THRESHOLD) forget();
          return;
        }
        if (away < THRESHOLD) return;
        current.isHeld = true;
        hasDragged.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      follow();
    },
    onPointerUp: () => {
      const isHeld = press.current?.isHeld === true;
      forget();
      if (isHeld) letGo();
    },
    onPointerCancel: cancel,
    wasDragged: () => {
      const was = hasDragged.current;
      hasDragged.current = false;
      return was;
    },
  };
}

/** What a pointer takes hold of at a place of the lane; `null` for what nobody can move. */
function pressedAt(
  { target, clientX, pointerType }: PointerEvent<HTMLElement>,
  model: TimelineModel,
  scale: Scale,
  canvasX: number,
): Draft | null {
  const box = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  if (box === null) return null;
  const day = Math.floor(dayAt(scale, canvasX));
  if (box.dataset.cell === 'slot') {
    if (day < model.window.start) return null;
    const from = { start: day, end: day + 1 };
    return { grip: 'create', index: null, from, to: from };
  }
  const index = Number(box.dataset.cell);
  const offer = model.offers[index];
  if (offer === undefined) return null;
  const from = { start: offer.start, end: offer.end };
  return {
    grip: gripAt(box, clientX, { isOpen: offer.end === null, pointerType }),
    index,
    from,
    to: from,
  };
}

/** The parts of a bar at which its edges are held, in pixels. */
const HANDLE = 7;

/** The same under a finger, where a third of the bar at least is left to move it by. */
const FINGER_HANDLE = 24;

function gripAt(
  box: HTMLElement,
  clientX: number,
  { isOpen, pointerType }: { readonly isOpen: boolean; readonly pointerType: string },
): Grip {
  const { left, right, width } = box.getBoundingClientRect();
  if (width < MIN_WIDTH_FOR_HANDLES) return 'move';
  const handle = pointerType === 'touch' ? Math.min(FINGER_HANDLE, width / 3) : HANDLE;
  if (clientX < left + handle) return 'start';
  return clientX > right - handle && !isOpen ? 'end' : 'move';
}

/** A draft some days further than it is. */
function stepped(draft: Draft, days: number): Draft {
  const { grip, from, to } = draft;
  const moved = grip === 'end' ? (to.end ?? 0) - (from.end ?? 0) : to.start - from.start;
  return movedBy(draft, moved + days);
}

/** Whether the offer that is held is where it was taken from: somebody else may have changed it meanwhile. */
function isThere({ index, from }: Draft, { offers }: TimelineModel): boolean {
  if (index === null) return true;
  const offer = offers[index];
  return offer?.start === from.start && offer.end === from.end;
}

function isSame({ index, from, to }: Draft): boolean {
  return index !== null && from.start === to.start && from.end === to.end;
}
