import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../src/domain/license/conflict';
import type { LicenseState, ProposedChange } from '../../../../src/domain/license/license-change';
import type { Move } from '../../../builders/license-moves';
import { classify, successor } from '../../../../src/domain/license/conflict';
import { License } from '../../../../src/domain/license/license';
import { replay } from '../../../../src/domain/license/license-change';
import { LicenseDetails } from '../../../../src/domain/license/license-details';
import { Offer } from '../../../../src/domain/license/offer';
import { DomainError } from '../../../../src/domain/errors';
import { Timeline } from '../../../../src/domain/license/timeline';
import { MOVING_DETAILS, aMove, proposed } from '../../../builders/license-moves';

describe('any change made against an older version', () => {
  it('is judged legal only with a change that the latest version takes', () => {
    forConflicts(({ verdict, latest }) => {
      if (verdict.kind === 'legal') expect(performed(verdict.change, latest)).not.toBeNull();
    });
  });

  it('is refused only with ways that the latest version takes', () => {
    forConflicts(({ verdict, latest }) => {
      if (verdict.kind !== 'refused') return;
      for (const way of verdict.ways) expect(performed(way, latest)).not.toBeNull();
      expect(() => performed(verdict.change, latest)).toThrow(DomainError);
    });
  });

  it('is about an offer that is gone only with a recreation that the latest version takes', () => {
    forConflicts(({ intent, verdict, latest, since }) => {
      if (verdict.kind !== 'gone' || intent.kind !== 'offer-replaced') return;
      if (verdict.recreate !== null) expect(performed(verdict.recreate, latest)).not.toBeNull();
      expect(successor(intent.before, since)).toBeNull();
    });
  });

  it('is settled only when the latest version has what it wanted', () => {
    forConflicts(({ intent, verdict, latest, since }) => {
      if (verdict.kind !== 'settled') return;
      const there = latest.offers.map(textOf);
      if (intent.kind === 'offers-generated')
        expect(there).toEqual(expect.arrayContaining(intent.offers.map(textOf)));
      if (intent.kind === 'offers-withdrawn')
        expect(intent.offers.flatMap((offer) => successor(offer, since) ?? [])).toEqual([]);
      if (intent.kind === 'offer-replaced' || intent.kind === 'license-amended') {
        const [mine, now] = fieldsOf(intent, latest, since);
        for (const [field, { before, after }] of Object.entries(mine))
          if (before !== after) expect(now[field]).toBe(after);
      }
    });
  });

  it('loses nothing that only one of the two changed', () => {
    let merged = 0;
    forConflicts(({ intent, verdict, latest, since }) => {
      if (intent.kind !== 'offer-replaced' && intent.kind !== 'license-amended') return;
      const results = resultsOf(verdict);
      if (results.length === 0) return;
      const [mine, now] = fieldsOf(intent, latest, since);
      const disputed = Object.entries(mine).flatMap(([field, { before, after }]) =>
        before !== after && now[field] !== before && now[field] !== after ? [field] : [],
      );
      expect(verdict.kind === 'disputed' ? verdict.fields.toSorted() : []).toEqual(
        disputed.toSorted(),
      );
      for (const [side, result] of results.entries())
        for (const [field, { before, after }] of Object.entries(mine)) {
          const kept = before === after || (disputed.includes(field) && side === 1);
          expect(fields(result)[field]).toBe(kept ? now[field] : after);
        }
      merged += 1;
    });
    expect(merged).toBeGreaterThan(50);
  });

  it('is about every verdict there is', () => {
    const kinds = new Set<string>();
    const note = ({ intent, verdict }: Conflict) => kinds.add(`${intent.kind}: ${verdict.kind}`);
    forConflicts((conflict) => void note(conflict), { seed: 7 });

    expect([...kinds].toSorted()).toEqual(
      [
        ...['legal', 'settled', 'refused'].map((kind) => `offers-generated: ${kind}`),
        ...['legal', 'settled'].map((kind) => `offers-withdrawn: ${kind}`),
        ...['legal', 'settled', 'disputed', 'refused', 'gone'].map((k) => `offer-replaced: ${k}`),
        ...['legal', 'settled', 'refused', 'gone'].map((k) => `offers-rearranged: ${k}`),
        ...['legal', 'settled', 'disputed', 'refused'].map((kind) => `license-amended: ${kind}`),
        ...['legal', 'refused'].map((kind) => `license-closed: ${kind}`),
      ].toSorted(),
    );
  });
});

interface Conflict {
  readonly intent: ProposedChange;
  readonly latest: LicenseState;
  readonly since: readonly ProposedChange[];
  readonly verdict: Verdict;
}

