import { expect } from 'vitest';
import type { components } from '../../../api-client/paths';
import { contractDetails } from '../../../builders/command-builders';
import { ApiDriver, headersFor, newKey } from '../../support-api';
import type { TestDatabase } from '../../support';

type Problem = components['schemas']['Problem'];

/** The problem that an answer is. */
export async function refusal(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return (await answer.json()) as Problem;
}

const DEVICES = ['tv', 'tablet'];
export const terms = {
  rightsType: 'SVOD',
  territories: ['US'],
  devices: DEVICES,
  window: { startsOn: '2027-01-01', endsOn: '2028-01-01' },
};

/** An offer at one price; its end is the first day after it. */
export function offer(name: string, startsOn: string, endsOn: string | null, devices = DEVICES) {
  const price = { minor: 499, currency: 'USD' };
  return { name, price, window: { startsOn, endsOn }, devices };
}

export const SPRING = offer('SPRING', '2027-03-01', '2027-06-01');

/** The API of a test file’s own database, as an editor uses it, with a license of 2027. */
export async function requestsOn(database: TestDatabase) {
  const api = new ApiDriver(database);
  const secret = await api.token();
  const licenseId = await aLicense();

  /** A license at version 2, with the offer `SPRING`. */
  async function aLicense(): Promise<string> {
    const contract = await created('/contracts', contractDetails());
    const id = await created('/licenses', {
      contractId: contract,
      details: { name: 'Requests', notes: '', terms },
    });
    const body = { kind: 'at', offers: [SPRING] };
    const headers = headersFor(1);
    await api.send('POST', `/licenses/${id}/offers`, { secret, headers, body });
    return id;
  }

  async function created(path: string, body: unknown): Promise<string> {
    const answer = await api.send('POST', path, { secret, headers: newKey(), body });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { readonly id: string }).id;
  }

  return { api, secret, licenseId, created };
}
