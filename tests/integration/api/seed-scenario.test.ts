import { expect, it } from 'vitest';
import type { components } from '../../api-client/paths';
import { testDatabase } from '../support';
import { ApiDriver, headersFor, newKey } from '../support-api';
import { dollars } from '../../api-client/prices';

type Offer = components['schemas']['Offer'];

const database = await testDatabase();
const api = new ApiDriver(database);

function offer(name: string, minor: number, startsOn: string, endsOn: string): Offer {
  const devices: Offer['devices'] = [
    'tv',
    'set-top-box',
    'computer',
    'mobile',
    'tablet',
    'console',
  ];
  return { name, prices: dollars(minor), window: { startsOn, endsOn }, devices };
}

function changes(id: string, version: number, key?: string) {
  return { params: { path: { id }, header: headersFor(version, key) } };
}

it('adds three offers to a license of DISNEY, refuses a fourth, and two clients add one each', async () => {
  const [marta, priya] = [
    await api.client('editor', 'Marta’s'),
    await api.client('editor', 'Priya’s'),
  ];
  const contract = await priya.POST('/contracts', {
    params: { header: newKey() },
    body: { studio: 'DISNEY', reference: 'D-1', signedOn: '2018-11-30', notes: '' },
  });
  expect(contract.response.headers.get('location')).toBe(
    `/api/v1/contracts/${contract.data?.id ?? ''}`,
  );
  const granted = await priya.POST('/licenses', {
    params: { header: newKey() },
    body: {
      contractId: contract.data?.id ?? '',
      details: {
        name: 'Library 2019–2024',
        notes: '',
        terms: {
          rightsType: 'SVOD',
          territories: ['US'],
          devices: ['tv', 'set-top-box', 'computer', 'mobile', 'tablet', 'console'],
          window: { startsOn: '2019-01-01', endsOn: '2025-01-01' },
        },
      },
    },
  });
  expect(granted).toMatchObject({ data: { version: 1 }, response: { status: 201 } });
  const id = granted.data?.id ?? '';

  const offers = [
    offer('DSC', 999, '2021-01-01', '2022-01-01'),
    offer('PREM', 499, '2022-01-01', '2022-10-01'),
    offer('STD_DSC', 199, '2023-01-01', '2023-09-09'),
  ];
  for (const [index, one] of offers.entries()) {
    const saved = await priya.POST('/licenses/{id}/offers', {
      ...changes(id, index + 1),
      body: { kind: 'at', offers: [one] },
    });
    expect(saved.data).toEqual({ id, version: index + 2, offers: [one] });
    expect(saved.response.headers.get('etag')).toBe(`"${index + 2}"`);
  }

  const fourth = offer('FOURTH', 399, '2021-06-01', '2022-06-01');
  const refused = await priya.POST('/licenses/{id}/offers', {
    ...changes(id, 4),
    body: { kind: 'at', offers: [fourth] },
  });
  expect(refused.response.status).toBe(409);
  expect(refused.response.headers.get('content-type')).toBe('application/problem+json');
  expect(refused.error).toMatchObject({
    code: 'offer-overlap',
    detail:
      'FOURTH overlaps DSC by 214 days (1 Jun – 31 Dec 2021) and PREM by 151 days (1 Jan – 31 May 2022).',
    overlaps: [
      { offer: offers[0], days: { startsOn: '2021-06-01', endsOn: '2022-01-01' } },
      { offer: offers[1], days: { startsOn: '2022-01-01', endsOn: '2022-06-01' } },
    ],
    nearest: {
      fits: [
        { startsOn: '2020-01-02', endsOn: '2021-01-01' },
        { startsOn: '2023-09-09', endsOn: '2024-09-08' },
      ],
      shortened: null,
    },
    errors: [{ pointer: '#/offers/0/window', code: 'offer-overlap' }],
  });
  const [way] =
    refused.error !== undefined && 'ways' in refused.error ? (refused.error.ways ?? []) : [];
  expect(way?.change).toEqual({
    kind: 'offers-generated',
    offers: [{ ...fourth, window: { startsOn: '2020-01-02', endsOn: '2021-01-01' } }],
  });

  const hers = offer('MARTA', 99, '2023-09-09', '2024-01-01');
  const his = offer('PRIYA', 299, '2024-01-01', '2024-07-01');
  const first = await marta.POST('/licenses/{id}/offers', {
    ...changes(id, 4),
    body: { kind: 'at', offers: [hers] },
  });
  expect(first.data?.version).toBe(5);
  const stale = await priya.POST('/licenses/{id}/offers', {
    ...changes(id, 4),
    body: { kind: 'at', offers: [his] },
  });
  expect(stale.response.status).toBe(412);
  expect(stale.response.headers.get('etag')).toBe('"5"');
  expect(stale.error).toMatchObject({
    code: 'stale',
    latestVersion: 5,
    conflict: {
      madeAgainst: 4,
      latestVersion: 5,
      verdict: 'legal',
      since: [{ version: 5, actor: 'Marta’s', words: 'Added MARTA, $0.99, 9 Sep – 31 Dec 2023' }],
      ways: [{ change: { kind: 'offers-generated', offers: [his] } }],
    },
  });

  const conflict =
    stale.error !== undefined && 'conflict' in stale.error ? stale.error.conflict : undefined;
  const change = conflict?.kind === 'license' ? conflict.ways[0]?.change : undefined;
  if (change === undefined) throw new Error('No way was told.');
  const applied = await priya.POST('/licenses/{id}/changes', { ...changes(id, 5), body: change });
  expect(applied.data?.version).toBe(6);

  const seen = await marta.GET('/licenses/{id}', { params: { path: { id } } });
  expect(seen.response.headers.get('etag')).toBe('"6"');
  expect(seen.data?.offers).toEqual([...offers, hers, his]);
  expect(seen.data?.slots).toEqual([
    { startsOn: '2019-01-01', endsOn: '2021-01-01' },
    { startsOn: '2022-10-01', endsOn: '2023-01-01' },
    { startsOn: '2024-07-01', endsOn: '2025-01-01' },
  ]);
  expect(seen.data?.lastChange).toMatchObject({ version: 6, actor: 'Priya’s' });

  const kept = await database.rows<{ actor: string; named: boolean }>(
    `SELECT h.actor, t.name = h.actor AS named FROM history h JOIN api_tokens t ON t.id = h.actor_id
     WHERE aggregate_id = $1 ORDER BY version`,
    [id],
  );
  expect(kept.map(({ actor }) => actor)).toEqual([
    ...['Priya’s', 'Priya’s', 'Priya’s', 'Priya’s', 'Marta’s', 'Priya’s'],
  ]);
  expect(kept.every(({ named }) => named)).toBe(true);
});
