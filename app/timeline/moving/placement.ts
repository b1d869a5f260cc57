import { civilDay, monthStart } from '../../../src/domain/values/civil-day';
import type { DaySpan, TimelineModel } from '../model';

/** What a person holds: a whole offer, one of its edges, or the free end of an offer that is being drawn. */
export type Grip = 'move' | 'start' | 'end' | 'create';

/** An offer on its way to other days. Nothing is changed until it is let go on days that are free. */
export interface Draft {
  readonly grip: Grip;
  /** Position of the offer in the model; `null` while a new one is drawn. */
  readonly index: number | null;
  /** The days it had, or for a new one the day on which it was begun. */
  readonly from: DaySpan;
  /** The days it would have. */
  readonly to: DaySpan;
}

/** An offer in the way, and on how many days. */
export interface Hit {
  readonly index: number;
  readonly days: DaySpan;
}

/** What stands against a place, and the nearest one that is free. */
export interface Judgment {
  readonly hits: readonly Hit[];
  /** The days outside the license. */
  readonly outside: readonly DaySpan[];
  /** For an edge the day to which it can go, for a whole offer the nearest free days of its length; `null` for none. */
  readonly instead: DaySpan | null;
}

/** Positions within so many pixels of a place that counts are taken to be it. */
const SNAP_PIXELS = 8;

/** The draft after its grip was moved by whole days from where it began. Offers keep at least one day. */
export function movedBy({ grip, index, from }: Draft, days: number): Draft {
  const { start, end } = from;
  switch (grip) {
    case 'move':
      return { grip, index, from, to: shifted(from, days) };
    case 'start':
      return {
        ...{ grip, index, from },
        to: { start: end === null ? start + days : Math.min(start + days, end - 1), end },
      };
    case 'end':
      return {
        ...{ grip, index, from },
        to: { start, end: end === null ? null : Math.max(end + days, start + 1) },
      };
    case 'create': {
      const other = start + days;
      return {
        ...{ grip, index, from },
        to: { start: Math.min(start, other), end: Math.max(start, other) + 1 },
      };
    }
  }
}

/** The same length, some days later. */
export function shifted({ start, end }: DaySpan, days: number): DaySpan {
  return { start: start + days, end: end === null ? null : end + days };
}

/** The draft after one step of calendar months: its moving edge keeps its day of the month where that month has it. */
export function movedByMonths(draft: Draft, months: number): Draft {
  const { grip, from, to } = draft;
  const isEnd = grip === 'end' && to.end !== null;
  const edge = isEnd ? to.end - 1 : to.start;
  const { year, month, day } = civilDay(edge);
  const first = monthStart(year, month + months);
  const length = monthStart(year, month + months + 1) - first;
  const target = first + Math.min(day, length) - 1;
  const origin = isEnd ? (from.end ?? from.start) - 1 : from.start;
  return movedBy(draft, target - origin);
}

/**
 * By how many days a draft moves when its grip was moved by some pixels: to the nearest neighbor, bound of the license, today
 * or start of a month within 8 pixels, and else to the nearest day.
 *
 * @param pixels from where the grip began, to the right
 * @param isFree whether it is to snap to nothing but days
 */
export function daysMoved(
  draft: Draft,
  pixels: number,
  pixelsPerDay: number,
  model: TimelineModel,
  isFree: boolean,
): number {
  const exact = pixels / pixelsPerDay;
  const nearest = Math.round(exact);
  if (isFree) return nearest;
  const edges = movingEdges(draft);
  let best = nearest;
  let distance = SNAP_PIXELS;
  for (const edge of edges)
    for (const place of placesNear(edge + exact, model, draft.index, pixelsPerDay)) {
      const days = place - edge;
      const away = Math.abs(days - exact) * pixelsPerDay;
      if (away < distance) {
        best = days;
        distance = away;
      }
    }
  return best;
}

/** The edges that follow a grip, as first days of what they part. */
function movingEdges({ grip, from: { start, end } }: Draft): readonly number[] {
  if (grip === 'start') return [start];
  if (grip === 'end') return end === null ? [] : [end];
  if (grip === 'create') return [start, start + 1];
  return end === null ? [start] : [start, end];
}

