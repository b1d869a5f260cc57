import { describe, expect, it } from 'vitest';
import type { CellNote, CellRange } from '../../../../../src/domain/avails/reading/raw-sheet';
import type { Cells } from '../../../../builders/sheet-builders';
import { LANGUAGES } from '../../../../../src/adapters/avails/languages';
import { checkFile } from '../../../../../src/domain/avails/checking/check-file';
import { withMergedCells } from '../../../../../src/domain/avails/reading/merged-cells';
import { isoDate } from '../../../../../src/domain/values/date-range';
import {
  MOVIE,
  TODAY,
  aRawRow,
  aSheet,
  entriesOf,
  problemLines,
  someRules,
} from '../../../../builders/sheet-builders';

/** Parses a range such as `B4:C6`. */
function range(name: string): CellRange {
  const [, first = '', firstRow, last = '', lastRow] =
    /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(name) ?? [];
  return {
    firstRow: Number(firstRow),
    lastRow: Number(lastRow),
    firstColumn: first.charCodeAt(0) - 65,
    lastColumn: last.charCodeAt(0) - 65,
  };
}

function merged(rows: Readonly<Record<number, readonly string[]>>, ...merges: readonly string[]) {
  const sheet = withMergedCells({
    ...{ name: 'Avails', isHidden: false, merges: merges.map(range) },
    rows: Object.entries(rows).map(([number, cells]) => aRawRow(Number(number), cells)),
  });
  return sheet.rows.map(({ number, columns, texts }) => [
    number,
    ...columns.map((column, place) => `${column}${texts[place] ?? ''}`),
  ]);
}

describe('merged cells', () => {
  it('all have the value of the first', () => {
    expect(merged({ 1: ['', 'x'], 2: ['a'], 3: ['a', '', '', 'b'] }, 'B1:C3')).toEqual([
      [1, '1x', '2x'],
      [2, '0a', '1x', '2x'],
      [3, '0a', '1x', '2x', '3b'],
    ]);
  });

  it('hide the values of the other cells', () => {
    expect(merged({ 1: ['x', 'left'], 2: ['left', 'y'], 3: ['z'] }, 'A1:A2', 'B1:B3')).toEqual([
      [1, '0x', '1left'],
      [2, '0x', '1left'],
      [3, '0z', '1left'],
    ]);
    expect(merged({ 1: ['', 'x'], 2: ['left', 'y'], 3: ['left'] }, 'A1:A3')).toEqual([
      [1, '1x'],
      [2, '1y'],
    ]);
  });

  it('add no rows to blank ones, however many', () => {
    expect(merged({ 1: ['x', 'y'], 900: ['', 'z'] }, 'A1:A1048576')).toEqual([
      [1, '0x', '1y'],
      [900, '0x', '1z'],
    ]);
  });

  it('keep the note of the first cell', () => {
    const note: CellNote = { kind: 'error' };
    const rows = [aRawRow(1, ['#N/A', 'y'], { 0: note }), aRawRow(2, ['', 'z'])];
    const sheet = { name: 'Avails', isHidden: false, rows, merges: [range('A1:A2')] };
    expect(withMergedCells(sheet).rows.map(({ notes }) => notes.get(0))).toEqual([note, note]);
  });

  it('take no time when there are none', () => {
    const sheet = aSheet([MOVIE]);
    expect(withMergedCells(sheet)).toBe(sheet);
  });
});

