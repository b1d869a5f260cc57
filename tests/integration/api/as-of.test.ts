import { expect, it } from 'vitest';
import { dollars } from '../../api-client/prices';
import { replaceOffer } from '../../../src/service/license/license-service';
import { aCommand } from '../../builders/command-builders';
import { anId, days } from '../../builders/license-builders';
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
