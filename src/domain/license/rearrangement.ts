import type { AddedOffer, OffersRearranged, Replacement } from './license-change';
import type { OfferData } from './offer';
import { OfferNamedTwice, OffersCrossed } from './license-errors';
import { DateRange } from '../values/date-range';
import { Offer } from './offer';

/** So many offers can be replaced, added and withdrawn by one change, each. */
export const MAX_REARRANGED = 5_000;

/** A replacement with its values in their one spelling. @throws DomainError of the first value that is not valid */
export function inOneSpelling({ before, after }: Replacement): Replacement {
  return { before: Offer.of(before).toData(), after: Offer.of(after).toData() };
}

/** Whether a replacement changes nothing. */
export function isSame({ before, after }: Replacement): boolean {
  return Offer.of(before).equals(Offer.of(after));
}

/** @throws OfferNamedTwice when one change would take an offer away twice */
export function requireEachOnce(offers: readonly OfferData[]): void {
  const seen = new Set<string>();
  for (const offer of offers) {
    if (seen.has(offer.window.startsOn)) throw new OfferNamedTwice(Offer.of(offer));
    seen.add(offer.window.startsOn);
  }
}

/**
 * An offer that takes the titles of another along begins on a day on which none begins yet: titles know an offer by its
 * first day.
 *
 * @throws OfferNamedTwice
 */
export function requireNewFirstDays(added: readonly AddedOffer[], there: readonly Offer[]): void {
  const taken = new Set<string>(there.map(({ window }) => window.startsOn));
  const found = added.find(
    ({ offer, titlesOf }) => titlesOf !== null && taken.has(offer.window.startsOn),
  );
  if (found !== undefined) throw new OfferNamedTwice(Offer.of(found.offer));
}

/** A rearrangement as steps that can be made one after another. */
export interface Steps {
  /** The offers that go first. */
  readonly withdrawn: readonly OfferData[];
  /** In their order. */
  readonly moved: readonly Replacement[];
  /** The offers that come last. */
  readonly added: readonly OfferData[];
}

/**
 * The steps of a rearrangement. Its first day is an offer's key, so an offer that comes where one that goes began is that
 * offer, changed.
 *
 * @throws OffersCrossed when there is no order in which no two offers ever share a day
 */
export function stepsOf({ replaced, added, withdrawn }: Omit<OffersRearranged, 'kind'>): Steps {
  const coming = new Map(added.map(({ offer }) => [offer.window.startsOn, offer]));
  const changed = withdrawn.flatMap((before) => {
    const after = coming.get(before.window.startsOn);
    return after === undefined ? [] : [{ before, after }];
  });
  const keys = new Set(changed.map(({ before }) => before.window.startsOn));
  return {
    withdrawn: withdrawn.filter(({ window }) => !keys.has(window.startsOn)),
    moved: orderOfMoves([...replaced, ...changed]),
    added: [...coming.values()].filter(({ window }) => !keys.has(window.startsOn)),
  };
}

/**
 * Replacements in an order in which they can be made one after another without two offers ever sharing a day (L3). Where
 * offers stand in each other's way all around, one of them waits on a single day of its own meanwhile.
 *
 * @param replaced neither the offers before nor the offers after share a day with each other
 * @throws OffersCrossed when none of them has a day of its own on which it could wait
 */
function orderOfMoves(replaced: readonly Replacement[]): readonly Replacement[] {
  const first: Replacement[] = [];
  let moves = replaced.map(moveOf).sort((a, b) => (a.from.start < b.from.start ? -1 : 1));
  for (;;) {
    const { ordered, circle } = tried(moves);
    if (circle === null)
      return [...first, ...ordered.map(({ before, after }) => ({ before, after }))];
    const waiting = circle.flatMap((move) => {
      const day = dayToWaitOn(move, moves);
      return day === null ? [] : [{ move, there: Offer.of(move.before).at(day).toData() }];
    })[0];
    if (waiting === undefined) throw new OffersCrossed(circle.map(({ before }) => before.name));
    const { move, there } = waiting;
    first.push({ before: move.before, after: there });
    moves = moves.map((one) => (one === move ? moveOf({ before: there, after: one.after }) : one));
  }
}

/** Orders moves as far as they can be ordered. @returns `circle`: moves that stand in each other's way all around, if any */
function tried(moves: readonly Move[]): {
  readonly ordered: readonly Move[];
  readonly circle: readonly Move[] | null;
} {
  const inTheWayOf = new Map(moves.map((move) => [move, inTheWay(move, moves)]));
  const ordered: Move[] = [];
  const state = new Map<Move, 'open' | 'done'>();
  // Depth first, on a stack of its own: a run of offers that all shift is as deep as it is long.
  for (const start of moves) {
    const stack = [start];
    while (stack.length > 0) {
      const move = stack.at(-1);
      if (move === undefined) break;
      const before = (inTheWayOf.get(move) ?? []).filter((other) => state.get(other) !== 'done');
      const met = before.find((other) => state.get(other) === 'open');
      if (met !== undefined) {
        const path = stack.filter((one) => state.get(one) === 'open' || one === move);
        return { ordered, circle: path.slice(path.indexOf(met)) };
      }
      if (state.get(move) !== 'done' && before.length > 0) {
        state.set(move, 'open');
        stack.push(...before);
        continue;
      }
      if (state.get(move) !== 'done') ordered.push(move);
      state.set(move, 'done');
      stack.pop();
    }
  }
  return { ordered, circle: null };
}

/** A day of an offer, before it moves, that no other offer moves to; `null` when there is none. */
function dayToWaitOn(move: Move, moves: readonly Move[]): DateRange | null {
  const own = DateRange.of(move.from.start, move.from.end);
  const wanted = moves.flatMap((other) =>
    other === move ? [] : [DateRange.of(other.to.start, other.to.end)],
  );
  const [free] = own.outsideAll(wanted.filter((window) => window.overlaps(own)));
  return free === undefined ? null : DateRange.ofLength(free.startsOn, 1);
}

function moveOf({ before, after }: Replacement): Move {
  return { before, after, from: daysOf(before), to: daysOf(after) };
}

interface Days {
  readonly start: string;
  /** Exclusive; `null` is open. */
  readonly end: string | null;
}

interface Move extends Replacement {
  readonly from: Days;
  readonly to: Days;
}

/** The moves whose offers stand, before they move, on days that a move needs. @param moves by first day */
function inTheWay(move: Move, moves: readonly Move[]): readonly Move[] {
  let low = 0;
  let high = moves.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const end = moves[middle]?.from.end ?? null;
    if (end === null || end > move.to.start) high = middle;
    else low = middle + 1;
  }
  const found: Move[] = [];
  for (let index = low; index < moves.length; index++) {
    const other = moves[index];
    if (other === undefined || (move.to.end !== null && other.from.start >= move.to.end)) break;
    if (other !== move) found.push(other);
  }
  return found;
}

function daysOf({ window }: OfferData): Days {
  return { start: window.startsOn, end: window.endsOn };
}
