import { describe, expect, it } from 'vitest';
import type { RawSheet } from '../../../../../src/domain/avails/reading/raw-sheet';
import { readSheets } from '../../../../../src/domain/avails/reading/read-sheets';
import { UnreadableWorkbook } from '../../../../../src/domain/avails/unreadable-workbook';
import { refusalOf } from '../../../../builders/refusal';
import { MOVIE, aRawRow, aSheet, checkOf } from '../../../../builders/sheet-builders';

const GROUPS = ['Avail', 'AvailTrans', 'AvailTrans', 'AvailTrans'];
const NAMES = ['ALID', 'Territory', 'LicenseType', 'PriceValue'];
const DATA = ['a', 'CA', 'EST', '4.99'];
const CELLS = {
  'Avail/ALID': 'a',
  'AvailTrans/Territory': 'CA',
  'AvailTrans/LicenseType': 'EST',
  'AvailTrans/PriceValue': '4.99',
};

/** A sheet from the texts of its rows by row number. */
function sheetOf(rows: Readonly<Record<number, readonly string[]>>): RawSheet {
  const texts = Object.entries(rows);
  return {
    name: 'Avails',
    isHidden: false,
    merges: [],
    rows: texts.map(([number, cells]) => aRawRow(Number(number), cells)),
  };
}

function warnings(sheet: RawSheet): string[] {
  return readSheets([sheet]).problems.map(({ row, column, value, message }) =>
    [row ?? '-', column ?? '-', value, message].join(' '),
  );
}

describe('a header', () => {
  const legend = { 1: ['Northlight avails, March 2027'], 2: ['* required'] };

  it('below a legend is found and reported', () => {
    const sheet = sheetOf({ ...legend, 3: GROUPS, 4: NAMES, 5: ['1.8', '//REQ'], 6: DATA });
    const { rows, version, versionStated } = readSheets([sheet]);
    expect(rows).toEqual([{ sheet: 'Avails', row: 6, cells: CELLS }]);
    expect([version, versionStated]).toEqual(['1.8', true]);
    expect(warnings(sheet)).toEqual([
      '- - 3 The header of this sheet is in rows 3 and 4; the rows above are ignored.',
    ]);
  });

  it('below a legend may be followed by data directly', () => {
    const sheet = sheetOf({ ...legend, 3: GROUPS, 4: NAMES, 5: DATA, 6: DATA });
    expect(readSheets([sheet]).rows.map(({ row }) => row)).toEqual([5, 6]);
  });

  it('is found in the first twenty rows', () => {
    const at = (row: number) => sheetOf({ [row]: GROUPS, [row + 1]: NAMES, [row + 3]: DATA });
    expect(readSheets([at(20)]).rows).toHaveLength(1);
    refusalOf(UnreadableWorkbook, () => readSheets([at(21)]));
  });

  it.each([
    ['PriceValue*', 'AvailTrans'],
    ['* Price Value', 'AvailTrans'],
    ['Price\nValue', 'AvailTrans*'],
    ['PriceValue (required)', 'AvailTrans'],
    ['PRICE_VALUE (Opt.)', 'AvailTrans'],
    ['PriceValue', ''],
    ['PriceValue', 'PriceValue'],
  ])('%j below %j is read as PriceValue and reported', (name, group) => {
    const sheet = sheetOf({
      1: [...GROUPS.slice(0, 3), group],
      2: [...NAMES.slice(0, 3), name],
      4: DATA,
    });
    expect(readSheets([sheet]).rows[0]?.cells).toEqual(CELLS);
    expect(warnings(sheet)).toEqual([
      expect.stringMatching(/^- AvailTrans\/PriceValue .*This header was read as/s),
    ]);
  });

  it('is read in its standard spelling if another column is similar', () => {
    const sheet = sheetOf({
      1: [...GROUPS, 'AvailTrans'],
      2: ['ALID', 'Territory*', 'LicenseType', 'PriceValue', 'Territory'],
      4: ['a', 'all of them', 'EST', '4.99', 'CA'],
    });
    expect(readSheets([sheet]).rows[0]?.cells).toMatchObject(CELLS);
    expect(warnings(sheet)).toEqual([expect.stringMatching(/^- AvailTrans\/Territory \(B\) /)]);
  });

  it('of another group is not standard', () => {
    const sheet = sheetOf({ 1: [...GROUPS, 'Own'], 2: [...NAMES, 'Start'], 4: [...DATA, 'x'] });
    expect(readSheets([sheet]).rows[0]?.cells).toEqual({ ...CELLS, 'Own/Start': 'x' });
  });
});