/** Days on which something begins or ends, near a day. */
function placesNear(
  day: number,
  { window, offers, today }: TimelineModel,
  index: number | null,
  pixelsPerDay: number,
): readonly number[] {
  const reach = SNAP_PIXELS / pixelsPerDay;
  const found = [window.start, ...(window.end === null ? [] : [window.end]), today];
  offers.forEach(({ start, end }, position) => {
    if (position === index) return;
    found.push(start);
    if (end !== null) found.push(end);
  });
  const { year, month } = civilDay(Math.round(day));
  found.push(monthStart(year, month), monthStart(year, month + 1));
  return found.filter((place) => Math.abs(place - day) <= reach);
}

/** What stands against the place of a draft; nothing where it is legal. */
export function judged({ grip, index, from, to }: Draft, model: TimelineModel): Judgment | null {
  const others = model.offers
    .map((offer, position) => ({ start: offer.start, end: offer.end, index: position }))
    .filter((other) => other.index !== index);
  const hits = others.flatMap((other) => {
    const days = shared(other, to);
    return days === null ? [] : [{ index: other.index, days }];
  });
  const outside = beyond(to, model.window);
  if (hits.length + outside.length === 0) return null;
  return {
    hits,
    outside,
    instead:
      grip === 'move'
        ? nearestFree(to, others, model.window)
        : clamped(grip, from, to, others, model.window),
  };
}

/** The days that an offer could have when only one edge moves, between its neighbors and the license's bounds. */
export function reachOf(
  index: number,
  { window, offers }: TimelineModel,
): DaySpan & { readonly start: number } {
  const before = offers[index - 1]?.end ?? window.start;
  const after = offers[index + 1]?.start ?? window.end;
  return { start: Math.max(window.start, before), end: after };
}

function clamped(
  grip: Grip,
  from: DaySpan,
  to: DaySpan,
  others: readonly DaySpan[],
  window: DaySpan,
): DaySpan | null {
  const anchor = grip === 'end' || grip === 'create' ? from.start : (from.end ?? Infinity) - 1;
  let { start } = to;
  let end = to.end ?? Infinity;
  for (const other of [...others, ...outsideOf(window)]) {
    const otherEnd = other.end ?? Infinity;
    if (otherEnd <= anchor) start = Math.max(start, otherEnd);
    else if (other.start > anchor) end = Math.min(end, other.start);
    else return null;
  }
  return start < end ? { start, end: end === Infinity ? null : end } : null;
}

function nearestFree(
  { start, end }: DaySpan,
  others: readonly DaySpan[],
  window: DaySpan,
): DaySpan | null {
  const length = end === null ? Infinity : end - start;
  let best: DaySpan | null = null;
  let from = window.start;
  const taken = [...others].sort((a, b) => a.start - b.start);
  const consider = (free: number, until: number) => {
    if (until - free < length) return;
    const at = Math.min(Math.max(start, free), until === Infinity ? start : until - length);
    const place = Math.max(at, free);
    if (best === null || Math.abs(place - start) < Math.abs(best.start - start))
      best = { start: place, end: length === Infinity ? null : place + length };
  };
  for (const other of taken) {
    consider(from, other.start);
    from = Math.max(from, other.end ?? Infinity);
  }
  consider(from, window.end ?? Infinity);
  return best;
}

function shared(a: DaySpan, b: DaySpan): DaySpan | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end ?? Infinity, b.end ?? Infinity);
  return start < end ? { start, end: end === Infinity ? null : end } : null;
}

function beyond(span: DaySpan, window: DaySpan): readonly DaySpan[] {
  return outsideOf(window).flatMap((part) => shared(span, part) ?? []);
}

/** All days that are not in a license's window. */
function outsideOf({ start, end }: DaySpan): readonly DaySpan[] {
  return [{ start: -Infinity, end: start }, ...(end === null ? [] : [{ start: end, end: null }])];
}
