import { describe, expect, it } from 'vitest';
import type { components } from '../../../api-client/paths';
import { aName, anId } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { ApiDriver, headersFor, newKey } from '../../support-api';

type Schemas = components['schemas'];
type Edit = Schemas['PriceEntryEdit'];

const database = await testDatabase();
const api = new ApiDriver(database);
const secret = await api.token('editor');
const client = await api.client();

const ALL: Edit = {
  tier: 'Tier 1',
  rightsType: 'EST',
  kind: 'SRP',
  format: null,
  territory: null,
  currency: 'USD',
  startsOn: '2026-01-01',
  price: 1499,
};
const CANADA: Edit = { ...ALL, format: 'UHD', territory: 'CA', currency: 'CAD', price: 1999 };

describe('a price table over the API', () => {
  it('is recorded, read, listed and known by its version', async () => {
    const studio = aName('Halcyon');
    const answer = await record(studio, [ALL, CANADA]);
    const { id } = answer.body;

    expect([answer.status, answer.body.version]).toEqual([201, 1]);
    expect(answer.headers.get('location')).toBe(`/api/v1/price-tables/${id}`);
    const { data, response } = await read(id);
    expect(data).toEqual({ id, studio, version: 1, prices: [ALL, CANADA] });
    expect(response.headers.get('etag')).toBe('"1"');
    const known = await api.send('GET', `/price-tables/${id}`, {
      ...{ secret, headers: { 'if-none-match': '"1"' } },
    });
    expect(known.status).toBe(304);
    const { data: list } = await client.GET('/price-tables', { params: { query: { q: studio } } });
    expect(list?.items).toEqual([
      {
        ...{ id, studio, version: 1, tiers: 1 },
        ...{ firstDay: '2026-01-01', lastDay: '2026-01-01' },
      },
    ]);
  });

  it('is changed from a day on, loses a day, and takes the newest change back', async () => {
    const { id } = (await record(aName('Studio'), [ALL])).body;
    const raised = { ...CANADA, startsOn: '2027-01-01', price: 2199 };

    await send('POST', `/price-tables/${id}/prices`, 1, { prices: [CANADA, raised] });
    expect((await read(id)).data?.prices).toEqual([ALL, CANADA, raised]);
    await send('DELETE', `/price-tables/${id}/days/2027-01-01`, 2);
    expect((await read(id)).data?.prices).toEqual([ALL, CANADA]);
    const undone = await send('POST', `/price-tables/${id}/undo`, 3);

    expect(undone).toMatchObject({ status: 200, body: { id, version: 4 } });
    expect((await read(id)).data?.prices).toEqual([ALL, CANADA, raised]);
    const { data } = await client.GET('/history', { params: { query: { aggregateId: id } } });
    expect(data?.items.map(({ version, words }) => [version, words])).toEqual([
      [4, 'Tier 1, EST, UHD, Canada from 1 Jan 2027: C$21.99'],
      [3, 'Tier 1, EST, UHD, Canada from 1 Jan 2027: C$21.99 removed'],
      [2, 'Changed 2 prices on 2 days'],
      [1, expect.stringMatching(/^Price table of Studio .* recorded with 1 price$/)],
    ]);
  });

  it('is answered once for one key', async () => {
    const { id } = (await record(aName('Studio'), [ALL])).body;
    const headers = headersFor(1);
    const asked = { secret, headers, body: { prices: [CANADA] } };

    const [first, second] = [
      await api.send('POST', `/price-tables/${id}/prices`, asked),
      await api.send('POST', `/price-tables/${id}/prices`, asked),
    ];

    expect(await second.json()).toEqual(await first.json());
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });

  it('explains a stale change cell by cell, and takes what it proposes', async () => {
    const { id } = (await record(aName('Studio'), [ALL])).body;
    await send('POST', `/price-tables/${id}/prices`, 1, { prices: [{ ...ALL, price: 1699 }] });

    const stale = await send('POST', `/price-tables/${id}/prices`, 1, {
      prices: [{ ...ALL, price: 1799 }, CANADA],
    });

    const { conflict } = stale.body as Schemas['StaleProblem'];
    expect(stale.status).toBe(412);
    expect(conflict).toMatchObject({
      ...{ kind: 'price-table', id, latestVersion: 2, verdict: 'disputed' },
      rows: [
        { label: 'Tier 1, EST, all formats, all in USD from 1 Jan 2026', yours: '$17.99' },
        { label: 'Tier 1, EST, UHD, Canada from 1 Jan 2026', theirs: null, result: 'C$19.99' },
      ],
    });
    const { prices = [] } = (conflict?.dispute?.theirs ?? {}) as Partial<Schemas['PricesChanged']>;
    const again = prices.map(({ before: _, ...edit }) => edit);
    const { status } = await send('POST', `/price-tables/${id}/prices`, 2, { prices: again });
    expect(status).toBe(200);
    expect((await read(id)).data?.prices).toEqual([{ ...ALL, price: 1699 }, CANADA]);
  });

  it.each<[string, Partial<Record<keyof Edit, unknown>>, string]>([
    ['a negative amount', { price: -1 }, '#/prices/1/price'],
    ['a broken amount', { price: 0.5 }, '#/prices/1/price'],
    ['an unknown format', { format: '8K' }, '#/prices/1/format'],
    ['an unknown territory', { territory: 'XX' }, '#/prices/1/territory'],
    ['an unknown currency', { currency: 'BTC' }, '#/prices/1/currency'],
    ['an unknown kind of price', { kind: 'Tier' }, '#/prices/1/kind'],
    ['no tier', { tier: ' ' }, '#/prices/1/tier'],
    ['no day', { startsOn: '2026-02-30' }, '#/prices/1/startsOn'],
  ])(
    'is refused with %s, which is pointed at, and nothing is written',
    async (_what, parts, pointer) => {
      const { id } = (await record(aName('Studio'), [ALL])).body;

      const { status, body } = await send('POST', `/price-tables/${id}/prices`, 1, {
        prices: [CANADA, { ...CANADA, startsOn: '2027-01-01', ...parts }],
      });

      const { errors } = body as Schemas['Problem'];
      expect([status, errors?.[0]?.pointer]).toEqual([422, pointer]);
      expect((await read(id)).data).toMatchObject({ version: 1, prices: [ALL] });
    },
  );

  it.each([
    ['price-given-twice', 422, '/prices', { prices: [CANADA, { ...CANADA, price: 1 }] }],
    ['nothing-to-undo', 409, '/undo', undefined],
  ])('is refused as %s', async (code, status, path, body) => {
    const { id } = (await record(aName('Studio'), [ALL])).body;

    const answer = await send('POST', `/price-tables/${id}${path}`, 1, body);

    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('is refused on a day on which nothing changes, for a studio that has one, and where there is none', async () => {
    const studio = aName('Élan');
    const { id } = (await record(studio, [ALL])).body;

    const removal = await send('DELETE', `/price-tables/${id}/days/2030-01-01`, 1);
    const twin = await record(studio.toUpperCase(), [ALL]);
    const nowhere = await send('POST', `/price-tables/${anId()}/prices`, 1, { prices: [ALL] });

    expect(removal).toMatchObject({ status: 409, body: { code: 'no-such-price-day' } });
    expect(twin).toMatchObject({
      ...{ status: 409, body: { code: 'price-table-exists', errors: [{ pointer: '#/studio' }] } },
    });
    expect(nowhere.status).toBe(404);
  });

  it('is read but not changed by a viewer', async () => {
    const { id } = (await record(aName('Studio'), [ALL])).body;
    const viewer = await api.token('viewer');

    const answer = await api.send('POST', `/price-tables/${id}/prices`, {
      ...{ secret: viewer, headers: headersFor(1), body: { prices: [CANADA] } },
    });
    const found = await api.send('GET', `/price-tables/${id}`, { secret: viewer });

    expect([answer.status, found.status]).toEqual([403, 200]);
  });
});

async function record(studio: string, prices: readonly Edit[]) {
  const body = { studio, prices };
  const answer = await api.send('POST', '/price-tables', { secret, headers: newKey(), body });
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Schemas['Saved'],
  };
}

function read(id: string) {
  return client.GET('/price-tables/{id}', { params: { path: { id } } });
}

async function send(method: string, path: string, version: number, body?: object) {
  const answer = await api.send(method, path, { secret, headers: headersFor(version), body });
  return { status: answer.status, body: (await answer.json()) as unknown };
}
