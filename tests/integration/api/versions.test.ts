import { describe, expect, it } from 'vitest';
import type { components } from '../../api-client/paths';
import { recordContract } from '../../../src/service/contract/contract-service';
import { grantLicense } from '../../../src/service/license/license-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, someDetails } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, headersFor, newKey } from '../support-api';
import { dollars } from '../../api-client/prices';

type Offer = components['schemas']['Offer'];

const database = await testDatabase();
const api = new ApiDriver(database);
const secret = await api.token('editor');

/** A license of 2026, at version 1. */
async function aLicense(): Promise<string> {
  const [contractId, licenseId] = [anId(), anId()];
  const { unitOfWork } = database;
  await recordContract({ ...aCommand(), contractId, details: contractDetails() }, unitOfWork);
  await grantLicense({ ...aCommand(), licenseId, contractId, details: someDetails() }, unitOfWork);
  return licenseId;
}

function offer(name: string, month: number): Offer {
  const day = (number: number) => `2026-${String(number).padStart(2, '0')}-01`;
  return {
    name,
    prices: dollars(499),
    window: { startsOn: day(month), endsOn: day(month + 1) },
    devices: ['tv'],
  };
}

const generation = (name: string, month: number) => ({
  kind: 'at' as const,
  offers: [offer(name, month)],
});

function add(id: string, body: unknown, headers: Record<string, string>) {
  return api.send('POST', `/licenses/${id}/offers`, { secret, body, headers });
}

async function codeOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { code: unknown }).code;
}

describe('the version of a change', () => {
  it('is required', async () => {
    const answer = await add(await aLicense(), generation('A', 1), newKey());

    expect([answer.status, await codeOf(answer)]).toEqual([428, 'if-match-required']);
  });

  it.each([
    ['W/"1"', 412, 'no-version'],
    ['"one"', 412, 'no-version'],
    ['"0"', 412, 'no-version'],
    ['"01"', 412, 'no-version'],
    ['"99999999999"', 412, 'no-version'],
    ['"7"', 412, 'version-ahead'],
    ['1', 422, 'invalid-if-match'],
    ['*', 422, 'invalid-if-match'],
    ['"1", "2"', 422, 'invalid-if-match'],
    ['"1', 422, 'invalid-if-match'],
  ])('as %s is answered %i %s', async (etag, status, code) => {
    const id = await aLicense();
    const answer = await add(id, generation('A', 1), { ...newKey(), 'if-match': etag });

    expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
    const { data } = await (
      await api.client('viewer')
    ).GET('/licenses/{id}', { params: { path: { id } } });
    expect(data?.version).toBe(1);
  });

  it('is the ETag of a read', async () => {
    const id = await aLicense();
    const read = (etag: string) =>
      api.send('GET', `/licenses/${id}`, { secret, headers: { 'if-none-match': etag } });

    const same = await read('W/"1"');
    expect([same.status, same.headers.get('etag'), await same.text()]).toEqual([304, '"1"', '']);
    expect((await read('"7", "1"')).status).toBe(304);
    expect((await read('"2"')).status).toBe(200);
    await add(id, generation('A', 1), headersFor(1));
    const other = await read('"1"');
    expect([other.status, other.headers.get('etag')]).toEqual([200, '"2"']);
    const asOf = await api.send('GET', `/licenses/${id}?version=1`, { secret });
    expect(await asOf.json()).toMatchObject({ version: 1, offers: [] });
  });

  it('lets one of two changes succeed, and the other after reading again', async () => {
    const id = await aLicense();
    const [one, two] = [await api.client('editor', 'One'), await api.client('editor', 'Two')];
    const send = (client: typeof one, version: number, body: ReturnType<typeof generation>) =>
      client.POST('/licenses/{id}/offers', {
        params: { path: { id }, header: headersFor(version) },
        body,
      });

    const bodies = [generation('A', 1), generation('B', 2)] as const;
    const answers = await Promise.all([send(one, 1, bodies[0]), send(two, 1, bodies[1])]);

    expect(answers.map(({ response }) => response.status).sort()).toEqual([200, 412]);
    const loser = answers.findIndex(({ response }) => response.status === 412);
    const refused = answers[loser]?.error;
    expect(refused).toMatchObject({ code: 'stale', conflict: { verdict: 'legal' } });
    const etag = answers[loser]?.response.headers.get('etag');
    expect(etag).toBe('"2"');
    const body = bodies[loser] ?? generation('?', 12);
    const again = await send(loser === 0 ? one : two, 2, body);
    expect(again.data?.version).toBe(3);
  });
});

