import { beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../api-client/paths';
import { contractDetails } from '../../builders/command-builders';
import { anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, headersFor, newKey } from '../support-api';

type Problem = components['schemas']['Problem'];

const database = await testDatabase();
const api = new ApiDriver(database);
const secret = await api.token();

async function refusal(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return (await answer.json()) as Problem;
}

const DEVICES = ['tv', 'tablet'];
const terms = {
  rightsType: 'SVOD',
  territories: ['US'],
  devices: DEVICES,
  window: { startsOn: '2027-01-01', endsOn: '2028-01-01' },
};

function offer(name: string, startsOn: string, endsOn: string | null, devices = DEVICES) {
  const price = { minor: 499, currency: 'USD' };
  return { name, price, window: { startsOn, endsOn }, devices };
}

let licenseId: string;
const SPRING = offer('SPRING', '2027-03-01', '2027-06-01');

beforeAll(async () => {
  const contract = await created('/contracts', contractDetails());
  licenseId = await created('/licenses', {
    contractId: contract,
    details: { name: 'Requests', notes: '', terms },
  });
  const body = { kind: 'at', offers: [SPRING] };
  const headers = headersFor(1);
  await api.send('POST', `/licenses/${licenseId}/offers`, { secret, headers, body });
});

async function created(path: string, body: unknown): Promise<string> {
  const answer = await api.send('POST', path, { secret, headers: newKey(), body });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { readonly id: string }).id;
}

function onLicense(path: string, body: unknown) {
  const headers = headersFor(2);
  return api.send('POST', `/licenses/${licenseId}${path}`, { secret, headers, body });
}

describe('a cursor', () => {
  const QUESTION = 'territory=US&device=tv&rightsType=SVOD&startsOn=2027-01-01&endsOn=2027-02-01';
  const LISTS: readonly (readonly [path: string, query: string])[] = [
    ['/contracts', ''],
    ['/licenses', ''],
    ['/licenses', 'sort=ends'],
    ['/licenses', 'direction=descending'],
    ['/licenses/{id}/assignments', ''],
    ['/content', ''],
    ['/content', 'q=harbor'],
    ['/content/{id}/rows', ''],
    ['/history', ''],
    ['/history', 'aggregateId={id}'],
    ['/availability', QUESTION],
    ['/availability', `${QUESTION}&contentId={id}`],
    ['/imports', ''],
    ['/imports/{id}/review', ''],
    ['/exports', ''],
    ['/price-tables', ''],
    ['/missing-amounts', ''],
  ];
  const read = (path: string, query: string, cursor: string) =>
    api.send(
      'GET',
      `${path}?${query}&cursor=${encodeURIComponent(cursor)}`.replaceAll('{id}', licenseId),
      { secret },
    );

  it('is a parameter of exactly the lists tested here', () => {
    const document = api.operationsTaking('cursor');
    expect(new Set(LISTS.map(([path]) => `get ${path}`))).toEqual(new Set(document));
  });

  it.each(LISTS.filter(([path]) => path !== '/imports/{id}/review'))(
    'that was never issued is refused: %s?%s',
    async (path, query) => {
      const numbers = Buffer.from('["licenses by name",false,"a","b"]').toString('base64url');
      for (const cursor of ['x', '%%', 'bnVsbA', 'e30', numbers]) {
        const answer = await read(path, query, cursor);
        expect(answer.status, cursor).toBe(422);
        expect((await refusal(answer)).errors).toEqual([
          expect.objectContaining({ parameter: 'cursor', code: 'invalid-cursor' }),
        ]);
      }
    },
  );

  it('is valid only for the list and order that issued it', async () => {
    for (const name of ['Aa', 'Ab', 'Ac'])
      await created('/contracts', { ...contractDetails(), studio: `Cursor ${name}` });
    const first = await api.send('GET', '/history?limit=1', { secret });
    const { next } = (await first.json()) as { readonly next: string };
    expect((await read('/history', 'limit=1', next)).status).toBe(200);
    expect((await read('/history', `aggregateId=${licenseId}`, next)).status).toBe(422);
    for (const [path, query] of LISTS.filter(
      ([list]) => list !== '/history' && !list.startsWith('/imports/'),
    ))
      expect((await read(path, query, next)).status, `${path}?${query}`).toBe(422);
    const contracts = await api.send('GET', '/contracts?limit=1', { secret });
    const place = ((await contracts.json()) as { readonly next: string }).next;
    expect((await read('/contracts', 'limit=2', place)).status).toBe(200);
  });

  it('of licenses by name is invalid for licenses by first day, and vice versa', async () => {
    const contractId = await created('/contracts', contractDetails());
    for (const name of ['One', 'Two'])
      await created('/licenses', { contractId, details: { name, notes: '', terms } });
    const page = await api.send('GET', `/licenses?contractId=${contractId}&limit=1`, { secret });
    const { next } = (await page.json()) as { readonly next: string };
    const of = `contractId=${contractId}`;
    expect((await read('/licenses', of, next)).status).toBe(200);
    for (const other of ['sort=starts', 'sort=ends', 'sort=studio', 'direction=descending'])
      expect((await read('/licenses', `${of}&${other}`, next)).status, other).toBe(422);
  });
});

