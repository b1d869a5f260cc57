import { describe, expect, it } from 'vitest';
import type { OffersPlan } from '../../../../src/domain/bulk/offers-change';
import type { Offer } from '../../../../src/domain/license/offer';
import { decideOffers, OfferBeginsLater } from '../../../../src/domain/bulk/offers-change';
import { InvalidDate } from '../../../../src/domain/values/date-range';
import {
  aLicense,
  anOffer,
  aTierLine,
  days,
  price,
  prices,
} from '../../../builders/license-builders';

const winter = anOffer({ name: 'Winter', window: days('2026-01-01', '2026-01-31') });
const spring = anOffer({ name: 'Spring', window: days('2026-03-01', '2026-03-31') });
const april = anOffer({ name: 'April', window: days('2026-04-01', '2026-04-30') });
const last = anOffer({ name: 'Last', window: days('2026-12-01', '2026-12-31') });
const euros = anOffer({
  ...{ name: 'Euros', prices: prices('3.99', 'EUR') },
  window: days('2026-06-01', '2026-06-30'),
});
const tiered = anOffer({
  ...{ name: 'Tiered', prices: [aTierLine('Tier 1')] },
  window: days('2026-07-01', '2026-07-31'),
});
const all = [winter, spring, april, euros, tiered, last];

const decide = (plan: OffersPlan, chosen: readonly Offer[] = all) =>
  decideOffers(
    plan,
    () => aLicense({ offers: all }),
    new Set(chosen.map(({ window }) => window.startsOn)),
  );
const namesOf = ({ blocked }: ReturnType<typeof decide>) =>
  blocked.map(({ offer, refusal }) => [offer.name, refusal.code]);
const shift = (by: number, push = false): OffersPlan => ({
  ...{ kind: 'shift', days: by, outside: 'refuse', inTheWay: push ? 'push' : 'refuse' },
});

describe('a change of some offers of a license', () => {
  it('is of the chosen offers only', () => {
    const plan: OffersPlan = { kind: 'set-price', amount: price('9.99') };
    const { change, changing, same } = decide(plan, [spring, last]);
    expect(change?.replaced.map(({ before }) => before.name)).toEqual(['Spring', 'Last']);
    expect([changing, same]).toEqual([2, 0]);
    expect(decide(plan, []).change).toBeNull();
  });

  it('goes on without offers in another currency, and counts those on tiers', () => {
    const decided = decide({ kind: 'set-price', amount: price('4.99') });
    expect(namesOf(decided)).toEqual([['Euros', 'other-currency']]);
    expect(decided).toMatchObject({ change: null, changing: 0, same: 5, onTiers: 1 });
  });

  it('goes on without offers that would stick out of the license', () => {
    const decided = decide(shift(10));
    expect(namesOf(decided)).toEqual([['Last', 'offer-outside-license']]);
    expect(decided.change?.replaced.map(({ after }) => after.window.startsOn)).toEqual([
      ...['2026-01-11', '2026-03-11', '2026-04-11', '2026-06-11', '2026-07-11'],
    ]);
  });

  it('goes on without offers that would run into those that stay, or they move along', () => {
    expect(namesOf(decide(shift(10), [winter, spring]))).toEqual([['Spring', 'offer-overlap']]);
    const pushed = decide(shift(10, true), [winter, spring]);
    expect(pushed.blocked).toEqual([]);
    expect(pushed.change?.replaced.map(({ before }) => before.name)).toEqual([
      ...['Winter', 'Spring', 'April'],
    ]);
    expect(pushed.changing).toBe(2);
    // Tiered would move along out of July, and Last out of the license.
    expect(namesOf(decide(shift(160, true), [spring, euros]))).toEqual([
      ['Euros', 'offer-outside-license'],
    ]);
  });

  it('ends offers after a day; those that begin later are blocked, those that end before stay', () => {
    const decided = decide({ kind: 'end', lastDay: '2026-03-15' }, [winter, spring, april]);
    expect(decided.blocked).toMatchObject([{ refusal: expect.any(OfferBeginsLater) as unknown }]);
    expect(decided.change?.replaced.map(({ after }) => after.window)).toEqual([
      days('2026-03-01', '2026-03-15'),
    ]);
    expect(decided.same).toBe(1);
    expect(decide({ kind: 'end', lastDay: '2026-03-31' }, [spring]).change).toBeNull();
    expect(namesOf(decide({ kind: 'end', lastDay: '2026-02-28' }, [spring]))).toHaveLength(1);
  });

  it('withdraws and renames them', () => {
    expect(decide({ kind: 'withdraw' }, [april]).change).toMatchObject({
      ...{ replaced: [], added: [], withdrawn: [april.toData()] },
    });
    const renamed = decide({ kind: 'rename', find: 'r', replacement: 'R' }, [spring, april]);
    expect(renamed.change?.replaced.map(({ after }) => after.name)).toEqual(['SpRing', 'ApRil']);
    expect(namesOf(decide({ kind: 'rename', find: 'Spring', replacement: '' }, [spring]))).toEqual([
      ['Spring', 'invalid-text'],
    ]);
  });

  it('is refused when the plan itself is not valid', () => {
    expect(namesOf(decide(shift(0), [spring]))).toEqual([['Spring', 'invalid-shift']]);
    expect(namesOf(decide({ kind: 'end', lastDay: 'soon' }, [spring]))[0]?.[1]).toBe(
      new InvalidDate('soon').code,
    );
  });

  it('can be made: the license takes it', () => {
    for (const plan of [shift(10), shift(10, true), { kind: 'withdraw' } as const]) {
      const { change } = decide(plan);
      const license = aLicense({ offers: all });
      if (change !== null) license.rearrange(change);
      expect(license.change).not.toBeNull();
    }
  });
});
