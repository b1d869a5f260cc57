import type { Offer } from './offer';
import { DateRange, addDays, daysBetween, isoDate } from '../values/date-range';

/** Legal windows near a wanted window that is not available. */
export interface Alternatives {
  /** Free windows of the same length, nearest first: at most one earlier and one later. */
  readonly fits: readonly DateRange[];
  /** The longest legal part of the wanted window. */
  readonly shortened: DateRange | null;
}

/**
 * A license's offers in date order, with the free slots between them.
 *
 * A timeline can be known only in part: to change a license with 100,000 offers, only the days that a command can affect
 * are read. Using days that were not read is a bug and throws.
 */
export class Timeline {
  private constructor(
    readonly offers: readonly Offer[],
    private readonly known: readonly DateRange[] | null,
  ) {
    Object.freeze(this);
  }

  /** A timeline with all its offers, given in any order. */
  static whole(offers: readonly Offer[]): Timeline {
    return new Timeline(inDateOrder(offers), null);
  }

  /** A timeline with every offer that has a day in one of the `known` windows. */
  static part(offers: readonly Offer[], known: readonly DateRange[]): Timeline {
    return new Timeline(inDateOrder(offers), known);
  }

  /** Whether all offers of the license are known. */
  get isWhole(): boolean {
    return this.known === null;
  }

  /** The offers that share a day with the window, in date order. */
  during(window: DateRange): readonly Offer[] {
    this.requireKnown(window);
    return this.offers.slice(this.firstEndingAfter(window), this.firstStartingFrom(window));
  }

  /** Whether the timeline contains this offer. */
  has(offer: Offer): boolean {
    return this.during(offer.window).some((existing) => existing.equals(offer));
  }

  /** Finds the offer that begins on a day in a whole timeline; `null` when there is none. */
  startingOn(day: string): Offer | null {
    if (!this.isWhole) throw new Error('The timeline was read in part.');
    const offer = this.offers[firstIndex(this.offers, ({ window }) => window.startsOn >= day)];
    return offer?.window.startsOn === day ? offer : null;
  }

  /** The same timeline without the `removed` offers and with the `added` ones. */
  with(removed: readonly Offer[], added: readonly Offer[]): Timeline {
    // By first day, which is an offer's key here: thousands can go at once.
    const gone = new Map<string, Offer[]>();
    for (const offer of removed) {
      const { startsOn } = offer.window;
      gone.set(startsOn, [...(gone.get(startsOn) ?? []), offer]);
    }
    const isGone = (offer: Offer) =>
      gone.get(offer.window.startsOn)?.some((one) => one.equals(offer)) === true;
    const kept = this.offers.filter((offer) => !isGone(offer));
    return new Timeline(inDateOrder([...kept, ...added]), this.known);
  }

  /** The free slots of a window, in date order: maximal spans that no offer covers. */
  slots(window: DateRange): DateRange[] {
    const slots: DateRange[] = [];
    let free: DateRange | null = window;
    for (const offer of this.during(window)) {
      if (free === null) break;
      const [before, after]: readonly (DateRange | null)[] = around(free, offer.window);
      if (before) slots.push(before);
      free = after ?? null;
    }
    return free === null ? slots : [...slots, free];
  }

  /** The longest free slot of a window, the first of equal ones; `null` when no day is free. */
  longestSlot(window: DateRange): DateRange | null {
    return this.slots(window).reduce<DateRange | null>(
      (longest, slot) =>
        longest === null || (slot.days ?? Infinity) > (longest.days ?? Infinity) ? slot : longest,
      null,
    );
  }

  /** The first window of `days` days inside `within` that no offer covers, or `null`. */
  firstFree(within: DateRange, days: number): DateRange | null {
    const slot = this.slots(within).find((free) => room(free) >= days);
    return slot === undefined ? null : DateRange.ofLength(slot.startsOn, days);
  }

  /** The free windows inside `within` that are nearest to the wanted window. */
  alternatives(within: DateRange, wanted: DateRange): Alternatives {
    const slots = this.slots(within);
    const placed = slots.flatMap((slot) => nearestIn(slot, wanted) ?? []);
    const earlier = placed.findLast((place) => place.startsOn < wanted.startsOn);
    const later = placed.find((place) => place.startsOn >= wanted.startsOn);
    const distance = (place: DateRange) => Math.abs(daysBetween(wanted.startsOn, place.startsOn));
    const fits = [earlier, later]
      .filter((place) => place !== undefined)
      .sort((a, b) => distance(a) - distance(b));
    const pieces = slots.flatMap((slot) => slot.intersection(wanted) ?? []);
    const shortened = pieces.reduce<DateRange | null>(
      (longest, piece) => (longest === null || isLonger(piece, longest) ? piece : longest),
      null,
    );
    return { fits, shortened };
  }

  private firstEndingAfter({ startsOn: start }: DateRange): number {
    return firstIndex(this.offers, ({ window }) => window.endsOn === null || window.endsOn > start);
  }

  private firstStartingFrom({ endsOn: end }: DateRange): number {
    return end === null
      ? this.offers.length
      : firstIndex(this.offers, ({ window }) => window.startsOn >= end);
  }

  private requireKnown(window: DateRange): void {
    if (this.known !== null && !this.known.some((part) => part.encloses(window)))
      throw new Error(`The timeline was not read for ${window.toString()}.`);
  }
}

function inDateOrder(offers: readonly Offer[]): readonly Offer[] {
  return Object.freeze(
    [...offers].sort((a, b) => (a.window.startsOn < b.window.startsOn ? -1 : 1)),
  );
}

/** Binary search for the first index whose item satisfies a predicate that, once true, stays true. */
function firstIndex<T>(items: readonly T[], satisfies: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && satisfies(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The parts of a free span before and after an occupied window. */
function around(free: DateRange, taken: DateRange): [DateRange | null, DateRange | null] {
  const left = free.outside(taken);
  return [
    left.find((part) => part.startsOn < taken.startsOn) ?? null,
    left.find((part) => part.startsOn > taken.startsOn) ?? null,
  ];
}

/** The window of the wanted length in a slot that is nearest to the wanted window, or `null` when the slot is too short. */
function nearestIn(slot: DateRange, wanted: DateRange): DateRange | null {
  const { days } = wanted;
  if (days === null) {
    if (slot.endsOn !== null) return null;
    return DateRange.of(slot.startsOn > wanted.startsOn ? slot.startsOn : wanted.startsOn, null);
  }
  if (room(slot) < days) return null;
  const latestStart = addDays(slot.endsOn ?? LATEST_END, -days);
  const start =
    wanted.startsOn < slot.startsOn
      ? slot.startsOn
      : wanted.startsOn > latestStart
        ? latestStart
        : wanted.startsOn;
  return DateRange.ofLength(start, days);
}

/** The end of the calendar: in an open slot, a window of a given length must end before it. */
const LATEST_END = isoDate('9999-12-31');

function room({ startsOn: start, endsOn: end }: DateRange): number {
  return daysBetween(start, end ?? LATEST_END);
}

function isLonger(a: DateRange, b: DateRange): boolean {
  return b.days !== null && (a.days === null || a.days > b.days);
}