describe('text in another encoding', () => {
  const LATIN_1 = Buffer.from(JSON.stringify({ ...contractDetails(), studio: 'Café' }), 'latin1');
  const post = (body: Uint8Array, type: string) =>
    api.fetch(
      new Request('http://crms.example/api/v1/contracts', {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': type, ...newKey() },
        body: body as BodyInit,
      }),
    );

  it.each([
    ['ISO-8859-1 without a word', LATIN_1, 'application/json'],
    ['ISO-8859-1 by its name', LATIN_1, 'application/json; charset=iso-8859-1'],
    ['declared as ISO-8859-1', Buffer.from('{}'), 'application/json;charset="ISO-8859-1"'],
    ['UTF-16', Buffer.from('{}', 'utf16le'), 'application/json; charset=utf-16'],
  ])('is refused: %s', async (_what, body, type) => {
    const answer = await post(body, type);
    expect(answer.status).toBe(400);
    expect((await refusal(answer)).code).toBe('malformed');
  });

  it('is accepted in UTF-8, with or without a charset', async () => {
    const body = () => Buffer.from(JSON.stringify({ ...contractDetails(), studio: 'Café' }));
    expect((await post(body(), 'application/json')).status).toBe(201);
    expect((await post(body(), 'application/json; charset=UTF-8')).status).toBe(201);
  });

  it('is decoded to a character that names must not contain', async () => {
    const headers = newKey();
    const body = { ...contractDetails(), studio: 'Caf\uFFFD' };
    const answer = await api.send('POST', '/contracts', { secret, headers, body });
    expect(answer.status).toBe(422);
    expect((await refusal(answer)).errors).toMatchObject([
      { pointer: '#/studio', code: 'invalid-text' },
    ]);
  });

  it.each(['/licenses/%ff', '/licenses?q=caf%e9', '/content?studio=%c3%28'])(
    'is refused in a URL: %s',
    async (path) => {
      const answer = await api.send('GET', path, { secret });
      expect(answer.status).toBe(400);
      expect((await refusal(answer)).code).toBe('malformed');
    },
  );
});

