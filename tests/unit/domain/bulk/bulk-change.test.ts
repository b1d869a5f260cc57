import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { KnownBulkPlan as BulkPlan, OfferChoice } from '../../../../src/domain/bulk/bulk-plan';
import type { License } from '../../../../src/domain/license/license';
import type { Offer } from '../../../../src/domain/license/offer';
import { bulkStep } from '../../../../src/domain/bulk/bulk-change';
import { samplesOf } from '../../../../src/domain/bulk/bulk-sample';
import { isDomainError } from '../../../../src/domain/errors';
import { addDays, isoDate } from '../../../../src/domain/values/date-range';
import {
  aLicense,
  anOffer,
  aTierLine,
  days,
  price,
  prices,
} from '../../../builders/license-builders';

const ALL: OfferChoice = { endingFrom: null, name: null };
const winter = anOffer({ name: 'Winter', window: days('2026-01-01', '2026-01-31') });
const spring = anOffer({ name: 'Spring', window: days('2026-03-01', '2026-03-31') });
const april = anOffer({ name: 'April', window: days('2026-04-01', '2026-04-30') });
const licensed = (...offers: readonly Offer[]) => aLicense({ offers });

/** The license after a plan, with what stayed on tiers. */
function after(license: License, plan: BulkPlan) {
  const { change, onTiers } = bulkStep(plan, license);
  if (change !== null) license.perform(change);
  return { license, change, onTiers, offers: license.timeline.offers };
}
const codeOf = (license: License, plan: BulkPlan) => {
  try {
    after(license, plan);
    return null;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.code;
  }
};

const shift = (parts: Partial<Extract<BulkPlan, { kind: 'shift' }>> = {}): BulkPlan => ({
  ...{ kind: 'shift', offers: ALL, days: 7, outside: 'refuse', inTheWay: 'refuse' },
  ...parts,
});

describe('a bulk change is about', () => {
  const set = (offers: OfferChoice): BulkPlan => ({
    ...{ kind: 'set-price', offers, amount: price('9.99') },
  });
  const changed = (offers: OfferChoice) =>
    after(licensed(winter, spring, april), set(offers))
      .offers.filter((offer) => offer.prices.toString() === '$9.99')
      .map(({ name }) => name);

  it.each([
    [ALL, ['Winter', 'Spring', 'April']],
    [{ endingFrom: '2026-01-31', name: null }, ['Winter', 'Spring', 'April']],
    [{ endingFrom: '2026-02-01', name: null }, ['Spring', 'April']],
    [{ endingFrom: null, name: 'SPRING' }, ['Spring']],
    [{ endingFrom: '2026-04-01', name: 'spring' }, []],
  ])('the offers of %o: %o', (choice, names) => {
    expect(changed(choice)).toEqual(names);
  });
});

describe('prices', () => {
  const tiered = anOffer({
    name: 'Tiered',
    prices: [aTierLine('Tier 1')],
    window: days('2026-05-01', '2026-05-31'),
  });
  const mixed = anOffer({
    name: 'Mixed',
    prices: [
      { ...prices('4.99')[0], format: 'SD' },
      { ...aTierLine('Tier 2'), format: 'HD' },
    ],
    window: days('2026-06-01', '2026-06-30'),
  });

  it('change where they are amounts, and stay and are counted where they are tiers', () => {
    const plan: BulkPlan = {
      ...{ kind: 'change-price', offers: ALL, by: { kind: 'percent', hundredths: 1000 } },
      rounding: { ending: '99', to: 'up', withoutHundredths: 'refuse' },
    };
    const { offers, onTiers, change } = after(licensed(spring, tiered, mixed), plan);

    expect(offers.map((offer) => offer.prices.toString())).toEqual([
      '$5.99',
      'Tier 1',
      'SD $5.99, HD Tier 2',
    ]);
    expect(onTiers).toBe(1);
    expect(change === null ? [] : samplesOf(change, 1)).toEqual([
      { offer: 'Spring', before: '$4.99', after: '$5.99' },
    ]);
  });

  it('that are so already are no change', () => {
    const plan: BulkPlan = { kind: 'set-price', offers: ALL, amount: price('4.99') };
    expect(after(licensed(spring), plan).change).toBeNull();
    expect(after(licensed(tiered), plan)).toMatchObject({ change: null, onTiers: 1 });
  });
});