describe('the key of a change', () => {
  it('is required and must be a UUID', async () => {
    const id = await aLicense();
    const none = await add(id, generation('A', 1), { 'if-match': '"1"' });
    const junk = await add(id, generation('A', 1), { 'if-match': '"1"', 'idempotency-key': '7' });

    expect([none.status, await codeOf(none)]).toEqual([400, 'idempotency-key-required']);
    expect([junk.status, await codeOf(junk)]).toEqual([400, 'idempotency-key-required']);
  });

  it('adds one offer from 50 parallel repetitions, all with the same response', async () => {
    const id = await aLicense();
    const headers = headersFor(1);
    // Retries after busy or unknown outcomes, as clients should.
    const repeat = async (): Promise<Response> => {
      const answer = await add(id, generation('ONCE', 3), headers);
      return answer.status === 503 ? repeat() : answer;
    };

    const answers = await Promise.all(Array.from({ length: 50 }, repeat));

    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect([...bodies].map((body) => JSON.parse(body) as unknown)).toEqual([
      { id, version: 2, offers: [offer('ONCE', 3)] },
    ]);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(answers.every((answer) => answer.headers.get('etag') === '"2"')).toBe(true);
    const replayed = answers.filter(
      (answer) => answer.headers.get('idempotency-replayed') === 'true',
    );
    expect(replayed.length).toBeGreaterThanOrEqual(49);
    const rows = await database.rows('SELECT FROM offers WHERE license_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  it('grants one license from two requests', async () => {
    const contractId = anId();
    await recordContract(
      { ...aCommand(), contractId, details: contractDetails() },
      database.unitOfWork,
    );
    const { name, notes, terms } = someDetails();
    const { window, ...others } = terms;
    const details = {
      name,
      notes,
      terms: { ...others, window: { startsOn: window.startsOn, endsOn: window.endsOn } },
    };
    const headers = newKey();
    const grant = () =>
      api.send('POST', '/licenses', { secret, headers, body: { contractId, details } });

    const [first, second] = [await grant(), await grant()];

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.json()).toEqual(await first.json());
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect([first, second].map((one) => one.headers.get('idempotency-replayed'))).toEqual([
      null,
      'true',
    ]);
  });

  it('is refused for another request or caller', async () => {
    const id = await aLicense();
    const headers = headersFor(1);
    await add(id, generation('A', 1), headers);

    const other = await add(id, generation('B', 2), headers);
    expect([other.status, await codeOf(other)]).toEqual([422, 'key-reused']);
    const elsewhere = await add(id, generation('A', 1), { ...headers, 'if-match': '"2"' });
    expect([elsewhere.status, await codeOf(elsewhere)]).toEqual([422, 'key-reused']);
    const stranger = await api.send('POST', `/licenses/${id}/offers`, {
      secret: await api.token('editor', 'Stranger'),
      body: generation('A', 1),
      headers,
    });
    expect([stranger.status, await codeOf(stranger)]).toEqual([422, 'key-reused']);
  });
});

describe('a body', () => {
  it('gets all its errors at once, each with a pointer', async () => {
    const wrong = offer('', 3);
    const body = {
      kind: 'at',
      offers: [
        { ...wrong, window: { startsOn: '2026-03-01', endsOn: '2026-02-01' }, color: 'red' },
        {
          ...offer('B', 4),
          price: { minor: -1, currency: 'USD' },
          devices: ['toaster'],
        },
      ],
    };
    const answer = await add(await aLicense(), body, headersFor(1));

    expect(answer.status).toBe(422);
    const { code, errors } = (await answer.json()) as components['schemas']['Problem'];
    expect(code).toBe('invalid-input');
    expect(errors?.map((error) => [error.pointer, error.code])).toEqual([
      ['#/offers/0/name', 'invalid-text'],
      ['#/offers/0/window/endsOn', 'invalid-window'],
      ['#/offers/0/color', 'unrecognized-keys'],
      ['#/offers/1/price/minor', 'negative-price'],
      ['#/offers/1/devices/0', 'invalid-devices'],
    ]);
  });

  it('is refused with the id of an unknown contract', async () => {
    const contractId = anId();
    const { name, notes, terms } = someDetails();
    const { window, ...others } = terms;
    const answer = await api.send('POST', '/licenses', {
      secret,
      headers: newKey(),
      body: {
        contractId,
        details: {
          name,
          notes,
          terms: { ...others, window: { startsOn: window.startsOn, endsOn: window.endsOn } },
        },
      },
    });

    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '#/contractId', code: 'not-found' }],
    });
  });

  it.each([
    ['no JSON', '{"kind":', 'application/json', 400, 'malformed'],
    [
      'no type we take',
      'kind=at',
      'application/x-www-form-urlencoded',
      415,
      'unsupported-media-type',
    ],
    ['nothing', '', 'application/json', 400, 'malformed'],
    ['null', 'null', 'application/json', 422, 'invalid-input'],
    ['a list', '[]', 'application/json', 422, 'invalid-input'],
    ['too large', `"${'x'.repeat(300_000)}"`, 'application/json', 413, 'body-too-large'],
    [
      'deep',
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      'application/json',
      422,
      'invalid-input',
    ],
  ])('that is %s is refused', async (_what, body, type, status, code) => {
    const id = await aLicense();
    const answer = await api.send('POST', `/licenses/${id}/offers`, {
      secret,
      body,
      headers: { ...headersFor(1), 'content-type': type },
    });

    expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
  });
});
