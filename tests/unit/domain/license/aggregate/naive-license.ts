import type {
  LicenseState,
  OffersRearranged,
  ProposedChange,
} from '../../../../../src/domain/license/license-change';
import type { OfferData } from '../../../../../src/domain/license/offer';
import { dayAt } from '../../../../builders/license-moves';

function isSame(one: OfferData, other: OfferData): boolean {
  return one.window.startsOn === other.window.startsOn && json(one) === json(other);
}

export function json(value: unknown): string {
  return JSON.stringify(value);
}

// The naive model counts days one by one and compares sets item by item.

const HORIZON = 250;
const dayNumbers = new Map(
  Array.from({ length: HORIZON + 1 }, (_, number) => [dayAt(number), number] as const),
);

/** Day numbers, first to last inclusive; an open window extends to the horizon. */
function daysOf({ startsOn: start, endsOn: end }: OfferData['window']): [number, number] {
  const first = dayNumbers.get(start);
  const last = end === null ? HORIZON : dayNumbers.get(end);
  if (first === undefined || last === undefined) throw new Error('Beyond the horizon.');
  return [first, end === null ? HORIZON : last - 1];
}

/** The number of offers on each day. */
function occupancy(offers: readonly OfferData[]): Uint8Array {
  const days = new Uint8Array(HORIZON + 1);
  for (const { window } of offers) {
    const [first, last] = daysOf(window);
    for (let day = first; day <= last; day += 1) days[day] = (days[day] ?? 0) + 1;
  }
  return days;
}

/** The rules L1 to L4 and L8 that a state violates. */
export function brokenRules({ details, offers, closing }: LicenseState): string[] {
  const { window, devices } = details.terms;
  const [first, last] = daysOf(window);
  const broken: string[] = [];
  if (last < first) broken.push('L1 of the license');
  for (const { window: own, devices: to } of offers) {
    const [from, until] = daysOf(own);
    if (until < from) broken.push('L1');
    if (from < first || until > last) broken.push('L2');
    if (own.endsOn === null && window.endsOn !== null) broken.push('L2');
    if (to.length === 0 || to.some((device) => !devices.includes(device))) broken.push('L4');
  }
  if (occupancy(offers).some((count) => count > 1)) broken.push('L3');
  if (closing?.kind === 'void' && offers.length > 0) broken.push('L8 of a void license');
  if (closing?.kind === 'ended' && window.endsOn === null) broken.push('L8 of an ended license');
  return broken;
}

export function isVoid({ closing }: LicenseState): boolean {
  return closing?.kind === 'void';
}

function endsSame(a: LicenseState['details'], b: LicenseState['details']): boolean {
  return a.terms.window.endsOn === b.terms.window.endsOn;
}

/** The code of the rule that refuses a change, in the order in which a license checks its rules; `null` when none does. */
export function naiveRefusal(change: ProposedChange, state: LicenseState): string | null {
  const isThere = (offer: OfferData) => state.offers.some((one) => isSame(one, offer));
  switch (change.kind) {
    case 'offers-generated':
      if (isVoid(state) && change.offers.length > 0) return 'license-void';
      return refusalOfAll(change.offers, state.details, state.offers);
    case 'offer-replaced':
      if (!isThere(change.before)) return 'offer-gone';
      if (isSame(change.before, change.after)) return null;
      return refusalOfAll(
        [change.after],
        state.details,
        state.offers.filter((one) => !isSame(one, change.before)),
      );
    case 'offers-withdrawn':
      return change.offers.every(isThere) ? null : 'offer-gone';
    case 'offers-rearranged': {
      const replaced = change.replaced.filter(({ before, after }) => !isSame(before, after));
      const { added, withdrawn } = change;
      const gone = [...replaced.map(({ before }) => before), ...withdrawn];
      const come = [...replaced.map(({ after }) => after), ...added.map(({ offer }) => offer)];
      if (gone.length + come.length === 0) return null;
      const named = [...gone, ...added.flatMap(({ titlesOf }) => titlesOf ?? [])];
      if (!named.every(isThere)) return 'offer-gone';
      const starts = state.offers.map(({ window }) => window.startsOn);
      if (new Set(gone.map(({ window }) => window.startsOn)).size < gone.length)
        return 'offer-named-twice';
      if (added.some(({ offer, titlesOf }) => titlesOf && starts.includes(offer.window.startsOn)))
        return 'offer-named-twice';
      if (isVoid(state)) return 'license-void';
      const staying = state.offers.filter((one) => !gone.some((other) => isSame(one, other)));
      const refused = refusalOfAll(come, state.details, staying);
      if (refused !== null) return refused;
      const sameStart = withdrawn.flatMap((before) =>
        added.flatMap(({ offer: after }) =>
          after.window.startsOn === before.window.startsOn ? [{ before, after }] : [],
        ),
      );
      return canGoOneByOne([...replaced, ...sameStart]) ? null : 'offers-crossed';
    }
    case 'license-amended': {
      if (state.closing !== null && !endsSame(change.after, state.details))
        return 'license-end-fixed';
      if (isVoid(state)) return json(change.after) === json(state.details) ? null : 'license-void';
      const held = brokenRules({ ...state, details: change.after });
      return held.length > 0 ? 'offers-stranded' : null;
    }
    case 'license-closed': {
      if (state.closing !== null) return 'already-closed';
      if (change.closing.kind === 'void') return null;
      const [first, end] = daysOf(state.details.terms.window);
      const [, closed] = daysOf(change.after);
      if (closed < first) return 'ends-before-start';
      return closed >= end ? 'end-not-earlier' : null;
    }
    case 'license-reopened':
      return state.closing?.reason === change.closing.reason ? null : 'not-closed-so';
  }
}

