import { describe, expect, it } from 'vitest';
import { headersFor, newKey } from '../../support-api';
import type { Schemas } from './resources';
import { there, on } from './resources';
import type { Resources } from './resources';

/** What programs do with takedowns. */
export function takedownsSuite({ client, viewer, aLicense, aTitle }: Resources): void {
  describe('takedowns', () => {
    const plan: Schemas['TakedownPlan'] = {
      startsOn: '2026-02-10',
      territories: ['CA'],
      rightsTypes: null,
      reason: 'Rights dispute',
    };

    /** A title with the offer of February of a license of its own, at version 1. */
    async function aSoldTitle() {
      const { id: licenseId, offers } = await aLicense();
      return aTitle(licenseId, offers[0]);
    }

    /** The answers for a title in Canada in February, span by span. */
    async function inCanada(id: string) {
      const query = { territory: 'CA', rightsType: 'SVOD', device: 'tv' } as const;
      const days = { startsOn: '2026-02-01', endsOn: '2026-03-01' };
      const answer = await viewer.GET('/availability', {
        params: { query: { ...query, ...days, contentId: [id] } },
      });
      return there(answer).items.flatMap(({ spans }) => spans);
    }

    it('say no from their first day on, until the title is brought back', async () => {
      const id = await aSoldTitle();
      const saved = there(
        await client.POST('/content/{id}/takedowns', { ...on(id, 1), body: plan }),
      );
      expect(saved).toMatchObject({ id, version: 2 });
      const read = there(await viewer.GET('/content/{id}/takedowns', { params: { path: { id } } }));
      const rows = await viewer.GET('/content/{id}/rows', { params: { path: { id } } });
      expect(there(rows).total).toBe(0);
      expect(read).toMatchObject({
        version: 2,
        takedowns: [
          { number: 2, days: { startsOn: '2026-02-10', endsOn: null }, territories: ['CA'] },
        ],
      });
      expect(await inCanada(id)).toMatchObject([
        { available: true, days: { startsOn: '2026-02-01', endsOn: '2026-02-10' } },
        {
          available: false,
          days: { startsOn: '2026-02-10', endsOn: '2026-03-01' },
          ...{ obstacle: 'taken-down', reason: 'Taken down from 10 Feb 2026: Rights dispute.' },
        },
      ]);
      const back = await client.POST('/content/{id}/takedowns/{number}/end', {
        params: { path: { id, number: 2 }, header: headersFor(2) },
        body: { from: '2026-02-20' },
      });
      expect(there(back).version).toBe(3);
      expect(
        (await inCanada(id)).map(({ available, days: { startsOn } }) => [available, startsOn]),
      ).toEqual([
        [true, '2026-02-01'],
        [false, '2026-02-10'],
        [true, '2026-02-20'],
      ]);
      const again = await client.POST('/content/{id}/takedowns/{number}/end', {
        params: { path: { id, number: 2 }, header: headersFor(3) },
        body: { from: '2026-02-25' },
      });
      expect(again.error).toMatchObject({ status: 409, code: 'takedown-gone' });
    });

    it('are refused where the title has no rights, and told with what was meant when stale', async () => {
      const id = await aSoldTitle();
      const nowhere = await client.POST('/content/{id}/takedowns', {
        ...on(id, 1),
        body: { ...plan, territories: ['JP'] },
      });
      expect(nowhere.error).toMatchObject({
        ...{ status: 409, code: 'no-rights-there' },
        errors: [{ pointer: '#/territories' }],
      });
      there(await client.POST('/content/{id}/takedowns', { ...on(id, 1), body: plan }));
      const stale = await client.POST('/content/{id}/takedowns', { ...on(id, 1), body: plan });
      expect(stale.error).toMatchObject({
        ...{ status: 412, code: 'stale' },
        conflict: { verdict: 'refused', code: 'taken-down-already' },
      });
    });

    it('of several titles are previewed, and made together or not at all', async () => {
      const ids = [await aSoldTitle(), await aSoldTitle()];
      const body = {
        plan: { ...plan, territories: null },
        titles: ids.map((contentId) => ({ contentId, version: 1 })),
      };
      const preview = there(await client.POST('/takedowns/trial', { body }));
      expect(preview.effects.map(({ contentId, lost }) => [contentId, lost])).toEqual(
        ids.map((id) => [
          id,
          [
            {
              rightsType: 'SVOD',
              territories: ['CA', 'US'],
              days: [{ startsOn: '2026-02-10', endsOn: '2026-03-01' }],
            },
          ],
        ]),
      );
      const header = newKey();
      const done = there(await client.POST('/takedowns', { params: { header }, body }));
      expect(done.titles.map(({ version }) => version)).toEqual([2, 2]);
      const stale = await client.POST('/takedowns', { params: { header: newKey() }, body });
      expect(stale.error).toMatchObject({
        ...{ status: 412, code: 'stale', stale: { contentId: ids[0], version: 1 } },
        jointConflict: {
          kind: 'titles',
          changed: [
            { madeAgainst: 1, latestVersion: 2 },
            { madeAgainst: 1, latestVersion: 2 },
          ],
          sinceTotal: 2,
        },
      });

      // The answer is what the undo is sent.
      const undo = () =>
        client.POST('/takedowns/undo', { params: { header: newKey() }, body: done });
      expect(there(await undo()).titles.map(({ version }) => version)).toEqual([3, 3]);
      const [id = ''] = ids;
      const read = await viewer.GET('/content/{id}/takedowns', { params: { path: { id } } });
      expect(there(read).takedowns).toEqual([]);
      expect((await undo()).error).toMatchObject({
        ...{ status: 409, code: 'changed-since' },
        changed: ids.map((title) => ({ aggregate: 'content', id: title })),
      });
    });
  });
}