describe('a method', () => {
  it.each([
    ['PUT', '/licenses', 'GET, HEAD, OPTIONS, POST'],
    ['PATCH', '/licenses', 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', `/licenses/${anId()}`, 'GET, HEAD, OPTIONS, PUT'],
    ['POST', `/licenses/${anId()}`, 'GET, HEAD, OPTIONS, PUT'],
    ['GET', `/licenses/${anId()}/offers`, 'OPTIONS, POST'],
    ['HEAD', `/licenses/${anId()}/offers`, 'OPTIONS, POST'],
  ])('that a path does not support is refused: %s %s', async (method, path, allow) => {
    for (const asked of [{ secret }, {}]) {
      const answer = await api.send(method, path, asked);
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe(allow);
      if (method !== 'HEAD') expect((await refusal(answer)).code).toBe('method-not-allowed');
    }
  });

  it('is listed in the response to OPTIONS', async () => {
    const answer = await api.send('OPTIONS', '/licenses');
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
  });

  it('HEAD is GET without a body', async () => {
    const answer = await api.send('HEAD', `/licenses/${licenseId}`, { secret });
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([
      ...[200, '"2"', ''],
    ]);
  });
});

describe('a refusal points at the error', () => {
  const at = async (path: string, body: unknown) => {
    const answer = await onLicense(path, body);
    return (await refusal(answer)).errors?.map(({ pointer, code }) => [pointer, code]);
  };
  const FREE = offer('FREE', '2027-01-01', '2027-02-01');

  it('in the replacement, not in the replaced offer', async () => {
    const after = offer('SPRING', '2027-03-01', '2027-06-01', ['tv', 'console']);
    expect(await at('/offers/replacements', { before: SPRING, after })).toEqual([
      ['#/after/devices', 'devices-not-licensed'],
    ]);
    const late = offer('SPRING', '2027-12-01', '2028-02-01');
    expect(await at('/offers/replacements', { before: SPRING, after: late })).toEqual([
      ['#/after/window', 'offer-outside-license'],
    ]);
    expect(await at('/offers/replacements', { before: FREE, after: late })).toEqual([
      ['#/before', 'offer-gone'],
    ]);
  });

  it('in the invalid offer of a list', async () => {
    const bad = offer('BAD', '2027-04-01', '2027-05-01');
    const foreign = offer('CROSS_ORIGIN', '2027-08-01', '2027-09-01', ['console']);
    expect(await at('/offers', { kind: 'at', offers: [FREE, bad] })).toEqual([
      ['#/offers/1/window', 'offer-overlap'],
    ]);
    expect(await at('/offers', { kind: 'at', offers: [FREE, foreign] })).toEqual([
      ['#/offers/1/devices', 'devices-not-licensed'],
    ]);
    expect(await at('/offers', { kind: 'at', offers: [FREE, FREE] })).toEqual([
      ['#/offers/1/window', 'offer-overlap'],
    ]);
    expect(await at('/offers/withdrawals', { offers: [SPRING, FREE] })).toEqual([
      ['#/offers/1', 'offer-gone'],
    ]);
    expect(await at('/changes', { kind: 'offers-generated', offers: [FREE, bad] })).toEqual([
      ['#/offers/1/window', 'offer-overlap'],
    ]);
  });

  it('in the step of a price ladder, or beside its steps', async () => {
    const price = { minor: 99, currency: 'USD' };
    const steps = [
      { name: 'A', price, days: 59 },
      { name: 'B', price, days: 10 },
    ];
    const ladder = { kind: 'ladder', start: '2027-01-01', devices: ['tv'], steps };
    expect(await at('/offers', ladder)).toEqual([['#/steps/1', 'offer-overlap']]);
    expect(await at('/offers', { ...ladder, devices: ['console'] })).toEqual([
      ['#/devices', 'devices-not-licensed'],
    ]);
    const { window: _window, ...unplaced } = FREE;
    const first = { kind: 'first-free', offer: unplaced, onOrAfter: '2027-01-01', days: 400 };
    expect(await at('/offers', first)).toEqual([['#/days', 'no-free-slot']]);
  });
});

describe('a message about a value', () => {
  const errorsOf = async (answer: Response) =>
    (await refusal(answer)).errors?.map(({ pointer, parameter, code, detail }) => [
      ...[pointer ?? parameter, code, detail],
    ]);
  const generate = (one: object) => onLicense('/offers', { kind: 'at', offers: [one] });

  it('states the format of a date, and never names a date that was not sent', async () => {
    const instant = offer('A', '2027-01-01T12:34:56Z', '2027-02-01');
    expect(await errorsOf(await generate(instant))).toEqual([
      [
        '#/offers/0/window/startsOn',
        'invalid-format',
        'A date has the form YYYY-MM-DD, without time or zone: 2027-01-01.',
      ],
    ]);
    expect(await errorsOf(await generate(offer('A', '2027-01-01', '2027-01-01')))).toEqual([
      [
        '#/offers/0/window/endsOn',
        'invalid-window',
        'endsOn is the first day after the window, so it is later than startsOn, 2027-01-01.',
      ],
    ]);
  });

  it.each(['limit=0x10', 'limit=', 'limit=1e2', 'limit=+5', 'limit=0', 'limit=201'])(
    'refuses an invalid number in a query: %s',
    async (query) => {
      const answer = await api.send('GET', `/licenses?${query}`, { secret });
      expect(answer.status).toBe(422);
      expect(await errorsOf(answer)).toEqual([
        [
          'limit',
          expect.any(String),
          'This is not a whole number from 1 to 200, in decimal digits.',
        ],
      ]);
    },
  );

  it.each(['expiringWithin=', 'expiringWithin=-1', 'expiringWithin=36501'])(
    'refuses an invalid length: %s',
    async (query) => {
      const answer = await api.send('GET', `/licenses?${query}`, { secret });
      expect(answer.status).toBe(422);
    },
  );
});

describe('the OpenAPI document matches the validation', () => {
  it('states the bounds of values', async () => {
    const price = (minor: number) => ({
      ...offer('P', '2027-01-01', '2027-01-02'),
      price: { minor, currency: 'USD' },
    });
    const named = (length: number) => offer('x'.repeat(length), '2027-01-03', '2027-01-04');
    const schema = (name: string) => api.schema(name).properties;
    const { minimum = NaN, maximum = NaN } = schema('Money')?.minor ?? {};
    const { minLength = NaN, maxLength = NaN } = schema('Offer')?.name ?? {};
    for (const bad of [
      price(minimum - 1),
      price(maximum + 1),
      named(minLength - 1),
      named(maxLength + 1),
    ])
      expect((await onLicense('/offers', { kind: 'at', offers: [bad] })).status).toBe(422);
    const best = { kind: 'at', offers: [price(maximum), named(maxLength)] };
    expect((await onLicense('/offers', best)).status).toBe(200);
  });

  it('names every variant with a discriminator, and has no null in queries', () => {
    expect(api.anonymousVariants).toEqual([]);
    expect(api.nullableParameters).toEqual([]);
  });

  it('states the role that an operation requires', async () => {
    const viewer = await api.token('viewer');
    for (const [operation, role] of api.roles) {
      const [method = '', path = ''] = operation.split(' ');
      const answer = await api.send(method.toUpperCase(), path.replace(/\{\w+\}/g, anId()), {
        secret: viewer,
      });
      expect(answer.status === 403, operation).toBe(role === 'editor');
    }
  });
});