/** Offers can take each other's places and all look as before; only what names no change is none. */
export function changesNothing({ replaced, added, withdrawn }: OffersRearranged): boolean {
  return (
    replaced.every(({ before, after }) => isSame(before, after)) &&
    added.length === 0 &&
    withdrawn.length === 0
  );
}

type OneMove = OffersRearranged['replaced'][number];

/**
 * Whether some order of the moves never lets two offers share a day, where each may first shrink to any one of its days that
 * no other moves to: all are tried.
 */
function canGoOneByOne(moves: readonly OneMove[], waiting: readonly OneMove[] = []): boolean {
  const left = [...moves, ...waiting];
  if (left.length === 0) return true;
  const isFree = (move: OneMove) => {
    const there = [move.after, ...left.filter((one) => one !== move).map(({ before }) => before)];
    return occupancy(there).every((count) => count <= 1);
  };
  const without = (all: readonly OneMove[], move: OneMove) => all.filter((one) => one !== move);
  if (
    left.some((move) => isFree(move) && canGoOneByOne(without(moves, move), without(waiting, move)))
  )
    return true;
  const targets = occupancy(left.map(({ after }) => after));
  return moves.some((move) => {
    const [first, last] = daysOf(move.before.window);
    const own = occupancy([move.after]);
    for (let day = first; day <= last && day < targets.length; day += 1)
      if ((targets[day] ?? 0) - (own[day] ?? 0) === 0) {
        const window = { startsOn: dayAt(day), endsOn: dayAt(day + 1) };
        const shrunk = { ...move, before: { ...move.before, window } };
        return canGoOneByOne(without(moves, move), [...waiting, shrunk]);
      }
    return false;
  });
}

function refusalOfAll(
  offers: readonly OfferData[],
  details: LicenseState['details'],
  others: readonly OfferData[],
): string | null {
  const there = [...others];
  for (const offer of offers) {
    const alone = brokenRules({ details, offers: [offer], closing: null });
    if (alone.includes('L2')) return 'offer-outside-license';
    if (alone.includes('L4')) return 'devices-not-licensed';
    there.push(offer);
    if (occupancy(there).some((count) => count > 1)) return 'offer-overlap';
  }
  return null;
}

export function naiveResult(change: ProposedChange, state: LicenseState): LicenseState {
  const { details, offers } = state;
  const without = (gone: readonly OfferData[]) =>
    offers.filter((one) => !gone.some((other) => isSame(one, other)));
  const inOrder = (all: readonly OfferData[]) =>
    all.toSorted((a, b) => daysOf(a.window)[0] - daysOf(b.window)[0]);
  switch (change.kind) {
    case 'offers-generated':
      return { ...state, offers: inOrder([...offers, ...change.offers]) };
    case 'offer-replaced':
      return { ...state, offers: inOrder([...without([change.before]), change.after]) };
    case 'offers-withdrawn':
      return { ...state, offers: without(change.offers) };
    case 'offers-rearranged':
      return {
        ...state,
        offers: inOrder([
          ...without([...change.replaced.map(({ before }) => before), ...change.withdrawn]),
          ...change.replaced.map(({ after }) => after),
          ...change.added.map(({ offer }) => offer),
        ]),
      };
    case 'license-amended':
      return { ...state, details: change.after };
    case 'license-closed': {
      const { closing, after } = change;
      const terms = { ...details.terms, window: after };
      if (closing.kind === 'void') return { ...state, closing, offers: [] };
      const kept = offers
        .filter(({ window }) => daysOf(window)[0] <= daysOf(after)[1])
        .map((offer) =>
          daysOf(offer.window)[1] > daysOf(after)[1]
            ? { ...offer, window: { ...offer.window, endsOn: after.endsOn } }
            : offer,
        );
      return { details: { ...details, terms }, offers: kept, closing };
    }
    case 'license-reopened': {
      const { after, replaced } = change;
      const whole = replaced === null ? [] : [replaced.after];
      const cut = replaced === null ? [] : [replaced.before];
      return {
        details: { ...details, terms: { ...details.terms, window: after } },
        offers: inOrder([...without(cut), ...whole, ...change.offers]),
        closing: null,
      };
    }
  }
}

export function naiveFirstFree({ details, offers }: LicenseState, from: number, days: number) {
  const [first, last] = daysOf(details.terms.window);
  const taken = occupancy(offers);
  let run = 0;
  for (let day = Math.max(from, first); day <= last; day += 1) {
    run = taken[day] === 0 ? run + 1 : 0;
    if (run === days) return day - days + 1;
  }
  return null;
}
