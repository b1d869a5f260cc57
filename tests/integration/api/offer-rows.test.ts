import { expect, it } from 'vitest';
import type { Cells } from '../../builders/avails-row-builders';
import { aMovieRow } from '../../builders/avails-row-builders';
import { aName, anId } from '../../builders/license-builders';
import { ImportDriver } from '../files/support-imports';
import { testDatabase } from '../support';
import { ApiDriver } from '../support-api';

const database = await testDatabase();
const imports = new ImportDriver(database);
const viewer = await new ApiDriver(database).client('viewer', 'Reader');

/** Imports rows of one movie. @returns the ids of the title and the import */
async function imported(rows: readonly Cells[]) {
  const [alid, studio] = [anId(), aName('Studio')];
  const own = { 'Avail/DisplayName': studio };
  const importId = await imports.checked(
    rows.map((cells) => aMovieRow(alid, { ...own, ...cells })),
  );
  await imports.committed(importId);
  const [title] = await database.rows<{ id: string }>(
    'SELECT content_id AS id FROM content_identifiers WHERE value = $1',
    [alid],
  );
  return { id: title?.id ?? '', importId };
}

const UHD = { 'AvailTrans/FormatProfile': 'UHD' };

it('tells the rows that count for the offers of a title, with their cells', async () => {
  const { id, importId } = await imported([
    { 'AvailMetadata/RatingValue': 'PG', 'AvailTrans/Territory': 'CA, US' },
  ]);

  const { data } = await viewer.GET('/content/{id}/rows', { params: { path: { id } } });

  expect(data).toMatchObject({ total: 1, next: null, previous: null });
  expect(data?.items[0]).toMatchObject({
    ...{ importId, fileName: 'northlight.xlsx', savedBy: 'Ana', row: 4 },
    offer: { rightsType: 'EST', window: { startsOn: '2027-01-01', endsOn: '2028-01-01' } },
    territories: ['CA', 'US'],
  });
  expect(data?.items[0]?.cells).toMatchObject({
    'AvailMetadata/RatingValue': 'PG',
    'AvailTrans/Territory': 'CA, US',
  });
});

it('tells them page by page, and refuses a cursor of another list', async () => {
  const { id } = await imported([{}, UHD, { 'AvailTrans/FormatProfile': 'SD' }]);
  const at = (query: { limit?: number; cursor?: string }) =>
    viewer.GET('/content/{id}/rows', { params: { path: { id }, query } });
  const formats = (items: readonly { readonly cells: Record<string, string> }[] = []) =>
    items.map(({ cells }) => cells['AvailTrans/FormatProfile']);

  const first = await at({ limit: 2 });
  expect([formats(first.data?.items), first.data?.total]).toEqual([['HD', 'UHD'], 3]);
  const second = await at({ limit: 2, cursor: first.data?.next ?? '' });
  expect([formats(second.data?.items), second.data?.next]).toEqual([['SD'], null]);
  const back = await at({ limit: 2, cursor: second.data?.previous ?? '' });
  expect(formats(back.data?.items)).toEqual(['HD', 'UHD']);
  expect((await at({ cursor: '3' })).response.status).toBe(422);
  expect((await at({ cursor: 'x' })).response.status).toBe(422);
});

it('knows no rows of a title that there is not', async () => {
  const { response } = await viewer.GET('/content/{id}/rows', { params: { path: { id: anId() } } });
  expect(response.status).toBe(404);
});
