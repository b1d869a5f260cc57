import { describe, expect, it } from 'vitest';
import { aName } from '../../../builders/license-builders';
import { headersFor, newKey } from '../../support-api';
import type { Schemas } from './resources';
import { there, on } from './resources';
import type { Resources } from './resources';

/** What programs do with price tables. */
export function priceTablesSuite({ api, client, viewer, secret }: Resources): void {
  describe('price tables', () => {
    it('are recorded, read, listed, changed, rid of a day and taken back', async () => {
      const studio = aName('Halcyon');
      const price: Schemas['PriceEntryEdit'] = {
        ...{ tier: 'Tier 1', rightsType: 'EST', kind: 'SRP', format: null, territory: null },
        ...{ currency: 'USD', startsOn: '2026-01-01', price: 1499 },
      };
      const recorded = await client.POST('/price-tables', {
        params: { header: newKey() },
        body: { studio, prices: [price] },
      });
      const { id } = there(recorded);
      const later = { ...price, startsOn: '2027-01-01', price: 1699 };
      const changed = await client.POST('/price-tables/{id}/prices', {
        ...on(id, 1),
        body: { prices: [later] },
      });
      expect(there(changed)).toEqual({ id, version: 2 });
      const removed = await client.DELETE('/price-tables/{id}/days/{day}', {
        params: { path: { id, day: '2027-01-01' }, header: headersFor(2) },
      });
      expect(there(removed)).toEqual({ id, version: 3 });
      expect(there(await client.POST('/price-tables/{id}/undo', on(id, 3)))).toEqual({
        id,
        version: 4,
      });

      const read = await viewer.GET('/price-tables/{id}', { params: { path: { id } } });
      expect(there(read).prices).toEqual([price, later]);
      const list = await viewer.GET('/price-tables', { params: { query: { q: studio } } });
      expect(there(list).items).toMatchObject([{ id, studio, version: 4 }]);
      const file = await api.send('GET', `/price-tables/${id}/file?format=csv`, { secret });
      const sent = await api.send('POST', `/price-tables/${id}/file`, {
        ...{ secret, body: await file.text() },
        headers: { ...headersFor(4), 'content-type': 'text/csv' },
      });
      expect(await sent.json()).toEqual({ id, version: 4 });
      const missing = await viewer.GET('/missing-amounts', { params: { query: { studio } } });
      expect(there(missing)).toEqual({ items: [], next: null, previous: null, total: 0 });
    });
  });
}
