import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  LicenseChange,
  LicenseState,
  ProposedChange,
} from '../../../../../src/domain/license/license-change';
import type { Move } from '../../../../builders/license-moves';
import { DomainError } from '../../../../../src/domain/errors';
import { License } from '../../../../../src/domain/license/license';
import { changesBetween } from '../../../../../src/domain/license/history/changes-between';
import { inverse, replay, rewind } from '../../../../../src/domain/license/license-change';
import { Timeline } from '../../../../../src/domain/license/timeline';
import { windowsTouchedBy } from '../../../../../src/service/license/license-at-version';
import { campaign } from '../../../../builders/effort';
import { MOVING_DETAILS, aMove, dayAt, proposed } from '../../../../builders/license-moves';
import { onePrice } from '../../../../../src/domain/license/price-list';
import {
  json,
  brokenRules,
  isVoid,
  naiveRefusal,
  changesNothing,
  naiveResult,
  naiveFirstFree,
} from './naive-license';

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
