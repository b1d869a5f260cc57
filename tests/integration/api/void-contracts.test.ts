import { expect, it } from 'vitest';
import type { components } from '../../api-client/paths';
import { dollars } from '../../api-client/prices';
import { PostgresChangeFeed } from '../../../src/adapters/postgres/events/change-feed';
import { aName, anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, headersFor, newKey, TODAY } from '../support-api';

type Schemas = components['schemas'];

const database = await testDatabase();
const api = new ApiDriver(database);
const client = await api.client('editor', 'Feeder');
const viewer = await api.client('viewer', 'Reader');

const REASON = 'Recorded twice';
const OFFER: Schemas['Offer'] = {
  name: 'FEB',
  prices: dollars(499),
  window: { startsOn: '2026-02-01', endsOn: '2026-03-01' },
  devices: ['tv'],
};

/** The data of a response; throws its problem. */
function there<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}

const on = (id: string, version: number) => ({
  params: { path: { id }, header: headersFor(version) },
});

const licenseDetails = (name = aName('License')): Schemas['LicenseDetails'] => ({
  ...{ name, notes: '' },
  terms: {
    ...{ rightsType: 'SVOD', territories: ['US'], devices: ['tv'] },
    window: { startsOn: '2026-01-01', endsOn: '2027-01-01' },
  },
});

/** A contract with a license that has one offer, and a title that has only that. */
async function aContract() {
  const studio = aName('Studio');
  const body = {
    ...{ studio, reference: aName('REF'), signedOn: '2025-11-30', notes: '' },
    licenses: [{ details: licenseDetails(), offers: [OFFER] }],
  };
  const recorded = there(await client.POST('/contracts', { params: { header: newKey() }, body }));
  const licenseId = recorded.licenses?.[0]?.id ?? '';
  const movie: Schemas['ContentDetails'] = {
    ...{ title: aName('Title'), kind: 'movie', studio: 'Northlight', releaseYear: 2024 },
    ...{ parentId: null, position: null, identifiers: [], notes: '' },
  };
  const registered = await client.POST('/content', {
    params: { header: newKey() },
    body: { details: movie, first: { licenseId, offer: OFFER } },
  });
  return { id: recorded.id, studio, licenseId, titleId: there(registered).id };
}

const contractOf = async (id: string) =>
  there(await viewer.GET('/contracts/{id}', { params: { path: { id } } }));

it('tells what was saved since of its licenses, when one of them is stale', async () => {
  const { id, licenseId } = await aContract();
  const details = there(
    await viewer.GET('/licenses/{id}', { params: { path: { id: licenseId } } }),
  ).details;
  there(
    await client.PUT('/licenses/{id}', {
      ...on(licenseId, 1),
      body: { ...details, notes: 'Renewed.' },
    }),
  );
  const stale = await client.POST('/contracts/{id}/void', {
    ...on(id, 1),
    body: { reason: REASON, licenses: [{ licenseId, version: 1 }] },
  });
  expect(stale.error).toMatchObject({
    ...{ status: 412, code: 'stale' },
    jointConflict: {
      kind: 'licenses',
      changed: [{ id: licenseId, name: details.name, madeAgainst: 1, latestVersion: 2 }],
      since: [{ actor: 'Feeder', version: 2 }],
    },
  });
  expect(await contractOf(id)).toMatchObject({ version: 1, closing: null });
});

it('is void with its licenses, is found by asking for it, and comes back with them', async () => {
  const { id, studio, licenseId, titleId } = await aContract();
  const licenses = [{ licenseId, version: 1 }];

  const trial = there(
    await client.POST('/contracts/{id}/void/trial', {
      params: { path: { id } },
      body: { reason: REASON, licenses, version: 1, today: TODAY },
    }),
  );
  expect(trial).toMatchObject({
    ...{ titles: 1, releasedTitles: 1, retired: [{ contentId: titleId }] },
    licenses: [{ licenseId, withdrawn: [{ name: 'FEB' }] }],
  });
  expect(await contractOf(id)).toMatchObject({ version: 1, closing: null });

  const voided = await client.POST('/contracts/{id}/void', {
    ...on(id, 1),
    body: { reason: REASON, licenses },
  });
  expect(there(voided)).toEqual({ id, version: 2, licenses: [{ id: licenseId, version: 2 }] });
  const closing = { kind: 'void', reason: REASON, licenses: [licenseId] };
  expect(await contractOf(id)).toMatchObject({ version: 2, closing });
  const listed = async (query: { closed?: 'void' }) =>
    there(await viewer.GET('/contracts', { params: { query: { q: studio, ...query } } }));
  expect(await listed({})).toMatchObject({ items: [], total: 0 });
  expect(await listed({ closed: 'void' })).toMatchObject({
    ...{ items: [{ id, closing, licenses: 0, current: 0 }], total: 1 },
  });

  const granted = await client.POST('/licenses', {
    params: { header: newKey() },
    body: { contractId: id, details: licenseDetails() },
  });
  expect(granted.error).toMatchObject({ status: 409, code: 'contract-void' });
  const undone = await client.POST('/licenses/{id}/undo', on(licenseId, 2));
  expect(undone.error).toMatchObject({ status: 409, code: 'contract-void' });
  const reopened = await client.POST('/closings/undo', {
    params: { header: newKey() },
    body: { licenses: [{ id: licenseId, version: 2 }] },
  });
  expect(reopened.error).toMatchObject({ status: 409, code: 'contract-void' });

  const back = await client.POST('/contracts/{id}/return', {
    ...on(id, 2),
    body: { withLicenses: true },
  });
  expect(there(back)).toEqual({ id, version: 3, licenses: [{ id: licenseId, version: 3 }] });
  expect(await contractOf(id)).toMatchObject({ version: 3, closing: null });
  const title = there(await viewer.GET('/content/{id}', { params: { path: { id: titleId } } }));
  expect(title).toMatchObject({ version: 3, closing: null });

  const history = there(
    await viewer.GET('/history', { params: { query: { aggregateId: id } } }),
  ).items;
  expect(history.map(({ words }) => words).slice(0, 2)).toEqual([
    'Brought back, with 1 license',
    'Voided: Recorded twice, with 1 license',
  ]);
});

