import type { PriceLineData } from '../../src/domain/license/price-list';
import type { AmountStep } from '../../src/domain/price-table/offer-amounts';
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
import { pricesText } from './shown-prices';

/** One offer on the timeline. Days are counted from 1970-01-01; `end` is exclusive, `null` is open. */
export interface TimelineOffer {
  readonly name: string;
  /** One line for all formats, or a line per format; empty for a strip that shows only days. */
  readonly prices: readonly PriceLineData[];
  /** What its tiers cost over time; left out where it has none, or where it is not known. */
  readonly amounts?: readonly AmountStep[] | undefined;
  readonly start: number;
  readonly end: number | null;
  /** Device codes of the domain; empty means all devices of the license. */
  readonly devices: readonly string[];
}

/** Data of a license's timeline, from which every strip, bar and list of offers is drawn. */
export interface TimelineModel {
  readonly window: { readonly start: number; readonly end: number | null };
  /** In date order, never overlapping, inside the window. */
  readonly offers: readonly TimelineOffer[];
  readonly today: number;
  /** Device codes of the license; an offer with all of them reads "all devices". */
  readonly devices?: readonly string[];
  /** The end of the license that is shown of it; left out while it is in use. */
  readonly closing?: ShownClosing | undefined;
}

/** An end that is previewed, with the first day that it takes away; or a license that is void and had these offers. */
export type ShownClosing =
  { readonly kind: 'previewed'; readonly from: number } | { readonly kind: 'void' };

/** What a closing does to an offer, or to the days of one that end takes away. */
export type OfferFate = 'cut' | 'withdrawn' | 'void';

/** A span of days, half-open; `end: null` is open. */
export interface DaySpan {
  readonly start: number;
  readonly end: number | null;
}

export type OfferState = 'ended' | 'on-offer' | 'upcoming';

export interface OfferCell extends DaySpan {
  readonly kind: 'offer';
  /** Position among the model's offers. */
  readonly index: number;
  readonly offer: TimelineOffer;
  readonly state: OfferState;
  /** Left out of what stays. */
  readonly fate?: OfferFate | undefined;
}

export interface SlotCell extends DaySpan {
  readonly kind: 'slot';
  /** Whether its last day has passed, so that no offer can be created in it. */
  readonly past: boolean;
  /** Whether a previewed end takes its days away. */
  readonly isOutside?: boolean | undefined;
}

/** A box of the timeline. The cells of a model are adjacent and cover the license's window, unless it is void. */
export type TimelineCell = OfferCell | SlotCell;

/** Display names of the states. */
export const STATE_NAMES: Record<OfferState, string> = {
  ended: 'Ended',
  'on-offer': 'On offer',
  upcoming: 'Upcoming',
};

/** What becomes of an offer, within a sentence. */
export const FATE_WORDS: Record<OfferFate, string> = {
  cut: 'cut off',
  withdrawn: 'withdrawn',
  void: 'void',
};

/** Converts a window to day numbers. */
export function daySpan({ startsOn: start, endsOn: end }: DateRangeData): DaySpan {
  return { start: dayNumber(isoDate(start)), end: end === null ? null : dayNumber(isoDate(end)) };
}

/** State of a span of days as of `today`. */
export function offerState({ start, end }: DaySpan, today: number): OfferState {
  if (end !== null && end <= today) return 'ended';
  return start <= today ? 'on-offer' : 'upcoming';
}

/** Offers and the free slots between them, in date order; what a previewed end cuts is two cells. A void license has no slots. */
export function cells({ window, offers, today, closing }: TimelineModel): TimelineCell[] {
  const from = closing?.kind === 'previewed' ? closing.from : null;
  const bars = offers.flatMap((offer, index) =>
    parted(offer, from).map((span): TimelineCell => {
      const cell = {
        kind: 'offer',
        index,
        offer,
        ...span,
        state: offerState(span, today),
      } as const;
      if (closing?.kind === 'void') return { ...cell, fate: 'void' };
      if (!isTaken(span, from)) return cell;
      return { ...cell, fate: span.start === offer.start ? 'withdrawn' : 'cut' };
    }),
  );
  if (closing?.kind === 'void') return bars;
  const slots = freeSpans(window, offers).flatMap((free) =>
    parted(free, from).map((span): TimelineCell => {
      const past = span.end !== null && span.end <= today;
      return { kind: 'slot', ...span, past, ...(isTaken(span, from) ? { isOutside: true } : {}) };
    }),
  );
  return [...bars, ...slots].sort((a, b) => a.start - b.start);
}

/** A span as it is, or the two parts that a day parts it into, the day in the second. */
function parted({ start, end }: DaySpan, day: number | null): readonly DaySpan[] {
  if (day === null || day <= start || (end !== null && end <= day)) return [{ start, end }];
  return [
    { start, end: day },
    { start: day, end },
  ];
}

function isTaken({ start }: DaySpan, from: number | null): boolean {
  return from !== null && start >= from;
}

/** Whether a cell is there to stay: neither taken away by a closing, nor void. */
export function stays(cell: TimelineCell): boolean {
  return cell.kind === 'offer' ? cell.fate === undefined : cell.isOutside !== true;
}

/** Days of a window that no span covers. The spans may overlap and come in any order. */
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

/** Length in days; `null` if the end is open. */
export function lengthOf({ start, end }: DaySpan): number | null {
  return end === null ? null : end - start;
}

/** A span for display, both days inclusive: `12 Mar – 3 Apr 2027`. */
export function daysOf({ start, end }: DaySpan): string {
  return formatDays(dayOfNumber(start), end === null ? null : dayOfNumber(end - 1));
}

/** Name of a state within a sentence: `on offer`. */
export function stateWord(state: OfferState): string {
  return STATE_NAMES[state].toLowerCase();
}

/** Devices of an offer for display: `all devices`, `TV, mobile`. */
export function devicesOf(offer: TimelineOffer, licensed: readonly string[] = DEVICES): string {
  const all = licensed.every((device) => offer.devices.includes(device));
  if (offer.devices.length === 0 || all) return 'all devices';
  return offer.devices.map(deviceName).join(', ');
}

/** Accessible name of a cell, complete at any width: `Holiday price, $3.99, 30 Nov 2026 – 4 Jan 2027, 36 days, upcoming, all devices`. */
export function cellName(cell: TimelineCell, model: TimelineModel): string {
  const length = lengthOf(cell);
  const extent = length === null ? 'open end' : formatLength(length);
  if (cell.kind === 'slot') {
    const days = daysOf(cell);
    if (!stays(cell)) return [`Outside the license ${days}`, extent].join(', ');
    const free =
      length === null ? `Free ${days.toLowerCase().slice(0, 4)}${days.slice(4)}` : `Free ${days}`;
    return [free, extent, ...(cell.past ? ['past'] : [])].join(', ');
  }
  return [
    cell.offer.name,
    pricesText(cell.offer),
    daysOf(cell),
    extent,
    cell.fate === undefined ? stateWord(cell.state) : FATE_WORDS[cell.fate],
    devicesOf(cell.offer, model.devices),
  ].join(', ');
}

/** Summary of a timeline, the text alternative of the small strips: `3 offers, 2 gaps, ends 31 Aug 2027`. */
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
