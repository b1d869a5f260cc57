import { describe, expect, it } from 'vitest';
import { days } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, headersFor, newKey, TODAY } from '../support-api';
import { offerFor, SeedData } from '../support-titles';

// What had no way out: a title whose row is a full delete is in deletions.test.ts, a license that ends before the only offer
// of its title in resources.test.ts.

const database = await testDatabase();
const seed = new SeedData(database.unitOfWork);
const api = new ApiDriver(database);
const client = await api.client('editor', 'Feeder');
const viewer = await api.client('viewer', 'Reader');

const on = (id: string, version: number) => ({
  params: { path: { id }, header: headersFor(version) },
});

const SPRING = offerFor('Spring', days('2027-03-01', '2027-04-30'));
const AUTUMN = offerFor('Autumn', days('2027-09-01', '2027-10-31'));

describe('153 titles', () => {
  it('lose their only offer, and get it back with their place in the catalog by one undo', async () => {
    const id = await seed.license({ offers: [SPRING, AUTUMN] });
    const titles: string[] = [];
    for (let count = 0; count < 153; count += 1)
      titles.push(await seed.title({ offers: [[id, AUTUMN]] }));
    const inCatalog = async () => {
      const read = titles.map((title) =>
        viewer.GET('/content/{id}', { params: { path: { id: title } } }),
      );
      return (await Promise.all(read)).filter(({ data }) => data?.closing === null).length;
    };
    const { data: license } = await viewer.GET('/licenses/{id}', { params: { path: { id } } });
    const withdrawal = { offers: (license?.offers ?? []).slice(1) };
    const path = '/licenses/{id}/offers/withdrawals';
    const refused = await client.POST(path, { ...on(id, 2), body: withdrawal });
    expect(refused.error).toMatchObject({ code: 'titles-stranded' });
    expect(await inCatalog()).toBe(153);

    const trial = await client.POST('/licenses/{id}/offers/withdrawals/trial', {
      params: { path: { id } },
      body: { ...withdrawal, version: 2, today: TODAY },
    });
    expect(trial.data).toMatchObject({ titles: 153, strandedTitles: 153, darkTitles: 0 });
    expect(trial.data?.stranded).toHaveLength(50);
    expect(await inCatalog()).toBe(153);

    const body = { ...withdrawal, retiring: 'Rights reverted' };
    expect((await client.POST(path, { ...on(id, 2), body })).data).toMatchObject({ version: 3 });
    expect(await inCatalog()).toBe(0);
    expect((await client.POST('/licenses/{id}/undo', on(id, 3))).data).toMatchObject({
      version: 4,
    });
    expect(await inCatalog()).toBe(153);
    const { data: last } = await viewer.GET('/content/{id}/assignments', {
      params: { path: { id: titles.at(-1) ?? '' }, query: {} },
    });
    expect(last?.assigned.map(({ offer }) => offer.name)).toEqual(['Autumn']);
    // What was true before is still told.
    const { data: before } = await viewer.GET('/content/{id}/assignments', {
      params: { path: { id: titles[0] ?? '' }, query: { version: 1 } },
    });
    expect(before?.assigned.map(({ offer }) => offer.name)).toEqual(['Autumn']);
  });
});

describe('a license that was granted twice', () => {
  it('is void once, counts nowhere, and comes back while nothing stands against it', async () => {
    const { licenseId, contractId, details } = await aGrant();
    const again = { ...details, name: 'Granted again' };
    const grant = (ifTwin: 'ask' | 'grant') =>
      client.POST('/licenses', {
        params: { header: newKey() },
        body: { contractId, details: again, ifTwin },
      });
    expect((await grant('ask')).error).toMatchObject({ code: 'license-twin' });
    const twin = (await grant('grant')).data?.id ?? '';
    const listed = async (query: { closed?: 'void'[] }) => {
      const { data } = await viewer.GET('/licenses', {
        params: { query: { contractId, ...query } },
      });
      return data?.items.map(({ id }) => id);
    };
    expect(await listed({})).toHaveLength(2);

    const body = { reason: 'Recorded twice' };
    await client.POST('/licenses/{id}/void', { ...on(twin, 1), body });
    expect(await listed({})).toEqual([licenseId]);
    expect(await listed({ closed: ['void'] })).toEqual([twin]);
    expect(
      (await client.POST('/licenses/{id}/void', { ...on(twin, 2), body })).error,
    ).toMatchObject({ code: 'already-closed' });
    await client.POST('/licenses/{id}/undo', on(twin, 2));
    expect(await listed({})).toHaveLength(2);
  });
});

async function aGrant() {
  const licenseId = await seed.license({ offers: [SPRING] });
  const { data } = await viewer.GET('/licenses/{id}', { params: { path: { id: licenseId } } });
  if (data === undefined) throw new Error('It was granted.');
  return { licenseId, contractId: data.contractId, details: data.details };
}
