import { describe, expect, it } from 'vitest';
import { dollars } from '../../api-client/prices';
import { correctContent, registerContent } from '../../../src/service/content/content-service';
import { recordContract } from '../../../src/service/contract/contract-service';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { grantLicense, replaceOffer } from '../../../src/service/license/license-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, days, someDetails } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, headersFor } from '../support-api';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const seed = new SeedData(database.unitOfWork);
const api = new ApiDriver(database);
const client = await api.client('editor', 'Feeder');
const viewer = await api.client('viewer', 'Reader');

const REASON = 'Rights reverted';

const on = (id: string, version: number) => ({
  params: { path: { id }, header: headersFor(version) },
});

/** A title as the API tells it at a version. */
async function titleAt(id: string, version?: number) {
  const asked = { params: { path: { id }, query: version === undefined ? {} : { version } } };
  const [title, assigned, takedowns] = await Promise.all([
    viewer.GET('/content/{id}', asked),
    viewer.GET('/content/{id}/assignments', asked),
    viewer.GET('/content/{id}/takedowns', asked),
  ]);
  return {
    closing: title.data?.closing,
    versions: [title.data?.version, assigned.data?.version, takedowns.data?.version],
    offers: assigned.data?.assigned.map(({ offer }) => [offer.name, offer.prices]),
    coverage: assigned.data?.coverage,
    takedowns: takedowns.data?.takedowns.map(({ days: down }) => down),
  };
}

it('shows a title as it was before its offer changed, its takedown and the end of its license', async () => {
  const always = offerFor('Always', days('2026-06-01', null));
  const dearer = { ...always, prices: dollars(599) };
  const licenseId = await seed.license({ offers: [always] });
  const id = await seed.title({ offers: [[licenseId, always]] });
  // No change of the title: the version stays.
  await replaceOffer(
    { ...aCommand(), licenseId, expectedVersion: 2, before: always, after: dearer },
    database.unitOfWork,
  );
  const plan = { startsOn: '2026-07-01', territories: null, rightsTypes: null, reason: REASON };
  await client.POST('/content/{id}/takedowns', { ...on(id, 1), body: plan });
  const ended = await client.POST('/licenses/{id}/end', {
    ...on(licenseId, 3),
    body: { lastDay: '2026-05-31', reason: REASON },
  });
  expect(ended.error).toBeUndefined();

  const open = { startsOn: '2026-06-01', endsOn: null };
  const before = { closing: null, offers: [['Always', dollars(599)]] };
  expect(await titleAt(id, 1)).toEqual({
    ...{ ...before, versions: [1, 1, 1], coverage: [open], takedowns: [] },
  });
  expect(await titleAt(id, 2)).toEqual({
    ...{ ...before, versions: [2, 2, 2], coverage: [{ ...open, endsOn: '2026-07-01' }] },
    takedowns: [{ startsOn: '2026-07-01', endsOn: null }],
  });
  const latest = await titleAt(id);
  expect(latest).toMatchObject({ closing: { kind: 'retired' }, versions: [3, 3, 3], offers: [] });
  expect(await titleAt(id, 3)).toEqual(latest);
});

it('knows no title and no version that there never was', async () => {
  const offer = offerFor('Always', days('2026-06-01', null));
  const id = await seed.title({ offers: [[await seed.license({ offers: [offer] }), offer]] });
  const at = async (title: string, version: number) =>
    (await viewer.GET('/content/{id}', { params: { path: { id: title }, query: { version } } }))
      .response.status;
  expect([await at(id, 2), await at(anId(), 1)]).toEqual([404, 404]);
});

