import { describe, expect, it } from 'vitest';
import type { StoredPricePlan } from '../../../src/domain/price-plan/price-plan';
import type { Storage } from './storage';
import { aName, anId, prices } from '../../builders/license-builders';
import { look } from './storage';

/** What every unit of work reads of price plans, whatever it stores in. */
export function pricePlansContract(name: string, create: () => Promise<Storage>): void {
  describe(`${name} reads price plans:`, () => {
    it('one is returned as it is now, and nothing where there is none', async () => {
      const { unitOfWork, savePricePlan } = await create();
      const read = (id: string) => look(unitOfWork, ({ pricePlans }) => pricePlans.get(id));
      const plan: StoredPricePlan = {
        ...{ id: anId(), name: aName('Library'), revision: 1 },
        steps: [
          { name: 'Launch', prices: prices('4.99'), months: 1 },
          { name: 'Rest', prices: prices('1.99'), days: null },
        ],
        ...{ changedBy: 'Ada', changedAt: '2026-06-01T10:20:30.456Z' },
      };

      await savePricePlan(plan);
      expect(await read(plan.id)).toEqual(plan);
      expect(await read(anId())).toBeNull();

      const next = { ...plan, revision: 2, steps: plan.steps.slice(1), changedBy: 'Bo' };
      await savePricePlan(next);
      expect(await read(plan.id)).toEqual(next);
    });
  });
}
