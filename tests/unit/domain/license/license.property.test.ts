import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  LicenseChange,
  LicenseState,
  OffersRearranged,
  ProposedChange,
} from '../../../../src/domain/license/license-change';
import type { OfferData } from '../../../../src/domain/license/offer';
import type { Move } from '../../../builders/license-moves';
import { DomainError } from '../../../../src/domain/errors';
import { License } from '../../../../src/domain/license/license';
import { changesBetween } from '../../../../src/domain/license/changes-between';
import { inverse, replay, rewind } from '../../../../src/domain/license/license-change';
import { Timeline } from '../../../../src/domain/license/timeline';
import { windowsTouchedBy } from '../../../../src/service/license/license-at-version';
import { campaign } from '../../../builders/effort';
import { MOVING_DETAILS, aMove, dayAt, proposed } from '../../../builders/license-moves';
import { onePrice } from '../../../../src/domain/license/price-list';

const { size: SEQUENCES, seed } = campaign('Sequences of commands on a license in memory', {
  usual: 10_000,
  full: 200_000,
});

/** Sequences run in portions, so that a failure is shrunk and reported within its portion. */
const PORTIONS = 10;

// Half of a million commands throw, and their stack traces are not used.
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

describe('any sequence of commands', () => {
  it.each(Array.from({ length: PORTIONS }, (_, index) => index + 1))(
    'leaves L1–L8 unbroken after each of them (portion %i)',
    { timeout: 600_000 },
    (portion) => {
      const commands = fc.array(fc.tuple(aMove, fc.nat(7)), { minLength: 1, maxLength: 10 });
      fc.assert(
        fc.property(commands, (sequence) => {
          const story = new LicenseModel();
          for (const [move, way] of sequence) story.command(move, way);
          story.checkHistory();
        }),
        { numRuns: SEQUENCES / PORTIONS, seed: seed + portion },
      );
    },
  );

  it('is legal about half of the time, and violates every rule sometimes', () => {
    const counts = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(aMove, { minLength: 12, maxLength: 12 }), (moves) => {
        const story = new LicenseModel();
        for (const move of moves) {
          const code = story.command(move, 7);
          counts.set(code, (counts.get(code) ?? 0) + 1);
        }
      }),
      { numRuns: 500, seed: 42 },
    );

    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect((counts.get('accepted') ?? 0) / all).toBeGreaterThan(0.3);
    for (const code of REFUSALS) expect(counts.get(code)).toBeGreaterThan(20);
  });
});

const REFUSALS = [
  'offer-outside-license',
  'offer-overlap',
  'devices-not-licensed',
  'offers-stranded',
  'offer-gone',
  'already-closed',
  'end-not-earlier',
  'license-end-fixed',
  'license-void',
];

/** A license changed by commands, as in storage, together with a naive model. */
class LicenseModel {
  private license: License;
  private readonly changes: LicenseChange[] = [];
  /** As JSON. */
  private readonly states: string[] = [];

  constructor() {
    this.license = License.grant('license', 'contract', MOVING_DETAILS);
    this.store(this.license);
  }

  /** Makes one change in one of several ways, and compares the result with the naive model. */
  command(move: Move, way: number): string {
    const state = stateOf(this.license);
    if (way === 0) return this.firstFree(move, state);
    const newest = this.changes.at(-1);
    const undo = way === 1 && newest !== undefined ? inverse(newest) : null;
    const change = undo ?? proposed(move, state);
    const refusal = naiveRefusal(change, state);
    const before = json(state);
    const after = refusal === null ? json(naiveResult(change, state)) : before;
    const license = this.loaded();
    const code = outcome(license, () => license.perform(change));
    const isNothing =
      change.kind === 'offers-rearranged' ? changesNothing(change) : after === before;
    same(code, refusal ?? (isNothing ? 'no-change' : 'accepted'));
    same(json(stateOf(license)), after);
    if (way > 4) this.expectSameInPart(change, code);
    this.check(license, code);
    return code;
  }

