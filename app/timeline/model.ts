import type { DateRangeData } from '../../src/domain/values/date-range';
import {
  dayNumber,
  dayOfNumber,
  formatDay,
  formatDays,
  formatLength,
  isoDate,
} from '../../src/domain/values/date-range';
import { deviceName, DEVICES } from '../../src/domain/values/device';
import { formatMoney } from '../../src/domain/values/money';

/** One offer as the timeline draws it. Days are counted from 1970-01-01; `end` is the first day after, `null` is open. */
export interface TimelineOffer {
  readonly name: string;
  readonly price: { readonly minor: number; readonly currency: string };
  readonly start: number;
  readonly end: number | null;
  /** Device codes of the domain; none means all the license covers. */
  readonly devices: readonly string[];
}

/** The plain data of a license's timeline: what every strip, bar and list of offers is drawn from. */
export interface TimelineModel {
  readonly window: { readonly start: number; readonly end: number | null };
  /** In date order, never overlapping, inside the window. */
  readonly offers: readonly TimelineOffer[];
  readonly today: number;
  /** The license's own device codes, so that an offer for all of them can say so. */
  readonly devices?: readonly string[];
}

/** A span of days, half-open; `end: null` is open. */
export interface DaySpan {
  readonly start: number;
  readonly end: number | null;
}

export type OfferState = 'ended' | 'on-offer' | 'upcoming';

export interface OfferCell extends DaySpan {
  readonly kind: 'offer';
  /** Position in the model's offers. */
  readonly index: number;
  readonly offer: TimelineOffer;
  readonly state: OfferState;
}

export interface SlotCell extends DaySpan {
  readonly kind: 'slot';
  /** Whether its last day is over, which makes it no target for a new offer. */
  readonly past: boolean;
}

/** A box of the timeline. The cells of a model lie edge to edge and cover the license's window. */
export type TimelineCell = OfferCell | SlotCell;

/** The state of an offer as people call it. */
export const STATE_NAMES: Record<OfferState, string> = {
  ended: 'Ended',
  'on-offer': 'On offer',
  upcoming: 'Upcoming',
};

/** A window with its days as numbers. */
export function daySpan({ startsOn: start, endsOn: end }: DateRangeData): DaySpan {
  return { start: dayNumber(isoDate(start)), end: end === null ? null : dayNumber(isoDate(end)) };
}

/** Where a span of days stands against today. */
export function offerState({ start, end }: DaySpan, today: number): OfferState {
  if (end !== null && end <= today) return 'ended';
  return start <= today ? 'on-offer' : 'upcoming';
}

/** The offers and the free slots between them, in date order. */
export function cells({ window, offers, today }: TimelineModel): TimelineCell[] {
  const bars = offers.map((offer, index): TimelineCell => {
    const { start, end } = offer;
    return { kind: 'offer', index, offer, start, end, state: offerState(offer, today) };
  });
  const slots = freeSpans(window, offers).map(({ start, end }): TimelineCell => {
    return { kind: 'slot', start, end, past: end !== null && end <= today };
  });
  return [...bars, ...slots].sort((a, b) => a.start - b.start);
}

/** The days of a window that none of the spans covers; the spans may come in any order and overlap. */
export function freeSpans(window: DaySpan, spans: readonly DaySpan[]): DaySpan[] {
  const free: DaySpan[] = [];
  let from: number | null = window.start;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (from === null) break;
    if (start > from) free.push({ start: from, end: start });
    from = end === null ? null : Math.max(from, end);
  }
  if (from !== null && (window.end === null || from < window.end)) {
    free.push({ start: from, end: window.end });
  }
  return free;
}

/** Length in days; `null` when the end is open. */
export function lengthOf({ start, end }: DaySpan): number | null {
  return end === null ? null : end - start;
}

/** A span as people read it, both days inclusive: `12 Mar – 3 Apr 2027`. */
export function daysOf({ start, end }: DaySpan): string {
  return formatDays(dayOfNumber(start), end === null ? null : dayOfNumber(end - 1));
}

/** The state of an offer as a word in the middle of a sentence: `on offer`. */
export function stateWord(state: OfferState): string {
  return STATE_NAMES[state].toLowerCase();
}

/** The devices of an offer in words: `all devices`, `TV, mobile`. */
export function devicesOf(offer: TimelineOffer, licensed: readonly string[] = DEVICES): string {
  const all = licensed.every((device) => offer.devices.includes(device));
  if (offer.devices.length === 0 || all) return 'all devices';
  return offer.devices.map(deviceName).join(', ');
}

/** Everything a cell says, complete at any width: `Holiday price, $3.99, 30 Nov 2026 – 4 Jan 2027, 36 days, upcoming, all devices`. */
export function cellName(cell: TimelineCell, model: TimelineModel): string {
  const length = lengthOf(cell);
  const extent = length === null ? 'open end' : formatLength(length);
  if (cell.kind === 'slot') {
    const days = daysOf(cell);
    const free =
      length === null ? `Free ${days.toLowerCase().slice(0, 4)}${days.slice(4)}` : `Free ${days}`;
    return [free, extent, ...(cell.past ? ['past'] : [])].join(', ');
  }
  return [
    cell.offer.name,
    formatMoney(cell.offer.price),
    daysOf(cell),
    extent,
    stateWord(cell.state),
    devicesOf(cell.offer, model.devices),
  ].join(', ');
}

/** A whole timeline in a few words, the text alternative of the small strips: `3 offers, 2 gaps, ends 31 Aug 2027`. */
export function timelineSummary(model: TimelineModel): string {
  const gaps = cells(model).filter(({ kind }) => kind === 'slot').length;
  const { end } = model.window;
  const last =
    end === null
      ? 'open end'
      : `${end <= model.today ? 'ended' : 'ends'} ${formatDay(dayOfNumber(end - 1))}`;
  return [counted(model.offers.length, 'offer'), counted(gaps, 'gap'), last].join(', ');
}

/** A count with its noun: `1 offer`, `3 offers`, `no offers`. */
export function counted(count: number, noun: string): string {
  if (count === 0) return `no ${noun}s`;
  return count === 1 ? `1 ${noun}` : `${count.toLocaleString('en-US')} ${noun}s`;
}