describe('a sheet with merged cells', () => {
  const titles = ['quiet', 'loud', 'low'].map((name) => ({
    ...MOVIE,
    'Avail/ALID': name,
    'AvailAsset/ContentID': `md:cid:${name}`,
  }));
  const letterOf = (key: string, rows: readonly Cells[]) => {
    const keys = [...new Set(rows.flatMap((row) => [...Object.keys(MOVIE), ...Object.keys(row)]))];
    return String.fromCharCode(65 + keys.indexOf(key));
  };
  /** Checks three rows, with the cells of `first` merged across all three. */
  const check = (first: Cells) => {
    const [key = ''] = Object.keys(first);
    const rows = titles.map((row, place) => ({
      ...row,
      [key]: place === 0 ? (first[key] ?? '') : '',
    }));
    const column = letterOf(key, rows);
    const sheet = { ...aSheet(rows), merges: [range(`${column}4:${column}6`)] };
    return checkFile([sheet], someRules(), isoDate(TODAY), LANGUAGES);
  };

  it('applies a merged exclusion to every row', () => {
    const [key, text] = ['AvailTrans/TerritoryExclusion', 'US, CA'];
    const rows = titles.map((row, place) => ({
      ...row,
      ...{ 'AvailTrans/Territory': 'ZZ', 'AvailTrans/LicenseType': 'SVOD' },
      [key]: place === 0 ? text : '',
    }));
    const column = letterOf(key, rows);
    const sheet = { ...aSheet(rows), merges: [range(`${column}4:${column}6`)] };
    const file = checkFile([sheet], someRules(), isoDate(TODAY), LANGUAGES);
    for (const entry of entriesOf(file)) {
      expect(entry?.territories.length).toBeGreaterThan(200);
      expect(entry?.territories).not.toContain('US');
      expect(entry?.territories).not.toContain('CA');
    }
    expect(problemLines(file)).toEqual([`5 F3 warning ${key}`, `6 F3 warning ${key}`]);
    expect(file.rows.map(({ row }) => row.cells[key])).toEqual([text, text, text]);
  });

  it('applies a merged currency to every row', () => {
    const prices = entriesOf(check({ 'AvailTrans/PriceCurrency': 'EUR' })).map(
      (one) => one?.price.amount,
    );
    expect(prices).toEqual([1, 2, 3].map(() => ({ minor: 999, currency: 'EUR' })));
  });

  it('may have groups merged across their columns', () => {
    const sheet = aSheet(titles);
    const [groups, ...rows] = sheet.rows;
    const starts = (groups?.texts ?? []).flatMap((text, place, all) =>
      text === all[place - 1] ? [] : [place],
    );
    const merges = starts.map((start, place) => ({
      ...{ firstRow: 1, lastRow: 1, firstColumn: start },
      lastColumn: (starts[place + 1] ?? groups?.texts.length ?? 0) - 1,
    }));
    const firsts = (groups?.texts ?? []).map((text, place) => (starts.includes(place) ? text : ''));
    const merged = { ...sheet, rows: [aRawRow(1, firsts), ...rows], merges };
    const file = checkFile([merged], someRules(), isoDate(TODAY), LANGUAGES);
    expect(problemLines(file)).toEqual([]);
    expect(entriesOf(file).map((entry) => entry?.work.key)).toEqual(['quiet', 'loud', 'low']);
  });

  it('refuses rows with a cell merged across several columns, once each', () => {
    const rows = titles.map((row, place) => (place === 2 ? row : { ...row, 'AvailTrans/End': '' }));
    const [start, end] = ['AvailTrans/Start', 'AvailTrans/End'].map((key) => letterOf(key, rows));
    const sheet = { ...aSheet(rows), merges: [range(`${start ?? ''}4:${end ?? ''}5`)] };
    const file = checkFile([sheet], someRules(), isoDate(TODAY), LANGUAGES);
    expect(problemLines(file)).toEqual(['4 F5 error -', '5 F5 error -']);
    expect(file.problems[0]?.message).toContain(`${start ?? ''}4:${end ?? ''}5`);
    expect(entriesOf(file).map((entry) => entry === null)).toEqual([true, true, false]);
  });

  it('reports a note on all its columns once', () => {
    const rows = [...titles, { 'Avail/DisplayName': 'Prices are net of tax.' }];
    const sheet = { ...aSheet(rows), merges: [range('A7:O7')] };
    expect(problemLines(checkFile([sheet], someRules(), isoDate(TODAY), LANGUAGES))).toEqual([
      '7 F5 error -',
    ]);
  });
});
