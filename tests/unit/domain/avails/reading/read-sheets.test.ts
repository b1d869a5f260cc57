import { describe, expect, it } from 'vitest';
import type { RawSheet } from '../../../../../src/domain/avails/reading/raw-sheet';
import type { Cells } from '../../../../builders/sheet-builders';
import { columnLetters } from '../../../../../src/domain/avails/reading/raw-sheet';
import { readSheets } from '../../../../../src/domain/avails/reading/read-sheets';
import { UnreadableWorkbook } from '../../../../../src/domain/avails/unreadable-workbook';
import { refusalOf } from '../../../../builders/refusal';
import { COLLECTION, EPISODE, MOVIE, aRawRow, aSheet } from '../../../../builders/sheet-builders';

/** A sheet from its columns (`Group/Name`) and the texts of its rows by row number. */
function sheetOf(
  headers: readonly string[],
  rows: Readonly<Record<number, readonly string[]>>,
): RawSheet {
  const parts = headers.map((header) => header.split('/'));
  return {
    name: 'Avails',
    isHidden: false,
    merges: [],
    rows: [
      aRawRow(
        1,
        parts.map(([group = '']) => group),
      ),
      aRawRow(
        2,
        parts.map(([, ...names]) => names.join('/')),
      ),
      ...Object.entries(rows).map(([number, texts]) => aRawRow(Number(number), texts)),
    ],
  };
}

const NEEDED = ['Avail/ALID', 'AvailTrans/Territory', 'AvailTrans/LicenseType'];
const DATA = ['a', 'CA', 'EST'];

function problemsOf(sheets: readonly RawSheet[]): string[] {
  return readSheets(sheets).problems.map(
    ({ code, severity, row, column }) => `${row ?? '-'} ${code} ${severity} ${column ?? '-'}`,
  );
}

