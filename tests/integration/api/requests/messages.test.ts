import { describe, expect, it } from 'vitest';
import { anId } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { headersFor } from '../../support-api';
import { refusal, offer, SPRING, requestsOn } from './support-requests';

const database = await testDatabase();
const { api, secret, licenseId } = await requestsOn(database);

function onLicense(path: string, body: unknown) {
  const headers = headersFor(2);
  return api.send('POST', `/licenses/${licenseId}${path}`, { secret, headers, body });
}

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
