import { expect, it } from 'vitest';
import type { components } from '../../../api-client/paths';
import { aName, aTierLine, days } from '../../../builders/license-builders';
import { anEdit, inCanada } from '../../../builders/price-table-builders';
import { testDatabase } from '../../support';
import { ApiDriver, headersFor, newKey, ORIGIN } from '../../support-api';
import { offerFor, SeedData } from '../../support-titles';

const database = await testDatabase();
const api = new ApiDriver(database);
const secret = await api.token('editor');
const client = await api.client();
const seed = new SeedData(database.unitOfWork);

it('availability has the amounts of tiers by format, and tells those that are missing', async () => {
  const studio = aName('Halcyon');
  const offer = {
    ...offerFor('Spring', days('2026-03-01', '2026-03-31')),
    prices: [
      { ...aTierLine('Tier 1'), format: 'HD' },
      { ...aTierLine('Tier 1'), format: 'UHD' },
    ],
  };
  const license = await seed.license({ studio, rightsType: 'EST', offers: [offer] });
  const title = await seed.title({ studio, offers: [[license, offer]] });
  await recordTable(studio, [
    inCanada({ format: 'HD', price: 1699 }),
    inCanada({ format: 'HD', price: 1799, startsOn: '2026-03-20' }),
    anEdit({ format: 'UHD' }),
  ]);

  const { data } = await client.GET('/availability', {
    params: {
      query: {
        ...{ territory: 'CA', device: 'tv', rightsType: 'EST', contentId: [title] },
        ...{ startsOn: '2026-03-01', endsOn: '2026-04-01' },
      },
    },
  });

  const hd = (minor: number) => ({
    ...{ ...aTierLine('Tier 1'), format: 'HD', state: 'priced' },
    amount: { minor, currency: 'CAD' },
  });
  const uhd = { ...aTierLine('Tier 1'), format: 'UHD', state: 'missing', amount: null };
  expect(data?.items).toMatchObject([
    {
      verdict: 'yes',
      spans: [
        { days: { startsOn: '2026-03-01', endsOn: '2026-03-20' }, prices: [hd(1699), uhd] },
        { days: { startsOn: '2026-03-20', endsOn: '2026-04-01' }, prices: [hd(1799), uhd] },
      ],
    },
  ]);
});

it('missing amounts are listed, most titles first, as many as asked for', async () => {
  const studio = aName('Halcyon');
  const window = days('2036-03-01', '2036-03-31');
  const offer = { ...offerFor('Spring', window), prices: [aTierLine('Tier 1')] };
  const licensed = { studio, territories: ['CA'], offers: [offer] };
  const [est] = [
    await seed.license({ ...licensed, rightsType: 'EST' }),
    await seed.license({ ...licensed, rightsType: 'TVOD' }),
  ];
  await seed.title({ studio, offers: [[est, offer]] });

  const { data } = await client.GET('/missing-amounts', {
    params: { query: { studio: studio.toUpperCase(), limit: 1 } },
  });

  expect(data).toMatchObject({
    items: [
      {
        ...{ studio, tier: 'Tier 1', rightsType: 'EST', kind: 'SRP', format: null },
        ...{
          territories: ['CA'],
          neededOn: '2036-03-01',
          titles: 1,
          column: { territory: 'CA', currency: 'CAD' },
        },
      },
    ],
    previous: null,
    total: 2,
  });
  const page = async (cursor: string | null | undefined) => {
    const query = { studio, limit: 1, cursor: cursor ?? '' };
    const { data: other } = await client.GET('/missing-amounts', { params: { query } });
    return other;
  };
  const second = await page(data?.next);
  expect(second).toMatchObject({
    items: [{ rightsType: 'TVOD', titles: 0 }],
    next: null,
    total: 2,
  });
  expect((await page(second?.previous))?.items).toEqual(data?.items);
  const wrong = await client.GET('/missing-amounts', { params: { query: { cursor: '>[' } } });
  expect(wrong.error).toMatchObject({ status: 422, errors: [{ code: 'invalid-cursor' }] });
});

it.each(['csv', 'xlsx'] as const)('a price table goes through %s and back', async (format) => {
  const entries = [
    anEdit(),
    anEdit({ startsOn: '2027-01-01', price: 1690 }),
    inCanada({ format: 'UHD', price: 'not-sold' }),
  ];
  const { id } = await recordTable(aName('Studio'), entries);
  const other = await recordTable(aName('Studio'), [anEdit({ price: 999 })]);

  const file = await api.send('GET', `/price-tables/${id}/file?format=${format}`, { secret });
  const bytes = await file.arrayBuffer();
  const same = await sendFile(id, 1, bytes);
  const taken = await sendFile(other.id, 1, bytes);

  expect(file.headers.get('content-disposition')).toContain(`.${format}"`);
  expect(await same.json()).toEqual({ id, version: 1 });
  expect(await taken.json()).toEqual({ id: other.id, version: 2 });
  const read = (table: string) =>
    client.GET('/price-tables/{id}', { params: { path: { id: table } } });
  expect((await read(other.id)).data?.prices).toEqual((await read(id)).data?.prices);
});

it('a file of prices is refused whole, with the rows that cannot be read', async () => {
  const { id } = await recordTable(aName('Studio'), [anEdit()]);
  const head = 'Tier,Rights type,Kind of price,Format,Territory,Currency,From,Price';
  const rows = [
    head,
    'Tier 1,EST,SRP,all,all,USD,2027-01-01,1',
    'Tier 1,EST,SRP,8K,all,USD,2027-01-01,1',
  ];

  const wrong = await sendFile(id, 1, Buffer.from(rows.join('\n')));
  const other = await sendFile(id, 1, Buffer.from('Tier,Price\nTier 1,4.99'));
  const stale = await sendFile(id, 7, Buffer.from(rows.slice(0, 2).join('\n')));

  expect(await wrong.json()).toMatchObject({
    ...{ status: 422, errors: [{ code: 'unreadable-row' }] },
  });
  expect(await other.json()).toMatchObject({ status: 400, code: 'malformed' });
  expect(stale.status).toBe(412);
  const { data } = await client.GET('/price-tables/{id}', { params: { path: { id } } });
  expect(data).toMatchObject({ version: 1, prices: [anEdit()] });
});

function sendFile(id: string, version: number, bytes: ArrayBuffer | Buffer) {
  return api.fetch(
    new Request(`${ORIGIN}/api/v1/price-tables/${id}/file`, {
      method: 'POST',
      headers: {
        ...headersFor(version),
        ...{ authorization: `Bearer ${secret}`, 'content-type': 'text/csv' },
      },
      body: new Uint8Array(bytes),
    }),
  );
}

async function recordTable(studio: string, prices: readonly object[]) {
  const body = { studio, prices };
  const answer = await api.send('POST', '/price-tables', { secret, headers: newKey(), body });
  return (await answer.json()) as components['schemas']['Saved'];
}
