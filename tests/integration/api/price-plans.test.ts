import { describe, expect, it } from 'vitest';
import type { components } from '../../api-client/paths';
import { dollars } from '../../api-client/prices';
import { actor } from '../../../src/domain/people/actor';
import {
  recordPricePlan,
  removePricePlan,
  revisePricePlan,
} from '../../../src/service/price-plan/price-plan-service';
import {
  MAX_PLANS,
  PricePlanChanged,
  PricePlanNameTaken,
  TooManyPricePlans,
} from '../../../src/domain/price-plan/price-plan';
import { aCommand } from '../../builders/command-builders';
import { aName, anId, prices } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, headersFor, newKey } from '../support-api';

type Schemas = components['schemas'];

/* Price plans over the API: saved, revised and deleted, and applied to one license and to many. */

const database = await testDatabase();
const api = new ApiDriver(database);
const client = await api.client('editor', 'Feeder');
const viewer = await api.client('viewer', 'Reader');

const LAUNCH = { name: 'Launch', prices: dollars(499), months: 1 };
const CATALOG = { name: 'Catalog', prices: dollars(299), months: 2 };
const REST = { name: 'Rest', prices: dollars(99), days: null };

const record = (body: Schemas['SavePricePlan'], key = newKey(), by = client) =>
  by.POST('/price-plans', { params: { header: key }, body });
const at = (id: string, revision: number) => ({
  params: { path: { id }, header: headersFor(revision) },
});
const revise = (id: string, revision: number, body: Schemas['SavePricePlan']) =>
  client.PUT('/price-plans/{id}', { ...at(id, revision), body });
const read = async (id: string) =>
  viewer.GET('/price-plans/{id}', { params: { path: { id }, header: {} } });

async function aPlan(...steps: Schemas['LadderStep'][]) {
  const { data } = await record({ name: aName('Library'), steps });
  if (data === undefined) throw new Error('It is saved.');
  return data;
}

describe('price plans', () => {
  it('are saved, read, revised and deleted, each at a revision', async () => {
    const name = aName('Library');
    const key = newKey();
    const saved = await record({ name, steps: [LAUNCH, REST] }, key);
    const id = saved.data?.id ?? '';
    expect(saved.response.status).toBe(201);
    expect(saved.data).toEqual({ id, revision: 1 });
    const again = await record({ name, steps: [LAUNCH, REST] }, key);
    expect(again.data).toEqual({ id, revision: 1 });
    expect(again.response.headers.get('idempotency-replayed')).toBe('true');

    const one = await read(id);
    expect(one.response.headers.get('etag')).toBe('"1"');
    expect(one.data).toMatchObject({ name, steps: [LAUNCH, REST], changedBy: 'Feeder' });
    const { data, response } = await revise(id, 1, { name, steps: [CATALOG] });
    expect([data, response.headers.get('etag')]).toEqual([{ id, revision: 2 }, '"2"']);
    const list = await viewer.GET('/price-plans');
    expect(list.data?.items.filter((plan) => plan.id === id)).toMatchObject([
      { name, revision: 2, steps: [CATALOG] },
    ]);

    const remove = (revision: number) => client.DELETE('/price-plans/{id}', at(id, revision));
    expect((await remove(1)).error).toMatchObject({ code: 'price-plan-changed', latestVersion: 2 });
    expect((await remove(2)).data).toEqual({ id, revision: 2 });
    expect((await read(id)).response.status).toBe(404);
    expect((await remove(2)).response.status).toBe(404);
  });

  it('have a name each, however it is spelt', async () => {
    const [name, other] = [aName('Élan'), aName('Library')];
    const first = await record({ name, steps: [LAUNCH] });
    const taken = await record({ name: name.toUpperCase().replace('É', 'E'), steps: [LAUNCH] });
    expect(taken.response.status).toBe(409);
    expect(taken.error).toMatchObject({
      code: 'price-plan-name-taken',
      errors: [{ pointer: '#/name' }],
    });
    const { data } = await record({ name: other, steps: [LAUNCH] });
    const renamed = await revise(data?.id ?? '', 1, { name: name.toLowerCase(), steps: [LAUNCH] });
    expect(renamed.error).toMatchObject({ code: 'price-plan-name-taken' });
    const own = await revise(first.data?.id ?? '', 1, {
      name: name.toUpperCase(),
      steps: [LAUNCH],
    });
    expect(own.data).toMatchObject({ revision: 2 });
  });

  it.each<[string, object, string]>([
    ['no step', { steps: [] }, '#/steps'],
    ['no length', { steps: [{ name: 'A', prices: dollars(1) }] }, '#/steps/0/days'],
    ['two lengths', { steps: [{ ...LAUNCH, days: 1 }] }, '#/steps/0/days'],
    ['0 months', { steps: [{ ...LAUNCH, months: 0 }] }, '#/steps/0/months'],
    ['no price', { steps: [{ name: 'A', days: 1 }] }, '#/steps/0/prices'],
    ['no name', { name: ' ', steps: [LAUNCH] }, '#/name'],
  ])('are refused with %s', async (_what, part, pointer) => {
    const { response, error } = await record({ name: aName('Plan'), ...part } as never);

    expect(response.status).toBe(422);
    expect(error).toMatchObject({ errors: [{ pointer }] });
  });

  it('are refused with an open step before another, in two currencies, and from a viewer', async () => {
    const name = aName('Plan');
    const open = await record({ name, steps: [REST, LAUNCH] });
    expect(open.error).toMatchObject({ status: 422, code: 'open-step-not-last' });
    const euros = { ...LAUNCH, prices: prices('4.99', 'EUR').map((line) => ({ ...line })) };
    const two = await record({ name, steps: [LAUNCH, euros as typeof LAUNCH] });
    expect(two.error).toMatchObject({ status: 422, code: 'plan-in-several-currencies' });
    expect((await record({ name, steps: [LAUNCH] }, newKey(), viewer)).response.status).toBe(403);
  });

  it('are at most 500', async () => {
    const before = (await viewer.GET('/price-plans')).data?.items.length ?? 0;
    await database.rows(
      `INSERT INTO price_plans (id, name, steps, revision, changed_by, changed_at)
       SELECT gen_random_uuid(), 'Full ' || n, '[{}]', 1, 'Test', now() FROM generate_series(1, $1::int) n`,
      [MAX_PLANS - before],
    );
    await expect(
      recordPricePlan(
        { ...aCommand(), pricePlanId: anId(), name: aName('Plan'), steps: [LAUNCH] },
        database.records,
      ),
    ).rejects.toThrow(TooManyPricePlans);
    await database.rows(`DELETE FROM price_plans WHERE changed_by = 'Test'`);
  });
});

