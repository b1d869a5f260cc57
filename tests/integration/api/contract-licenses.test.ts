import { describe, expect, it } from 'vitest';
import type { components } from '../../api-client/paths';
import { contractDetails } from '../../builders/command-builders';
import { anId } from '../../builders/license-builders';
import { AnswerLog } from '../../race/answer-log';
import { testDatabase } from '../support';
import { ApiDriver, newKey } from '../support-api';
import { dollars } from '../../api-client/prices';

type Schemas = components['schemas'];

const database = await testDatabase();
const api = new ApiDriver(database);
const client = await api.client();
const secret = await api.token();

const DEVICES: Schemas['Device'][] = ['tv', 'tablet'];

function offer(
  name: string,
  month: number,
  parts: Partial<Schemas['Offer']> = {},
): Schemas['Offer'] {
  const day = (number: number) => `2027-${String(number).padStart(2, '0')}-01`;
  const window: Schemas['Window'] = { startsOn: day(month), endsOn: day(month + 1) };
  return {
    name,
    prices: dollars(499),
    window,
    devices: DEVICES,
    ...parts,
  };
}

function license(name: string, ...offers: Schemas['Offer'][]): Schemas['LicenseToGrant'] {
  return { details: { name, notes: '', terms: terms({}) }, offers };
}

function terms(parts: Partial<Schemas['Terms']>): Schemas['Terms'] {
  const window = { startsOn: '2027-01-01', endsOn: '2028-01-01' };
  return { rightsType: 'SVOD', territories: ['US'], devices: DEVICES, window, ...parts };
}

const FEB = offer('FEB', 2);
const APR = offer('APR', 4);

/** A contract with one license that has two offers, and one that has none. */
function whole() {
  return { ...contractDetails(), licenses: [license('With', APR, FEB), license('Without')] };
}

const record = (body: Schemas['RecordContract'], key = anId()) =>
  client.POST('/contracts', { params: { header: newKey(key) }, body });

/** The refusal of a contract and its pointers; expects that nothing is stored. */
async function refused(body: object) {
  const before = await stored();
  const answer = await api.send('POST', '/contracts', { secret, headers: newKey(), body });
  const problem = (await answer.json()) as Schemas['Problem'];
  expect(await stored()).toEqual(before);
  return { problem, places: problem.errors?.map(({ pointer, code }) => [pointer, code]) };
}

/** Row counts of all tables that the command writes. */
async function stored(): Promise<Counts> {
  const [counts] = await database.rows<Counts>(`
    SELECT (SELECT count(*)::int FROM contracts) AS contracts, (SELECT count(*)::int FROM licenses) AS licenses,
      (SELECT count(*)::int FROM offers) AS offers, (SELECT count(*)::int FROM history) AS lines,
      (SELECT count(*)::int FROM commands) AS commands`);
  if (counts === undefined) throw new Error('Nothing was counted.');
  return counts;
}

type Counts = Readonly<Record<'contracts' | 'licenses' | 'offers' | 'lines' | 'commands', number>>;

