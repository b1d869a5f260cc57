// Longer than 300 lines on purpose: its last test demands that those before it have called every operation of the API.

import { describe, expect, it } from 'vitest';
import type { components } from '../../api-client/paths';
import { ExportWork } from '../../../src/adapters/jobs/export-work';
import { ImportWork } from '../../../src/adapters/jobs/import-work';
import { availsWorkbook } from '../../../src/adapters/avails/workbook-writer';
import { unwatched } from '../../../src/service/watched';
import { aMovieRow } from '../../builders/avails-row-builders';
import { aName, anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, headersFor, newKey, TODAY } from '../support-api';
import { dollars } from '../../api-client/prices';

type Schemas = components['schemas'];

const database = await testDatabase();
const api = new ApiDriver(database);
const client = await api.client('editor', 'Feeder');
const viewer = await api.client('viewer', 'Reader');
const secret = await api.token('editor', 'Feeder');
const NEVER = new AbortController().signal;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const DETAILS: Schemas['LicenseDetails'] = {
  name: 'Spring',
  notes: '',
  terms: {
    rightsType: 'SVOD',
    territories: ['CA', 'US'],
    devices: ['tv', 'mobile'],
    window: { startsOn: '2026-01-01', endsOn: '2027-01-01' },
  },
};

function offer(
  name: string,
  startsOn: string,
  endsOn: string | null,
  minor = 499,
): Schemas['Offer'] {
  return {
    name,
    prices: dollars(minor),
    window: { startsOn, endsOn },
    devices: ['tv', 'mobile'],
  };
}

/** The data of a response; throws its problem. */
function there<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}

const on = (id: string, version: number) => ({
  params: { path: { id }, header: headersFor(version) },
});

async function aContract(studio = aName('Studio')): Promise<string> {
  const body = { studio, reference: aName('REF'), signedOn: '2025-11-30', notes: '' };
  return there(await client.POST('/contracts', { params: { header: newKey() }, body })).id;
}

/** A license with an offer in February and one in April. */
async function aLicense(details = DETAILS) {
  const body = { contractId: await aContract(), details };
  const { id } = there(await client.POST('/licenses', { params: { header: newKey() }, body }));
  const offers = [
    offer('FEB', '2026-02-01', '2026-03-01'),
    offer('APR', '2026-04-01', '2026-05-01'),
  ] as const;
  there(
    await client.POST('/licenses/{id}/offers', {
      ...on(id, 1),
      body: { kind: 'at', offers: [...offers] },
    }),
  );
  return { id, offers };
}

function movie(title = aName('Title')): Schemas['ContentDetails'] {
  return {
    ...{ title, kind: 'movie', studio: 'Northlight', releaseYear: 2024 },
    ...{ parentId: null, position: null, identifiers: [], notes: '' },
  };
}

async function aTitle(
  licenseId: string,
  first: Schemas['Offer'],
  details = movie(),
): Promise<string> {
  const body = { details, first: { licenseId, offer: first } };
  return there(await client.POST('/content', { params: { header: newKey() }, body })).id;
}

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
    const yours = { kind: 'contract-corrected', before: body, after: { ...body, notes: 'Ended.' } };
    expect(disputed.error).toMatchObject({
      conflict: {
        verdict: 'disputed',
        dispute: { fields: ['notes'], yours, theirs: { ...yours, after: body } },
        rows: [{ field: 'notes', before: '–', yours: 'Ended.', theirs: 'Renewed.', result: null }],
      },
    });
    const found = there(await viewer.GET('/contracts', { params: { query: { q: studio } } }));
    expect(found).toMatchObject({ items: [{ id, notes: 'Renewed.', licenses: 0 }], total: 1 });
    const taken = await client.POST('/contracts', { params: { header: newKey() }, body: details });
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

