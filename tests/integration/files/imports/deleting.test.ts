import { afterEach, describe, expect, it } from 'vitest';
import type { Cells } from '../../../builders/avails-row-builders';
import { FORMATS } from '../../../../src/domain/values/format';
import { aMovieRow } from '../../../builders/avails-row-builders';
import { testDatabase } from '../../support';
import { anAlid, aStudio, importsOn } from './support-imported';

const database = await testDatabase();
const { imports } = importsOn(database);

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

/** A movie that was imported with single rows. */
async function sold(...rows: readonly Cells[]) {
  const { studio, cells } = aStudio();
  const alid = anAlid('m');
  const row = (action: string, own: Cells) =>
    aMovieRow(alid, { ...cells, ...own, 'Disposition/EntryType': action });
  await imports.committed(await imports.checked(rows.map((own) => row('Create', own))));
  return {
    row,
    /** The formats and languages that are on offer on a day, and when it is on sale. */
    on: async (day: string) =>
      database.rows<{ formats: string[]; languages: string[] | null; days: string }>(
        `SELECT (SELECT array_agg(($3::text[])[(p ->> 0)::int]) FROM jsonb_array_elements(o.prices) AS p) AS formats,
           l.languages, v.days::text
         FROM assignments a JOIN licenses l ON l.id = a.license_id
         JOIN offers o ON o.license_id = l.id AND o.starts_on = a.offer_starts_on
         JOIN content_coverage v ON v.content_id = a.content_id
         WHERE l.studio = $1 AND o.period @> $2::date`,
        [studio, day, [...FORMATS]],
      ),
  };
}

describe('the deletion of a row beside others', () => {
  it.each<readonly [string, Cells, Cells, object]>([
    ['format', {}, { 'AvailTrans/FormatProfile': 'SD' }, { formats: ['SD'], languages: null }],
    [
      'language',
      { 'AvailTrans/AssetLanguage': 'en' },
      { 'AvailTrans/AssetLanguage': 'fr' },
      { formats: ['HD'], languages: ['fr'] },
    ],
  ])('ends it where those of another %s begin later, too', async (_, own, other, left) => {
    const row = { ...own, 'Avail/AvailID': anAlid('row') };
    const later = {
      ...{ ...other, 'Avail/AvailID': anAlid('row') },
      'AvailTrans/Start': '2027-05-01',
    };
    const title = await sold(row, later);
    expect(await title.on('2027-06-01')).not.toMatchObject([left]);
    await imports.committed(await imports.checked([title.row('Delete', row)]));

    expect(await title.on('2027-06-01')).toEqual([{ ...left, days: '{[2027-05-01,2028-01-01)}' }]);
  });

  it('is refused for a temporary price on top of them', async () => {
    const reduced = {
      ...{ 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '0.99' },
      ...{ 'AvailTrans/Start': '2027-04-01', 'AvailTrans/End': '2027-04-07' },
      'Avail/AvailID': anAlid('row'),
    };
    const title = await sold({ 'Avail/AvailID': anAlid('row') }, reduced);
    const id = await imports.checked([title.row('Delete', reduced)]);

    expect(await imports.view(id)).toMatchObject({ applicable: 0, blocked: 1 });
  });
});
