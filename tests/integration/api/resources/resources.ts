import type { components } from '../../../api-client/paths';
import { aName } from '../../../builders/license-builders';
import { ApiDriver, headersFor, newKey } from '../../support-api';
import { dollars } from '../../../api-client/prices';
import type { TestDatabase } from '../../support';

export type Schemas = components['schemas'];
export const NEVER = new AbortController().signal;
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const DETAILS: Schemas['LicenseDetails'] = {
  name: 'Spring',
  notes: '',
  terms: {
    rightsType: 'SVOD',
    territories: ['CA', 'US'],
    devices: ['tv', 'mobile'],
    window: { startsOn: '2026-01-01', endsOn: '2027-01-01' },
  },
};

/** An offer at one price; its end is the first day after it. */
export function offer(
  name: string,
  startsOn: string,
  endsOn: string | null,
  minor = 499,
): Schemas['Offer'] {
  return {
    name,
    prices: dollars(minor),
    window: { startsOn, endsOn },
    devices: ['tv', 'mobile'],
  };
}

/** The data of a response; throws its problem. */
export function there<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}

export const on = (id: string, version: number) => ({
  params: { path: { id }, header: headersFor(version) },
});

/** A movie of the one studio. */
export function movie(title = aName('Title')): Schemas['ContentDetails'] {
  return {
    ...{ title, kind: 'movie', studio: 'Northlight', releaseYear: 2024 },
    ...{ parentId: null, position: null, identifiers: [], notes: '' },
  };
}

/** What the suites of the resources share: the API as programs use it, and what they record first. */
export async function resourcesOn(database: TestDatabase) {
  const api = new ApiDriver(database);
  const client = await api.client('editor', 'Feeder');
  const viewer = await api.client('viewer', 'Reader');
  const secret = await api.token('editor', 'Feeder');

  async function aContract(studio = aName('Studio')): Promise<string> {
    const body = { studio, reference: aName('REF'), signedOn: '2025-11-30', notes: '' };
    return there(await client.POST('/contracts', { params: { header: newKey() }, body })).id;
  }

  /** A license with an offer in February and one in April. */
  async function aLicense(details = DETAILS) {
    const body = { contractId: await aContract(), details };
    const { id } = there(await client.POST('/licenses', { params: { header: newKey() }, body }));
    const offers = [
      offer('FEB', '2026-02-01', '2026-03-01'),
      offer('APR', '2026-04-01', '2026-05-01'),
    ] as const;
    there(
      await client.POST('/licenses/{id}/offers', {
        ...on(id, 1),
        body: { kind: 'at', offers: [...offers] },
      }),
    );
    return { id, offers };
  }

  async function aTitle(
    licenseId: string,
    first: Schemas['Offer'],
    details = movie(),
  ): Promise<string> {
    const body = { details, first: { licenseId, offer: first } };
    return there(await client.POST('/content', { params: { header: newKey() }, body })).id;
  }

  return { api, client, viewer, secret, aContract, aLicense, aTitle };
}

export type Resources = Awaited<ReturnType<typeof resourcesOn>>;
