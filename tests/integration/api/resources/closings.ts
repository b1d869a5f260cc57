import { describe, expect, it } from 'vitest';
import { newKey, TODAY } from '../../support-api';
import type { Schemas } from './resources';
import { DETAILS, there, on } from './resources';
import type { Resources } from './resources';

/** What programs do with closings. */
export function closingsSuite({ client, viewer, aContract, aLicense, aTitle }: Resources): void {
  describe('closings', () => {
    const REASON = 'Rights reverted';

    it('end a license whose title has only a later offer: it is retired, and undo brings it back', async () => {
      const { id: licenseId, offers } = await aLicense();
      const id = await aTitle(licenseId, offers[1]);
      const plan = { kind: 'ended', lastDay: '2026-02-14', reason: REASON } as const;
      const body = { plan, licenses: [{ licenseId, version: 2 }], today: TODAY };
      const effect = there(await client.POST('/closings/trial', { body }));
      expect(effect).toMatchObject({
        licenses: [
          { cut: { after: { window: { endsOn: '2026-02-15' } } }, withdrawn: [{ name: 'APR' }] },
        ],
        ...{ titles: 1, retiredTitles: 1, retired: [{ contentId: id }] },
      });

      const { lastDay, reason } = plan;
      const ended = await client.POST('/licenses/{id}/end', {
        ...on(licenseId, 2),
        body: { lastDay, reason },
      });
      expect(there(ended)).toMatchObject({ id: licenseId, version: 3 });
      const read = () => viewer.GET('/licenses/{id}', { params: { path: { id: licenseId } } });
      expect(there(await read())).toMatchObject({
        closing: { kind: 'ended', reason: REASON },
        details: { terms: { window: { endsOn: '2026-02-15' } } },
        offers: [{ name: 'FEB', window: { endsOn: '2026-02-15' } }],
      });
      const title = () => viewer.GET('/content/{id}', { params: { path: { id } } });
      expect(there(await title()).closing).toEqual({ kind: 'retired', reason: REASON });

      there(await client.POST('/licenses/{id}/undo', on(licenseId, 3)));
      expect(there(await read())).toMatchObject({ closing: null, offers: [...offers] });
      expect(there(await title()).closing).toBeNull();
    });

    it('are refused with the rule, and explained when stale', async () => {
      const { id } = await aLicense();
      const end = (lastDay: string, version: number) =>
        client.POST('/licenses/{id}/end', {
          ...on(id, version),
          body: { lastDay, reason: REASON },
        });
      expect((await end('2025-12-31', 2)).error).toMatchObject({ code: 'ends-before-start' });
      expect((await end('2027-06-30', 2)).error).toMatchObject({ code: 'end-not-earlier' });
      there(
        await client.PUT('/licenses/{id}', { ...on(id, 2), body: { ...DETAILS, name: 'Renamed' } }),
      );
      expect((await end('2026-03-31', 2)).error).toMatchObject({
        ...{ status: 412, code: 'stale' },
        conflict: { verdict: 'legal', ways: [{ change: { kind: 'license-closed' } }] },
      });
    });

    it('make licenses void one by one or together', async () => {
      const { id } = await aLicense();
      const others = [await aLicense(), await aLicense()];
      const voided = await client.POST('/licenses/{id}/void', {
        ...on(id, 2),
        body: { reason: 'Recorded twice' },
      });
      expect(there(voided).version).toBe(3);
      const plan = { kind: 'void', reason: 'Recorded twice' } as const;
      const licenses = others.map(({ id: licenseId }) => ({ licenseId, version: 2 }));
      const body = { plan, licenses };
      const together = await client.POST('/closings', { params: { header: newKey() }, body });
      expect(there(together).licenses).toHaveLength(2);
      const again = await client.POST('/closings', { params: { header: newKey() }, body });
      expect(again.error).toMatchObject({
        ...{ status: 412, code: 'stale' },
        jointConflict: { kind: 'licenses', sinceTotal: 2, since: [{ version: 3 }, { version: 3 }] },
      });
      const { jointConflict } = again.error as Schemas['StaleProblem'];
      expect(jointConflict?.changed.map(({ name: _, ...one }) => one)).toEqual(
        expect.arrayContaining(
          others.map((one) => ({ id: one.id, madeAgainst: 2, latestVersion: 3 })),
        ),
      );
      expect(jointConflict?.changed).toHaveLength(2);
      const { contractId } = there(
        await viewer.GET('/licenses/{id}', { params: { path: { id } } }),
      );
      const listed = async (query: { closed?: ('ended' | 'void')[] }) =>
        there(await viewer.GET('/licenses', { params: { query: { contractId, ...query } } })).items;
      expect([await listed({}), await listed({ closed: ['ended'] })]).toEqual([[], []]);
      expect(await listed({ closed: ['ended', 'void'] })).toMatchObject([
        { id, closing: { kind: 'void', reason: 'Recorded twice' } },
      ]);

      // The answer is what the undo is sent.
      const undo = () =>
        client.POST('/closings/undo', { params: { header: newKey() }, body: there(together) });
      expect(there(await undo()).licenses).toEqual(
        others.map((license) => ({ id: license.id, version: 4 })),
      );
      expect((await undo()).error).toMatchObject({
        ...{ status: 409, code: 'changed-since' },
        changed: others.map((license) => ({ aggregate: 'license', id: license.id })),
      });
    });

    it('are asked about by a grant of what the contract grants already', async () => {
      const contractId = await aContract();
      const grant = (ifTwin?: 'ask' | 'grant') =>
        client.POST('/licenses', {
          params: { header: newKey() },
          body: { contractId, details: DETAILS, ...(ifTwin === undefined ? {} : { ifTwin }) },
        });
      there(await grant('ask'));
      expect((await grant('ask')).error).toMatchObject({ status: 409, code: 'license-twin' });
      expect(there(await grant()).version).toBe(1);
    });

    it('retire or void a title, which comes back with an offer', async () => {
      const { id: licenseId, offers } = await aLicense();
      const id = await aTitle(licenseId, offers[0]);
      const trial = {
        params: { path: { id } },
        body: { version: 1, today: '2026-01-15', reason: REASON },
      };
      for (const path of ['/content/{id}/retirement/trial', '/content/{id}/void/trial'] as const)
        expect(there(await client.POST(path, trial))).toEqual({
          unassigned: [{ licenseId, licenseName: 'Spring', offer: offers[0] }],
          dark: [{ from: '2026-01-15', rightsType: 'SVOD', territories: ['CA', 'US'] }],
        });
      const unread = { ...trial, body: { ...trial.body, version: 2, reason: ' ' } };
      expect((await client.POST('/content/{id}/retirement/trial', unread)).error).toMatchObject({
        ...{ status: 422, errors: [{ pointer: '#/reason' }] },
      });
      there(
        await client.POST('/content/{id}/retirement', { ...on(id, 1), body: { reason: REASON } }),
      );
      const gone = await client.POST('/content/{id}/retirement', {
        ...on(id, 2),
        body: { reason: REASON },
      });
      expect(gone.error).toMatchObject({ status: 409, code: 'title-closed' });
      const { title, studio } = there(
        await viewer.GET('/content/{id}', { params: { path: { id } } }),
      ).details;
      const listed = async (query: { closed?: ('retired' | 'void')[] }) =>
        there(
          await viewer.GET('/content', {
            params: { query: { q: title, studio: [studio], ...query } },
          }),
        ).items.map((item) => [item.id, item.closing]);
      expect([await listed({}), await listed({ closed: ['void'] })]).toEqual([[], []]);
      expect(await listed({ closed: ['retired', 'void'] })).toEqual([
        [id, { kind: 'retired', reason: REASON }],
      ]);
      const asked = there(
        await viewer.GET('/availability', {
          params: {
            query: {
              ...{ territory: 'US', device: 'tv', rightsType: 'TVOD', contentId: [id] },
              ...{ startsOn: '2026-02-10', endsOn: '2026-02-11' },
            },
          },
        }),
      );
      expect(asked.items).toMatchObject([
        { verdict: 'no', spans: [{ obstacle: 'retired', reason: `Retired: ${REASON}.` }] },
      ]);
      there(await client.POST('/content/{id}/void', { ...on(id, 2), body: { reason: 'Twice' } }));
      const back = await client.POST('/content/{id}/return', {
        ...on(id, 3),
        body: { offers: [{ licenseId, offer: offers[1] }] },
      });
      expect(there(back).version).toBe(4);
    });
  });
}
