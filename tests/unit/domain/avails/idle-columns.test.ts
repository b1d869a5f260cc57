import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../builders/sheet-builders';
import { idleColumns } from '../../../../src/domain/avails/vocabulary/idle-columns';
import { COLUMNS } from '../../../../src/domain/avails/vocabulary/columns';
import { COLLECTION, EPISODE, MOVIE, SEASON, checkOf } from '../../../builders/sheet-builders';

function idle(...rows: readonly Cells[]) {
  return idleColumns(checkOf(rows).rows.map(({ row }) => row));
}

describe('columns without effect', () => {
  it('are none where every cell says what is sold', () => {
    expect(idle(MOVIE, EPISODE, SEASON, COLLECTION)).toEqual([]);
  });

  it('are counted by name, the most filled first', () => {
    const rated = { 'AvailMetadata/RatingSystem': 'MPAA', 'AvailMetadata/RatingValue': 'PG' };
    const more = { 'AvailTrans/CampaignID': '31', 'Own/Column': 'x', 'AvailTrans/Download': ' ' };
    expect(idle({ ...MOVIE, ...rated, ...more }, { ...EPISODE, ...rated })).toEqual([
      { column: 'AvailMetadata/RatingSystem', rows: 2 },
      { column: 'AvailMetadata/RatingValue', rows: 2 },
      { column: 'AvailTrans/CampaignID', rows: 1 },
      { column: 'Own/Column', rows: 1 },
    ]);
  });

  it('are none that a check reads terms or a title from', () => {
    const VALUES = ['Yes', 'es', '7', '2027-02-01', 'HDR10', 'P10D', 'X-1'];
    const said = (cells: Cells) => {
      const { entry } = checkOf([cells]).rows[0] ?? {};
      return entry === null || entry === undefined ? null : JSON.stringify(entry);
    };
    const changing = [MOVIE, EPISODE].flatMap((row) =>
      COLUMNS.filter((column) =>
        VALUES.some((value) => (said({ ...row, [column]: value }) ?? said(row)) !== said(row)),
      ),
    );

    expect(changing).toContain('AvailTrans/AllowedLanguages');
    const row = Object.fromEntries(changing.map((column) => [column, 'x']));
    expect(idleColumns([{ sheet: 'Avails', row: 4, cells: row }])).toEqual([]);
  });

  it('are also those of rows with errors', () => {
    const row = { ...MOVIE, 'AvailTrans/End': 'never', 'AvailTrans/Download': 'Yes' };
    expect(idle(row)).toEqual([{ column: 'AvailTrans/Download', rows: 1 }]);
  });
});