/** A story, a change meant at one of its versions, and what happened after that; sometimes the very same. */
const aConflict: fc.Arbitrary<Conflict> = fc
  .tuple(
    fc.array(aMove, { minLength: 1, maxLength: 6 }),
    fc.array(aMove, { maxLength: 4 }),
    aMove,
    fc.nat(5),
  )
  .map(([before, after, move, twist]) => {
    const base = stateAfter(before, { details: MOVING_DETAILS, offers: [], closing: null }).state;
    // Nobody replaces or withdraws an offer of a license that has none.
    const kind = base.offers.length === 0 && move[0] > 2 && move[0] < 6 ? 0 : move[0];
    const meant: Move = [kind, move[1], move[2], move[3], move[4]];
    const alike: Move = [kind, move[1], move[2], move[3], move[4] ^ 2];
    const intent = proposed(meant, base);
    const others = twist === 0 ? [meant, ...after] : twist < 3 ? [alike, ...after] : after;
    const { state: latest, changes: since } = stateAfter(others, base);
    return { intent, latest, since, verdict: classify(intent, latest, since) };
  });

function forConflicts(
  claim: (conflict: Conflict) => void,
  parameters: fc.Parameters<[Conflict]> = {},
): void {
  fc.assert(fc.property(aConflict, claim), { numRuns: 1_500, ...parameters });
}

/** The state after those of the moves that are legal, with what they changed. */
function stateAfter(moves: readonly Move[], from: LicenseState) {
  const changes: ProposedChange[] = [];
  let state = from;
  for (const move of moves) {
    try {
      const license = loaded(state);
      license.perform(proposed(move, state));
      if (license.change === null || license.change.kind === 'license-granted') continue;
      changes.push(license.change);
      state = stateOf(license);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return { state, changes };
}

function performed(change: ProposedChange, state: LicenseState) {
  const license = loaded(state);
  license.perform(change);
  return license.change;
}

function loaded({ details, offers, closing }: LicenseState): License {
  return License.reconstitute({
    id: 'license',
    contractId: 'contract',
    version: 1,
    details: LicenseDetails.of(details),
    timeline: Timeline.whole(offers.map(Offer.of)),
    closing,
  });
}

function stateOf(license: License): LicenseState {
  return {
    details: license.details.toData(),
    offers: license.timeline.offers.map((offer) => offer.toData()),
    closing: license.closing,
  };
}

/** What a merge came to: as one change, or as yours and theirs. */
function resultsOf(verdict: Verdict): ProposedChange[] {
  if (verdict.kind === 'disputed') return [verdict.yours, verdict.theirs];
  return verdict.kind === 'legal' || verdict.kind === 'refused' ? [verdict.change] : [];
}

type Texts = Record<string, string>;

/** The fields of what a change leads to, as text. */
function fields(change: ProposedChange): Texts {
  if (change.kind === 'offer-replaced') {
    const { window, ...rest } = change.after;
    return texts({ ...rest, firstDay: window.startsOn, lastDay: window.endsOn });
  }
  if (change.kind === 'license-amended') {
    const { terms, ...rest } = change.after;
    const { window, ...more } = terms;
    return texts({ ...rest, ...more, firstDay: window.startsOn, lastDay: window.endsOn });
  }
  throw new Error('Only what has a before and an after is merged.');
}

/** What the maker of an intent wanted of each field, and what each field is now. */
function fieldsOf(
  intent: ProposedChange,
  latest: LicenseState,
  since: readonly ProposedChange[],
): [Record<string, { before: string; after: string }>, Texts] {
  const after = fields(intent);
  const before = fields(whatItReplaces(intent));
  const now =
    intent.kind === 'offer-replaced'
      ? fields({ ...intent, after: successor(intent.before, since) ?? intent.before })
      : fields({ kind: 'license-amended', before: latest.details, after: latest.details });
  const both = Object.entries(after).map(
    ([field, text]) => [field, { before: before[field] ?? '', after: text }] as const,
  );
  return [Object.fromEntries(both), now];
}

function whatItReplaces(intent: ProposedChange): ProposedChange {
  return intent.kind === 'offer-replaced' || intent.kind === 'license-amended'
    ? ({ ...intent, after: intent.before } as ProposedChange)
    : intent;
}

function texts(values: object): Texts {
  return Object.fromEntries(Object.entries(values).map(([name, one]) => [name, textOf(one)]));
}

function textOf(value: unknown): string {
  return JSON.stringify(value);
}

it('the story of a conflict is one that replays', () => {
  const granted = { kind: 'license-granted', details: MOVING_DETAILS } as const;
  fc.assert(
    fc.property(fc.array(aMove, { maxLength: 8 }), (moves) => {
      const { state, changes } = stateAfter(moves, {
        details: MOVING_DETAILS,
        offers: [],
        closing: null,
      });
      expect(replay([granted, ...changes])).toEqual(state);
    }),
  );
});