describe('licenses', () => {
  it('are found by the filters of the page', async () => {
    const name = aName('Found');
    const { id } = await aLicense({ ...DETAILS, name });
    const found = async (query: Record<string, string | number | string[]>) =>
      there(await viewer.GET('/licenses', { params: { query: { q: name, ...query } } })).items.map(
        (row) => row.id,
      );

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

    const made = await client.POST('/licenses/{id}/offers/rearrangements', { ...on(id, 2), body });

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
    expect(there(await client.POST('/licenses/{id}/undo', on(id, 4))).offers).toEqual([offers[1]]);
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
    const has = there(await viewer.GET('/content/{id}/assignments', { params: { path: { id } } }));
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
    const saved = there(await client.POST('/content/{id}/takedowns', { ...on(id, 1), body: plan }));
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
    const undo = () => client.POST('/takedowns/undo', { params: { header: newKey() }, body: done });
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
    const { contractId } = there(await viewer.GET('/licenses/{id}', { params: { path: { id } } }));
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

describe('availability', () => {
  it('is answered by days, with obstacles', async () => {
    const { id: licenseId, offers } = await aLicense();
    const id = await aTitle(licenseId, offers[0]);
    const query = { territory: 'CA', device: 'tv', rightsType: 'SVOD' } as const;
    const days = { startsOn: '2026-02-15', endsOn: '2026-04-15' };
    const ask = { params: { query: { ...query, ...days, contentId: [id] } } };
    const answer = there(await viewer.GET('/availability', ask));

    const license = { licenseId, licenseName: 'Spring' };
    expect(answer.items).toMatchObject([
      {
        contentId: id,
        verdict: 'partly',
        nextYes: null,
        spans: [
          {
            available: true,
            days: { startsOn: '2026-02-15', endsOn: '2026-03-01' },
            license,
            offer: offers[0],
          },
          { available: false, obstacle: 'no-offer', license },
          { available: false, obstacle: 'not-assigned', license, offer: offers[1] },
        ],
      },
    ]);
    const found = there(
      await viewer.GET('/availability', {
        params: { query: { ...query, ...days, kind: 'movie' } },
      }),
    );
    expect(found.total).toBeGreaterThan(0);
    const backwards = await api.send(
      'GET',
      '/availability?territory=XX&device=tv&rightsType=SVOD&startsOn=2026-02-30&endsOn=2026-01-01&color=red',
      { secret },
    );
    expect(await backwards.json()).toMatchObject({
      status: 422,
      errors: [
        { parameter: 'territory', code: 'invalid-territories' },
        { parameter: 'startsOn', code: 'invalid-date' },
        { parameter: 'color', code: 'unrecognized-keys' },
      ],
    });
    const unknown = await api.send(
      'GET',
      `/availability?territory=CA&device=tv&rightsType=SVOD&startsOn=2026-02-01&endsOn=2026-03-01&contentId=${anId()}`,
      { secret },
    );
    expect(unknown.status).toBe(422);
  });
});

describe('history', () => {
  it('names the token', async () => {
    const { id } = await aLicense();
    const told = there(await viewer.GET('/history', { params: { query: { aggregateId: id } } }));

    expect(told.items.map(({ version, actor, words }) => [version, actor, words])).toEqual([
      [2, 'Feeder', 'Price ladder: 2 offers, FEB and APR'],
      [1, 'Feeder', 'License granted, 1 Jan – 31 Dec 2026'],
    ]);
    expect(there(await viewer.GET('/history', {})).items.length).toBeGreaterThan(2);
  });
});

describe('imports and exports', () => {
  const work = new ImportWork(database.records, database.prisma, () => TODAY, unwatched);
  const upload = (bytes: Uint8Array, key: string, headers: Record<string, string> = {}) =>
    api.fetch(
      new Request('http://crms.example/api/v1/imports?fileName=spring.xlsx', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${secret}`,
          'content-type': XLSX,
          ...newKey(key),
          ...headers,
        },
        body: bytes as BodyInit,
      }),
    );

  it('accept a workbook once, check it by rules, commit and undo it', async () => {
    const bytes = availsWorkbook([
      aMovieRow('m1'),
      aMovieRow('m2', { 'AvailTrans/Start': 'soon' }),
    ]);
    const key = anId();
    const answers = [await upload(bytes, key), await upload(bytes, key)];
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    const [{ id }, again] = (await Promise.all(answers.map((answer) => answer.json()))) as [
      Schemas['ImportAccepted'],
      Schemas['ImportAccepted'],
    ];
    expect(again.id).toBe(id);
    expect(answers[1]?.headers.get('idempotency-replayed')).toBe('true');
    const other = await upload(availsWorkbook([aMovieRow('m3')]), key);
    expect(await other.json()).toMatchObject({ status: 422, code: 'key-reused' });

    await work.do({ importId: id, work: 'check' }, NEVER);
    const path = { id };
    const ready = await viewer.GET('/imports/{id}', { params: { path } });
    expect(there(ready)).toMatchObject({ state: 'ready', revision: 1, rejected: 1, rows: 2 });
    expect(ready.response.headers.get('etag')).toBe('"1"');
    const problems = there(await viewer.GET('/imports/{id}/problems', { params: { path } }));
    expect(problems.items[0]).toMatchObject({ severity: 'error', count: 1 });

    const rules = { ...there(ready).rules, devices: ['tv' as const] };
    const stale = await client.PUT('/imports/{id}/rules', { ...on(id, 7), body: rules });
    expect(stale.error).toMatchObject({ status: 412, code: 'import-moved', latestVersion: 1 });
    const changed = await client.PUT('/imports/{id}/rules', { ...on(id, 1), body: rules });
    expect(there(changed)).toEqual({ id, revision: 2 });
    const early = await client.POST('/imports/{id}/commit', {
      ...on(id, 2),
      body: { mode: 'file' },
    });
    expect(early.error).toMatchObject({ status: 409, code: 'import-moved' });
    await work.do({ importId: id, work: 'check' }, NEVER);

    const review = there(
      await viewer.GET('/imports/{id}/review', { params: { path, query: { what: 'title' } } }),
    );
    expect(review.items).toMatchObject([{ name: 'Movie m1', outcome: 'created', change: 0 }]);
    const leaveOut = (change: number, isLeftOut: boolean) =>
      client.POST('/imports/{id}/left-out', { ...on(id, 2), body: { change, isLeftOut } });
    expect((await leaveOut(7, true)).error).toMatchObject({ code: 'not-to-be-left-out' });
    expect(there(await leaveOut(0, true))).toEqual({ id, revision: 2 });
    const without = there(await viewer.GET('/imports/{id}', { params: { path } }));
    expect(without).toMatchObject({ applicable: 0, leftOutChanges: 1 });
    expect(there(await leaveOut(0, false))).toEqual({ id, revision: 2 });
    const { revision } = there(await viewer.GET('/imports/{id}', { params: { path } }));
    const commit = { ...on(id, revision), body: { mode: 'license' as const } };
    expect((await client.POST('/imports/{id}/commit', commit)).response.status).toBe(202);
    const repeated = await client.POST('/imports/{id}/commit', commit);
    expect(repeated.response.headers.get('idempotency-replayed')).toBe('true');
    await work.do({ importId: id, work: 'commit' }, NEVER);
    const committed = there(await viewer.GET('/imports/{id}', { params: { path } }));
    expect(committed).toMatchObject({ state: 'committed', settledBy: 'Feeder' });

    const rows = await client.POST('/imports/{id}/rejected-rows', {
      params: { path, header: newKey() },
    });
    expect(there(rows).exportId).toMatch(/^[\da-f-]{36}$/);
    expect(there(await client.POST('/imports/{id}/undo', on(id, revision)))).toMatchObject({ id });
    await work.do({ importId: id, work: 'undo' }, NEVER);
    const cancelled = await client.POST('/imports/{id}/cancel', {
      params: { path, header: newKey() },
    });
    expect(cancelled.response.status).toBe(202);
    const list = there(await viewer.GET('/imports', {}));
    expect(list.items).toMatchObject([{ id, state: 'undone', fileName: 'spring.xlsx' }]);
  });

  it('accept a form, but no other type, no other file and no larger file', async () => {
    const form = new FormData();
    form.set('file', new File([availsWorkbook([aMovieRow('f1')]) as BlobPart], 'form.xlsx'));
    const sent = await api.fetch(
      new Request('http://crms.example/api/v1/imports', {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, ...newKey() },
        body: form,
      }),
    );
    expect(sent.status).toBe(202);
    const csv = await upload(new TextEncoder().encode('a,b'), anId());
    expect(await csv.json()).toMatchObject({ status: 422, code: 'not-a-workbook' });
    const typed = await upload(new Uint8Array([1]), anId(), { 'content-type': 'text/csv' });
    expect(await typed.json()).toMatchObject({ status: 415 });
    const large = await upload(new Uint8Array(5_300_000), anId());
    expect(await large.json()).toMatchObject({ status: 413 });
    const somewhat = await upload(new Uint8Array(5 * 1024 * 1024 + 1), anId());
    expect(await somewhat.json()).toMatchObject({ status: 413, code: 'file-too-large' });
  });

  it('return exported files', async () => {
    const { id: licenseId, offers } = await aLicense();
    await aTitle(licenseId, offers[0], movie('Quiet Harbor'));
    const header = newKey();
    const order = (format: 'xlsx' | 'csv') =>
      client.POST('/exports', {
        params: { header },
        body: { query: { licenseIds: [licenseId] }, format },
      });
    const { id } = there(await order('csv'));
    expect((await order('csv')).response.headers.get('idempotency-replayed')).toBe('true');
    expect((await order('xlsx')).error).toMatchObject({ status: 422, code: 'key-reused' });
    const path = { id };
    expect((await viewer.GET('/exports/{id}/file', { params: { path } })).response.status).toBe(
      404,
    );
    await new ExportWork(database.records, database, () => database.url, unwatched).do(
      { exportId: id },
      NEVER,
    );

    const made = there(await viewer.GET('/exports/{id}', { params: { path } }));
    expect(made).toMatchObject({
      state: 'done',
      words: 'License Spring',
      // Its two territories share a row.
      rows: 1,
      madeBy: 'Feeder',
    });
    there(
      await client.POST('/licenses/{id}/end', {
        ...on(licenseId, 2),
        body: { lastDay: '2026-03-31', reason: 'Terminated' },
      }),
    );
    const later = await client.POST('/exports', {
      params: { header: newKey() },
      body: { query: { licenseIds: [licenseId] }, format: 'csv' },
    });
    const { id: laterId } = there(later);
    const ended = await viewer.GET('/exports/{id}', { params: { path: { id: laterId } } });
    expect(there(ended).words).toBe('License Spring (ended)');
    const file = await api.send('GET', `/exports/${id}/file`, { secret });
    expect(await file.text()).toContain('Quiet Harbor');
    expect(file.headers.get('content-disposition')).toContain('.csv');
    const cancelled = await client.POST('/exports/{id}/cancel', {
      params: { path, header: newKey() },
    });
    expect(cancelled.response.status).toBe(202);
    expect(there(await viewer.GET('/exports', {})).total).toBeGreaterThan(0);
  });

  it('are written by the profile of a receiver', async () => {
    const body = { name: 'Tern Street', style: { endDates: 'last-second' as const } };
    const saved = there(
      await client.POST('/export-profiles', { params: { header: newKey() }, body }),
    );
    expect(there(await viewer.GET('/export-profiles', {})).items).toMatchObject([body]);
    const params = { path: { id: saved.id }, header: newKey() };
    const removed = await client.POST('/export-profiles/{id}/remove', { params });
    expect(removed.response.status).toBe(202);
  });
});

it('was called for every operation, and responded as documented', () => {
  const answered = new Set(
    [...api.seen].filter((name) => / 2\d\d$/.test(name)).map((name) => name.slice(0, -4)),
  );
  expect(api.operations.filter((operation) => !answered.has(operation))).toEqual([]);
});