describe('as of a day', () => {
  const always = offerFor('Always', days('2026-06-01', null));
  const dearer = { ...always, prices: dollars(599) };
  const onDay = (asOf: string) => ({ query: { asOf } });

  /** A license of 1 Mar, with an offer from 2 Mar on, dearer from 4 Mar on; a title of 3 Mar that has it, corrected on 5 Mar. */
  async function aStory() {
    const at = (day: string, hour = 'T12:00:00.000Z') => ({ ...aCommand(), at: `${day}${hour}` });
    const { unitOfWork } = database;
    const [contractId, licenseId, contentId] = [anId(), anId(), anId()];
    const details = someDetails({ terms: { window: days('2026-06-01', null) } });
    await recordContract(
      { ...at('2026-02-28'), contractId, details: contractDetails() },
      unitOfWork,
    );
    await grantLicense({ ...at('2026-03-01'), contractId, licenseId, details }, unitOfWork);
    const plan = { kind: 'at', offers: [always] } as const;
    await generateOffers({ ...at('2026-03-02'), licenseId, expectedVersion: 1, plan }, unitOfWork);
    const first = { licenseId, offer: always };
    await registerContent({ ...at('2026-03-03'), contentId, details: movie(), first }, unitOfWork);
    await replaceOffer(
      {
        ...at('2026-03-04', 'T23:59:59.999Z'),
        licenseId,
        expectedVersion: 2,
        before: always,
        after: dearer,
      },
      unitOfWork,
    );
    const corrected = { ...movie(), title: 'Renamed' };
    await correctContent(
      { ...at('2026-03-05', 'T00:00:00.000Z'), contentId, expectedVersion: 1, details: corrected },
      unitOfWork,
    );
    return { licenseId, contentId };
  }

  it('shows a license at the end of that day in UTC, and none before it was granted', async () => {
    const { licenseId: id } = await aStory();
    const read = async (asOf: string) => {
      const { data, response } = await viewer.GET('/licenses/{id}', {
        params: { path: { id }, ...onDay(asOf) },
      });
      return [response.status, data?.version, data?.offers.map(({ prices }) => prices)];
    };
    expect(await read('2026-02-28')).toEqual([404, undefined, undefined]);
    expect(await read('2026-03-01')).toEqual([200, 1, []]);
    expect(await read('2026-03-03')).toEqual([200, 2, [always.prices]]);
    expect(await read('2026-03-04')).toEqual([200, 3, [dearer.prices]]);
    expect(await read('9999-12-31')).toEqual([200, 3, [dearer.prices]]);
  });

  it('shows a title with its offers as they were at the end of that day', async () => {
    const { contentId: id } = await aStory();
    const read = async (asOf: string) => {
      const asked = { params: { path: { id }, ...onDay(asOf) } };
      const title = await viewer.GET('/content/{id}', asked);
      const assigned = await viewer.GET('/content/{id}/assignments', asked);
      return [
        ...[title.response.status, title.data?.version, title.data?.details.title],
        assigned.data?.assigned.map(({ offer }) => offer.prices),
      ];
    };
    expect(await read('2026-03-02')).toEqual([404, undefined, undefined, undefined]);
    expect(await read('2026-03-03')).toEqual([200, 1, movie().title, [always.prices]]);
    expect(await read('2026-03-04')).toEqual([200, 1, movie().title, [dearer.prices]]);
    expect(await read('2026-03-05')).toEqual([200, 2, 'Renamed', [dearer.prices]]);
    expect(await read('9999-12-31')).toEqual([200, 2, 'Renamed', [dearer.prices]]);
  });

  it('is not asked for together with a version', async () => {
    const query = { asOf: '2026-03-05', version: 1 };
    for (const path of ['/content/{id}', '/licenses/{id}'] as const) {
      const { error } = await viewer.GET(path, { params: { path: { id: anId() }, query } });
      expect(error).toMatchObject({
        code: 'invalid-input',
        errors: [{ parameter: 'asOf', detail: 'Ask for a version or for a day, not for both.' }],
      });
    }
  });
});

function movie() {
  return {
    ...{ title: 'Third Bell', kind: 'movie', studio: 'Northlight', releaseYear: 2024 },
    ...{ parentId: null, position: null, identifiers: [], notes: '' },
  };
}
