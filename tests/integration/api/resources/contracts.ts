import { describe, expect, it } from 'vitest';
import { aName } from '../../../builders/license-builders';
import { newKey, TODAY } from '../../support-api';
import { there, on } from './resources';
import type { Resources } from './resources';

/** What programs do with contracts. */
export function contractsSuite({ client, viewer, aContract }: Resources): void {
  describe('contracts', () => {
    it('are recorded, read, corrected and listed', async () => {
      const studio = aName('Studio');
      const id = await aContract(studio);
      const path = { id };
      const {
        version: _version,
        id: _id,
        closing,
        ...details
      } = there(await viewer.GET('/contracts/{id}', { params: { path } }));
      expect(closing).toBeNull();
      const body = { ...details, notes: 'Renewed.' };
      // What was read can be sent as it was.
      const corrected = await client.PUT('/contracts/{id}', {
        ...on(id, 1),
        body: { ...body, closing: null },
      });
      expect(there(corrected)).toEqual({ id, version: 2 });

      const stale = await client.PUT('/contracts/{id}', { ...on(id, 1), body: details });
      expect(stale.error).toMatchObject({
        code: 'stale',
        latestVersion: 2,
        since: [{ version: 2, words: 'Edited notes' }],
        conflict: {
          ...{ kind: 'contract', id, madeAgainst: 1, latestVersion: 2, sinceTotal: 1 },
          since: [{ version: 2, words: 'Edited notes' }],
          ...{ verdict: 'settled', ways: [], dispute: null },
        },
      });
      const disputed = await client.PUT('/contracts/{id}', {
        ...on(id, 1),
        body: { ...details, notes: 'Ended.' },
      });
      const yours = {
        kind: 'contract-corrected',
        before: body,
        after: { ...body, notes: 'Ended.' },
      };
      expect(disputed.error).toMatchObject({
        conflict: {
          verdict: 'disputed',
          dispute: { fields: ['notes'], yours, theirs: { ...yours, after: body } },
          rows: [
            { field: 'notes', before: '–', yours: 'Ended.', theirs: 'Renewed.', result: null },
          ],
        },
      });
      const found = there(await viewer.GET('/contracts', { params: { query: { q: studio } } }));
      expect(found).toMatchObject({ items: [{ id, notes: 'Renewed.', licenses: 0 }], total: 1 });
      const taken = await client.POST('/contracts', {
        params: { header: newKey() },
        body: details,
      });
      expect(taken.error).toMatchObject({
        status: 409,
        code: 'contract-reference-taken',
        errors: [{ pointer: '#/reference' }],
      });
    });

    it('are made void and brought back', async () => {
      const id = await aContract();
      const reason = 'Recorded twice';
      const trial = await client.POST('/contracts/{id}/void/trial', {
        params: { path: { id } },
        body: { reason, version: 1, today: TODAY },
      });
      expect(there(trial)).toMatchObject({ licenses: [], titles: 0 });
      const voided = await client.POST('/contracts/{id}/void', { ...on(id, 1), body: { reason } });
      expect(there(voided)).toEqual({ id, version: 2 });
      const back = await client.POST('/contracts/{id}/return', { ...on(id, 2), body: {} });
      expect(there(back)).toEqual({ id, version: 3 });
    });

    it('are paged through by cursors', async () => {
      const studio = aName('Paged');
      for (let count = 0; count < 3; count += 1) await aContract(studio);
      const page = async (cursor?: string) =>
        there(
          await viewer.GET('/contracts', {
            params: { query: { q: studio, limit: 2, ...(cursor === undefined ? {} : { cursor }) } },
          }),
        );
      const first = await page();
      const second = await page(first.next ?? '');
      expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
      expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
      expect(await page(second.previous ?? '')).toMatchObject({ items: first.items });
    });
  });
}
