import { describe, expect, it } from 'vitest';
import type { PricePlan } from '../../../../src/domain/price-plan/price-plan';
import {
  currencyOf,
  isSamePlan,
  PlanInSeveralCurrencies,
  pricePlan,
} from '../../../../src/domain/price-plan/price-plan';
import {
  EmptyLadder,
  InvalidMonths,
  OpenStepNotLast,
} from '../../../../src/domain/price-plan/ladder';
import { NoPrice } from '../../../../src/domain/license/price-list';
import { InvalidText } from '../../../../src/domain/values/text';
import { isDomainError } from '../../../../src/domain/errors';
import { prices } from '../../../builders/license-builders';

const tier = (format: string | null) => ({ format, kind: 'WSP', amount: null, tier: 'Tier 1' });
const PLAN: PricePlan = {
  ...{ id: 'plan', name: 'Library', revision: 1 },
  steps: [
    { name: 'Launch', prices: prices('4.99'), days: 30 },
    { name: 'Catalog', prices: [tier('UHD'), tier('SD')], months: 3 },
    { name: 'Rest', prices: prices('1.99'), days: null },
  ],
};
const withSteps = (...steps: object[]) => ({
  ...PLAN,
  steps: steps.map((step) => ({ name: 'A', prices: prices('1'), days: 1, ...step })),
});

describe('a price plan', () => {
  it('is kept trimmed, with its lines in the order of formats', () => {
    const plan = pricePlan({ ...PLAN, name: ' Library ' });

    expect(plan).toEqual({
      ...PLAN,
      steps: [
        PLAN.steps[0],
        { ...PLAN.steps[1], prices: [tier('SD'), tier('UHD')] },
        PLAN.steps[2],
      ],
    });
  });

  it.each<[string, PricePlan, new (...parts: never[]) => Error, readonly (string | number)[]]>([
    ['no name', { ...PLAN, name: ' ' }, InvalidText, []],
    ['a name of 61 characters', { ...PLAN, name: 'x'.repeat(61) }, InvalidText, []],
    ['no step', { ...PLAN, steps: [] }, EmptyLadder, []],
    ['an open step before another', withSteps({ days: null }, {}), OpenStepNotLast, []],
    ['a step without a name', withSteps({}, { name: '' }), InvalidText, ['steps', 1]],
    ['a step without a price', withSteps({ prices: [] }), NoPrice, ['steps', 0]],
    ['no months', withSteps({ days: undefined, months: 0 }), InvalidMonths, ['steps', 0]],
    ['two currencies', withSteps({}, { prices: prices('1', 'EUR') }), PlanInSeveralCurrencies, []],
  ])('is refused with %s', (_what, plan, refusal, part) => {
    const act = () => pricePlan(plan);

    expect(act).toThrow(refusal);
    expect(partOf(act)).toEqual(part);
  });

  it('has a name of 60 characters at most', () => {
    expect(pricePlan({ ...PLAN, name: 'x'.repeat(60) }).name).toHaveLength(60);
  });

  it('knows its currency, and none when all prices are tiers', () => {
    expect(currencyOf(PLAN.steps)).toBe('USD');
    expect(currencyOf(PLAN.steps.slice(1, 2))).toBeNull();
  });

  it.each<[string, PricePlan]>([
    ['name', { ...PLAN, name: 'library' }],
    ['length', withSteps({ days: 2 })],
    ['unit', withSteps({ days: undefined, months: 1 })],
    ['open end', withSteps({ days: null })],
    ['amount', withSteps({ prices: prices('2') })],
    ['currency', withSteps({ prices: prices('1', 'EUR') })],
    ['tier', withSteps({ prices: [tier(null)] })],
    ['format', withSteps({ prices: [tier('SD')] })],
    ['step', withSteps({}, {})],
    ['name of a step', withSteps({ name: 'B' })],
  ])('differs from another in its %s', (_what, other) => {
    const one = other.name === PLAN.name ? withSteps({}) : PLAN;

    expect(isSamePlan(one, other)).toBe(false);
    expect(isSamePlan(other, { ...other, id: 'other', revision: 9 })).toBe(true);
  });
});

function partOf(act: () => unknown): readonly (string | number)[] {
  try {
    act();
  } catch (error) {
    if (isDomainError(error)) return error.part;
  }
  return ['not refused'];
}
