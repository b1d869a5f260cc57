import { describe, expect, it } from 'vitest';
import { aName } from '../../../builders/license-builders';
import { newKey, TODAY } from '../../support-api';
import { dollars } from '../../../api-client/prices';
import type { Schemas } from './resources';
import { DETAILS, offer, there, on } from './resources';
import type { Resources } from './resources';

/** What programs do with licenses. */
export function licensesSuite({ client, viewer, aLicense }: Resources): void {
  describe('licenses', () => {
    it('are found by the filters of the page', async () => {
      const name = aName('Found');
      const { id } = await aLicense({ ...DETAILS, name });
      const found = async (query: Record<string, string | number | string[]>) =>
        there(
          await viewer.GET('/licenses', { params: { query: { q: name, ...query } } }),
        ).items.map((row) => row.id);

      expect(await found({})).toEqual([id]);
      expect(await found({ territory: 'CA', device: 'tv', rightsType: 'SVOD' })).toEqual([id]);
      expect(await found({ territory: 'FR' })).toEqual([]);
      expect(await found({ device: 'console' })).toEqual([]);
      expect(await found({ status: 'current', expiringWithin: 365 })).toEqual([id]);
      expect(await found({ status: 'ended' })).toEqual([]);
      // One of several values is enough.
      expect(await found({ territory: ['FR', 'CA'], status: ['ended', 'current'] })).toEqual([id]);
      expect(await found({ territory: ['FR', 'GB'], status: ['ended', 'current'] })).toEqual([]);
      const [row] = there(await viewer.GET('/licenses', { params: { query: { q: name } } })).items;
      expect(row).toMatchObject({
        window: { startsOn: '2026-01-01', endsOn: '2027-01-01' },
        freeDays: 205,
      });
    });

    it('are amended, unless offers would no longer fit', async () => {
      const { id, offers } = await aLicense();
      const terms = { ...DETAILS.terms, window: { startsOn: '2026-03-01', endsOn: null } };
      const stranding = await client.PUT('/licenses/{id}', {
        ...on(id, 2),
        body: { ...DETAILS, terms },
      });
      expect(stranding.error).toMatchObject({
        code: 'offers-stranded',
        stranded: [
          {
            offer: offers[0],
            outside: [{ startsOn: '2026-02-01', endsOn: '2026-03-01' }],
            missing: [],
          },
        ],
        ways: [
          {
            change: {
              kind: 'license-amended',
              after: { terms: { window: { startsOn: '2026-02-01', endsOn: null } } },
            },
          },
        ],
      });
      const amended = await client.PUT('/licenses/{id}', {
        ...on(id, 2),
        body: { ...DETAILS, notes: 'Extended.' },
      });
      expect(there(amended)).toEqual({ id, version: 3 });
    });

    it('are changed many at once, as a trial said, and back', async () => {
      const { id: licenseId } = await aLicense();
      const chosen = { licenseId, version: 2 };
      const plan: Schemas['BulkPlan'] = {
        ...{ kind: 'shift', offers: { endingFrom: null, name: null }, days: 7 },
        ...{ outside: 'refuse', inTheWay: 'refuse' },
      };

      const tried = await client.POST('/bulk-changes/trial', {
        body: { plan, licenses: [chosen], today: '2026-01-01' },
      });
      expect(there(tried)).toMatchObject({ offers: 2, blocked: [], changes: [chosen] });

      const made = await client.POST('/bulk-changes', {
        params: { header: newKey() },
        body: { plan, licenses: [chosen] },
      });
      expect(there(made).licenses).toMatchObject([{ version: 3 }]);

      const undone = await client.POST('/bulk-changes/undo', {
        params: { header: newKey() },
        body: { licenses: there(made).licenses },
      });
      expect(there(undone).licenses).toMatchObject([{ version: 4 }]);
    });

    it('are copied, as a trial said, and the copy is taken back', async () => {
      const { id, offers } = await aLicense();
      const { data: license } = await client.GET('/licenses/{id}', { params: { path: { id } } });
      const plan: Schemas['CopyLicense'] = {
        ...{ contractId: license?.contractId ?? '', name: 'Copy', territories: ['DE'] },
        ...{ shift: { unit: 'months', by: 12 }, offers: [offers[0].window.startsOn], titles: null },
      };

      const tried = await client.POST('/licenses/{id}/copies/trial', {
        params: { path: { id } },
        body: { ...plan, version: 2 },
      });
      const window = { startsOn: '2027-02-01', endsOn: '2027-03-01' };
      expect(there(tried)).toMatchObject({
        offers: [{ from: '2026-02-01', offer: { ...offers[0], window } }],
        ...{ titles: [], blocked: [], blockedOffers: [], twin: null },
      });

      const made = await client.POST('/licenses/{id}/copies', { ...on(id, 2), body: plan });
      const { id: copy } = there(made);
      expect(made.response.status).toBe(201);
      expect(made.response.headers.get('location')).toBe(`/api/v1/licenses/${copy}`);
      const read = await client.GET('/licenses/{id}', { params: { path: { id: copy } } });
      expect(there(read)).toMatchObject({
        ...{ version: 1, details: { name: 'Copy' }, offers: [{ name: offers[0].name, window }] },
        lastChange: { words: expect.stringMatching(/^Copied from /) as unknown },
      });

      const nowhere = await client.POST('/licenses/{id}/copies', {
        ...on(id, 2),
        body: { ...plan, offers: ['2026-02-02'] },
      });
      expect(nowhere.error).toMatchObject({
        ...{ code: 'no-offer-on-day', errors: [{ pointer: '#/offers' }] },
      });
      const undone = await client.POST('/licenses/{id}/copies/undo', {
        params: { path: { id: copy }, header: newKey() },
        body: { version: 1 },
      });
      expect(there(undone)).toEqual({ id: copy, version: 2 });
      const stale = await client.POST('/licenses/{id}/copies', { ...on(id, 1), body: plan });
      expect(stale.error).toMatchObject({
        ...{ code: 'stale', jointConflict: { changed: [{ id, latestVersion: 2 }] } },
      });
    });

    it('have several offers changed in one step: one is split around another', async () => {
      const { id, offers } = await aLicense();
      const [february] = offers;
      const at = (startsOn: string, endsOn: string) => ({
        ...february,
        window: { startsOn, endsOn },
      });
      const fresh = { ...offer('FLASH', '2026-02-10', '2026-02-15'), devices: february.devices };
      const body = {
        replaced: [{ before: february, after: at('2026-02-01', '2026-02-10') }],
        added: [
          { offer: fresh, titlesOf: null },
          { offer: at('2026-02-15', '2026-03-01'), titlesOf: february },
        ],
        withdrawn: [],
      };

      const made = await client.POST('/licenses/{id}/offers/rearrangements', {
        ...on(id, 2),
        body,
      });

      expect(there(made)).toMatchObject({ id, version: 3 });
      expect(there(made).offers).toHaveLength(3);
      const crossed = await client.POST('/licenses/{id}/offers/rearrangements', {
        ...on(id, 3),
        body: { replaced: [], added: [], withdrawn: [fresh, fresh] },
      });
      expect(crossed.error).toMatchObject({ code: 'offer-named-twice' });
    });

    it('have offers replaced, withdrawn, undone, put into slots and added as a price ladder', async () => {
      const { id, offers } = await aLicense();
      const cheaper = { ...offers[0], prices: dollars(99) };
      const replaced = await client.POST('/licenses/{id}/offers/replacements', {
        ...on(id, 2),
        body: { before: offers[0], after: cheaper },
      });
      expect(there(replaced)).toEqual({ id, version: 3, offers: [cheaper] });
      const trial = await client.POST('/licenses/{id}/offers/withdrawals/trial', {
        params: { path: { id } },
        body: { offers: [offers[1]], version: 3, today: TODAY },
      });
      const nothing = { titles: 0, darkTitles: 0, dark: [], strandedTitles: 0, stranded: [] };
      expect(there(trial)).toEqual(nothing);
      const withdrawn = await client.POST('/licenses/{id}/offers/withdrawals', {
        ...on(id, 3),
        body: { offers: [offers[1]] },
      });
      expect(there(withdrawn)).toEqual({ id, version: 4, offers: [] });
      expect(there(await client.POST('/licenses/{id}/undo', on(id, 4))).offers).toEqual([
        offers[1],
      ]);
      const { window: _window, ...placeless } = offer('SLOT', '2026-01-01', null);
      const slotted = await client.POST('/licenses/{id}/offers', {
        ...on(id, 5),
        body: { kind: 'first-free', offer: placeless, days: 40, onOrAfter: '2026-01-15' },
      });
      expect(there(slotted).offers).toEqual([offer('SLOT', '2026-05-01', '2026-06-10')]);
      const laddered = await client.POST('/licenses/{id}/offers', {
        ...on(id, 6),
        body: {
          kind: 'ladder',
          start: '2026-07-01',
          devices: ['tv'],
          steps: [
            { name: 'ONE', prices: dollars(999), days: 31 },
            { name: 'TWO', prices: dollars(499), days: 31 },
          ],
        },
      });
      expect(there(laddered).offers.map(({ window }) => window)).toEqual([
        { startsOn: '2026-07-01', endsOn: '2026-08-01' },
        { startsOn: '2026-08-01', endsOn: '2026-09-01' },
      ]);
      const none = await client.POST('/licenses/{id}/offers', {
        ...on(id, 7),
        body: { kind: 'first-free', offer: placeless, days: 300, onOrAfter: '2026-01-15' },
      });
      expect(none.error).toMatchObject({
        code: 'no-free-slot',
        longest: { startsOn: '2026-09-01', endsOn: '2027-01-01' },
      });
      const gone = await client.POST('/licenses/{id}/offers/withdrawals', {
        ...on(id, 7),
        body: { offers: [offers[0]] },
      });
      expect(gone.error).toMatchObject({ status: 409, code: 'offer-gone' });
      const change = { kind: 'offers-withdrawn' as const, offers: [offers[1]] };
      const applied = await client.POST('/licenses/{id}/changes', { ...on(id, 7), body: change });
      expect(there(applied)).toEqual({ id, version: 8, offers: [] });
      const seen = there(await viewer.GET('/licenses/{id}', { params: { path: { id } } }));
      expect([seen.version, seen.offers.map(({ name }) => name)]).toEqual([
        8,
        ['FEB', 'SLOT', 'ONE', 'TWO'],
      ]);
    });
  });
}
