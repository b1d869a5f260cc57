import { describe, expect, it } from 'vitest';
import { dollars } from '../../../api-client/prices';
import { aName } from '../../../builders/license-builders';
import { headersFor, newKey } from '../../support-api';
import type { Resources } from './resources';
import { there } from './resources';

/** What programs do with price plans. */
export function pricePlansSuite({ client, viewer }: Resources): void {
  describe('price plans', () => {
    it('are saved, read, listed, revised and deleted', async () => {
      const body = {
        name: aName('Library'),
        steps: [{ name: 'Launch', prices: dollars(499), days: 30 }],
      };
      const { id } = there(
        await client.POST('/price-plans', { params: { header: newKey() }, body }),
      );
      const at = (revision: number) => ({ params: { path: { id }, header: headersFor(revision) } });
      const revised = await client.PUT('/price-plans/{id}', {
        ...at(1),
        body: { ...body, steps: [{ ...body.steps[0], name: 'Start' }] as typeof body.steps },
      });
      expect(there(revised)).toEqual({ id, revision: 2 });

      const read = await viewer.GET('/price-plans/{id}', { params: { path: { id } } });
      expect(there(read).steps).toMatchObject([{ name: 'Start', days: 30 }]);
      const list = there(await viewer.GET('/price-plans'));
      expect(list.items.map((plan) => plan.id)).toContain(id);
      expect(there(await client.DELETE('/price-plans/{id}', at(2)))).toEqual({ id, revision: 2 });
    });
  });
}
