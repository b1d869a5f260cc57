import { expect, it } from 'vitest';
import { planWords } from '../../../../app/price-plans/plan-words';
import { aTierLine, prices } from '../../../builders/license-builders';

it('a plan is told step by step', () => {
  const steps = [
    { name: 'Launch', prices: prices('4.99'), months: 2 },
    { name: 'Catalog', prices: [aTierLine('Tier 1')], days: 1 },
    { name: 'Rest', prices: prices('0.99'), days: null },
  ];

  expect(planWords(steps)).toBe(
    'Launch $4.99, 2 months · Catalog Tier 1, 1 day · Rest $0.99, until the license ends',
  );
});