it('is refused in one sentence, with nothing written', async () => {
  const { id, licenseId } = await aContract();
  const close = (
    version: number,
    body: { reason: string; licenses?: { licenseId: string; version: number }[] },
  ) => client.POST('/contracts/{id}/void', { ...on(id, version), body });
  const licenses = [{ licenseId, version: 1 }];

  expect((await close(1, { reason: REASON })).error).toMatchObject({
    ...{ status: 409, code: 'licenses-in-use' },
    detail: expect.stringMatching(/has a license that is still in use: License/) as string,
  });
  expect((await close(1, { reason: ' ', licenses })).error).toMatchObject({
    ...{ status: 422, errors: [{ pointer: '#/reason' }] },
  });
  expect((await close(9, { reason: REASON, licenses })).error).toMatchObject({
    code: 'version-ahead',
  });
  const elsewhere = [...licenses, { licenseId: anId(), version: 1 }];
  expect((await close(1, { reason: REASON, licenses: elsewhere })).error).toMatchObject({
    ...{ status: 404, code: 'not-found' },
  });
  const stale = [{ licenseId, version: 1 }];
  there(await client.PUT('/licenses/{id}', { ...on(licenseId, 1), body: licenseDetails() }));
  expect((await close(1, { reason: REASON, licenses: stale })).error).toMatchObject({
    ...{ status: 412, code: 'stale' },
  });
  const returned = await client.POST('/contracts/{id}/return', { ...on(id, 1), body: {} });
  expect(returned.error).toMatchObject({ status: 409, code: 'contract-not-void' });
  expect(await contractOf(id)).toMatchObject({ version: 1, closing: null });

  there(await close(1, { reason: REASON, licenses: [{ licenseId, version: 2 }] }));
  expect((await close(2, { reason: REASON })).error).toMatchObject({
    ...{ status: 409, code: 'contract-void' },
  });
});

it('of an older version is explained, and can be made on the latest', async () => {
  const { id, licenseId } = await aContract();
  const { version: _version, closing: _closing, id: _id, ...details } = await contractOf(id);
  there(await client.PUT('/contracts/{id}', { ...on(id, 1), body: { ...details, notes: 'New' } }));
  const close = (version: number) =>
    client.POST('/contracts/{id}/void', {
      ...on(id, version),
      body: { reason: REASON, licenses: [{ licenseId, version: 1 }] },
    });

  expect((await close(1)).error).toMatchObject({
    ...{ status: 412, code: 'stale', latestVersion: 2 },
    conflict: {
      ...{ kind: 'contract', verdict: 'legal', sinceTotal: 1 },
      ways: [{ change: { kind: 'contract-closed', closing: { licenses: [licenseId] } } }],
      rows: [
        { label: 'Void', before: 'in use', yours: 'Voided: Recorded twice', theirs: null },
        { label: 'Contract', theirs: 'Edited notes', result: 'kept' },
      ],
    },
  });
  there(await close(2));

  expect(
    (await client.PUT('/contracts/{id}', { ...on(id, 2), body: details })).error,
  ).toMatchObject({
    ...{ status: 412, code: 'stale' },
    conflict: {
      ...{ verdict: 'refused', code: 'contract-void', ways: [] },
      rows: [
        { field: 'notes' },
        { label: 'Contract', theirs: 'Voided: Recorded twice, with 1 license' },
      ],
    },
  });
  expect((await close(2)).error).toMatchObject({
    conflict: { verdict: 'refused', code: 'contract-void' },
  });
});

it('is told to whoever follows the changes', async () => {
  const { id, licenseId } = await aContract();
  const feed = new PostgresChangeFeed(database.prisma, database.url);
  const stopping = new AbortController();
  const told: string[] = [];
  let isSubscribed = false;
  // The first batch tells the place only.
  for await (const { changes } of feed.subscribe(null, stopping.signal)) {
    if (!isSubscribed) {
      isSubscribed = true;
      const body = { reason: REASON, licenses: [{ licenseId, version: 1 }] };
      there(await client.POST('/contracts/{id}/void', { ...on(id, 1), body }));
    }
    told.push(
      ...changes.filter((change) => change.id === id).map(({ kind, words }) => `${kind}: ${words}`),
    );
    if (told.length > 0) break;
  }
  stopping.abort();
  await feed.close();

  expect(told).toEqual(['contract-closed: Voided: Recorded twice, with 1 license']);
});
