import { describe, expect, it } from 'vitest';
import { aName } from '../../../builders/license-builders';
import { headersFor, newKey } from '../../support-api';
import { DETAILS, there, on, movie } from './resources';
import type { Resources } from './resources';

/** What programs do with content. */
export function contentSuite({ client, viewer, aLicense, aTitle }: Resources): void {
  describe('content', () => {
    it('is registered, read, corrected and listed', async () => {
      const { id: licenseId, offers } = await aLicense();
      const details = movie(aName('Quiet Harbor'));
      const id = await aTitle(licenseId, offers[0], details);

      const seen = await viewer.GET('/content/{id}', { params: { path: { id } } });
      expect([there(seen), seen.response.headers.get('etag')]).toEqual([
        { id, version: 1, details, closing: null },
        '"1"',
      ]);
      const body = { ...details, releaseYear: 2025 };
      expect(there(await client.PUT('/content/{id}', { ...on(id, 1), body }))).toEqual({
        id,
        version: 2,
      });
      const stale = await client.PUT('/content/{id}', { ...on(id, 1), body });
      expect(stale.error).toMatchObject({
        code: 'stale',
        conflict: { madeAgainst: 1, latestVersion: 2, verdict: 'settled', details: body },
      });
      const retitled = { ...details, title: `${details.title}, restored` };
      const legal = await client.PUT('/content/{id}', { ...on(id, 1), body: retitled });
      expect(legal.error).toMatchObject({
        conflict: {
          ...{ kind: 'content', id, verdict: 'legal', code: null, dispute: null },
          ways: [
            { change: { kind: 'content-corrected', after: { ...retitled, releaseYear: 2025 } } },
          ],
        },
      });
      const list = there(
        await viewer.GET('/content', {
          params: {
            query: {
              q: details.title,
              kind: ['short', 'movie'],
              coverage: ['on-offer', 'off-offer'],
            },
          },
        }),
      );
      expect(list.items).toMatchObject([
        { id, coverage: [{ startsOn: '2026-02-01', endsOn: '2026-03-01' }], assignments: 1 },
      ]);
      const parent = { ...movie(), kind: 'episode' as const, parentId: id };
      const unfit = await client.POST('/content', {
        params: { header: newKey() },
        body: { details: parent, first: { licenseId, offer: offers[0] } },
      });
      expect(unfit.error).toMatchObject({
        status: 422,
        code: 'parent-unfit',
        errors: [{ pointer: '#/details/parentId' }],
      });
    });

    it('has offers assigned, moved and unassigned, except the last one', async () => {
      const { id: licenseId, offers } = await aLicense();
      const [first, second] = offers;
      const id = await aTitle(licenseId, first);
      const one = (startsOn: string, version: number) => ({
        params: { path: { id, licenseId, startsOn }, header: headersFor(version) },
      });
      const path = '/content/{id}/assignments/{licenseId}/{startsOn}';

      const last = await client.DELETE(path, one('2026-02-01', 1));
      expect(last.error).toMatchObject({ status: 409, code: 'last-assignment' });
      const assigned = await client.POST('/content/{id}/assignments', {
        ...on(id, 1),
        body: { licenseId, offer: second },
      });
      expect(there(assigned)).toEqual({ id, version: 2 });
      expect(there(await client.DELETE(path, one('2026-02-01', 2)))).toEqual({ id, version: 3 });
      const moved = await client.PUT(path, {
        ...one('2026-04-01', 3),
        body: { licenseId, offer: first },
      });
      expect(there(moved)).toEqual({ id, version: 4 });
      const has = there(
        await viewer.GET('/content/{id}/assignments', { params: { path: { id } } }),
      );
      expect(has).toEqual({
        contentId: id,
        version: 4,
        assigned: [{ licenseId, licenseName: 'Spring', offer: first }],
        coverage: [{ startsOn: '2026-02-01', endsOn: '2026-03-01' }],
      });
      const stale = await client.DELETE(path, one('2026-02-01', 3));
      // Neither offer of the license runs any more, so that nothing is proposed.
      expect(stale.error).toMatchObject({
        status: 412,
        conflict: { verdict: 'last', code: 'last-assignment', ways: [] },
      });
      const gone = await client.POST('/content/{id}/assignments', {
        ...on(id, 4),
        body: { licenseId, offer: { ...second, name: 'OTHER' } },
      });
      expect(gone.error).toMatchObject({ status: 409, code: 'offer-gone' });
    });

    it('never has two prices at once', async () => {
      const { id: licenseId, offers } = await aLicense();
      const other = await aLicense({ ...DETAILS, name: 'Autumn' });
      const id = await aTitle(licenseId, offers[0]);
      const clash = await client.POST('/content/{id}/assignments', {
        ...on(id, 1),
        body: { licenseId: other.id, offer: other.offers[0] },
      });
      expect(clash.error).toMatchObject({
        status: 409,
        code: 'offer-clash',
        clashes: [
          {
            licenseId,
            licenseName: 'Spring',
            offer: offers[0],
            territories: ['CA', 'US'],
            devices: ['tv', 'mobile'],
            days: { startsOn: '2026-02-01', endsOn: '2026-03-01' },
          },
        ],
      });
      await client.POST('/content/{id}/assignments', {
        ...on(id, 1),
        body: { licenseId: other.id, offer: other.offers[1] },
      });
      const longer = { ...offers[0], window: { startsOn: '2026-02-01', endsOn: '2026-04-02' } };
      const spring = await client.POST('/licenses/{id}/offers/withdrawals', {
        ...on(licenseId, 2),
        body: { offers: [offers[1]] },
      });
      expect(there(spring).version).toBe(3);
      const titles = await client.POST('/licenses/{id}/offers/replacements', {
        ...on(licenseId, 3),
        body: { before: offers[0], after: longer },
      });
      expect(titles.error).toMatchObject({
        code: 'titles-clash',
        titlesClashes: [{ offer: longer, titles: 1, clash: { licenseId: other.id } }],
      });
      const single = await aLicense({ ...DETAILS, name: 'Lone' });
      const only = await aTitle(single.id, single.offers[0]);
      const stranded = await client.POST('/licenses/{id}/offers/withdrawals', {
        ...on(single.id, 2),
        body: { offers: [single.offers[0]] },
      });
      expect(stranded.error).toMatchObject({ code: 'titles-stranded', titles: [{ id: only }] });
      const retired = await client.POST('/licenses/{id}/offers/withdrawals', {
        ...on(single.id, 2),
        body: { offers: [single.offers[0]], retiring: 'No longer sold' },
      });
      expect(there(retired).version).toBe(3);
      const title = await viewer.GET('/content/{id}', { params: { path: { id: only } } });
      expect(there(title).closing).toEqual({ kind: 'retired', reason: 'No longer sold' });
    });

    it('gets one offer assigned to many titles, all or nothing', async () => {
      const { id: licenseId, offers } = await aLicense();
      const [first, second] = offers;
      const ids = [await aTitle(licenseId, first), await aTitle(licenseId, first)];
      const path = { id: licenseId };
      const tried = await client.POST('/licenses/{id}/assignments/trial', {
        params: { path },
        body: { offer: second, contentIds: ids },
      });
      expect(there(tried).titles.map(({ outcome }) => outcome)).toEqual(['assigned', 'assigned']);
      const assign = (versions: readonly number[]) =>
        client.POST('/licenses/{id}/assignments', {
          params: { path, header: newKey() },
          body: {
            offer: second,
            titles: ids.map((contentId, index) => ({ contentId, version: versions[index] ?? 1 })),
          },
        });
      const { assigned } = there(await assign([1, 1]));
      expect(assigned).toHaveLength(2);
      const stale = await assign([2, 1]);
      expect(stale.error).toMatchObject({
        status: 412,
        code: 'stale',
        stale: { contentId: ids[1], version: 1 },
      });
      const having = await viewer.GET('/licenses/{id}/assignments', {
        params: { path, query: { startsOn: '2026-04-01' } },
      });
      expect(
        there(having)
          .items.map(({ id }) => id)
          .sort(),
      ).toEqual([...ids].sort());

      const without = await client.POST('/licenses/{id}/assignments/undo/trial', {
        params: { path },
        body: { startsOn: '2026-04-01', contentIds: ids },
      });
      expect(there(without).titles.map(({ outcome, version }) => ({ outcome, version }))).toEqual(
        assigned.map(({ version }) => ({ outcome: 'unassigned', version })),
      );

      const undo = () =>
        client.POST('/licenses/{id}/assignments/undo', {
          params: { path, header: newKey() },
          body: { startsOn: '2026-04-01', assigned },
        });
      expect(there(await undo()).titles.map(({ version }) => version)).toEqual([3, 3]);
      expect((await undo()).error).toMatchObject({
        ...{ status: 409, code: 'changed-since' },
        changed: ids.map((id) => ({ aggregate: 'content', id })),
      });
    });
  });
}