describe('a shift', () => {
  it('moves touching offers together, over each other’s days', () => {
    const { offers, change } = after(licensed(spring, april), shift());
    expect(offers.map(({ window }) => window.toString())).toEqual([
      '8 Mar – 7 Apr 2026',
      '8 Apr – 7 May 2026',
    ]);
    expect(change === null ? [] : samplesOf(change, 5)).toHaveLength(2);
  });

  it('is blocked by an offer in the way, or moves it along with those that it runs into', () => {
    const named = { offers: { ...ALL, name: 'Spring' } };
    expect(codeOf(licensed(winter, spring, april), shift(named))).toBe('offer-overlap');
    const pushed = after(licensed(winter, spring, april), shift({ ...named, inTheWay: 'push' }));
    expect(pushed.offers.map(({ window }) => window.startsOn)).toEqual([
      '2026-01-01',
      '2026-03-08',
      '2026-04-08',
    ]);
    const earlier = after(
      licensed(winter, spring, april),
      shift({ offers: { ...ALL, name: 'April' }, days: -7, inTheWay: 'push' }),
    );
    expect(earlier.offers.map(({ window }) => window.startsOn)).toEqual([
      '2026-01-01',
      '2026-02-22',
      '2026-03-25',
    ]);
  });

  it('out of the license is blocked, or cut at its last day, unless nothing is left', () => {
    const december = () => licensed(anOffer({ window: days('2026-12-01', '2026-12-31') }));
    expect(codeOf(december(), shift())).toBe('offer-outside-license');
    expect(codeOf(december(), shift({ days: 31, outside: 'cut' }))).toBe('shifted-out');
    const cut = after(december(), shift({ days: 30, outside: 'cut' }));
    expect(cut.offers.map(({ window }) => window.toString())).toEqual(['31 Dec 2026']);
  });

  it.each([0, 0.5, 3_661, -3_661])('by %s days is none', (by) => {
    expect(codeOf(licensed(spring), shift({ days: by }))).toBe('invalid-shift');
  });

  it('that pushes and cuts is never refused for an overlap, and keeps the lengths of what stays inside', () => {
    let pushedSome = 0;
    const random = fc.record({
      gaps: fc.array(fc.record({ gap: fc.nat(20), length: fc.integer({ min: 1, max: 25 }) }), {
        ...{ minLength: 1, maxLength: 8 },
      }),
      by: fc.integer({ min: -40, max: 40 }).filter((by) => by !== 0),
      chosen: fc.nat(7),
    });
    fc.assert(
      fc.property(random, ({ gaps, by, chosen }) => {
        let next = isoDate('2026-02-15');
        const offers = gaps.map(({ gap, length }, index) => {
          const first = addDays(next, gap);
          next = addDays(first, length);
          return anOffer({ name: `Offer ${index}`, window: { startsOn: first, endsOn: next } });
        });
        const name = `Offer ${chosen % offers.length}`;
        const license = aLicense({ offers, terms: { window: days('2025-01-01', '2027-12-31') } });
        const result = after(
          license,
          shift({ offers: { ...ALL, name }, days: by, inTheWay: 'push' }),
        );
        const moved = result.change?.kind === 'offers-rearranged' ? result.change.replaced : [];
        if (moved.length > 1) pushedSome += 1;
        for (const { before, after: there } of moved)
          expect(there.window.startsOn).toBe(addDays(isoDate(before.window.startsOn), by));
        expect(result.offers).toHaveLength(offers.length);
        // Nothing moves that nothing runs into: one fewer, and two would overlap.
        const movedStarts = new Set(moved.map(({ before }) => before.window.startsOn));
        for (const { before } of moved.filter((one) => one.before.name !== name)) {
          const own = offers.find(({ window }) => window.startsOn === before.window.startsOn);
          const hit = moved.some(
            (one) =>
              one.before.window.startsOn !== before.window.startsOn &&
              movedStarts.has(one.before.window.startsOn) &&
              own?.window.overlaps(anOffer({ window: one.after.window }).window),
          );
          expect(hit).toBe(true);
        }
      }),
    );
    expect(pushedSome).toBeGreaterThan(10);
  });
});

describe('licenses', () => {
  it('are extended to a later last day, or without end, and not to an earlier one', () => {
    const extend = (lastDay: string | null): BulkPlan => ({ kind: 'extend', lastDay });
    expect(after(licensed(spring), extend('2027-06-30')).license.window.lastDay).toBe('2027-06-30');
    expect(after(licensed(spring), extend(null)).license.window.endsOn).toBeNull();
    expect(after(licensed(spring), extend('2026-12-31')).change).toBeNull();
    expect(codeOf(licensed(spring), extend('2026-12-30'))).toBe('end-not-later');
    const open = aLicense({ terms: { window: days('2026-01-01', null) } });
    expect(codeOf(open, extend('2030-12-31'))).toBe('end-not-later');
    expect(after(open, extend(null)).change).toBeNull();
  });

  it('end after a day, with the offers that end or go', () => {
    const end: BulkPlan = { kind: 'end', lastDay: '2026-03-15', reason: 'Over' };
    const { license, offers, change } = after(licensed(winter, spring, april), end);
    expect(license.closing).toEqual({ kind: 'ended', reason: 'Over' });
    expect(offers.map(({ name }) => name)).toEqual(['Winter', 'Spring']);
    expect(change === null ? [] : samplesOf(change, 5)).toEqual([
      { offer: null, before: '1 Jan – 31 Dec 2026', after: '1 Jan – 15 Mar 2026' },
    ]);
  });

  it('and offers get other names, in part or whole', () => {
    const details = { ...licensed().details.toData(), name: '2026 slate' };
    const license = () => aLicense({ details, offers: [spring] });
    const rename = (find: string, replacement: string): BulkPlan => ({
      ...{ kind: 'rename', what: 'licenses', find, replacement },
    });
    expect(after(license(), rename('2026', '2027')).license.details.name).toBe('2027 slate');
    expect(after(license(), rename('', 'Slate')).license.details.name).toBe('Slate');
    expect(after(license(), rename('2025', '2027')).change).toBeNull();
    expect(codeOf(license(), rename('', ' '))).toBe('invalid-text');
    const offers = after(license(), {
      ...{ kind: 'rename', what: 'offers', offers: ALL, find: 'Spring', replacement: 'Easter' },
    });
    expect(offers.offers.map(({ name }) => name)).toEqual(['Easter']);
    expect(offers.change === null ? [] : samplesOf(offers.change, 5)).toEqual([
      { offer: 'Spring', before: 'Spring', after: 'Easter' },
    ]);
  });
});
