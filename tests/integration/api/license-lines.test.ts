import { expect, it } from 'vitest';
import type { components } from '../../api-client/paths';
import { contractDetails } from '../../builders/command-builders';
import { testDatabase } from '../support';
import { ApiDriver, newKey } from '../support-api';
import { dollars } from '../../api-client/prices';

type Schemas = components['schemas'];

const database = await testDatabase();
const api = new ApiDriver(database);
const client = await api.client();

/** An offer on a day of 2027, counted from 0, with a price that depends on the day. */
function offer(day: number): Schemas['Offer'] {
  const dayOf = (number: number) =>
    new Date(Date.UTC(2027, 0, 1 + number)).toISOString().slice(0, 10);
  return {
    name: `Day ${day}`,
    prices: dollars(day),
    window: { startsOn: dayOf(day), endsOn: dayOf(day + 1) },
    devices: ['tv'],
  };
}

/** A contract with licenses of these names, each with offers on these days, recorded in this order. */
async function recorded(licenses: Readonly<Record<string, readonly number[]>>): Promise<string> {
  const window = { startsOn: '2027-01-01', endsOn: null };
  const terms = { rightsType: 'SVOD', territories: ['US'], devices: ['tv'], window } as const;
  const body = {
    ...contractDetails(),
    licenses: Object.entries(licenses).map(([name, days]) => ({
      details: {
        ...{ name, notes: '' },
        terms: { ...terms, territories: [...terms.territories], devices: [...terms.devices] },
      },
      offers: days.map(offer),
    })),
  };
  const { data } = await client.POST('/contracts', { params: { header: newKey() }, body });
  if (data === undefined) throw new Error('It was not recorded.');
  return data.id;
}

async function listed(query: {
  contractId: string;
  limit?: number;
  cursor?: string;
  include?: 'offers';
}) {
  const { data } = await client.GET('/licenses', { params: { query } });
  if (data === undefined) throw new Error('It was not listed.');
  return data;
}

it('includes the offers of each license in date order if requested, and none otherwise', async () => {
  const contractId = await recorded({ A: [5, 2, 9], B: [], C: [4] });

  const { items } = await listed({ contractId, include: 'offers' });

  const told = items.map(({ name, offers, hasMoreOffers }) => [name, offers, hasMoreOffers]);
  expect(told).toEqual([
    ['A', [2, 5, 9].map(offer), false],
    ['B', [], false],
    ['C', [offer(4)], false],
  ]);
  const [plain] = (await listed({ contractId })).items;
  expect(plain).not.toHaveProperty('offers');
  expect(plain).not.toHaveProperty('hasMoreOffers');
});

it('includes them on every page', async () => {
  const contractId = await recorded({ A: [1], B: [2], C: [3] });
  const query = { contractId, include: 'offers', limit: 1 } as const;
  const names = (page: Schemas['LicensePage']) =>
    page.items.flatMap(({ offers = [] }) => offers.map(({ name }) => name));

  const first = await listed(query);
  const second = await listed({ ...query, cursor: first.next ?? '' });
  const third = await listed({ ...query, cursor: second.next ?? '' });
  const back = await listed({ ...query, cursor: third.previous ?? '' });

  expect([first, second, third, back].map(names)).toEqual([
    ...[['Day 1'], ['Day 2'], ['Day 3'], ['Day 2']],
  ]);
  expect(third.next).toBeNull();
});

it('includes the first 200, and states that there are more', async () => {
  const contractId = await recorded({ A: Array.from({ length: 100 }, (_, day) => day) });
  const [license] = (await listed({ contractId })).items;
  if (license === undefined) throw new Error('It was not listed.');
  const { id, version } = license;
  const more = async (from: number, count: number, expectedVersion: number) => {
    const offers = Array.from({ length: count }, (_, index) => offer(from + index));
    const header = { ...newKey(), 'if-match': `"${expectedVersion}"` };
    const body = { kind: 'at' as const, offers };
    await client.POST('/licenses/{id}/offers', { params: { path: { id }, header }, body });
    const [line] = (await listed({ contractId, include: 'offers' })).items;
    return [line?.offers?.length, line?.offers?.at(-1)?.name, line?.hasMoreOffers];
  };

  expect(await more(100, 100, version)).toEqual([200, 'Day 199', false]);
  expect(await more(200, 1, version + 1)).toEqual([200, 'Day 199', true]);
});

it('lists the supported values for an unknown `include`', async () => {
  const secret = await api.token();
  const answer = await api.send('GET', '/licenses?include=titles', { secret });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ errors: [{ parameter: 'include' }] });
});
