import { expect, it } from 'vitest';
import { ReceiverTaken } from '../../../src/domain/export/export-profile';
import { actor } from '../../../src/domain/people/actor';
import { saveExportProfile } from '../../../src/service/export/profile-service';
import { aCommand } from '../../builders/command-builders';
import { aName, anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver } from '../support-api';

const database = await testDatabase();
const api = new ApiDriver(database);
const client = await api.client('editor', 'Feeder');
const viewer = await api.client('viewer', 'Reader');

type Style = NonNullable<Parameters<typeof save>[1]>;

function save(
  name: string,
  style: {
    endDates?: 'date' | 'last-second';
    tiers?: 'names' | 'amounts';
    formats?: 'UHD'[];
    withoutColumns?: string[];
  },
  by = client,
  revision?: number,
) {
  return by.POST('/export-profiles', {
    params: { header: { 'idempotency-key': anId() } },
    body: { name, style, ...(revision === undefined ? {} : { revision }) },
  });
}

async function profiles() {
  return (await viewer.GET('/export-profiles')).data?.items ?? [];
}

const order = (body: object) =>
  client.POST('/exports', {
    params: { header: { 'idempotency-key': anId() } },
    body: { query: { endDates: 'date' }, format: 'csv', ...body },
  });

it('are saved under the receiver’s name, however it is spelt, and removed', async () => {
  const name = aName('Tern');
  const style: Style = { endDates: 'last-second', withoutColumns: ['OtherTerms'] };
  const { data } = await save(name, style);
  const again = await save(name.toUpperCase(), { formats: ['UHD'] });

  expect(again.data).toEqual({ ...data, revision: 2 });
  expect((await profiles()).filter(({ id }) => id === data?.id)).toMatchObject([
    { name: name.toUpperCase(), style: { formats: ['UHD'] }, changedBy: 'Feeder' },
  ]);

  const id = data?.id ?? '';
  const remove = () =>
    client.POST('/export-profiles/{id}/remove', {
      params: { path: { id }, header: { 'idempotency-key': anId() } },
    });
  expect((await remove()).response.status).toBe(202);
  expect((await profiles()).map((one) => one.id)).not.toContain(id);
  expect((await remove()).response.status).toBe(404);
});

it('are changed under their id, but not to the name of another', async () => {
  const [one, other] = [aName('Tern'), aName('Tern')];
  const [first, second] = [await save(one, {}), await save(other, {})];
  const [firstId, secondId] = [first.data?.id ?? '', second.data?.id ?? ''];
  const edit = (name: string) =>
    saveExportProfile(
      { ...aCommand(), profileId: firstId, name, style: { endDates: 'last-second' } },
      database.records,
    );

  const renamed = aName('Tern');
  expect(await edit(renamed)).toMatchObject({ profileId: firstId });
  const named = (await profiles()).filter(({ id }) => [firstId, secondId].includes(id));
  expect(named.map(({ name }) => name).sort()).toEqual([renamed, other].sort());
  await expect(edit(other.toUpperCase())).rejects.toThrow(ReceiverTaken);
});

it('that somebody else has changed are kept, and replaced when that is known', async () => {
  const name = aName('Tern');
  const { data } = await save(name, {});
  expect(data?.revision).toBe(1);
  const edit = (revision: number, style: Style, by = 'Ada') =>
    saveExportProfile(
      { ...aCommand({ actor: actor(by) }), profileId: data?.id ?? '', name, style, revision },
      database.records,
    );

  expect(await edit(1, { endDates: 'last-second' })).toMatchObject({ revision: 2 });
  expect(await edit(1, { endDates: 'last-second' }, 'Marta')).toMatchObject({ revision: 2 });
  await expect(edit(1, { formats: ['UHD'] }, 'Marta')).rejects.toThrow(
    new RegExp(`^Ada saved ${name} while you were editing: End as Date and time`),
  );
  expect((await profiles()).filter(({ id }) => id === data?.id)).toMatchObject([
    { revision: 2, style: { endDates: 'last-second' }, changedBy: 'Ada' },
  ]);
  expect(await edit(2, { formats: ['UHD'] }, 'Marta')).toMatchObject({ revision: 3 });

  const stale = await save(name, {}, client, 1);
  expect(stale.response.status).toBe(409);
  expect(stale.error).toMatchObject({ code: 'receiver-changed' });
  expect((await save(name, {}, client, 0)).error).toMatchObject({ code: 'receiver-taken' });
});

it('say how the file of an export is written', async () => {
  const name = aName('Tern');
  const { data } = await save(name, {
    endDates: 'last-second',
    tiers: 'amounts',
    formats: ['UHD'],
    withoutColumns: ['RatingValue'],
  });
  const ordered = await order({ profileId: data?.id });
  await save(name, {});

  const [row] = await database.rows<{ query: object; words: string }>(
    'SELECT query, words FROM exports WHERE id = $1',
    [ordered.data?.id],
  );
  expect(row).toEqual({
    query: {
      ...{ endDates: 'last-second', tiers: 'amounts', formats: ['UHD'] },
      withoutColumns: ['AvailMetadata/RatingValue'],
    },
    words: `For ${name}`,
  });
});

it('are refused with unknown columns, by viewers, and when there are none', async () => {
  const unknown = await save(aName('Tern'), { withoutColumns: ['Colour'] });
  expect(unknown.response.status).toBe(422);
  expect(JSON.stringify(unknown.error)).toContain('No column is called Colour.');
  expect((await save(aName('Tern'), {}, viewer)).response.status).toBe(403);
  const gone = await order({ profileId: anId() });
  expect(gone.response.status).toBe(422);
  expect(JSON.stringify(gone.error)).toContain('This export profile does not exist.');
});