describe('a sheet without avails has a reason', () => {
  const reasonOf = (rows: Readonly<Record<number, readonly string[]>>) => {
    const notes = { ...sheetOf(rows), name: 'Notes' };
    const { sheets } = readSheets([aSheet([MOVIE]), notes]);
    expect(refusalOf(UnreadableWorkbook, () => readSheets([notes])).message).toContain(
      `Notes: ${sheets[1]?.skipped ?? ''}`,
    );
    return sheets[1]?.skipped;
  };

  it('when it is of version 1.6', () => {
    const [groups, names] = [
      ['AvailTrans', 'AvailTrans', 'AvailTrans', 'AvailTrans'],
      ['Territory', 'LicenseType', 'StoreLanguage', 'Start'],
    ];
    expect(reasonOf({ 1: groups, 2: names, 4: ['CA', 'EST', 'en', '2027-03-01'] })).toBe(
      'Its header in rows 1 and 2 is that of version 1.6 (StoreLanguage, no ALID). Versions 1.7 to 1.9 are read: ask the studio for one of them.',
    );
  });

  it('when its header lacks a column', () => {
    const names = ['ALID', 'Country', 'LicenseType', 'PriceValue'];
    expect(reasonOf({ 2: GROUPS, 3: names, 5: DATA })).toBe(
      'Its header in rows 2 and 3 lacks AvailTrans/Territory. Add the missing columns.',
    );
  });

  it('when it has no header', () => {
    const reason =
      'Its first rows do not have the groups and names of avails columns, such as Avail and ALID.';
    expect(reasonOf({ 1: ['Term', 'Meaning'], 2: ['ALID', 'An identifier'] })).toBe(reason);
    expect(reasonOf({})).toBe(reason);
  });
});

describe('a row that is not an avail', () => {
  const expected = (cells: Readonly<Record<string, string>>) =>
    checkOf([MOVIE, cells]).problems.map(({ row, code, severity, column, message }) =>
      [row, code, severity, column ?? '-', message.split(/[,:]/)[0]].join(' '),
    );

  it.each([
    [{ 'Avail/DisplayName': 'Total', 'AvailTrans/PriceValue': '249.50' }],
    [{ 'Avail/ALID': 'Grand total', 'AvailTrans/PriceValue': '249.50' }],
    [{ 'Avail/ALID': '26', 'AvailMetadata/TitleInternalAlias': 'Count of titles' }],
    [{ 'Avail/DisplayName': 'TOTALS:', 'AvailTrans/SRP': '249.50' }],
    [{ 'Avail/DisplayName': 'Sub-total', 'AvailTrans/SRP': '249.50' }],
  ])('but %o is reported once as a totals row', (cells) => {
    expect(expected(cells)).toEqual(['5 R1 error - This looks like a totals row and is ignored.']);
  });

  it('but a note is reported once as a note', () => {
    expect(expected({ 'Avail/DisplayName': 'Prices are net of tax.' })).toEqual([
      '5 R1 error - This row has no ALID',
    ]);
  });

  it('does not affect other rows', () => {
    const { rows } = checkOf([MOVIE, { 'Avail/DisplayName': 'Total' }]);
    expect(rows.map(({ entry }) => entry === null)).toEqual([false, true]);
  });

  it('differs from a row with many blank cells', () => {
    const count = (cells: Readonly<Record<string, string>>) => expected(cells).length;
    expect(count({ 'Avail/ALID': 'a' })).toBeGreaterThan(5);
    expect(count({ 'Avail/DisplayName': 'Total', 'AvailTrans/Territory': 'CA' })).toBeGreaterThan(
      5,
    );
    const ids = { 'Avail/ALID': 'eclipse', 'AvailAsset/ContentID': 'eclipse' };
    expect(count({ ...MOVIE, ...ids, 'AvailMetadata/TitleInternalAlias': 'Total Eclipse' })).toBe(
      0,
    );
  });
});
