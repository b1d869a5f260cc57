import { expect, it } from 'vitest';
import type { components } from '../../api-client/paths';
import { dollars } from '../../api-client/prices';
import { aName } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, newKey } from '../support-api';

type Schemas = components['schemas'];

/* Many licenses are changed over the API: tried, changed and undone; and what that is refused for. */

const database = await testDatabase();
const api = new ApiDriver(database);
const client = await api.client('editor', 'Feeder');
const viewer = await api.client('viewer', 'Reader');

const ALL = { endingFrom: null, name: null };
const OFFER: Schemas['Offer'] = {
  ...{ name: 'DEC', prices: dollars(499), devices: ['tv'] },
  window: { startsOn: '2026-12-01', endsOn: '2027-01-01' },
};
const PRICE: Schemas['BulkPlan'] = {
  ...{ kind: 'change-price', offers: ALL, by: { kind: 'percent', hundredths: 1_000 } },
  rounding: { ending: '99', to: 'up', withoutHundredths: 'refuse' },
};
const SHIFT: Schemas['BulkPlan'] = {
  ...{ kind: 'shift', offers: ALL, days: 7, outside: 'refuse', inTheWay: 'refuse' },
};

const details = (): Schemas['LicenseDetails'] => ({
  ...{ name: aName('License'), notes: '' },
  terms: {
    ...{ rightsType: 'TVOD', territories: ['US'], devices: ['tv'] },
    window: { startsOn: '2026-01-01', endsOn: '2027-01-01' },
  },
});

/** Licenses for 2026 that have the offer. */
async function licenses(count: number): Promise<{ licenseId: string; version: number }[]> {
  const { data } = await client.POST('/contracts', {
    params: { header: newKey() },
    body: {
      ...{ studio: aName('Studio'), reference: aName('REF'), signedOn: '2025-11-30', notes: '' },
      licenses: Array.from({ length: count }, () => ({ details: details(), offers: [OFFER] })),
    },
  });
  return (data?.licenses ?? []).map(({ id: licenseId, version }) => ({ licenseId, version }));
}

const change = (body: Schemas['BulkChange'], by = client) =>
  by.POST('/bulk-changes', { params: { header: newKey() }, body });
const attempt = (body: Schemas['BulkChange']) =>
  client.POST('/bulk-changes/trial', { body: { ...body, today: '2026-06-01' } });
const priceOf = async (id: string) =>
  (await client.GET('/licenses/{id}', { params: { path: { id } } })).data?.offers[0]?.prices[0];

it('are tried, changed as the trial says, and undone by what was answered', async () => {
  const chosen = await licenses(3);
  const tried = await attempt({ plan: PRICE, licenses: chosen });
  expect(tried.data).toMatchObject({ offers: 3, same: 0, onTiers: 0, blocked: [], titles: null });
  expect(tried.data?.samples[0]).toMatchObject({ offer: 'DEC', before: '$4.99', after: '$5.99' });

  const { data, response } = await change({ plan: PRICE, licenses: tried.data?.changes ?? [] });
  expect(response.status).toBe(200);
  expect(data?.licenses.map(({ version }) => version)).toEqual([2, 2, 2]);
  expect(await priceOf(chosen[0]?.licenseId ?? '')).toMatchObject({ amount: { minor: 599 } });

  const undone = await client.POST('/bulk-changes/undo', {
    params: { header: newKey() },
    body: { licenses: data?.licenses ?? [] },
  });
  expect(undone.data?.licenses.map(({ version }) => version)).toEqual([3, 3, 3]);
  expect(await priceOf(chosen[0]?.licenseId ?? '')).toMatchObject({ amount: { minor: 499 } });
});

it('are about some offers of a license where their first days are named', async () => {
  const chosen = await licenses(1);
  const of = (startingOn: readonly string[]): Schemas['BulkPlan'] => ({
    ...PRICE,
    offers: { ...ALL, startingOn: [...startingOn] },
  });

  const none = await attempt({ plan: of(['2026-11-01']), licenses: chosen });
  expect(none.data).toMatchObject({ changes: [], offers: 0, same: 1 });
  const one = await attempt({ plan: of(['2026-12-01']), licenses: chosen });
  expect(one.data).toMatchObject({ changes: chosen, offers: 1, same: 0 });
  const wrong = await change({ plan: of(['2026-13-01']), licenses: chosen });
  expect(wrong.error).toMatchObject({ errors: [{ pointer: '#/plan/offers/startingOn/0' }] });
});

it('that are blocked are named by cause in the trial, and with their reasons in the refusal', async () => {
  const chosen = await licenses(2);
  const tried = await attempt({ plan: SHIFT, licenses: chosen });
  expect(tried.data?.changes).toEqual([]);
  expect(tried.data?.blocked).toMatchObject([{ code: 'offer-outside-license' }]);
  expect(tried.data?.blocked[0]?.all).toHaveLength(2);

  const { error, response } = await change({ plan: SHIFT, licenses: chosen });
  expect(response.status).toBe(409);
  expect(error).toMatchObject({
    code: 'licenses-blocked',
    errors: [{ pointer: '#/licenses' }],
    blocked: [{ reason: expect.stringContaining('outside the license window') as unknown }, {}],
  });
});

it('that were saved since are explained together, and nothing is changed', async () => {
  const [first, second] = await licenses(2);
  if (first === undefined || second === undefined) throw new Error('There are two.');
  await change({ plan: PRICE, licenses: [first] });
  const tried = await attempt({ plan: PRICE, licenses: [first, second] });
  expect(tried.data?.blocked).toMatchObject([
    { code: 'stale', all: [{ licenseId: first.licenseId, version: 2 }] },
  ]);

  const { error, response } = await change({ plan: PRICE, licenses: [first, second] });
  expect(response.status).toBe(412);
  expect(error).toMatchObject({
    code: 'stale',
    jointConflict: { changed: [{ id: first.licenseId, madeAgainst: 1, latestVersion: 2 }] },
  });
  expect(await priceOf(second.licenseId)).toMatchObject({ amount: { minor: 499 } });
});

it('need an editor, a key, and a plan that is valid', async () => {
  const chosen = await licenses(1);
  expect((await change({ plan: PRICE, licenses: chosen }, viewer)).response.status).toBe(403);
  const keyless = await client.POST('/bulk-changes', {
    params: { header: {} as never },
    body: { plan: PRICE, licenses: chosen },
  });
  expect(keyless.response.status).toBe(400);
  const far = await change({ plan: { ...SHIFT, days: 3_661 }, licenses: chosen });
  expect(far.error).toMatchObject({ errors: [{ pointer: '#/plan/days' }] });
  const nowhere = await change({ plan: { ...SHIFT, days: 0 }, licenses: chosen });
  expect(nowhere.error).toMatchObject({ code: 'licenses-blocked' });
});