describe('a column', () => {
  it('is found by group and name in any position', () => {
    const headers = ['Own/First', ...NEEDED.toReversed()];
    const { rows } = readSheets([sheetOf(headers, { 4: ['x', 'EST', 'CA', 'a'] })]);
    expect(rows[0]?.cells).toEqual({
      'Own/First': 'x',
      'AvailTrans/LicenseType': 'EST',
      'AvailTrans/Territory': 'CA',
      'Avail/ALID': 'a',
    });
  });

  it.each([
    ['Avail/BundleALIDs', 'Avail/BundledALIDs'],
    ['AvailTerms/ContractID', 'AvailTrans/ContractID'],
    ['AvailMetadata/VolumeDistributinoNumber', 'AvailMetadata/VolumeDistributionNumber'],
    ['availtrans/STARTLAG', 'AvailTrans/StartLag'],
    [' AvailTrans / End ', 'AvailTrans/End'],
  ])('%s is read as %s', (header, key) => {
    const sheet = sheetOf([...NEEDED, header], { 4: [...DATA, 'x'] });
    expect(readSheets([sheet]).rows[0]?.cells[key]).toBe('x');
    const expected = header.includes(' ') ? [] : [`- F3 warning ${key}`];
    expect(problemsOf([sheet])).toEqual(expected);
  });

  it('that is not in the standard is kept with its header and reported once', () => {
    const sheet = sheetOf([...NEEDED, 'Own/Note', '/Alone'], {
      4: [...DATA, 'x', 'y'],
      5: [...DATA, 'z', ''],
    });
    expect(problemsOf([sheet])).toEqual(['- F3 warning Own/Note', '- F3 warning Alone']);
    expect(readSheets([sheet]).rows.map(({ cells }) => cells['Own/Note'])).toEqual(['x', 'z']);
    expect(readSheets([sheet]).rows[0]?.cells.Alone).toBe('y');
  });

  it('that is duplicated is read once, and kept', () => {
    const sheet = sheetOf([...NEEDED, 'AvailTrans/Territory', 'Own/Note', 'Own/Note'], {
      4: [...DATA, 'FR', 'x', 'y'],
    });
    expect(problemsOf([sheet])).toEqual([
      '- F3 warning AvailTrans/Territory (D)',
      '- F3 warning Own/Note',
      '- F3 warning Own/Note (F)',
    ]);
    expect(readSheets([sheet]).rows[0]?.cells).toMatchObject({
      'AvailTrans/Territory': 'CA',
      'AvailTrans/Territory (D)': 'FR',
      'Own/Note': 'x',
      'Own/Note (F)': 'y',
    });
  });

  it('without a header is kept with its letters and reported once', () => {
    const sheet = sheetOf(NEEDED, { 4: [...DATA, '', 'x'], 5: [...DATA, '', 'y'] });
    expect(problemsOf([sheet])).toEqual(['4 F3 warning E']);
    expect(readSheets([sheet]).rows[1]?.cells.E).toBe('y');
  });

  it('with reasons, as in our workbooks of rejected rows, is not read', () => {
    const sheet = sheetOf(['Problem/Reason', ...NEEDED], { 4: ['Blank.', ...DATA], 5: ['Blank.'] });
    expect(problemsOf([sheet])).toEqual([]);
    expect(readSheets([sheet]).rows.map(({ cells }) => cells)).toEqual([
      { 'Avail/ALID': 'a', 'AvailTrans/Territory': 'CA', 'AvailTrans/LicenseType': 'EST' },
    ]);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('at index %i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });
});

describe('a row', () => {
  const rowsOf = (rows: Readonly<Record<number, readonly string[]>>) =>
    readSheets([sheetOf([...NEEDED, 'Own/Note'], rows)]).rows;

  it('is data from row 4 on, with blank rows in between', () => {
    expect(rowsOf({ 3: DATA, 4: DATA, 9: DATA }).map(({ row }) => row)).toEqual([4, 9]);
  });

  it('above row 4 that looks like data is reported as not read', () => {
    const sheet = sheetOf(NEEDED, { 3: DATA, 4: DATA });
    expect(problemsOf([sheet])).toEqual(['3 F3 warning Disposition/EntryType']);
    const marks = sheetOf(NEEDED, { 3: ['1.9', '//REQ', 'REQUIRED for all'], 4: DATA });
    expect(problemsOf([marks])).toEqual([]);
  });

  it('that begins with two slashes is a comment', () => {
    expect(rowsOf({ 4: ['', '// from here on', 'EST'], 5: DATA }).map(({ row }) => row)).toEqual([
      5,
    ]);
  });

  it('may have a comment in a cell', () => {
    expect(rowsOf({ 4: ['a', '//all', 'EST'] })[0]?.cells).toEqual({
      'Avail/ALID': 'a',
      'AvailTrans/LicenseType': 'EST',
    });
  });

  it('with only nonstandard columns is not data', () => {
    expect(rowsOf({ 4: DATA, 5: ['', '', '', 'x'] }).map(({ row }) => row)).toEqual([4]);
  });

  it('without an ALID is data', () => {
    expect(rowsOf({ 4: ['', 'CA', 'EST'] })).toHaveLength(1);
  });

  it('keeps the spaces around texts and the columns of other rows', () => {
    const cells = [MOVIE, { ...MOVIE, 'Avail/DisplayName': ' North ' }, COLLECTION, MOVIE];
    expect(readSheets([aSheet(cells)]).rows.map((row) => row.cells)).toEqual(cells);
  });

  it('reports cells with formulas', () => {
    const sheet = {
      ...sheetOf(NEEDED, {}),
      rows: [...sheetOf(NEEDED, {}).rows, aRawRow(4, DATA, { 1: { kind: 'formula' } })],
    };
    expect(problemsOf([sheet])).toEqual(['4 F3 warning AvailTrans/Territory']);
  });
});

describe('a workbook', () => {
  const notes = {
    name: 'Notes',
    isHidden: false,
    merges: [],
    rows: [aRawRow(1, ['ALID']), aRawRow(2, ['a'])],
  };

  it('has every avails sheet read and the others listed', () => {
    const second = { ...aSheet([EPISODE, EPISODE]), name: 'TV' };
    const { sheets, rows } = readSheets([aSheet([MOVIE]), notes, second]);
    expect(sheets).toEqual([
      { name: 'Avails', rows: 1, skipped: null },
      { name: 'Notes', rows: 0, skipped: expect.stringContaining('ALID') as string },
      { name: 'TV', rows: 2, skipped: null },
    ]);
    expect(rows.map(({ sheet, row }) => [sheet, row])).toEqual([
      ['Avails', 4],
      ['TV', 4],
      ['TV', 5],
    ]);
  });

  it('has its hidden sheets read and reported', () => {
    expect(problemsOf([{ ...aSheet([MOVIE]), isHidden: true }])).toEqual(['- F3 warning -']);
  });

  it.each(NEEDED)('without %s in a header has no avails', (column) => {
    const headers = NEEDED.filter((one) => one !== column);
    const refusal = refusalOf(UnreadableWorkbook, () =>
      readSheets([notes, sheetOf(headers, { 4: DATA })]),
    );
    expect(refusal.message).toMatch(/no avails sheet/);
  });

  it('with one header row has no avails', () => {
    const [, names, data] = sheetOf(NEEDED, { 4: DATA }).rows;
    const rows = [names, data].flatMap((row, place) => (row ? { ...row, number: place + 1 } : []));
    refusalOf(UnreadableWorkbook, () => readSheets([{ ...notes, rows }]));
  });

  it('without data rows has no avails', () => {
    const refusal = refusalOf(UnreadableWorkbook, () => readSheets([sheetOf(NEEDED, { 3: DATA })]));
    expect(refusal.message).toMatch(/row 4/);
  });
});

describe('the version of a workbook', () => {
  const versionOf = (headers: readonly string[], rows: Readonly<Record<number, string[]>> = {}) => {
    const { version, versionStated } = readSheets([
      sheetOf([...NEEDED, ...headers], { 4: DATA, ...rows }),
    ]);
    return `${version} ${versionStated ? 'stated' : 'inferred'}`;
  };

  it.each([
    ['1.9', '1.9 stated'],
    ['1.8', '1.8 stated'],
    ['v1.7.3', '1.7.3 stated'],
    ['//REQ', '1.7 inferred'],
    ['2.0', '1.7 inferred'],
  ])('with %s in cell A3 is %s', (cell, version) => {
    expect(versionOf([], { 3: [cell] })).toBe(version);
  });

  it.each([
    ['AvailTrans/TPRType', '1.9'],
    ['AvailTrans/CampaignID', '1.9'],
    ['Avail/AssociatedALID', '1.9'],
    ['AvailAsset/PackageLabel', '1.8'],
    ['Avail/StoreType', '1.8'],
    ['AvailMetadata/VolumeNumber', '1.8'],
    ['Avail/Licensee', '1.7.3'],
    ['AvailTrans/TerritoryExclusion', '1.7.3'],
    ['AvailTrans/WindowDuration', '1.7.3'],
    ['AvailAsset/AltID', '1.7.2'],
    ['AvailMetadata/SeasonAltID', '1.7.2'],
    ['AvailMetadata/RetailerID1', '1.7.2'],
    ['AvailTrans/SRP', '1.7'],
  ])('with the column %s is %s', (column, version) => {
    expect(versionOf([column])).toBe(`${version} inferred`);
    expect(versionOf(['AvailAsset/AltID', column])).toBe(
      `${version === '1.7' ? '1.7.2' : version} inferred`,
    );
  });

  it('with movies and television in one sheet is 1.8', () => {
    expect(versionOf(['AvailAsset/ContentID'])).toBe('1.7 inferred');
    expect(versionOf(['AvailAsset/ContentID', 'AvailAsset/SeriesContentID'])).toBe('1.8 inferred');
  });

  it.each(['Create', 'Update', 'Delete'])('with the entry type %s is 1.9', (entryType) => {
    const rows: Cells[] = [{ ...MOVIE, 'Disposition/EntryType': entryType }];
    expect(readSheets([aSheet(rows)]).version).toBe('1.9');
  });

  it('is the latest of its sheets, unless one states its version', () => {
    const [late, early] = ['AvailTrans/TPRType', 'AvailTrans/SRP'].map((column) =>
      sheetOf([...NEEDED, column], { 4: DATA }),
    );
    const stating = sheetOf(NEEDED, { 3: ['1.8'], 4: DATA });
    expect(readSheets([early, late].flatMap((sheet) => sheet ?? [])).version).toBe('1.9');
    expect(readSheets([late, stating].flatMap((sheet) => sheet ?? [])).version).toBe('1.8');
  });
});