describe('a contract recorded with its licenses', () => {
  it('stores all of them at version 1, with one history entry each, and passes the checker', async () => {
    const { data, response } = await record(whole());

    expect(response.status).toBe(201);
    const [withOffers, without] = data?.licenses ?? [];
    expect(data).toMatchObject({ version: 1, licenses: [{ version: 1 }, { version: 1 }] });
    const read = async (id = '') =>
      (await client.GET('/licenses/{id}', { params: { path: { id } } })).data;
    expect(await read(withOffers?.id)).toMatchObject({
      ...{ version: 1, contractId: data?.id, offers: [FEB, APR] },
      lastChange: { words: 'License granted, 1 Jan – 31 Dec 2027, with 2 offers: APR and FEB' },
    });
    expect(await read(without?.id)).toMatchObject({ version: 1, offers: [] });
    const ids = [data?.id, withOffers?.id, without?.id];
    const lines = await database.rows(
      'SELECT aggregate_id::text AS id, version FROM history ORDER BY sequence',
    );
    expect(lines).toEqual(ids.map((id) => ({ id, version: 1 })));
    expect(await new AnswerLog().findings(database.url)).toEqual([]);
  });

  it('takes one price for all formats in place of a price list, and answers the list', async () => {
    const { prices: _, ...unpriced } = FEB;
    const body: Schemas['RecordContract'] = {
      ...contractDetails(),
      licenses: [
        {
          details: { name: 'With', notes: '', terms: terms({}) },
          offers: [{ ...unpriced, price: { minor: 499, currency: 'USD' } }],
        },
      ],
    };
    const { data } = await record(body);
    const granted = await client.GET('/licenses/{id}', {
      params: { path: { id: data?.licenses?.[0]?.id ?? '' } },
    });

    expect(granted.data?.offers).toEqual([FEB]);
  });

  it('is returned as granted for version 1', async () => {
    const { data } = await record(whole());
    const id = data?.licenses?.[0]?.id ?? '';
    const headers = { ...newKey(), 'if-match': '"1"' };
    const withdrawal = { params: { path: { id }, header: headers }, body: { offers: [FEB] } };
    const withdrawn = await client.POST('/licenses/{id}/offers/withdrawals', withdrawal);
    expect(withdrawn.response.status).toBe(200);

    const { data: first } = await client.GET('/licenses/{id}', {
      params: { path: { id }, query: { version: 1 } },
    });

    expect(first?.offers).toEqual([FEB, APR]);
  });

  it('is replayed by its key with the same ids, and stored once', async () => {
    const [body, key] = [whole(), anId()];
    const first = await record(body, key);
    const before = await stored();

    const again = await record(body, key);

    expect(again.data).toEqual(first.data);
    expect(again.response.headers.get('idempotency-replayed')).toBe('true');
    const less = await record({ ...body, licenses: body.licenses.slice(1) }, key);
    expect(less.error).toMatchObject({ code: 'key-reused' });
    expect(await stored()).toEqual(before);
  });

  it('is stored once when sent twice concurrently, with one key or two', async () => {
    const [body, key] = [whole(), anId()];
    const before = await stored();

    const sent = await Promise.all([
      ...[record(body, key), record(body, key)],
      ...[record(body), record(body)],
    ]);

    const accepted = sent.flatMap(({ data }) => data ?? []);
    expect(new Set(accepted.map(({ id }) => id)).size).toBe(1);
    const codes = sent.flatMap(({ error }) => error?.code ?? []);
    expect(new Set(codes)).toEqual(new Set(['contract-reference-taken']));
    expect(accepted.length + codes.length).toBe(4);
    expect(await stored()).toEqual({
      contracts: before.contracts + 1,
      licenses: before.licenses + 2,
      offers: before.offers + 2,
      lines: before.lines + 3,
      commands: before.commands + 1,
    });
    expect(await new AnswerLog().findings(database.url)).toEqual([]);
  });

  it.each<[string, Schemas['Offer'], number, string, string]>([
    [
      'L2',
      offer('EARLY', 1, { window: { startsOn: '2026-12-01', endsOn: '2027-02-01' } }),
      409,
      'window',
      'offer-outside-license',
    ],
    ['L3', offer('TWICE', 4), 409, 'window', 'offer-overlap'],
    [
      'L4',
      offer('CROSS_ORIGIN', 6, { devices: ['console'] }),
      409,
      'devices',
      'devices-not-licensed',
    ],
  ])('is refused by %s of its last offer, which is pointed at', async (...row) => {
    const [, last, status, field, code] = row;
    const wide = terms({
      devices: [...DEVICES, 'console'],
      window: { startsOn: '2026-01-01', endsOn: null },
    });
    // Valid in the first license but not in the second.
    const first = { ...license('First', last), details: { name: 'First', notes: '', terms: wide } };
    const licenses = [first, license('Second', FEB, APR, last)];

    const { problem, places } = await refused({ ...contractDetails(), licenses });

    expect([problem.status, problem.code]).toEqual([status, code]);
    expect(places).toEqual([[`#/licenses/1/offers/2/${field}`, code]]);
  });

  it('is refused with a pointer to the invalid term', async () => {
    const window = { startsOn: '2027-01-01', endsOn: '2027-01-01' };
    const wrong = { ...terms({ window }), territories: ['XX'] };
    const second = { details: { name: 'Second', notes: '', terms: wrong } };
    const licenses = [license('First', FEB), second];

    const { places } = await refused({ ...contractDetails(), licenses });

    expect(places).toEqual([
      ['#/licenses/1/details/terms/territories/0', 'invalid-territories'],
      ['#/licenses/1/details/terms/window/endsOn', 'invalid-window'],
    ]);
  });

  it('is refused with all its licenses if the studio has a contract with that reference number', async () => {
    const body = whole();
    await record(body);

    const { places } = await refused(body);

    expect(places).toEqual([['#/reference', 'contract-reference-taken']]);
  });

  it('has at most 100 licenses with 100 offers each, as the OpenAPI document states', async () => {
    const licenses = Array.from({ length: 101 }, (_, index) => license(`L${index}`));
    const offers = Array.from({ length: 101 }, () => FEB);

    const tooMany = await refused({ ...contractDetails(), licenses });
    const tooLong = await refused({ ...contractDetails(), licenses: [license('L', ...offers)] });

    expect(tooMany.places).toEqual([['#/licenses', 'too-big']]);
    expect(tooLong.places).toEqual([['#/licenses/0/offers', 'too-big']]);
    expect(api.schema('RecordContract').properties?.licenses).toMatchObject({ maxItems: 100 });
    expect(api.schema('LicenseToGrant').properties?.offers).toMatchObject({ maxItems: 100 });
  });

  it('accepts the maximum', async () => {
    const licenses = Array.from({ length: 100 }, (_, index) => license(`L${index}`, APR, FEB));

    const { data } = await record({ ...contractDetails(), licenses });

    expect(data?.licenses?.length).toBe(100);
    expect(new Set(data?.licenses?.map(({ id }) => id)).size).toBe(100);
  });
});