describe('of two people at once', () => {
  const command = (pricePlanId: string, parts: object = {}) => ({
    ...{ pricePlanId, name: aName('Plan'), steps: [LAUNCH] },
    ...parts,
  });

  it('who revise one plan, one is saved, and the others told who was faster', async () => {
    const { id } = await aPlan(LAUNCH);
    const people = ['Ada', 'Bo', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gus', 'Hal'];
    const answers = await Promise.allSettled(
      people.map((name) =>
        revisePricePlan(
          { ...aCommand({ actor: actor(name) }), ...command(id), revision: 1 },
          database.records,
        ),
      ),
    );

    const refusals = answers.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    );
    expect(refusals).toEqual(people.slice(1).map(() => expect.any(PricePlanChanged) as unknown));
    const { data } = await read(id);
    const winner = people[answers.findIndex(({ status }) => status === 'fulfilled')];
    expect(data).toMatchObject({ revision: 2, changedBy: winner });
    expect((refusals[0] as PricePlanChanged).message).toContain(`${winner} saved the price plan`);
  });

  it('who revise a plan and delete it, one is told', async () => {
    const { id } = await aPlan(LAUNCH);
    const answers = await Promise.allSettled([
      revisePricePlan({ ...aCommand(), ...command(id), revision: 1 }, database.records),
      removePricePlan({ ...aCommand(), pricePlanId: id, revision: 1 }, database.records),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('who save new plans of one name, one is told that it is taken', async () => {
    const name = aName('Plan');
    const answers = await Promise.allSettled(
      [anId(), anId()].map((id) =>
        recordPricePlan({ ...aCommand(), ...command(id, { name }) }, database.records),
      ),
    );

    const refusals = answers.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    );
    expect(refusals).toEqual([expect.any(PricePlanNameTaken)]);
  });
});

describe('applying a price plan', () => {
  const details = (): Schemas['LicenseDetails'] => ({
    ...{ name: aName('License'), notes: '' },
    terms: {
      ...{ rightsType: 'TVOD', territories: ['US'], devices: ['tv', 'mobile'] },
      window: { startsOn: '2026-01-31', endsOn: '2026-07-01' },
    },
  });

  async function licenses(count: number) {
    const { data } = await client.POST('/contracts', {
      params: { header: newKey() },
      body: {
        ...{ studio: aName('Studio'), reference: aName('REF'), signedOn: '2025-11-30', notes: '' },
        licenses: Array.from({ length: count }, () => ({ details: details() })),
      },
    });
    return (data?.licenses ?? []).map(({ id: licenseId, version }) => ({ licenseId, version }));
  }
  const offersOf = async (id: string) =>
    (await client.GET('/licenses/{id}', { params: { path: { id } } })).data?.offers ?? [];
  const windowsOf = async (id: string) => (await offersOf(id)).map(({ window }) => window);
  const LADDER = [
    { startsOn: '2026-01-31', endsOn: '2026-02-28' },
    { startsOn: '2026-02-28', endsOn: '2026-04-30' },
    { startsOn: '2026-04-30', endsOn: '2026-07-01' },
  ];

  it('to one license makes its offers from a day, and a repeated key answers as before', async () => {
    const { id: pricePlanId, revision } = await aPlan(LAUNCH, CATALOG, REST);
    const [license] = await licenses(1);
    const id = license?.licenseId ?? '';
    const key = headersFor(1);
    const generate = (parts: object = {}, header = key) =>
      client.POST('/licenses/{id}/offers', {
        params: { path: { id }, header },
        body: {
          ...{ kind: 'price-plan', pricePlanId, revision, start: '2026-01-31' },
          ...{ devices: ['tv'], ...parts },
        },
      });

    const late = await generate({ start: '2026-05-01' }, headersFor(1));
    expect(late.error).toMatchObject({ status: 409, code: 'no-day-for-last-step' });
    expect((await generate({ revision: 2 }, headersFor(1))).error).toMatchObject({
      ...{ status: 412, code: 'price-plan-changed', latestVersion: 1 },
    });
    const gone = await generate({ pricePlanId: anId() }, headersFor(1));
    expect(gone.error).toMatchObject({ status: 422, errors: [{ pointer: '#/pricePlanId' }] });
    expect((await generate()).response.status).toBe(200);
    expect(await windowsOf(id)).toEqual(LADDER);

    await revise(pricePlanId, revision, { name: aName('Library'), steps: [CATALOG] });
    const again = await generate();
    expect(again.response.headers.get('idempotency-replayed')).toBe('true');
    expect(await windowsOf(id)).toEqual(LADDER);
  });

  it('to a license that somebody saved since is explained', async () => {
    const { id: pricePlanId, revision } = await aPlan(LAUNCH);
    const [license] = await licenses(1);
    const id = license?.licenseId ?? '';
    const generate = (start: string, version: number) =>
      client.POST('/licenses/{id}/offers', {
        params: { path: { id }, header: headersFor(version) },
        body: { kind: 'price-plan', pricePlanId, revision, start, devices: ['tv'] },
      });
    await generate('2026-02-10', 1);

    const { response, error } = await generate('2026-02-01', 1);

    expect(response.status).toBe(412);
    expect(error).toMatchObject({
      code: 'stale',
      conflict: { verdict: 'refused', latestVersion: 2 },
    });
  });

  it('to many is tried, done and undone, all at once', async () => {
    const { id: pricePlanId, revision } = await aPlan(LAUNCH, CATALOG, REST);
    const chosen = await licenses(2);
    const plan: Schemas['BulkPlan'] = {
      ...{ kind: 'price-plan', pricePlanId, revision, start: { at: 'license-start' } },
    };
    const tried = await client.POST('/bulk-changes/trial', {
      body: { plan, licenses: chosen, today: '2026-06-01' },
    });
    expect(tried.data).toMatchObject({ offers: 6, blocked: [] });
    const done = await client.POST('/bulk-changes', {
      params: { header: newKey() },
      body: { plan, licenses: tried.data?.changes ?? [] },
    });
    expect(done.data?.licenses.map(({ version }) => version)).toEqual([2, 2]);
    for (const { licenseId } of chosen) expect(await windowsOf(licenseId)).toEqual(LADDER);
    const [first] = await offersOf(chosen[0]?.licenseId ?? '');
    expect(first).toMatchObject({ name: 'Launch', devices: ['tv', 'mobile'] });

    const undone = await client.POST('/bulk-changes/undo', {
      params: { header: newKey() },
      body: { licenses: done.data?.licenses ?? [] },
    });
    expect(undone.data?.licenses.map(({ version }) => version)).toEqual([3, 3]);
    for (const { licenseId } of chosen) expect(await windowsOf(licenseId)).toEqual([]);
  });
});