  /** L7: replaying the history gives the current state; rewinding gives each earlier one. */
  checkHistory(): void {
    let state = stateOf(this.license);
    same(json(replay(this.changes)), json(state));
    const middle = this.changes.length >> 1;
    same(json(rewind(state, this.changes.slice(middle + 1))), this.states[middle]);
    const then = rewind(state, this.changes.slice(middle + 1));
    same(json(rewind(state, changesBetween(then, state))), this.states[middle]);
    for (const [index, change] of [...this.changes.entries()].toReversed()) {
      same(json(state), this.states[index]);
      state = rewind(state, [change]);
    }
    same(this.license.version, this.changes.length);
  }

  private firstFree([, at, length]: Move, state: LicenseState): string {
    const offer = {
      name: 'FIRST',
      prices: onePrice({ minor: 1, currency: 'USD' }),
      devices: ['tv'],
    };
    const days = 1 + length;
    const start = naiveFirstFree(state, at, days);
    const devicesFit = state.details.terms.devices.includes('tv');
    const license = this.loaded();
    const code = outcome(license, () => license.generateInFirstFreeSlot(offer, days, dayAt(at)));
    const refusal = isVoid(state) ? 'license-void' : devicesFit ? null : 'devices-not-licensed';
    same(code, start === null ? 'no-free-slot' : (refusal ?? 'accepted'));
    if (code === 'accepted' && license.change?.kind === 'offers-generated')
      same(license.change.offers[0]?.window.startsOn, dayAt(start ?? -1));
    this.check(license, code);
    return code;
  }

  /** Reading only the affected days must give the same result as reading all. */
  private expectSameInPart(change: ProposedChange, expected: string): void {
    const known = windowsTouchedBy(change);
    if (known === undefined) return;
    const near = this.license.timeline.offers.filter(({ window }) =>
      known.some((one) => one.overlaps(window)),
    );
    const license = this.loaded(Timeline.part(near, known));
    same(
      outcome(license, () => license.perform(change)),
      expected,
    );
  }

  private check(license: License, code: string): void {
    same(code === 'accepted', license.change !== null);
    if (license.change === null) return;
    same(brokenRules(stateOf(license)).join('; '), '');
    this.store(license);
  }

  private loaded(timeline = this.license.timeline): License {
    const { id, contractId, version, details, closing } = this.license;
    return License.reconstitute({ id, contractId, version, details, timeline, closing });
  }

  private store(license: License): void {
    const { id, contractId, version, details, timeline, closing, change } = license;
    if (change === null) return;
    this.changes.push(change);
    this.states.push(json(stateOf(license)));
    this.license = License.reconstitute({
      id,
      contractId,
      version: version + 1,
      details,
      timeline,
      closing,
    });
  }
}

function stateOf(license: License): LicenseState {
  return {
    details: license.details.toData(),
    offers: license.timeline.offers.map((offer) => offer.toData()),
    closing: license.closing,
  };
}

function outcome(license: License, act: () => void): string {
  try {
    act();
    return license.change === null ? 'no-change' : 'accepted';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Cheaper than `expect`, which would take most of the time of a million commands. */
function same(actual: unknown, expected: unknown): void {
  if (actual !== expected) expect(actual).toBe(expected);
}

function isSame(one: OfferData, other: OfferData): boolean {
  return one.window.startsOn === other.window.startsOn && json(one) === json(other);
}

function json(value: unknown): string {
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
function brokenRules({ details, offers, closing }: LicenseState): string[] {
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

function isVoid({ closing }: LicenseState): boolean {
  return closing?.kind === 'void';
}

function endsSame(a: LicenseState['details'], b: LicenseState['details']): boolean {
  return a.terms.window.endsOn === b.terms.window.endsOn;
}

/** The code of the rule that refuses a change, in the order in which a license checks its rules; `null` when none does. */
function naiveRefusal(change: ProposedChange, state: LicenseState): string | null {
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
function changesNothing({ replaced, added, withdrawn }: OffersRearranged): boolean {
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

function naiveResult(change: ProposedChange, state: LicenseState): LicenseState {
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

function naiveFirstFree({ details, offers }: LicenseState, from: number, days: number) {
  const [first, last] = daysOf(details.terms.window);
  const taken = occupancy(offers);
  let run = 0;
  for (let day = Math.max(from, first); day <= last; day += 1) {
    run = taken[day] === 0 ? run + 1 : 0;
    if (run === days) return day - days + 1;
  }
  return null;
}
