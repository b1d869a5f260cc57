import type { ProposedChange } from '../../../src/domain/license/license-change';
import type { OfferData } from '../../../src/domain/license/offer';
import type { Room, RoomWay } from '../../../src/domain/license/room';
import { DateRange, formatDay, formatLength } from '../../../src/domain/values/date-range';
import { listed } from '../../../src/domain/values/words';
import { titleCount } from '../titles/title-count';

/** A way to make room as a person chooses it. */
export interface WayWords {
  readonly name: string;
  /** What it costs in days and titles, or why it is not open. */
  readonly detail: string;
  /** What takes it is called. */
  readonly button: string;
}

const BUTTONS: Record<RoomWay, string> = {
  trim: 'Trim and',
  split: 'Split and',
  shift: 'Shift and',
  'shift-all': 'Shift all and',
  replace: 'Replace and',
  nearest: 'Use this slot',
};

/** What a way is told of. */
export interface Situation {
  /** Whether room is made for a new offer. */
  readonly isNew: boolean;
  /** The offers in the way, in date order. */
  readonly there: readonly OfferData[];
  /** How many titles have an offer. */
  readonly titlesOf: (offer: OfferData) => number;
}

/** A way in words. */
export function wayWords(
  { way, change, reason }: Room,
  { isNew, there, titlesOf }: Situation,
): WayWords {
  const names = listed(
    there.slice(0, MAX_NAMED).map(({ name }) => name),
    there.length,
  );
  const button = way === 'nearest' ? BUTTONS[way] : `${BUTTONS[way]} ${isNew ? 'add' : 'move'}`;
  const name = nameOf(way, names, change);
  if (change === null) return { name, detail: reason ?? '', button };
  return { name, detail: detailOf(change, titlesOf), button };
}

const MAX_NAMED = 3;

function nameOf(way: RoomWay, names: string, change: ProposedChange | null): string {
  switch (way) {
    case 'trim':
      return `Trim ${names}${trimmedTo(change)}`;
    case 'split':
      return `Split ${names} around it`;
    case 'shift':
      return `Shift ${names} after it`;
    case 'shift-all':
      return `Shift ${names} and everything later, keeping the gaps`;
    case 'replace':
      return `Replace ${names}`;
    case 'nearest':
      return 'Use the nearest slot instead';
  }
}

/** ` to 4 Mar 2027`, where one offer is trimmed at its end. */
function trimmedTo(change: ProposedChange | null): string {
  const trimmed = othersIn(change);
  const [only] = trimmed;
  if (only === undefined || trimmed.length > 1) return '';
  const [was, is] = [windowOf(only.before), windowOf(only.after)];
  if (is.startsOn !== was.startsOn) return `, from ${formatDay(is.startsOn)} on`;
  return is.lastDay === null ? '' : ` to ${formatDay(is.lastDay)}`;
}

function detailOf(change: ProposedChange, titlesOf: (offer: OfferData) => number): string {
  if (change.kind === 'offer-replaced' || change.kind === 'offers-generated') {
    const place = change.kind === 'offer-replaced' ? change.after : change.offers[0];
    return place === undefined ? '' : `${windowOf(place).toString()}. Nothing else changes`;
  }
  if (change.kind !== 'offers-rearranged') return '';
  const rests = change.added.filter(({ titlesOf: of }) => of !== null);
  const parts = [
    ...othersIn(change).map(({ before, after }) => changedWords(before, after)),
    ...rests.map(({ offer }) => `the rest of ${offer.name} is ${windowOf(offer).toString()}`),
    ...(change.withdrawn.length === 0
      ? []
      : [
          `withdraws ${listed(
            change.withdrawn.slice(0, MAX_NAMED).map(({ name }) => name),
            change.withdrawn.length,
          )}`,
        ]),
  ];
  const offers = [...othersIn(change).map(({ before }) => before), ...change.withdrawn];
  const titles = offers.reduce((most, offer) => Math.max(most, titlesOf(offer)), 0);
  const some = [
    ...parts.slice(0, MAX_NAMED),
    ...(parts.length > MAX_NAMED ? [`and ${parts.length - MAX_NAMED} more`] : []),
    ...(titles > 0 ? [titlesWords(titles, offers.length)] : []),
  ];
  return some.map(capitalized).join('. ');
}

function titlesWords(titles: number, offers: number): string {
  const count = titleCount(titles);
  const has = titles === 1 ? 'has' : 'have';
  return offers > 1 ? `up to ${count} ${has} one of them` : `${count} ${has} it`;
}

function changedWords(before: OfferData, after: OfferData): string {
  const [was, is] = [windowOf(before), windowOf(after)];
  if (was.days !== null && is.days === was.days) return `${after.name} ${is.toString()}`;
  const length = is.days === null ? 'open' : formatLength(is.days);
  return was.days === null
    ? `${after.name} ${is.toString()}`
    : `${after.name}: ${length} instead of ${was.days.toLocaleString('en-US')}`;
}

/** What a rearrangement replaces beside the wanted offer, which comes first where it was there before. */
function othersIn(change: ProposedChange | null) {
  if (change?.kind !== 'offers-rearranged') return [];
  const isNew = change.added.some(({ titlesOf }) => titlesOf === null);
  return isNew ? change.replaced : change.replaced.slice(1);
}

function windowOf({ window }: OfferData): DateRange {
  return DateRange.of(window.startsOn, window.endsOn);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
