import { expect, it } from 'vitest';
import type { components } from '../../api-client/paths';
import { dollars } from '../../api-client/prices';
import { aName } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, headersFor, newKey } from '../support-api';

type Schemas = components['schemas'];

/*
 * What ends of rights are refused for over the API: one sentence about it that points at the field, and nothing is written.
 */

const database = await testDatabase();
const api = new ApiDriver(database);
const client = await api.client('editor', 'Feeder');

const reason = 'Rights reverted';
const OFFER: Schemas['Offer'] = {
  ...{ name: 'FEB', prices: dollars(499), devices: ['tv'] },
  window: { startsOn: '2026-02-01', endsOn: '2026-03-01' },
};

const on = (id: string, version: number) => ({
  params: { path: { id }, header: headersFor(version) },
});

/** A contract with licenses that have one offer, and a title that has that of the first. */
async function aContract(licenseCount = 1) {
  const details = (): Schemas['LicenseDetails'] => ({
    ...{ name: aName('License'), notes: '' },
    terms: {
      ...{ rightsType: 'SVOD', territories: ['US'], devices: ['tv'] },
      window: { startsOn: '2026-01-01', endsOn: '2027-01-01' },
    },
  });
  const { data: recorded } = await client.POST('/contracts', {
    params: { header: newKey() },
    body: {
      ...{ studio: aName('Studio'), reference: aName('REF'), signedOn: '2025-11-30', notes: '' },
      licenses: Array.from({ length: licenseCount }, () => ({
        details: details(),
        offers: [OFFER],
      })),
    },
  });
  const licenseIds = recorded?.licenses?.map(({ id }) => id) ?? [];
  const [licenseId = ''] = licenseIds;
  const { data: registered } = await client.POST('/content', {
    params: { header: newKey() },
    body: {
      details: {
        ...{ title: aName('Title'), kind: 'movie', studio: 'Northlight', releaseYear: 2024 },
        ...{ parentId: null, position: null, identifiers: [], notes: '' },
      },
      first: { licenseId, offer: OFFER },
    },
  });
  return { id: recorded?.id ?? '', licenseIds, licenseId, titleId: registered?.id ?? '' };
}

type Given = Awaited<ReturnType<typeof aContract>>;

const end = ({ licenseId }: Given, lastDay: string, why = reason) =>
  client.POST('/licenses/{id}/end', { ...on(licenseId, 1), body: { lastDay, reason: why } });
const takeDown = (
  { titleId }: Given,
  plan: Partial<Schemas['TakedownPlan']> & { readonly startsOn?: string },
) =>
  client.POST('/content/{id}/takedowns', {
    ...on(titleId, 1),
    body: { startsOn: '2026-02-10', territories: null, rightsTypes: null, reason, ...plan },
  });

const REFUSED: readonly (readonly [
  what: string,
  act: (given: Given) => Promise<{ error?: unknown }>,
  problem: object,
])[] = [
  [
    'a last day before the window',
    (given) => end(given, '2025-12-31'),
    {
      ...{ status: 409, code: 'ends-before-start', errors: [{ pointer: '#/lastDay' }] },
      detail:
        'The license begins on 1 Jan 2026. Choose a last day on or after it, or void the license if it was recorded by mistake.',
    },
  ],
  [
    'a last day that shortens nothing, up to the last of all',
    (given) => end(given, '9999-12-31'),
    {
      ...{ status: 409, code: 'end-not-earlier', errors: [{ pointer: '#/lastDay' }] },
      detail: 'The license ends after 31 Dec 2026 anyway. Choose an earlier last day.',
    },
  ],
  [
    'a last day beyond 9999',
    (given) => end(given, '10000-01-01'),
    { status: 422, errors: [{ pointer: '#/lastDay' }] },
  ],
  [
    'an end without a reason',
    (given) => end(given, '2026-02-14', ' '),
    { status: 422, errors: [{ pointer: '#/reason' }] },
  ],
  [
    'a takedown without a reason',
    (given) => takeDown(given, { reason: '' }),
    { status: 422, errors: [{ pointer: '#/reason' }] },
  ],
  [
    'a takedown from a day beyond 9999',
    (given) => takeDown(given, { startsOn: '10000-01-01' }),
    { status: 422, errors: [{ pointer: '#/startsOn' }] },
  ],
  [
    'a takedown of what has no rights there',
    (given) => takeDown(given, { territories: ['JP'] }),
    { status: 409, code: 'no-rights-there', errors: [{ pointer: '#/territories' }] },
  ],
  [
    'a void contract with licenses in use',
    ({ id }) => client.POST('/contracts/{id}/void', { ...on(id, 1), body: { reason } }),
    { status: 409, code: 'licenses-in-use' },
  ],
];

it.each(REFUSED)(
  '%s is refused with its field, and nothing is written',
  async (_, act, problem) => {
    const given = await aContract();
    const written = () =>
      database.rows(
        'SELECT (SELECT count(*) FROM history) AS lines, (SELECT count(*) FROM commands) AS c',
      );
    const before = await written();

    const { error } = await act(given);

    expect(error).toMatchObject(problem);
    expect(await written()).toEqual(before);
  },
);

it('ending what has ended says why it did, alone and among others', async () => {
  const given = await aContract(2);
  await end(given, '2026-02-14');
  const again = await client.POST('/licenses/{id}/end', {
    ...on(given.licenseId, 2),
    body: { lastDay: '2026-02-10', reason },
  });
  expect(again.error).toMatchObject({
    ...{ status: 409, code: 'already-closed' },
    detail: expect.stringMatching(/^License .* has already ended \(Rights reverted\)\./) as string,
  });
  const both = await client.POST('/closings', {
    params: { header: newKey() },
    body: {
      plan: { kind: 'ended', lastDay: '2026-02-10', reason },
      licenses: given.licenseIds.map((licenseId, index) => ({ licenseId, version: 2 - index })),
    },
  });
  expect(both.error).toMatchObject({ code: 'already-closed' });
  const [stored] = await database.rows<{ versions: number[] }>(
    'SELECT array_agg(version ORDER BY version) AS versions FROM licenses WHERE id = ANY ($1)',
    [given.licenseIds],
  );
  expect(stored?.versions).toEqual([1, 2]);
});

it('bringing back what clashes by now names what it clashes with', async () => {
  const given = await aContract(2);
  const [first = '', second = ''] = given.licenseIds;
  await client.POST('/licenses/{id}/void', { ...on(first, 1), body: { reason } });
  const returned = await client.POST('/content/{id}/return', {
    ...on(given.titleId, 2),
    body: { offers: [{ licenseId: second, offer: OFFER }] },
  });
  expect(returned.error).toBeUndefined();

  const undo = await client.POST('/licenses/{id}/undo', on(first, 2));

  expect(undo.error).toMatchObject({
    ...{ status: 409, code: 'titles-clash', titlesClashes: [{ clash: { licenseId: second } }] },
    detail: expect.stringMatching(/^Title .* would have two prices at once/) as string,
  });
  const [stored] = await database.rows(
    'SELECT version, closing ->> $2 AS closing FROM licenses WHERE id = $1',
    [...[first, 'kind']],
  );
  expect(stored).toEqual({ version: 2, closing: 'void' });
});
