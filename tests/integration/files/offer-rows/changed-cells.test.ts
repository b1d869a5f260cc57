import { afterEach, describe, expect, it } from 'vitest';
import type { Cells } from '../../../builders/avails-row-builders';
import { testDatabase } from '../../support';
import { exported, firstSheet } from '../support-round-trip';
import { SD, CHEAPER, moviesOn } from './support-rows';

const database = await testDatabase();
const { imports, Movie } = moviesOn(database);

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

describe('a file whose rights are as stored', () => {
  const detailed = (movie: InstanceType<typeof Movie>, cells: Cells = {}) =>
    movie.row('row', { 'AvailMetadata/RatingSystem': 'MPAA', ...PG, ...cells });
  const PG = { 'AvailMetadata/RatingValue': 'PG' };
  const R = { 'AvailMetadata/RatingValue': 'R' };

  async function reviewed(...rows: readonly Cells[]) {
    const id = await imports.checked(rows);
    const { applicable } = await imports.view(id);
    const lines = (await imports.lines(id)).map(({ what, outcome, details }) => ({
      ...{
        what,
        outcome,
        details: details.map(({ column, before, after }) => [column, before, after].join(' | ')),
      },
    }));
    return { id, applicable, lines };
  }

  async function exportedCell(
    movie: InstanceType<typeof Movie>,
    name: string,
  ): Promise<string | undefined> {
    const { bytes } = await exported(imports, { studio: movie.studio });
    const sheet = firstSheet(bytes);
    return sheet.at(-1)?.[(sheet[1] ?? []).indexOf(name)];
  }

  it('and whose cells are, too, has nothing to save', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie));

    expect(await reviewed(detailed(movie))).toMatchObject({
      applicable: 0,
      lines: [{ what: 'title', outcome: 'unchanged', details: [] }],
    });
  });

  it('shows each changed cell, and is saved, exported and undone', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie));
    const second = await reviewed(detailed(movie, { ...R, 'AvailTrans/OtherTerms': 'None' }));

    expect(second).toMatchObject({
      applicable: 1,
      lines: [
        {
          ...{ what: 'title', outcome: 'details-changed' },
          details: ['AvailMetadata/RatingValue | PG | R', 'AvailTrans/OtherTerms |  | None'],
        },
      ],
    });
    expect((await imports.view(second.id)).counts).toEqual([
      { what: 'title', outcome: 'details-changed', count: 1 },
    ]);
    expect(await exportedCell(movie, 'RatingValue')).toBe('PG');
    expect(await imports.committed(second.id)).toMatchObject({ state: 'committed', failure: null });
    expect(await exportedCell(movie, 'RatingValue')).toBe('R');
    expect(
      (await reviewed(detailed(movie, { ...R, 'AvailTrans/OtherTerms': 'None' }))).lines,
    ).toEqual([{ what: 'title', outcome: 'unchanged', details: [] }]);
    await imports.undone(second.id);
    expect(await exportedCell(movie, 'RatingValue')).toBe('PG');
  });

  it('ends the rows of a format that it no longer has', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie), detailed(movie, SD));
    const second = await reviewed(detailed(movie));

    expect(second.lines).toEqual([
      { what: 'license', outcome: 'changed', details: [] },
      { what: 'offer', outcome: 'changed', details: [] },
    ]);
    await imports.committed(second.id);
    const { bytes } = await exported(imports, { studio: movie.studio });
    expect(firstSheet(bytes).flat()).not.toContain('SD');
  });

  it('is shown beside a change of rights, and applied with it', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie));
    const second = await reviewed(detailed(movie, { ...R, ...CHEAPER }));

    expect(second).toMatchObject({ applicable: 1 });
    expect(second.lines).toEqual([
      { what: 'license', outcome: 'changed', details: [] },
      { what: 'offer', outcome: 'changed', details: [] },
      {
        ...{ what: 'title', outcome: 'details-changed' },
        details: ['AvailMetadata/RatingValue | PG | R'],
      },
    ]);
    await imports.committed(second.id);
    expect(await exportedCell(movie, 'RatingValue')).toBe('R');
  });

  it('has no other details by a temporary price on top of them', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie, { 'Avail/AvailID': 'base' }));
    const reduction = detailed(movie, {
      ...{ 'Avail/AvailID': 'spring', ...R },
      ...{ 'AvailTrans/Start': '2027-06-01', 'AvailTrans/End': '2027-06-30' },
      ...{ 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '4.99' },
    });
    const first = await reviewed(reduction);
    expect(first.lines.map(({ outcome }) => outcome)).not.toContain('details-changed');

    await imports.committed(first.id);
    expect((await reviewed(reduction)).applicable).toBe(0);
    const again = await reviewed({ ...reduction, 'AvailMetadata/RatingValue': 'PG-13' });
    expect(again.lines).toMatchObject([
      { outcome: 'details-changed', details: ['AvailMetadata/RatingValue | R | PG-13'] },
    ]);
  });

  it('is applied to nothing that a person changed since the review', async () => {
    const movie = new Movie();
    await movie.imported(detailed(movie));
    const { id } = await reviewed(detailed(movie, R));
    await movie.moveTo('2027-03-01');
    await imports.committed(id);

    expect(await imports.lines(id)).toMatchObject([{ outcome: 'stale' }]);
    expect(await exportedCell(movie, 'RatingValue')).toBe('PG');
  });

  it('can be undone after it was checked again', async () => {
    const movie = new Movie();
    const id = await movie.imported(detailed(movie));
    expect((await imports.checkedAgain(id)).state).toBe('committed');

    expect(await movie.rows()).toEqual({ '2027-01-01': ['row'] });
    expect((await imports.undone(id)).state).toBe('undone');
  });
});
